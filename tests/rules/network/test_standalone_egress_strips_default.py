import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 5432}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Group, VpcId: vpc-12345678}
  Rule:
    Type: AWS::EC2::SecurityGroupEgress
    Properties: {GroupId: !Ref Group, VALUE, CidrIp: 10.0.0.0/8}
  Service:
    Type: AWS::ECS::Service
    Properties:
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref Group]}}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "IpProtocol: tcp, FromPort: 5432, ToPort: 5432",
            [
                (
                    "Resources/Rule/Properties",
                    (
                        "this rule replaces the one that lets Group send anywhere; state "
                        "all its egress inline, TCP port 443 included"
                    ),
                ),
            ],
        ),
        (
            "IpProtocol: tcp, FromPort: 80, ToPort: !If [Chosen, 80, 90]",
            [
                (
                    "Resources/Rule/Properties",
                    (
                        "this rule replaces the one that lets Group send anywhere; state "
                        "all its egress inline, TCP port 443 included"
                    ),
                ),
            ],
        ),
        (
            "IpProtocol: udp, FromPort: 443, ToPort: 443",
            [
                (
                    "Resources/Rule/Properties",
                    (
                        "this rule replaces the one that lets Group send anywhere; state "
                        "all its egress inline, TCP port 443 included"
                    ),
                ),
            ],
        ),
        ("IpProtocol: '-1'", []),
        ("IpProtocol: tcp, FromPort: 0, ToPort: 1024", []),
        ("IpProtocol: tcp, FromPort: !Ref Any, ToPort: !Ref Any", []),
        ("IpProtocol: tcp, FromPort: !Ref Pick, ToPort: !Ref Pick", []),
        ("IpProtocol: !Ref Any, FromPort: 80, ToPort: 80", []),
        ("IpProtocol: tcp, FromPort: 443, ToPort: 443", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9409") == expected
