"""E9811."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.autoscaling import TARGET
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.rule import DeployabilityRule, Finding


class ScalableTargetBounds(DeployabilityRule):
    """A minimum above the maximum."""

    id = "E9811"
    shortdesc = "MinCapacity of a scalable target is above its MaxCapacity"
    description = (
        "Application Auto Scaling refuses a scalable target, or a scheduled action, whose "
        "MinCapacity is above its MaxCapacity, and capacities below 0. Correct one of them."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/"
        "API_RegisterScalableTarget.html"
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
      MinCapacity: 6
      MaxCapacity: 5
"""
    good = bad.replace("MinCapacity: 6", "MinCapacity: 2")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the two numbers of each target and of its scheduled actions."""
        for target in model.of_type(TARGET):
            for low, high in target.cases("MinCapacity", "MaxCapacity"):
                yield from _faults(low, high)
            for action in target.values("ScheduledActions.*.ScalableTargetAction"):
                for low, high in action.cases("MinCapacity", "MaxCapacity"):
                    yield from _faults(low, high)


def _faults(low: Value, high: Value) -> Iterator[Finding]:
    for value in (low, high):
        if value.number is not None and value.number < 0:
            yield Finding(value.path, f"a capacity of {value.shown} is below 0")
    least, most = low.number, high.number
    if least is None or most is None or not plausible(low.model, low.when):
        return
    if least > most:
        yield Finding(
            low.path, f"MinCapacity {low.shown} is above MaxCapacity {high.shown}; correct one"
        )
