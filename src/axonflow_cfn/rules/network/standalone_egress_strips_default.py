"""W9409."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.security_groups import egress, everyone
from axonflow_cfn.rule import DeployabilityRule, Finding


class StandaloneEgressStripsDefault(DeployabilityRule):
    """A separate egress rule that ends all other outbound traffic."""

    id = "W9409"
    shortdesc = "A separate egress rule removes the default one that allows all"
    description = (
        "A group without egress rules allows all outbound traffic. The first "
        "AWS::EC2::SecurityGroupEgress replaces that default rule, so that only what it names "
        "is left, and images, secrets and logs may become unreachable. If that is meant, say "
        "so inline in SecurityGroupEgress; else add a rule for all."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-ec2-securitygroupegress.html"
    )
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Group, VpcId: vpc-12345678}
  Rule:
    Type: AWS::EC2::SecurityGroupEgress
    Properties:
      GroupId: !Ref Group
      IpProtocol: tcp
      FromPort: 5432
      ToPort: 5432
      CidrIp: 10.0.0.0/16
Outputs:
  Group: {Value: !Ref Group}
"""
    good = bad.replace(
        "VpcId: vpc-12345678}",
        "VpcId: vpc-12345678, SecurityGroupEgress: [{IpProtocol: '-1', CidrIp: 127.0.0.1/32}]}",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for groups with one separate egress rule, not for all, and nothing inline."""
        for group in model.of_type("AWS::EC2::SecurityGroup"):
            rules = egress(group)
            paths = {rule.path for rule in rules}
            if len(paths) != 1 or paths == {(*group.path, "Properties")}:
                continue
            rule = rules[0]
            meant = everyone(rule) or (rule.peer and (rule.peer.text or "").startswith("127."))
            for (inline,) in group.cases("SecurityGroupEgress"):
                if inline.absent and not meant:
                    yield Finding(
                        rule.path,
                        f"this rule replaces the one that lets {group.logical_id} send anywhere; "
                        "state all its egress inline",
                    )
                    break
