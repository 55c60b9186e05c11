"""W9148."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.rule import DeployabilityRule, Finding

_INTERVAL, _TIMEOUT = 30, 5  # the defaults of the API


class ContainerHealthCheckTimeout(DeployabilityRule):
    """A container health check that may last longer than the pause between two."""

    id = "W9148"
    shortdesc = "Container health check Timeout is not below its Interval"
    description = (
        "A check that hangs is only counted as failed after Timeout, and the next one starts after "
        "that: with a Timeout of the Interval or more a dead container is noticed twice as late as "
        "the Interval says. Choose a Timeout below the Interval."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          HealthCheck: {Command: [CMD, /check], Interval: 10, Timeout: 20}
"""
    good = bad.replace("Timeout: 20", "Timeout: 5")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the two numbers of each health check."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for check in task.values("ContainerDefinitions.*.HealthCheck"):
                for timeout, interval in check.cases("Timeout", "Interval"):
                    longest, pause = _or(timeout, _TIMEOUT), _or(interval, _INTERVAL)
                    if (
                        longest is not None
                        and pause is not None
                        and longest >= pause
                        and plausible(model, timeout.when)
                    ):
                        at = timeout if timeout.present else interval
                        yield Finding(
                            at.path,
                            f"Timeout {longest:g} is not below Interval {pause:g}; lower it",
                        )


def _or(value: Value, default: float) -> float | None:
    return default if value.absent else value.number
