import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 0.0.0.0/0}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Association:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {RouteTableId: !Ref Table, SubnetId: !Ref Subnet}
  Route:
    Type: AWS::EC2::Route
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: VALUE}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internet-facing, Subnets: [!Ref Subnet, !Ref Any]}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "0.0.0.0/0, NatGatewayId: !ImportValue nat",
            [
                (
                    "Resources/Balancer/Properties/Subnets/0",
                    (
                        "internet-facing load balancer in ${Subnet}, which has no route "
                        "to an internet gateway; use a public subnet"
                    ),
                ),
            ],
        ),
        (
            "!Ref Pick, NatGatewayId: !ImportValue nat",
            [
                (
                    "Resources/Balancer/Properties/Subnets/0",
                    (
                        "internet-facing load balancer in ${Subnet}, which has no route "
                        "to an internet gateway; use a public subnet"
                    ),
                ),
            ],
        ),
        (
            "!If [Chosen, 0.0.0.0/0, '::/0'], NatGatewayId: !ImportValue nat",
            [
                (
                    "Resources/Balancer/Properties/Subnets/0",
                    (
                        "internet-facing load balancer in ${Subnet}, which has no route "
                        "to an internet gateway; use a public subnet"
                    ),
                ),
            ],
        ),
        ("!Ref Any, NatGatewayId: !ImportValue nat", []),
        ("0.0.0.0/0, GatewayId: igw-12345678", []),
        ("0.0.0.0/0, GatewayId: !Ref Any", []),
        ("0.0.0.0/0, TransitGatewayId: !Ref Any", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9227") == expected
