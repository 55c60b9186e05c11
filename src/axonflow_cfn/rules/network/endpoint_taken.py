"""E9444."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.endpoints import ENDPOINT, kind, service
from axonflow_cfn.model.vpc import SUBNET, zone
from axonflow_cfn.rule import DeployabilityRule, Finding


class EndpointTaken(DeployabilityRule):
    """Two endpoints of one route table, or an endpoint with two subnets of one zone."""

    id = "E9444"
    shortdesc = "VPC endpoint has a route table or zone twice"
    description = (
        "A route table takes one gateway endpoint of a service (RouteAlreadyExists), and an "
        "interface endpoint one subnet of each Availability Zone (DuplicateSubnetsInSameZone). "
        "Remove the second."
    )
    source_url = "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html"
    tags = ["resources", "ec2"]
    bad = """
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  A:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, AvailabilityZone: !Select [0, !GetAZs '']}
  B:
    Type: AWS::EC2::Subnet
    Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, AvailabilityZone: !Select [0, !GetAZs '']}
  Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcEndpointType: Interface
      VpcId: !Ref Vpc
      ServiceName: !Sub com.amazonaws.${AWS::Region}.logs
      SubnetIds: [!Ref A, !Ref B]
"""
    good = bad.replace(
        "10.0.1.0/24, AvailabilityZone: !Select [0", "10.0.1.0/24, AvailabilityZone: !Select [1"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the subnets of each endpoint, and the route tables of all gateways."""
        for endpoint in model.of_type(ENDPOINT):
            for value in endpoint.values("SubnetIds"):
                for subnets in value.elements():
                    yield from _in_one_zone(subnets)
        gateways = [
            (name, table)
            for endpoint in model.of_type(ENDPOINT)
            for form, name in endpoint.cases("VpcEndpointType", "ServiceName")
            if kind(form) == "Gateway" and service(name)
            for table in endpoint.values("RouteTableIds.*")
        ]
        for (one, first), (other, second) in combinations(gateways, 2):
            whole = first.text is not None or first.reference is not None
            same = whole and first.data == second.data
            apart = first.path[1] != second.path[1]
            if (
                same
                and apart
                and service(one) == service(other)
                and _both(one, other, first, second)
            ):
                yield Finding(
                    second.path,
                    f"{first.path[1]} already routes {service(one)} in {second.shown}; remove one",
                )


def _both(*values: Value) -> bool:
    return values[0].model.together(*values) is not None


def _in_one_zone(subnets: tuple[Value, ...]) -> Iterator[Finding]:
    for one, other in combinations(subnets, 2):
        first, second = one.follow(SUBNET), other.follow(SUBNET)
        if first and second and first.logical_id != second.logical_id:
            where = zone(first)
            if where is not None and where == zone(second):
                yield Finding(
                    other.path,
                    f"{second.logical_id} is in the Availability Zone of {first.logical_id}; an "
                    "endpoint takes one subnet of each",
                )
