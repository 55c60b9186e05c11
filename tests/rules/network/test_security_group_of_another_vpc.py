import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: vpc-12345678}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Other: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.1.0.0/16}}
  Subnet: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24}}
  Base: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: Group, VpcId: !Ref Vpc}}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: VALUE
      SecurityGroupIngress: [{IpProtocol: '-1', SourceSecurityGroupId: !Ref Base}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [!Ref Subnet],
            SecurityGroups: [!Ref Group]}}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "!Ref Other",
            [
                (
                    ("Resources/Group/Properties/SecurityGroupIngress/0/SourceSecurityGroupId"),
                    "Base is of another VPC than Group; use a group of the same VPC",
                ),
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfigur"
                        "ation/SecurityGroups/0"
                    ),
                    "Group is not in the VPC of Subnet; give its VpcId",
                ),
            ],
        ),
        (
            "!Ref AWS::NoValue",
            [
                (
                    ("Resources/Group/Properties/SecurityGroupIngress/0/SourceSecurityGroupId"),
                    "Base is of another VPC than Group; use a group of the same VPC",
                ),
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfigur"
                        "ation/SecurityGroups/0"
                    ),
                    "Group is not in the VPC of Subnet; give its VpcId",
                ),
            ],
        ),
        (
            "!If [Chosen, !Ref Other, !Ref 'AWS::NoValue']",
            [
                (
                    ("Resources/Group/Properties/SecurityGroupIngress/0/SourceSecurityGroupId"),
                    "Base is of another VPC than Group; use a group of the same VPC",
                ),
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfigur"
                        "ation/SecurityGroups/0"
                    ),
                    "Group is not in the VPC of Subnet; give its VpcId",
                ),
            ],
        ),
        ("!If [Chosen, !Ref Other, !Ref Vpc]", []),
        ("!Ref Vpc", []),
        ("!GetAtt Subnet.VpcId", []),
        ("!Ref Any", []),
        ("!Ref Pick", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9408") == expected
