import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: StepScaling}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties: {PolicyType: @}
"""
PATH = "Resources"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "!Ref Given",
            [(f"{PATH}/Policy", "no alarm has Policy in AlarmActions, so it never acts")],
        ),
        (
            "!If [IsYes, StepScaling, TargetTrackingScaling]",
            [(f"{PATH}/Policy", "no alarm has Policy in AlarmActions, so it never acts")],
        ),
        ("TargetTrackingScaling", []),
        ("!Ref Any", []),
        (
            (
                "StepScaling}\n  Alarm: {Type: AWS::CloudWatch::Alarm, "
                "Properties: {AlarmActions: [!Ref Policy]}"
            ),
            [],
        ),
        ("StepScaling}\nOutputs:\n  Policy: {Value: !Ref Policy", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9821") == expected
