import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: ENABLED}
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
    Properties: {RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0,
          NatGatewayId: !Ref Any}
  PrivateSubnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Any, CidrBlock: 10.0.0.0/24}}
  Service:
    Type: AWS::ECS::Service
    Properties:
      NetworkConfiguration:
        AwsvpcConfiguration: {VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Subnets: [!Ref Subnet], AssignPublicIp: ENABLED",
            [
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfigur"
                        "ation/AssignPublicIp"
                    ),
                    (
                        "tasks get public addresses in the private ${Subnet}; set "
                        "AssignPublicIp to DISABLED"
                    ),
                ),
            ],
        ),
        (
            "Subnets: [!Ref PrivateSubnet], AssignPublicIp: !Ref Pick",
            [
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfigur"
                        "ation/AssignPublicIp"
                    ),
                    (
                        "tasks get public addresses in the private ${PrivateSubnet}; set "
                        "AssignPublicIp to DISABLED"
                    ),
                ),
            ],
        ),
        (
            (
                "Subnets: [!Ref Any, !If [Chosen, !Ref PrivateSubnet, !Ref Any]], "
                "AssignPublicIp: ENABLED"
            ),
            [
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfigur"
                        "ation/AssignPublicIp"
                    ),
                    (
                        "tasks get public addresses in the private ${PrivateSubnet}; set "
                        "AssignPublicIp to DISABLED"
                    ),
                ),
            ],
        ),
        ("Subnets: [!Ref Subnet], AssignPublicIp: !Ref Any", []),
        ("Subnets: [!Ref Any], AssignPublicIp: ENABLED", []),
        ("Subnets: [!Ref PrivateSubnet], AssignPublicIp: DISABLED", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9418") == expected
