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
            "{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0",
                    ("0.0.0.0/0 may reach port 22 (SSH); allow a security group or your own range"),
                ),
            ],
        ),
        (
            "{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Pick}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0",
                    (
                        "0.0.0.0/0 (parameter Pick) may reach port 22 (SSH); allow a "
                        "security group or your own range"
                    ),
                ),
            ],
        ),
        (
            (
                "!If [Chosen, {IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: "
                "0.0.0.0/0}, {IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: "
                "0.0.0.0/0}]"
            ),
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0/Fn::If/1",
                    (
                        "0.0.0.0/0 may reach port 3389 (RDP); allow a security group or "
                        "your own range"
                    ),
                ),
            ],
        ),
        (
            "{IpProtocol: tcp, FromPort: 1024, ToPort: 65534, CidrIpv6: '::/0'}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0",
                    (
                        "::/0 may reach port 1433 (SQL Server), 1521 (Oracle), 2049 "
                        "(NFS) and 19 more; allow a security group or your own range"
                    ),
                ),
            ],
        ),
        (
            "{IpProtocol: udp, FromPort: 2049, ToPort: 2049, CidrIp: 0.0.0.0/0}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0",
                    (
                        "0.0.0.0/0 may reach port 2049 (NFS); allow a security group or "
                        "your own range"
                    ),
                ),
            ],
        ),
        (
            (
                "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0}]\n"
                "  Rule:\n"
                "    Type: AWS::EC2::SecurityGroupIngress\n"
                "    Properties: {GroupId: !Ref Group, IpProtocol: tcp, FromPort: 5432, "
                "ToPort: 5432, CidrIp: 0.0.0.0/0}\n"
                "  Tagged:\n"
                "    Type: AWS::EC2::SecurityGroup\n"
                "    Properties:\n"
                "      GroupDescription: Group\n"
                "      Tags: [{Key: a, Value: b}"
            ),
            [
                (
                    "Resources/Rule/Properties",
                    (
                        "0.0.0.0/0 may reach port 5432 (PostgreSQL); allow a security "
                        "group or your own range"
                    ),
                ),
            ],
        ),
        ("{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Any}", []),
        ("{IpProtocol: tcp, FromPort: !Ref Any, ToPort: !Ref Any, CidrIp: 0.0.0.0/0}", []),
        ("{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0}", []),
        ("{IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8}", []),
        ("{IpProtocol: '-1', CidrIp: 0.0.0.0/0}", []),
        ("{IpProtocol: icmp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0}", []),
        (
            "{IpProtocol: tcp, FromPort: 135, ToPort: 445, CidrIp: 0.0.0.0/0}",
            [
                (
                    "Resources/Group/Properties/SecurityGroupIngress/0",
                    (
                        "0.0.0.0/0 may reach port 135 (RPC), 139 (NetBIOS), 445 (SMB); "
                        "allow a security group or your own range"
                    ),
                ),
            ],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9402") == expected


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
    template = OUTSIDE.replace("GROUP", group).replace(
        "PORTS", "IpProtocol: tcp, FromPort: 22, ToPort: 22"
    )
    assert report(template, "W9402") == [
        (
            "Resources/Rule/Properties",
            "0.0.0.0/0 may reach port 22 (SSH); allow a security group or your own range",
        )
    ]
