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
    Properties: {@}
"""
PATH = "Resources/Policy/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("PolicyType: !Ref Given, StepScalingPolicyConfiguration: {}", []),
        (
            "PolicyType: TargetTrackingScaling",
            [
                (
                    f"{PATH}/PolicyType",
                    (
                        "PolicyType TargetTrackingScaling needs "
                        "TargetTrackingScalingPolicyConfiguration"
                    ),
                )
            ],
        ),
        (
            (
                "PolicyType: StepScaling, "
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: X}}"
            ),
            [
                (
                    f"{PATH}/PolicyType",
                    "PolicyType StepScaling needs StepScalingPolicyConfiguration",
                ),
                (
                    f"{PATH}/TargetTrackingScalingPolicyConfiguration",
                    (
                        "TargetTrackingScalingPolicyConfiguration does not go with "
                        "PolicyType StepScaling"
                    ),
                ),
            ],
        ),
        (
            (
                "PolicyType: !If [IsYes, StepScaling, TargetTrackingScaling], "
                "StepScalingPolicyConfiguration: !If [IsYes, {}, !Ref "
                "'AWS::NoValue'], TargetTrackingScalingPolicyConfiguration: !If "
                "[IsYes, !Ref 'AWS::NoValue', {CustomizedMetricSpecification: "
                "{}}]"
            ),
            [],
        ),
        (
            (
                "PolicyType: !If [IsYes, StepScaling, TargetTrackingScaling], "
                "StepScalingPolicyConfiguration: {}"
            ),
            [
                (
                    f"{PATH}/PolicyType/Fn::If/2",
                    (
                        "PolicyType TargetTrackingScaling needs "
                        "TargetTrackingScalingPolicyConfiguration"
                    ),
                ),
                (
                    f"{PATH}/StepScalingPolicyConfiguration",
                    (
                        "StepScalingPolicyConfiguration does not go with PolicyType "
                        "TargetTrackingScaling"
                    ),
                ),
            ],
        ),
        (
            (
                "PolicyType: !Ref Any, "
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: X}}"
            ),
            [],
        ),
        (
            "TargetTrackingScalingPolicyConfiguration: {TargetValue: 1}",
            [
                (
                    f"{PATH}/TargetTrackingScalingPolicyConfiguration",
                    (
                        "target tracking needs PredefinedMetricSpecification or "
                        "CustomizedMetricSpecification"
                    ),
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {}, "
                "CustomizedMetricSpecification: {}}"
            ),
            [
                (
                    f"{PATH}/TargetTrackingScalingPolicyConfiguration/CustomizedMetricSpecification",
                    (
                        "PredefinedMetricSpecification and "
                        "CustomizedMetricSpecification exclude each other; keep one"
                    ),
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {}, ScaleInCooldown: -1}"
            ),
            [
                (
                    f"{PATH}/TargetTrackingScalingPolicyConfiguration/ScaleInCooldown",
                    "ScaleInCooldown is -1; it is 0 or more",
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9817") == expected
