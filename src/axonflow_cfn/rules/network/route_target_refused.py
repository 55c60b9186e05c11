"""E9415."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.vpc import DESTINATIONS, targets
from axonflow_cfn.rule import DeployabilityRule, Finding

_PROPERTIES = {
    "AWS::EC2::EgressOnlyInternetGateway": "EgressOnlyInternetGatewayId",
    "AWS::EC2::InternetGateway": "GatewayId",
    "AWS::EC2::NatGateway": "NatGatewayId",
    "AWS::EC2::TransitGateway": "TransitGatewayId",
    "AWS::EC2::VPCPeeringConnection": "VpcPeeringConnectionId",
}
"""The property of a route for each kind of target."""


class RouteTargetRefused(DeployabilityRule):
    """A route that leads nowhere, twice, or through the wrong property."""

    id = "E9415"
    shortdesc = "Route does not have exactly one target of the right kind"
    description = (
        "EC2 refuses the route: it needs one destination and exactly one target, and each kind "
        "of target has a property of its own: an internet gateway GatewayId, a NAT gateway "
        "NatGatewayId."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-ec2-route.html"
    )
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Route:
    Type: AWS::EC2::Route
    DependsOn: [Attachment]
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !Ref Gateway
"""
    good = bad.replace("NatGatewayId", "GatewayId")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Count destinations and targets, and follow the targets."""
        for route in model.of_type("AWS::EC2::Route"):
            for combination in targets(route):
                if len(combination) != 1:
                    names = ", ".join(key for key, _ in combination) or "none"
                    yield Finding(route.path, f"a route has exactly one target, this one {names}")
                for key, value in combination:
                    yield from _wrong(key, value)
            for destinations in route.cases(*DESTINATIONS):
                count = sum(value.present for value in destinations)
                if count != 1:
                    yield Finding(
                        route.path, f"a route has exactly one destination, this one {count}"
                    )


def _wrong(key: str, value: Value) -> Iterator[Finding]:
    for kind, better in _PROPERTIES.items():
        if value.follow(kind) and key != better:
            yield Finding(value.path, f"{value.shown} is no {key}; use {better}")
