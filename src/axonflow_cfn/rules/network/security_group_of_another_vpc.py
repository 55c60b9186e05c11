"""E9408."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.security_groups import ingress
from axonflow_cfn.model.vpc import SUBNET, differ, vpcs
from axonflow_cfn.rule import DeployabilityRule, Finding

_GROUP = "AWS::EC2::SecurityGroup"
_CONNECTIONS = (
    "AWS::EC2::TransitGatewayAttachment",
    "AWS::EC2::TransitGatewayVpcAttachment",
    "AWS::EC2::VPCPeeringConnection",
)
_TASKS = "NetworkConfiguration.AwsvpcConfiguration."
_HOLDERS = {
    "AWS::ECS::Service": (_TASKS + "Subnets.*", _TASKS + "SecurityGroups.*"),
    "AWS::EC2::VPCEndpoint": ("SubnetIds.*", "SecurityGroupIds.*"),
    "AWS::EFS::MountTarget": ("SubnetId", "SecurityGroups.*"),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": ("Subnets.*", "SecurityGroups.*"),
    "AWS::Lambda::Function": ("VpcConfig.SubnetIds.*", "VpcConfig.SecurityGroupIds.*"),
}
"""Where the subnets and the security groups of a resource stand."""


class SecurityGroupOfAnotherVpc(DeployabilityRule):
    """A security group where a group of another VPC is wanted."""

    id = "E9408"
    shortdesc = "Security group is of another VPC"
    description = (
        "EC2 refuses it: the groups of a load balancer, a service or a rule must be of the VPC "
        "of the subnets or of the other group. A group without VpcId is in the default VPC of "
        "the account."
    )
    source_url = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html"
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: Group}}
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !ImportValue task
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [!Ref Subnet], SecurityGroups: [!Ref Group]}
"""
    good = bad.replace("GroupDescription: Group}", "GroupDescription: Group, VpcId: !Ref Vpc}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the groups of rules, and groups with the subnets beside them."""
        if not model.of_type(*_CONNECTIONS):  # groups of a connected VPC may be named
            yield from _peers(model)
        for kind, (subnets, groups) in _HOLDERS.items():
            for resource in model.of_type(kind):
                for subnet_id in resource.values(subnets):
                    for group_id in resource.values(groups):
                        yield from _beside(subnet_id, group_id)


def _peers(model: TemplateModel) -> Iterator[Finding]:
    for group in model.of_type(_GROUP):
        for rule in ingress(group):
            peer = rule.peer.follow(_GROUP) if rule.peer else None
            if peer and rule.peer and _apart(group, peer):
                yield Finding(
                    rule.peer.path,
                    f"{peer.logical_id} is of another VPC than {group.logical_id}; use a group of "
                    "the same VPC",
                )


def _beside(subnet_id: Value, group_id: Value) -> Iterator[Finding]:
    subnet, group = subnet_id.follow(SUBNET), group_id.follow(_GROUP)
    together = subnet_id.model.together(subnet_id, group_id)
    if subnet and group and together and _apart(subnet, group):
        yield Finding(
            group_id.path,
            f"{group.logical_id} is not in the VPC of {subnet.logical_id}; give its VpcId",
        )


def _apart(one: Resource, other: Resource) -> bool:
    """Whether two resources are in different VPCs, whatever the conditions."""
    pairs = [(a, b) for a in vpcs(one) for b in vpcs(other) if a.model.together(a, b)]
    return bool(pairs) and all(differ(a, b) for a, b in pairs)
