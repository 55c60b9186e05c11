import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: '700'}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties: {@}
"""
PATH = "Resources/Policy/Properties/TargetTrackingScalingPolicyConfiguration"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            (
                "TargetTrackingScalingPolicyConfiguration: {TargetValue: !Ref "
                "Given, PredefinedMetricSpecification: {PredefinedMetricType: "
                "ECSServiceAverageCPUUtilization}}"
            ),
            [
                (
                    f"{PATH}/TargetValue",
                    (
                        "TargetValue 700 (parameter Given) is not a percentage from 1 "
                        "to 100 (ECSServiceAverageCPUUtilization)"
                    ),
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: {TargetValue: !If "
                "[IsYes, 70, 0], PredefinedMetricSpecification: "
                "{PredefinedMetricType: ECSServiceAverageMemoryUtilization}}"
            ),
            [
                (
                    f"{PATH}/TargetValue/Fn::If/2",
                    (
                        "TargetValue 0 is not a percentage from 1 to 100 "
                        "(ECSServiceAverageMemoryUtilization)"
                    ),
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: {TargetValue: 700, "
                "PredefinedMetricSpecification: {PredefinedMetricType: "
                "ALBRequestCountPerTarget}}"
            ),
            [],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: {TargetValue: 0, "
                "PredefinedMetricSpecification: {PredefinedMetricType: "
                "ALBRequestCountPerTarget}}"
            ),
            [
                (
                    f"{PATH}/TargetValue",
                    "TargetValue 0 is not a number above 0 (ALBRequestCountPerTarget)",
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: {TargetValue: !Ref "
                "Any, PredefinedMetricSpecification: {PredefinedMetricType: "
                "ECSServiceAverageCPUUtilization}}"
            ),
            [],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: {TargetValue: 700, "
                "CustomizedMetricSpecification: {}}"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9818") == expected
