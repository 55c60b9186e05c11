"""I9410."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.vpc import exported
from axonflow_cfn.rule import DeployabilityRule, Finding

_RULES = {
    "AWS::EC2::SecurityGroup",
    "AWS::EC2::SecurityGroupEgress",
    "AWS::EC2::SecurityGroupIngress",
}


class SecurityGroupUnused(DeployabilityRule):
    """A security group that nothing uses."""

    id = "I9410"
    shortdesc = "Security group is used by nothing"
    description = (
        "Nothing in the template has the group, and no output hands it on. Often the resource "
        "that should have it has another one, or none; else remove it."
    )
    source_url = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html"
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: vpc-12345678
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/16}
"""
    good = bad + "Outputs: {Group: {Value: !Ref Group}}\n"

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for groups that only rules mention."""
        for group in model.of_type("AWS::EC2::SecurityGroup"):
            users = {user.type for user in model.users_of(group.logical_id)}
            if users <= _RULES and not exported(model, group.logical_id):
                yield Finding(
                    group.path, f"nothing uses {group.logical_id}; attach it or remove it"
                )
