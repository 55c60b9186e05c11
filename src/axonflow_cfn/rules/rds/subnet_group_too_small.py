"""E9318."""

from collections.abc import Hashable, Iterator
from typing import Any

from axonflow_cfn.model import UNKNOWN, TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_LEAST = 2
# Whose service asks for subnets of two zones, and how a message calls it.
# https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateReplicationSubnetGroup.html
# https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
_LISTS = {
    "AWS::DMS::ReplicationSubnetGroup": ("SubnetIds", "subnet group"),
    "AWS::DocDB::DBSubnetGroup": ("SubnetIds", "subnet group"),
    "AWS::EKS::Cluster": ("ResourcesVpcConfig.SubnetIds", "cluster"),
    "AWS::Neptune::DBSubnetGroup": ("SubnetIds", "subnet group"),
    "AWS::RDS::DBSubnetGroup": ("SubnetIds", "subnet group"),
}
# What Fn::Select takes one string out of.
_OF_STRINGS = {"Fn::FindInMap", "Fn::GetAtt", "Fn::Split", "Ref"}


class SubnetGroupTooSmall(DeployabilityRule):
    """A subnet group that lies in one zone."""

    id = "E9318"
    shortdesc = "DB subnet group covers fewer than two Availability Zones"
    description = (
        "RDS, and likewise Neptune, DocumentDB, DMS and EKS, refuse a list of subnets that are not "
        "in at least two Availability Zones (does not meet Availability Zone coverage "
        "requirement). Give it a subnet of a second zone."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/"
        "USER_VPC.WorkingWithRDSInstanceinaVPC.html"
    )
    tags = ["resources", "rds", "ec2"]
    bad = """
Parameters:
  Subnet1: {Type: 'AWS::EC2::Subnet::Id'}
Resources:
  Group:
    Type: AWS::RDS::DBSubnetGroup
    Properties: {DBSubnetGroupDescription: x, SubnetIds: [!Ref Subnet1]}
"""
    good = """
Parameters:
  Subnet1: {Type: 'AWS::EC2::Subnet::Id'}
  Subnet2: {Type: 'AWS::EC2::Subnet::Id'}
Resources:
  Group:
    Type: AWS::RDS::DBSubnetGroup
    Properties: {DBSubnetGroupDescription: x, SubnetIds: [!Ref Subnet1, !Ref Subnet2]}
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Count the distinct subnets and zones of each group."""
        for group in model.of_type(*_LISTS):
            path, name = _LISTS[group.type]
            for subnets in group.values(path):
                for elements in subnets.elements():
                    problem = _problem(elements, name)
                    if problem:
                        yield Finding(subnets.path, problem + "; give subnets of two zones")


def _problem(subnets: tuple[Value, ...], name: str) -> str | None:
    names = {_one(subnet) for subnet in subnets}
    if None in names:
        return None
    if len(names) < _LEAST:
        return f"The {name} has {'one subnet' if subnets else 'no subnet'}"
    zones = {_zone(subnet) for subnet in subnets}
    if None not in zones and len(zones) < _LEAST:
        return f"All subnets of the {name.removeprefix('subnet ')} are in one Availability Zone"
    return None


def _one(subnet: Value) -> Hashable:
    """What tells a subnet from others; None if the item may stand for several, or for nothing."""
    match _node(subnet):
        case {"Fn::Select": [_, dict(listed)]} as selected if _OF_STRINGS.issuperset(listed):
            return repr(selected)
    parameters = [subnet.model.parameters.get(name) for name in subnet.sources]
    several = any(parameter and parameter.is_list for parameter in parameters)
    return subnet.parts if subnet.parts and UNKNOWN not in subnet.parts and not several else None


def _node(value: Value) -> object:
    """The node of the template; None for what only stands in a parameter's default."""
    node: Any = value.model.template
    try:
        for step in value.path:
            node = node[step]
    except (KeyError, IndexError, TypeError):
        return None
    return node


def _zone(subnet: Value) -> str | None:
    """The zone of a subnet of this template as a text to compare; None if not known."""
    resource = subnet.follow("AWS::EC2::Subnet")
    zones = list(resource.values("AvailabilityZone")) if resource else []
    if len(zones) != 1:
        return None
    if zones[0].text is not None:
        return zones[0].text
    # Fn::Select over Fn::GetAZs is not evaluated: two that are spelled alike are alike.
    return repr(_node(zones[0]))
