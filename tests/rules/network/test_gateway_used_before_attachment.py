import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: igw-12345678}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Table: {Type: AWS::EC2::RouteTable, Properties: {VpcId: !Ref Vpc}}
  Loose: {Type: AWS::EC2::InternetGateway}
  Gateway: {Type: AWS::EC2::InternetGateway}
  Attachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties: {VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway}
  Address: {Type: AWS::EC2::EIP, DependsOn: Attachment}
  Nat:
    Type: AWS::EC2::NatGateway
    Properties: {SubnetId: !Ref Subnet, AllocationId: !GetAtt Address.AllocationId}
  Route:
    Type: AWS::EC2::Route
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "!Ref Gateway}",
            [
                (
                    "Resources/Route",
                    "Route must wait for Attachment; add it to DependsOn",
                ),
            ],
        ),
        (
            "!If [Chosen, !Ref Gateway, !Ref Any]}",
            [
                (
                    "Resources/Route",
                    "Route must wait for Attachment; add it to DependsOn",
                ),
            ],
        ),
        (
            "!Ref Loose}",
            [
                (
                    "Resources/Route/Properties/GatewayId",
                    ("${Loose} is attached to no VPC; add an AWS::EC2::VPCGatewayAttachment"),
                ),
            ],
        ),
        (("!Ref Gateway}\n    DependsOn: [Attachment]"), []),
        ("!GetAtt Attachment.InternetGatewayId}", []),
        ("!Ref Pick}", []),
        ("!Ref Any}", []),
        (
            (
                "!Ref Any}\n"
                "  Second:\n"
                "    Type: AWS::EC2::NatGateway\n"
                "    Properties: {SubnetId: !Ref Subnet, AllocationId: !Ref Any}"
            ),
            [
                (
                    "Resources/Second",
                    "Second must wait for Attachment; add it to DependsOn",
                ),
            ],
        ),
        (
            (
                "!Ref Any}\n"
                "  Second:\n"
                "    Type: AWS::EC2::NatGateway\n"
                "    Properties: {SubnetId: !Ref Subnet, ConnectivityType: private}"
            ),
            [],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9413") == expected
