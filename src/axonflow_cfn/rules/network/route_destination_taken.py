"""E9414."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import UNKNOWN, TemplateModel
from axonflow_cfn.model.vpc import DESTINATIONS
from axonflow_cfn.rule import DeployabilityRule, Finding


class RouteDestinationTaken(DeployabilityRule):
    """Two routes of one table to one destination."""

    id = "E9414"
    shortdesc = "Two routes of a route table have the same destination"
    description = (
        "EC2 refuses the second one: the route already exists in the table. Use a table of its "
        "own for private subnets, or remove one."
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
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}
  Second:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !ImportValue nat
"""
    good = "DestinationCidrBlock: 10.1.0.0/16".join(
        bad.rsplit("DestinationCidrBlock: 0.0.0.0/0", 1)
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare every two routes."""
        found = [
            (route, table, destination)
            for route in model.of_type("AWS::EC2::Route")
            for table, *destinations in route.cases("RouteTableId", *DESTINATIONS)
            for destination in destinations
            if destination.text and table.parts
        ]
        for (first, its, destination), (second, others, other) in combinations(found, 2):
            same = its.parts == others.parts and UNKNOWN not in its.parts
            if (
                same
                and first.logical_id != second.logical_id
                and destination.text == other.text
                and model.together(destination, other)
            ):
                yield Finding(
                    other.path,
                    f"{first.logical_id} already routes {other.shown} in {others.shown}; remove "
                    "one or "
                    "use another table",
                )
