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
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Group
      VpcId: vpc-12345678
      SecurityGroupIngress: []
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !Ref Group, IpProtocol: '-1', CidrIp: 10.0.0.0/8}
  Service:
    Type: AWS::ECS::Service
    Properties:
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [VALUE]}}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "!Ref Any",
            [
                (
                    "Resources/Group",
                    "nothing uses Group; attach it or remove it",
                ),
            ],
        ),
        (
            "!Ref Pick",
            [
                (
                    "Resources/Group",
                    "nothing uses Group; attach it or remove it",
                ),
            ],
        ),
        ("!Ref Group", []),
        ("!If [Chosen, !GetAtt Group.GroupId, !Ref Any]", []),
        ("!Sub '${Group}'", []),
        (
            (
                "!Ref Any]}}\n"
                "Outputs: {Group: {Value: !Join [a, [!Ref Group]]}}\n"
                "Metadata: {A: {B: [c"
            ),
            [],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "I9410") == expected
