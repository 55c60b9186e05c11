import pytest
from linting import report

HEAD = """
Parameters: {Word: {Type: String}}
Conditions: {Closed: !Equals [!Ref Word, closed]}
Resources:
  Group: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x, %s}}
"""
SEPARATE = """
  Rule:
    Type: AWS::EC2::SecurityGroupEgress
    Properties: {GroupId: !Ref Group, IpProtocol: '-1', CidrIp: 127.0.0.1/32}
"""
PATH = "Resources/Group/Properties/SecurityGroupEgress"
MESSAGE = (
    "SecurityGroupEgress is empty, so all outbound traffic stays allowed; give a rule to "
    "127.0.0.1/32 to allow none"
)
RULE = "{IpProtocol: '-1', CidrIp: 127.0.0.1/32}"


@pytest.mark.parametrize(
    ("properties", "more", "expected"),
    [
        ("SecurityGroupEgress: []", "", [(PATH, MESSAGE)]),
        (f"SecurityGroupEgress: !If [Closed, [], [{RULE}]]", "", [(f"{PATH}/Fn::If/1", MESSAGE)]),
        (f"SecurityGroupEgress: [!If [Closed, {RULE}, !Ref AWS::NoValue]]", "", [(PATH, MESSAGE)]),
        ("SecurityGroupEgress: []", SEPARATE, []),
        (f"SecurityGroupEgress: [{RULE}]", "", []),
        ("VpcId: vpc-1", "", []),
        ("SecurityGroupEgress: !Ref AWS::NoValue", "", []),
        ("SecurityGroupEgress: !Split [',', !Ref Word]", "", []),
    ],
)
def test_cases(properties: str, more: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD % properties + more, "W9401") == expected
