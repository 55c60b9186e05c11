import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: RDSReaderAverageCPUUtilization}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties: {ServiceNamespace: ecs}
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties: {ScalingTargetId: !Ref Target, @}
"""
PATH = (
    "Resources/Policy/Properties/TargetTrackingScalingPolicyConfi"
    "guration/PredefinedMetricSpecification"
)


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: !Ref "
                "Given}}"
            ),
            [
                (
                    f"{PATH}/PredefinedMetricType",
                    (
                        "RDSReaderAverageCPUUtilization (parameter Given) is a metric "
                        "of rds, not of ecs"
                    ),
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: !If "
                "[IsYes, ECSServiceAverageCPUUtilization, "
                "ASGAverageCPUUtilization]}}"
            ),
            [
                (
                    f"{PATH}/PredefinedMetricType/Fn::If/2",
                    "there is no predefined scaling metric ASGAverageCPUUtilization",
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: "
                "ECSServiceAverageMemoryUtilization}}"
            ),
            [],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: "
                "ALBRequestCountPerTarget}}"
            ),
            [],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: !Ref "
                "Any}}"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9814") == expected
