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
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Protocol: HTTP, Port: 80",
            [
                (
                    "Resources/Targets/Properties",
                    "Targets has targets by instance and no VpcId; add it",
                ),
            ],
        ),
        (
            "Protocol: HTTP, VpcId: !Ref Pick",
            [
                (
                    "Resources/Targets/Properties",
                    "Targets has targets by instance and no Port; add it",
                ),
            ],
        ),
        (
            ("Port: 80, Protocol: HTTP, VpcId: !If [Chosen, vpc-12345678, !Ref 'AWS::NoValue']"),
            [
                (
                    "Resources/Targets/Properties/VpcId/Fn::If/2",
                    "Targets has targets by instance and no VpcId; add it",
                ),
            ],
        ),
        ("Protocol: HTTP, Port: 80, VpcId: !Ref Any", []),
        ("TargetType: !Ref Any, Port: 80", []),
        ("TargetType: lambda", []),
        ("Name: web", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9223") == expected
