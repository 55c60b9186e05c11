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
            "{IpProtocol: '-1', CidrIp: 0.0.0.0/0}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0",
                    ("0.0.0.0/0 may reach every port; allow only the ports that are served"),
                ),
            ],
        ),
        (
            "{IpProtocol: -1, CidrIp: !Ref Pick}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0",
                    (
                        "0.0.0.0/0 (parameter Pick) may reach every port; allow only the "
                        "ports that are served"
                    ),
                ),
            ],
        ),
        (
            "{IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIpv6: '::/0'}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0",
                    "::/0 may reach every port; allow only the ports that are served",
                ),
            ],
        ),
        (
            "!If [Chosen, {IpProtocol: '-1', CidrIp: 0.0.0.0/0}, !Ref 'AWS::NoValue']",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0/Fn::If/1",
                    ("0.0.0.0/0 may reach every port; allow only the ports that are served"),
                ),
            ],
        ),
        ("{IpProtocol: '-1', CidrIp: !Ref Any}", []),
        ("{IpProtocol: !Ref Any, CidrIp: 0.0.0.0/0}", []),
        ("{IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 0.0.0.0/0}", []),
        ("{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9403") == expected


OUTSIDE = """
Parameters:
  Theirs: {Type: 'AWS::EC2::SecurityGroup::Id'}
Resources:
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !Ref GROUP, PORTS, CidrIp: 0.0.0.0/0}
"""


@pytest.mark.parametrize("group", ["Theirs", "Group"])
def test_a_rule_of_a_group_outside_the_template(group: str) -> None:
    template = OUTSIDE.replace("GROUP", group).replace("PORTS", "IpProtocol: '-1'")
    assert report(template, "W9403") == [
        (
            "Resources/Rule/Properties",
            "0.0.0.0/0 may reach every port; allow only the ports that are served",
        )
    ]
