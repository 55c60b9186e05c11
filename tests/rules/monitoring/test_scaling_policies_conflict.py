import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: cpu}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Target: {Type: AWS::ApplicationAutoScaling::ScalableTarget}
  First:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: cpu
      ScalingTargetId: !Ref Target
      TargetTrackingScalingPolicyConfiguration:
        PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageCPUUtilization}
  Second:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties: {@}
"""
PATH = "Resources/Second/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "ScalingTargetId: !Ref Target, PolicyName: !Ref Given",
            [
                (
                    f"{PATH}/PolicyName",
                    (
                        "First has the name cpu (parameter Given) on the same target; "
                        "merge or rename them"
                    ),
                )
            ],
        ),
        (
            (
                "ScalingTargetId: !Ref Target, PolicyName: memory, "
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: !If "
                "[IsYes, ECSServiceAverageCPUUtilization, "
                "ECSServiceAverageMemoryUtilization]}}"
            ),
            [
                (
                    f"{PATH}/TargetTrackingScalingPolicyConfiguration/PredefinedMetricSpecification/PredefinedMetricType/Fn::If/1",
                    (
                        "First has the metric ECSServiceAverageCPUUtilization on the "
                        "same target; merge or rename them"
                    ),
                )
            ],
        ),
        (
            (
                "ScalingTargetId: !Ref Target, PolicyName: memory, "
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: "
                "ECSServiceAverageMemoryUtilization}}"
            ),
            [],
        ),
        ("ScalingTargetId: !Ref Any, PolicyName: cpu", []),
        ("ScalingTargetId: !Ref Target, PolicyName: !Ref Any", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9824") == expected
