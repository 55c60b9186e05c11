"""W9822."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.autoscaling import POLICY, TARGET, TRACKING
from axonflow_cfn.rule import DeployabilityRule, Finding

_METRIC = f"{TRACKING}.PredefinedMetricSpecification.PredefinedMetricType"
_PER_TASK = ("ECSServiceAverage", "ALBRequestCountPerTarget")


class ScalingFromZero(DeployabilityRule):
    """A service that scales in to nothing and can't come back."""

    id = "W9822"
    shortdesc = "With MinCapacity 0 the service can't scale out again by its own metric"
    description = (
        "A service without tasks reports no CPU, memory or requests per target, so target tracking "
        "on them never adds the first task: once at zero it stays there. Set MinCapacity to 1 or "
        "more, or scale by a metric that exists without tasks, such as a queue's length."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/"
        "API_RegisterScalableTarget.html"
    )
    tags = ["resources", "applicationautoscaling", "ecs"]
    bad = """
Resources:
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: service/main/web
      MinCapacity: 0
      MaxCapacity: 5
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: cpu
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref Target
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 70
        PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageCPUUtilization}
"""
    good = bad.replace("MinCapacity: 0", "MinCapacity: 1")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for targets that may reach zero and have only such policies."""
        for target in model.of_type(TARGET):
            policies = [p for p in model.users_of(target.logical_id) if p.type == POLICY]
            for low, high, schedule in target.cases(
                "MinCapacity", "MaxCapacity", "ScheduledActions"
            ):
                zero = low.number == 0 and high.number != 0 and schedule.absent
                if zero and policies and all(map(_needs_tasks, policies)):
                    yield Finding(
                        low.path,
                        "at 0 tasks the scaling metric has no data and nothing scales out again; "
                        "set MinCapacity to 1 or more",
                    )


def _needs_tasks(policy: Resource) -> bool:
    metrics = [value.text or "" for value in policy.values(_METRIC)]
    return bool(metrics) and all(metric.startswith(_PER_TASK) for metric in metrics)
