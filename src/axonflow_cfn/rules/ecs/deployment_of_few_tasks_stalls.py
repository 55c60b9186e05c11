"""W9157."""

from collections.abc import Iterator
from math import ceil, floor

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import HEALTHY_DEFAULT, MAXIMUM_DEFAULT, percent
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.rule import DeployabilityRule, Finding

_WHOLE = 100
_PATHS = (
    "DeploymentConfiguration.MinimumHealthyPercent",
    "DeploymentConfiguration.MaximumPercent",
    "DesiredCount",
    "DeploymentController.Type",
)


class DeploymentOfFewTasksStalls(DeployabilityRule):
    """Percentages that leave no room once they are rounded to whole tasks."""

    id = "W9157"
    shortdesc = "With this few tasks the rolling update can't replace one"
    description = (
        "ECS rounds MaximumPercent of the desired count down and MinimumHealthyPercent up to whole "
        "tasks: of one task, 50 and 150 percent are both one, so an update can neither start the "
        "new task nor stop the old one and stalls. Use 200, or a MinimumHealthyPercent of 0."
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
      DesiredCount: 1
      DeploymentConfiguration: {MinimumHealthyPercent: 50, MaximumPercent: 150}
"""
    good = bad.replace("MaximumPercent: 150", "MaximumPercent: 200")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Do the sum for the count that each service states."""
        for service in model.of_type("AWS::ECS::Service"):
            for low, high, count, controller in service.cases(*_PATHS):
                least, most = percent(low, HEALTHY_DEFAULT), percent(high, MAXIMUM_DEFAULT)
                rolling = controller.absent or controller.text == "ECS"
                tasks = count.number
                if (
                    tasks is None
                    or tasks < 1
                    or least is None
                    or most is None
                    or least >= most
                    or not rolling
                ):
                    continue
                if floor(tasks * most / _WHOLE) <= tasks <= ceil(
                    tasks * least / _WHOLE
                ) and plausible(model, low.when):
                    yield Finding(
                        high.path,
                        f"of {count.shown} task(s), {least:g} % rounded up and {most:g} % rounded "
                        "down are the same; raise MaximumPercent or lower MinimumHealthyPercent",
                    )
