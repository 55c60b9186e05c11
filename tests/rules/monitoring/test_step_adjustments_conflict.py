import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: ChangeInCapacity}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties: {@}
"""
PATH = "Resources/Policy/Properties/StepScalingPolicyConfiguration"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            (
                "StepScalingPolicyConfiguration: {AdjustmentType: !Ref Given, "
                "StepAdjustments: [{MetricIntervalLowerBound: 0}, "
                "{MetricIntervalLowerBound: 10}]}"
            ),
            [
                (
                    f"{PATH}/StepAdjustments",
                    ("StepAdjustments: two steps overlap from 10; give the first an upper bound"),
                )
            ],
        ),
        (
            (
                "StepScalingPolicyConfiguration: {AdjustmentType: "
                "ChangeInCapacity, StepAdjustments: [{MetricIntervalLowerBound: "
                "0, MetricIntervalUpperBound: 10}, {MetricIntervalLowerBound: "
                "20}]}"
            ),
            [(f"{PATH}/StepAdjustments", "StepAdjustments: no step covers 10 to 20")],
        ),
        (
            (
                "StepScalingPolicyConfiguration: {AdjustmentType: "
                "ChangeInCapacity, StepAdjustments: [{MetricIntervalUpperBound: "
                "-10}, {MetricIntervalLowerBound: -10, "
                "MetricIntervalUpperBound: 0}]}"
            ),
            [],
        ),
        (
            (
                "StepScalingPolicyConfiguration: {AdjustmentType: "
                "ChangeInCapacity, StepAdjustments: [{MetricIntervalLowerBound: "
                "5, MetricIntervalUpperBound: 5}]}"
            ),
            [
                (
                    f"{PATH}/StepAdjustments",
                    "StepAdjustments: the lower bound 5 is not below the upper bound 5",
                )
            ],
        ),
        (
            (
                "StepScalingPolicyConfiguration: {AdjustmentType: "
                "ChangeInCapacity, StepAdjustments: [{MetricIntervalLowerBound: "
                "0, MetricIntervalUpperBound: !If [IsYes, 10, 20]}, "
                "{MetricIntervalLowerBound: 30}]}"
            ),
            [],
        ),
        (
            (
                "StepScalingPolicyConfiguration: {AdjustmentType: "
                "ChangeInCapacity, StepAdjustments: [!If [IsYes, "
                "{MetricIntervalLowerBound: 0, MetricIntervalUpperBound: 10}, "
                "{MetricIntervalLowerBound: 0}], {MetricIntervalLowerBound: "
                "10}]}"
            ),
            [
                (
                    f"{PATH}/StepAdjustments",
                    ("StepAdjustments: two steps overlap from 10; give the first an upper bound"),
                )
            ],
        ),
        (
            (
                "StepScalingPolicyConfiguration: {AdjustmentType: "
                "ChangeInCapacity, StepAdjustments: [{MetricIntervalLowerBound: "
                "0, MetricIntervalUpperBound: !Ref Any}, "
                "{MetricIntervalLowerBound: 20}]}"
            ),
            [],
        ),
        (
            (
                "StepScalingPolicyConfiguration: {AdjustmentType: "
                "ChangeInCapacity, StepAdjustments: []}"
            ),
            [(f"{PATH}/StepAdjustments", "StepAdjustments: at least one is needed")],
        ),
        (
            (
                "StepScalingPolicyConfiguration: {AdjustmentType: "
                "ExactCapacity, StepAdjustments: [{MetricIntervalLowerBound: 0, "
                "ScalingAdjustment: -1}]}"
            ),
            [
                (
                    f"{PATH}/StepAdjustments/0/ScalingAdjustment",
                    "ExactCapacity takes no negative number, got -1",
                )
            ],
        ),
        (
            (
                "StepScalingPolicyConfiguration: {AdjustmentType: !Ref Given, "
                "MinAdjustmentMagnitude: 2}"
            ),
            [
                (
                    f"{PATH}/MinAdjustmentMagnitude",
                    (
                        "MinAdjustmentMagnitude goes with PercentChangeInCapacity, not "
                        "ChangeInCapacity (parameter Given)"
                    ),
                )
            ],
        ),
        (
            (
                "StepScalingPolicyConfiguration: {AdjustmentType: "
                "PercentChangeInCapacity, MinAdjustmentMagnitude: 2}"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9816") == expected
