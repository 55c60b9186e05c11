"""E9110."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs_limits import RANGES, Range
from axonflow_cfn.model.questions import where
from axonflow_cfn.rule import DeployabilityRule, Finding


class NumberOutOfRange(DeployabilityRule):
    """A number in a service or task definition that Amazon ECS refuses."""

    id = "E9110"
    shortdesc = "A number in an ECS service or task definition is out of its range"
    description = (
        "ECS refuses health checks, timeouts, ports, storage sizes and counts outside their "
        "documented ranges, and the deployment fails. Choose a number within the range that the "
        "finding names."
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
          HealthCheck: {Command: [CMD, /check], Interval: 3, Timeout: 2}
"""
    good = bad.replace("Interval: 3", "Interval: 30")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare every number of the table."""
        for limit in RANGES:
            for resource in model.of_type(limit.type):
                if limit.fargate:
                    owners = where(resource, "RequiresCompatibilities.*", "FARGATE")
                else:
                    owners = iter([resource])
                for owner in owners:
                    for value in owner.values(limit.path):
                        number = value.number
                        if number is not None and not _fits(number, limit):
                            yield Finding(
                                value.path,
                                f"{limit.path.rpartition('.')[2]} is {value.shown}; "
                                f"ECS takes {_range(limit)}",
                            )


def _fits(number: float, limit: Range) -> bool:
    return limit.low <= number and (limit.high is None or number <= limit.high)


def _range(limit: Range) -> str:
    numbers = f"at least {limit.low}" if limit.high is None else f"{limit.low} to {limit.high}"
    unit = f" {limit.unit}" if limit.unit else ""
    return numbers + unit + (" on Fargate" if limit.fargate else "")
