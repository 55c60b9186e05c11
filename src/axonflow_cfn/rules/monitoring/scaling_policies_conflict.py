"""E9824."""

from collections.abc import Iterator
from itertools import combinations

from axonflow_cfn.model import UNKNOWN, Resource, TemplateModel, Value
from axonflow_cfn.model.autoscaling import POLICY, TRACKING
from axonflow_cfn.rule import DeployabilityRule, Finding

_METRIC = f"{TRACKING}.PredefinedMetricSpecification.PredefinedMetricType"
_KEYS = (("PolicyName", "name"), (_METRIC, "metric"))


class ScalingPoliciesConflict(DeployabilityRule):
    """Two scaling policies of one target with the same name or metric."""

    id = "E9824"
    shortdesc = "Two scaling policies of a target have the same name or metric"
    description = (
        "Policies of one scalable target need different names, and only one of them may track a "
        "given metric ('Only one TargetTrackingScaling policy for a given metric specification is "
        "allowed'). The second one fails, or replaces the first. Merge or rename them."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/userguide/"
        "application-auto-scaling-target-tracking.html"
    )
    tags = ["resources", "applicationautoscaling"]
    bad = """
Resources:
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: service/main/web
      MinCapacity: 2
      MaxCapacity: 5
  Cpu:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: web
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref Target
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 70
        PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageCPUUtilization}
  Memory:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: web
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref Target
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 70
        PredefinedMetricSpecification: {PredefinedMetricType: ECSServiceAverageMemoryUtilization}
"""
    good = bad.replace("PolicyName: web", "PolicyName: cpu", 1)

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the policies of each target pair by pair."""
        for first, second in combinations(model.of_type(POLICY), 2):
            for key, kind in _KEYS:
                for mine in _on_target(first, key):
                    for theirs in _on_target(second, key):
                        if _same(mine, theirs):
                            value = theirs[1]
                            yield Finding(
                                value.path,
                                f"{first.logical_id} has the {kind} {value.shown} on the same "
                                "target; merge or rename them",
                            )


def _on_target(policy: Resource, key: str) -> Iterator[tuple[Value, Value]]:
    """A property of a policy, with the target that it scales in the same case."""
    for path in ("ScalingTargetId", "ResourceId"):
        for target, value in policy.cases(path, key):
            if target.parts and value.text is not None:
                yield target, value


def _same(mine: tuple[Value, Value], theirs: tuple[Value, Value]) -> bool:
    target, value = mine
    return (
        target.data == theirs[0].data
        and value.text == theirs[1].text
        and UNKNOWN not in target.parts
        and value.model.together(value, theirs[1]) is not None
    )
