import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: x}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  LoadBalancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup}
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
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: "
                "ALBRequestCountPerTarget}}"
            ),
            [
                (
                    f"{PATH}/PredefinedMetricSpecification",
                    (
                        "ResourceLabel is missing; write "
                        "${LoadBalancer.LoadBalancerFullName}/${TargetGroup.TargetGroupFullName}"
                    ),
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: "
                "ALBRequestCountPerTarget, ResourceLabel: !Ref Given}}"
            ),
            [
                (
                    f"{PATH}/PredefinedMetricSpecification/ResourceLabel",
                    (
                        "ResourceLabel x (parameter Given) is malformed; write "
                        "${LoadBalancer.LoadBalancerFullName}/${TargetGroup.TargetGroupFullName}"
                    ),
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: "
                "ALBRequestCountPerTarget, ResourceLabel: !Sub "
                "'${LoadBalancer.LoadBalancerFullName}/${Group.TargetGroupFullName}'}}"
            ),
            [],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: "
                "ALBRequestCountPerTarget, ResourceLabel: !Sub "
                "'${LoadBalancer}/${Group}'}}"
            ),
            [
                (
                    f"{PATH}/PredefinedMetricSpecification/ResourceLabel",
                    (
                        "ResourceLabel ${LoadBalancer}/${Group} holds LoadBalancer in "
                        "another form than LoadBalancerFullName; write "
                        "${LoadBalancer.LoadBalancerFullName}/${TargetGroup.TargetGroupFullName}"
                    ),
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: "
                "ALBRequestCountPerTarget, ResourceLabel: !Sub "
                "'${Group.TargetGroupFullName}/${LoadBalancer.LoadBalancerFullName}'}}"
            ),
            [
                (
                    f"{PATH}/PredefinedMetricSpecification/ResourceLabel",
                    (
                        "ResourceLabel "
                        "${Group.TargetGroupFullName}/${LoadBalancer.LoadBalancerFullName} "
                        "has the target group first; write "
                        "${LoadBalancer.LoadBalancerFullName}/${TargetGroup.TargetGroupFullName}"
                    ),
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: "
                "ALBRequestCountPerTarget, ResourceLabel: "
                "app/web/778d41231b141a0f/targetgroup/web/943f017f100becff}}"
            ),
            [],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: "
                "ALBRequestCountPerTarget, ResourceLabel: !Ref Any}}"
            ),
            [],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: "
                "ECSServiceAverageCPUUtilization, ResourceLabel: app/web}}"
            ),
            [
                (
                    f"{PATH}/PredefinedMetricSpecification/ResourceLabel",
                    "ECSServiceAverageCPUUtilization takes no ResourceLabel; remove it",
                )
            ],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: !If "
                "[IsYes, ALBRequestCountPerTarget, "
                "ECSServiceAverageCPUUtilization], ResourceLabel: !If [IsYes, "
                "!Ref Any, !Ref 'AWS::NoValue']}}"
            ),
            [],
        ),
        (
            (
                "TargetTrackingScalingPolicyConfiguration: "
                "{PredefinedMetricSpecification: {PredefinedMetricType: !If "
                "[IsYes, ALBRequestCountPerTarget, "
                "ECSServiceAverageCPUUtilization], ResourceLabel: !If [IsYes, "
                "!Ref 'AWS::NoValue', !Ref Any]}}"
            ),
            [
                (
                    f"{PATH}/PredefinedMetricSpecification/ResourceLabel/Fn::If/1",
                    (
                        "ResourceLabel is missing; write "
                        "${LoadBalancer.LoadBalancerFullName}/${TargetGroup.TargetGroupFullName}"
                    ),
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9815") == expected
