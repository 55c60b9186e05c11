"""W9403."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.security_groups import everyone, ingress_by_group, is_everything
from axonflow_cfn.rule import DeployabilityRule, Finding


class EverythingOpenToTheWorld(DeployabilityRule):
    """A security group without any protection."""

    id = "W9403"
    shortdesc = "Security group lets all traffic in from the internet"
    description = (
        "Every port of everything in the group is open to anyone. Allow the ports that are "
        "served, from those who use them."
    )
    source_url = "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"
    tags = ["resources", "ec2", "security"]
    bad = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: vpc-12345678
      SecurityGroupIngress:
        - {IpProtocol: '-1', CidrIp: 0.0.0.0/0}
"""
    good = bad.replace("0.0.0.0/0", "10.0.0.0/16")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for rules for everyone that take in all ports."""
        for rules in ingress_by_group(model):
            for rule in rules:
                if everyone(rule) and is_everything(rule) and rule.peer:
                    yield Finding(
                        rule.path,
                        f"{rule.peer.shown} may reach every port; allow only the ports that are "
                        "served",
                    )
