import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Gateway: {Type: String, Default: igw-11111111, AllowedValues: [igw-11111111]}
"""
RESOURCES = """  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Nat: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc}}
  Public: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc}}
  Closed: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc}}
  NatTable: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  PublicTable: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  ClosedTable: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  NatLink:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {SubnetId: !Ref Nat, RouteTableId: !Ref NatTable}
  PublicLink:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {SubnetId: !Ref Public, RouteTableId: !Ref PublicTable}
  ClosedLink:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: {SubnetId: !Ref Closed, RouteTableId: !Ref ClosedTable}
  NatRoute:
    Type: AWS::EC2::Route
    Properties:
      {RouteTableId: !Ref NatTable, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: nat-1}
  PublicRoute:
    Type: AWS::EC2::Route
    Properties:
      {RouteTableId: !Ref PublicTable, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway}
  Function:
    Type: AWS::Lambda::Function
    Properties: {Role: x, BODY}
"""
PATH = "Resources/Function/Properties/VpcConfig/SubnetIds"
MESSAGE = (
    "${Public} routes to an internet gateway, which does not serve functions; use a subnet behind "
    "a NAT gateway"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("VpcConfig: {SubnetIds: [!Ref Nat, !Ref Public]}", [(f"{PATH}/1", MESSAGE)]),
        (
            "VpcConfig: {SubnetIds: [!If [IsUsed, !Ref Public, !Ref Nat]]}",
            [(f"{PATH}/0/Fn::If/1", MESSAGE)],
        ),
        ("VpcConfig: {SubnetIds: [!Ref Nat]}", []),
        # Without any route: endpoints serve it, or nothing needs to.
        ("VpcConfig: {SubnetIds: [!Ref Closed]}", []),
        ("VpcConfig: {SubnetIds: [!Ref Any]}", []),
        ("Timeout: 9", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9437") == expected
