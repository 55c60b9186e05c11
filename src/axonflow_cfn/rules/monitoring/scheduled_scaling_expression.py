"""E9819."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.autoscaling import TARGET
from axonflow_cfn.model.questions import repeated
from axonflow_cfn.model.schedules import AT, RATE, cron_fault, cron_fields
from axonflow_cfn.rule import DeployabilityRule, Finding


class ScheduledScalingExpression(DeployabilityRule):
    """A scheduled action with a schedule that can't be read."""

    id = "E9819"
    shortdesc = "Schedule of a scaling action is not a valid expression"
    description = (
        "Schedule is at(yyyy-mm-ddThh:mm:ss), rate(5 minutes), or cron() with six fields: minutes, "
        "hours, day of month, month, day of week, year, with ? in one of the two day fields. Names "
        "of actions are unique in a target. Application Auto Scaling refuses anything else."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/"
        "API_PutScheduledAction.html"
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
      MinCapacity: 1
      MaxCapacity: 5
      ScheduledActions:
        - ScheduledActionName: morning
          Schedule: cron(0 8 * * *)
          ScalableTargetAction: {MinCapacity: 3}
"""
    good = bad.replace("cron(0 8 * * *)", "cron(0 8 * * ? *)")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Read each schedule."""
        for target in model.of_type(TARGET):
            for schedule in target.values("ScheduledActions.*.Schedule"):
                fault = _fault(schedule.text) if schedule.text is not None else None
                if fault:
                    yield Finding(schedule.path, f"Schedule {schedule.shown} {fault}")
            for name in repeated(target, "ScheduledActions.*.ScheduledActionName"):
                yield Finding(name.path, f"another action is named {name.shown} as well")


def _fault(schedule: str) -> str | None:
    if cron_fields(schedule) is not None:
        return cron_fault(schedule)
    if RATE.fullmatch(schedule.strip()) or AT.fullmatch(schedule.strip()):
        return None
    return "is no at(), rate() or cron() expression"
