"""E9406."""

from collections.abc import Iterator

from axonflow_cfn.model import UNKNOWN, Resource, TemplateModel, Value
from axonflow_cfn.model.vpc import vpcs
from axonflow_cfn.rule import DeployabilityRule, Finding

_GROUP = "AWS::EC2::SecurityGroup"


class SecurityGroupByNameInVpc(DeployabilityRule):
    """A security group named by its name inside a VPC."""

    id = "E9406"
    shortdesc = "Security group of a VPC is referred to by name"
    description = (
        "Names work in the default VPC only: EC2 looks the group up there and does not find "
        "it. Use the id: SourceSecurityGroupId and GroupId."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-ec2-securitygroupingress.html"
    )
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Group, VpcId: !Ref Vpc}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      {GroupName: !Ref Group, IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}
"""
    good = bad.replace("GroupName: !Ref Group", "GroupId: !GetAtt Group.GroupId")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at inline rules, then at separate ones."""
        for group in model.of_type(_GROUP):
            for vpc in vpcs(group):
                start = group.given(vpc.when)
                if vpc.reference and start:
                    for name in start.values("SecurityGroupIngress.*.SourceSecurityGroupName"):
                        if name.data is not UNKNOWN:
                            yield _finding("SourceSecurityGroupName", name, group)
        for rule in model.of_type("AWS::EC2::SecurityGroupIngress"):
            yield from _separate(rule)


def _separate(rule: Resource) -> Iterator[Finding]:
    for key in ("GroupName", "SourceSecurityGroupName"):
        for name in rule.values(key):
            named = name.follow(_GROUP)
            if named and any(vpc.reference for vpc in vpcs(named)):
                yield _finding(key, name, named)
    for group_id, name in rule.cases("GroupId", "GroupName"):
        if group_id.absent and name.absent:
            yield Finding(rule.path, f"{rule.logical_id} belongs to no group; give GroupId")


def _finding(key: str, name: Value, group: Resource) -> Finding:
    better = {"GroupName": "GroupId"}.get(key, "SourceSecurityGroupId")
    return Finding(name.path, f"{key} does not work for {group.logical_id} in a VPC; use {better}")
