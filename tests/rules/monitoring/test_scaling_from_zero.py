import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: '0'}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      ScalingTargetId: !Ref Target
      TargetTrackingScalingPolicyConfiguration:
        PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageCPUUtilization}
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: {@}
"""
PATH = "Resources/Target/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "MinCapacity: !Ref Given, MaxCapacity: 5",
            [
                (
                    f"{PATH}/MinCapacity",
                    (
                        "at 0 tasks the scaling metric has no data and nothing scales "
                        "out again; set MinCapacity to 1 or more"
                    ),
                )
            ],
        ),
        (
            "MinCapacity: !If [IsYes, 0, 1], MaxCapacity: 5",
            [
                (
                    f"{PATH}/MinCapacity/Fn::If/1",
                    (
                        "at 0 tasks the scaling metric has no data and nothing scales "
                        "out again; set MinCapacity to 1 or more"
                    ),
                )
            ],
        ),
        ("MinCapacity: 1, MaxCapacity: 5", []),
        ("MinCapacity: !Ref Any, MaxCapacity: 5", []),
        ("MinCapacity: 0, MaxCapacity: 0", []),
        ("MinCapacity: 0, MaxCapacity: 5, ScheduledActions: [{Schedule: x}]", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9822") == expected
