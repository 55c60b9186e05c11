"""E9318."""

from collections.abc import Iterator
from typing import Any

from axonflow_cfn.model import UNKNOWN, TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_LEAST = 2


class SubnetGroupTooSmall(DeployabilityRule):
    """A subnet group that lies in one zone."""

    id = "E9318"
    shortdesc = "DB subnet group covers fewer than two Availability Zones"
    description = (
        "RDS refuses a subnet group whose subnets are not in at least two Availability Zones (does "
        "not meet Availability Zone coverage requirement). Give it a subnet of a second zone."
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
        for group in model.of_type("AWS::RDS::DBSubnetGroup"):
            for subnets in group.values("SubnetIds"):
                for elements in subnets.elements():
                    problem = _problem(elements)
                    if problem:
                        yield Finding(subnets.path, problem + "; give subnets of two zones")


def _problem(subnets: tuple[Value, ...]) -> str | None:
    if not all(_is_one(subnet) for subnet in subnets):
        return None
    if len({subnet.parts for subnet in subnets}) < _LEAST:
        return f"The subnet group has {'one subnet' if subnets else 'no subnet'}"
    zones = {_zone(subnet) for subnet in subnets}
    if None not in zones and len(zones) < _LEAST:
        return "All subnets of the group are in one Availability Zone"
    return None


def _is_one(subnet: Value) -> bool:
    """Whether an item certainly stands for one subnet, and which."""
    parameters = [subnet.model.parameters.get(name) for name in subnet.sources]
    several = any(parameter and parameter.is_list for parameter in parameters)
    return bool(subnet.parts) and UNKNOWN not in subnet.parts and not several


def _zone(subnet: Value) -> str | None:
    """The zone of a subnet of this template as a text to compare; None if not known."""
    resource = subnet.follow("AWS::EC2::Subnet")
    zones = list(resource.values("AvailabilityZone")) if resource else []
    if len(zones) != 1:
        return None
    if zones[0].text is not None:
        return zones[0].text
    # Fn::Select over Fn::GetAZs is not evaluated: two that are spelled alike are alike.
    node: Any = zones[0].model.template
    for step in zones[0].path:
        node = node[step]
    return repr(node)
