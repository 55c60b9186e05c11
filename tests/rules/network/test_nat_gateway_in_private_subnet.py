import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: public}
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
  Nat:
    Type: AWS::EC2::NatGateway
    Properties: {SubnetId: !Ref Subnet, VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "AllocationId: !Ref Any}",
            [
                (
                    "Resources/Nat/Properties/SubnetId",
                    (
                        "${Subnet} has no route to an internet gateway; put the NAT "
                        "gateway into a public subnet"
                    ),
                ),
            ],
        ),
        (
            "ConnectivityType: !Ref Pick, AllocationId: !Ref Any}",
            [
                (
                    "Resources/Nat/Properties/SubnetId",
                    (
                        "${Subnet} has no route to an internet gateway; put the NAT "
                        "gateway into a public subnet"
                    ),
                ),
            ],
        ),
        (
            (
                "AllocationId: !If [Chosen, !Ref Any, !Ref 'AWS::NoValue']}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: "
                "0.0.0.0/0, GatewayId: igw-12345678}\n"
            ),
            [
                (
                    "Resources/Nat/Properties/AllocationId/Fn::If/2",
                    "a public NAT gateway needs AllocationId; add it",
                ),
            ],
        ),
        (
            (
                "AllocationId: !Ref Any}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: "
                "0.0.0.0/0, NatGatewayId: !Ref Nat}\n"
            ),
            [
                (
                    "Resources/Nat/Properties/SubnetId",
                    (
                        "${Subnet} has no route to an internet gateway; put the NAT "
                        "gateway into a public subnet"
                    ),
                ),
            ],
        ),
        (
            (
                "AllocationId: !Ref Any}\n"
                "  Route:\n"
                "    Type: AWS::EC2::Route\n"
                "    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, "
                "GatewayId: !Ref Any}\n"
            ),
            [],
        ),
        ("ConnectivityType: private}", []),
        ("ConnectivityType: !Ref Any}", []),
        (("AllocationId: !Ref Any}\nOutputs: {Table: {Value: !Ref Table}}"), []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9416") == expected
