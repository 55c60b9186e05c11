import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 10.0.0.0/8}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: vpc-12345678
      SecurityGroupIngress: [VALUE]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            (
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}, "
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}"
            ),
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/1",
                    "the same rule for 10.0.0.0/8 is there already; remove one",
                ),
            ],
        ),
        (
            (
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}, "
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: !Ref Pick}"
            ),
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/1",
                    ("the same rule for 10.0.0.0/8 (parameter Pick) is there already; remove one"),
                ),
            ],
        ),
        (
            (
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}, !If "
                "[Chosen, {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: "
                "10.0.0.0/8}, {IpProtocol: tcp, FromPort: 81, ToPort: 81, CidrIp: "
                "10.0.0.0/8}]"
            ),
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/1/Fn::If/1",
                    "the same rule for 10.0.0.0/8 is there already; remove one",
                ),
            ],
        ),
        (
            (
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref "
                "Any}]\n"
                "  Rule:\n"
                "    Type: AWS::EC2::SecurityGroupIngress\n"
                "    Properties: {GroupId: !Ref Group, IpProtocol: '6', FromPort: 80, "
                "ToPort: 80, SourceSecurityGroupId: !Ref Any}\n"
                "  Tagged:\n"
                "    Type: AWS::EC2::SecurityGroup\n"
                "    Properties:\n"
                "      GroupDescription: Group\n"
                "      Tags: [{Key: a, Value: b}"
            ),
            [
                (
                    "Resources/Rule/Properties",
                    "the same rule for ${Any} is there already; remove one",
                ),
            ],
        ),
        (
            (
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}, "
                "{IpProtocol: tcp, FromPort: 80, ToPort: 81, CidrIp: 10.0.0.0/8}"
            ),
            [],
        ),
        (
            (
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}, "
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: !Ref Any}"
            ),
            [],
        ),
        (
            (
                "!If [Chosen, {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: "
                "10.0.0.0/8}, {IpProtocol: tcp, FromPort: 81, ToPort: 81, CidrIp: "
                "10.0.0.0/8}], !If [Chosen, {IpProtocol: tcp, FromPort: 81, ToPort: 81, "
                "CidrIp: 10.0.0.0/8}, {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: "
                "10.0.0.0/8}]"
            ),
            [],
        ),
        (
            (
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}, "
                "{IpProtocol: udp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}"
            ),
            [],
        ),
        (
            (
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref "
                "Other}, {IpProtocol: tcp, FromPort: 80, ToPort: 80, "
                "SourceSecurityGroupId: !GetAtt Other.GroupId}]\n"
                "  Other:\n"
                "    Type: AWS::EC2::SecurityGroup\n"
                "    Properties:\n"
                "      GroupDescription: Group\n"
                "      Tags: [{Key: a, Value: b}"
            ),
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/1",
                    "the same rule for ${Other.GroupId} is there already; remove one",
                ),
            ],
        ),
        (
            (
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: "
                "!ImportValue a}, {IpProtocol: tcp, FromPort: 80, ToPort: 80, "
                "SourceSecurityGroupId: !ImportValue b}"
            ),
            [],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9407") == expected
