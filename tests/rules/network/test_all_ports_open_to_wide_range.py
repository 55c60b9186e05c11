import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Range: {Type: String, Default: 10.0.0.0/8}
"""
RESOURCES = """  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: vpc-12345678
      SecurityGroupIngress: [BODY]
  Service:
    Type: AWS::ECS::Service
    Properties:
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref Group]}}
"""
PATH = "Resources/Group/Properties/SecurityGroupIngress/0"


def found(shown: str, why: str, path: str = PATH) -> list[tuple[str, str]]:
    message = (
        f"{shown} ({why}) may reach every port of Service; allow only the ports that are "
        "served, from those who use them"
    )
    return [(path, message)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{IpProtocol: '-1', CidrIp: 10.0.0.0/8}", found("10.0.0.0/8", "wider than any VPC")),
        (
            "{IpProtocol: tcp, FromPort: 0, ToPort: 65535, CidrIp: 172.16.0.0/12}",
            found("172.16.0.0/12", "wider than any VPC"),
        ),
        ("{IpProtocol: '-1', CidrIp: 8.8.8.0/24}", found("8.8.8.0/24", "of the internet")),
        (
            "{IpProtocol: '-1', CidrIp: !Ref Range}",
            found("10.0.0.0/8 (parameter Range)", "wider than any VPC"),
        ),
        (
            "!If [IsUsed, {IpProtocol: '-1', CidrIp: 10.0.0.0/8}, !Ref AWS::NoValue]",
            found("10.0.0.0/8", "wider than any VPC", f"{PATH}/Fn::If/1"),
        ),
        ("{IpProtocol: '-1', CidrIp: 10.0.0.0/16}", []),
        ("{IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 10.0.0.0/8}", []),
        ("{IpProtocol: '-1', SourceSecurityGroupId: sg-12345678}", []),
        ("{IpProtocol: '-1', CidrIp: !Ref Any}", []),
        # Everybody is another rule's.
        ("{IpProtocol: '-1', CidrIp: 0.0.0.0/0}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9443") == expected


def test_a_rule_of_its_own_and_a_group_of_nobody() -> None:
    rule = """  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !Ref Group, IpProtocol: -1, CidrIp: 10.0.0.0/8}
"""
    whole = RESOURCES.replace("BODY", "") + rule
    path = "Resources/Rule/Properties"
    assert report(template(whole, ""), "W9443") == found("10.0.0.0/8", "wider than any VPC", path)
    unused = whole.replace("SecurityGroups: [!Ref Group]", "SecurityGroups: [!Ref Any]")
    assert report(template(unused, ""), "W9443") == []
