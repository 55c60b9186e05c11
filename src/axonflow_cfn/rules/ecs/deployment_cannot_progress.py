"""E9124."""

from collections.abc import Iterator
from math import ceil, floor

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_WHOLE = 100
_PATHS = (
    "DeploymentConfiguration.MinimumHealthyPercent",
    "DeploymentConfiguration.MaximumPercent",
    "DesiredCount",
    "DeploymentController.Type",
    "AvailabilityZoneRebalancing",
)


class DeploymentCannotProgress(DeployabilityRule):
    """A rolling update that may neither start a task nor stop one."""

    id = "E9124"
    shortdesc = "The rolling update can neither start a new task nor stop an old one"
    description = (
        "MaximumPercent of the desired count, rounded down, limits the tasks that run during a "
        "rolling update, and MinimumHealthyPercent, rounded up, says how many must. If both equal "
        "the desired count ECS refuses the service or its updates never end. Raise MaximumPercent "
        "(200) or lower MinimumHealthyPercent. A MaximumPercent of 100 also excludes "
        "AvailabilityZoneRebalancing, and one below 100 never reaches the desired count."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      DeploymentConfiguration: {MinimumHealthyPercent: 100, MaximumPercent: 100}
"""
    good = bad.replace("MaximumPercent: 100", "MaximumPercent: 200")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Do the sums for services that ECS itself deploys."""
        for service in model.of_type("AWS::ECS::Service"):
            for low, high, count, controller, balance in service.cases(*_PATHS):
                if controller.text not in {None, "ECS"} or not (
                    controller.absent or controller.text
                ):
                    continue
                least, most = _percent(low, _WHOLE), _percent(high, 2 * _WHOLE)
                if least is None or most is None or (low.absent and high.absent):
                    continue
                at = high if high.present else low
                if most < _WHOLE:
                    yield Finding(at.path, f"MaximumPercent {high.shown} keeps tasks from running")
                elif balance.text == "ENABLED" and most == _WHOLE:
                    yield Finding(
                        at.path, "AvailabilityZoneRebalancing needs a MaximumPercent above 100"
                    )
                elif _stuck(least, most, count):
                    tasks = f" of {count.shown} task(s)" if most > _WHOLE else ""
                    yield Finding(
                        at.path,
                        f"{least:g} % healthy and at most {most:g} %{tasks} leave no room to "
                        "replace a task; raise MaximumPercent or lower MinimumHealthyPercent",
                    )


def _percent(value: Value, default: float) -> float | None:
    return default if value.absent else value.number


def _stuck(least: float, most: float, count: Value) -> bool:
    if least >= _WHOLE and most <= _WHOLE:
        return True
    tasks = count.number
    if not tasks:
        return False
    return floor(tasks * most / _WHOLE) <= tasks <= ceil(tasks * least / _WHOLE)
