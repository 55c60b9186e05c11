"""W9401."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class EgressListEmpty(DeployabilityRule):
    """An empty egress list, which means the opposite of what it says."""

    id = "W9401"
    shortdesc = "An empty SecurityGroupEgress allows all outbound traffic"
    description = (
        "With an empty SecurityGroupEgress the group keeps the default rule that allows everything "
        "out. To allow nothing, give one rule that reaches nowhere: IpProtocol '-1' to CidrIp "
        "127.0.0.1/32. To allow everything, say so: IpProtocol '-1' to 0.0.0.0/0."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-ec2-securitygroup.html"
    )
    tags = ["resources", "ec2", "security"]
    bad = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: database
      SecurityGroupEgress: []
"""
    good = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: database
      SecurityGroupEgress:
        - IpProtocol: '-1'
          CidrIp: 127.0.0.1/32
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for lists that are certainly empty, in a group without separate egress rules."""
        separate = {
            group.reference.logical_id
            for rule in model.of_type("AWS::EC2::SecurityGroupEgress")
            for group in rule.values("GroupId")
            if group.reference
        }
        for group in model.of_type("AWS::EC2::SecurityGroup"):
            for egress in group.values("SecurityGroupEgress"):
                if () in egress.elements() and group.logical_id not in separate:
                    yield Finding(
                        egress.path,
                        "SecurityGroupEgress is empty, so all outbound traffic stays allowed; give "
                        "a rule to 127.0.0.1/32 to allow none",
                    )
