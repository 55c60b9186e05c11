import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 1}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  First:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Any
      Priority: 1
      Conditions: [{Field: path-pattern, Values: [/a]}]
      Actions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
  Second:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Any
      Priority: VALUE
      Conditions: [{Field: path-pattern, Values: [/a]}]
      Actions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "1",
            [
                (
                    "Resources/Second/Properties/Priority",
                    "First already has priority 1 on ${Any}; give another one",
                ),
            ],
        ),
        (
            "'1'",
            [
                (
                    "Resources/Second/Properties/Priority",
                    "First already has priority 1 on ${Any}; give another one",
                ),
            ],
        ),
        (
            "!Ref Pick",
            [
                (
                    "Resources/Second/Properties/Priority",
                    ("First already has priority 1 (parameter Pick) on ${Any}; give another one"),
                ),
            ],
        ),
        (
            "!If [Chosen, 1, 2]",
            [
                (
                    "Resources/Second/Properties/Priority/Fn::If/1",
                    "First already has priority 1 on ${Any}; give another one",
                ),
            ],
        ),
        ("!Ref Any", []),
        ("2", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9212") == expected
