import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: web}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Group, VpcId: !If [Chosen, !Ref Vpc, !Ref Any], VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            ("SecurityGroupIngress: [{IpProtocol: '-1', SourceSecurityGroupName: web}]}"),
            [
                (
                    ("Resources/Group/Properties/SecurityGroupIngress/0/SourceSecurityGroupName"),
                    (
                        "SourceSecurityGroupName does not work for Group in a VPC; use "
                        "SourceSecurityGroupId"
                    ),
                ),
            ],
        ),
        (
            ("SecurityGroupIngress: [{IpProtocol: '-1', SourceSecurityGroupName: !Ref Any}]}"),
            [
                (
                    ("Resources/Group/Properties/SecurityGroupIngress/0/SourceSecurityGroupName"),
                    (
                        "SourceSecurityGroupName does not work for Group in a VPC; use "
                        "SourceSecurityGroupId"
                    ),
                ),
            ],
        ),
        (
            (
                "SecurityGroupIngress: []}\n"
                "  Rule:\n"
                "    Type: AWS::EC2::SecurityGroupIngress\n"
                "    Properties: {GroupName: !Ref Group, IpProtocol: '-1', CidrIp: "
                "10.0.0.0/8}"
            ),
            [
                (
                    "Resources/Rule/Properties/GroupName",
                    "GroupName does not work for Group in a VPC; use GroupId",
                ),
            ],
        ),
        (
            (
                "SecurityGroupIngress: []}\n"
                "  Rule:\n"
                "    Type: AWS::EC2::SecurityGroupIngress\n"
                "    Properties: {GroupId: !Ref Any, IpProtocol: '-1', "
                "SourceSecurityGroupName: !Ref Group}"
            ),
            [
                (
                    "Resources/Rule/Properties/SourceSecurityGroupName",
                    (
                        "SourceSecurityGroupName does not work for Group in a VPC; use "
                        "SourceSecurityGroupId"
                    ),
                ),
            ],
        ),
        (
            (
                "SecurityGroupIngress: []}\n"
                "  Rule:\n"
                "    Type: AWS::EC2::SecurityGroupIngress\n"
                "    Properties: {IpProtocol: '-1', CidrIp: 10.0.0.0/8}"
            ),
            [
                (
                    "Resources/Rule",
                    "Rule belongs to no group; give GroupId",
                ),
            ],
        ),
        (
            (
                "SecurityGroupIngress: []}\n"
                "  Rule:\n"
                "    Type: AWS::EC2::SecurityGroupIngress\n"
                "    Properties: {GroupName: !Ref Pick, IpProtocol: '-1', CidrIp: 10.0.0.0/8}"
            ),
            [],
        ),
        ("SecurityGroupIngress: [{IpProtocol: '-1', SourceSecurityGroupId: !Ref Any}]}", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9406") == expected
