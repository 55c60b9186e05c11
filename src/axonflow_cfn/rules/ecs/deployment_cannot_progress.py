"""E9124."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import HEALTHY_DEFAULT, MAXIMUM_DEFAULT, percent
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.rule import DeployabilityRule, Finding

_WHOLE = 100
_PATHS = (
    "DeploymentConfiguration.MinimumHealthyPercent",
    "DeploymentConfiguration.MaximumPercent",
    "DeploymentController.Type",
    "AvailabilityZoneRebalancing",
)


class DeploymentCannotProgress(DeployabilityRule):
    """A rolling update that may neither start a task nor stop one."""

    id = "E9124"
    shortdesc = "The rolling update can neither start a new task nor stop an old one"
    description = (
        "MaximumPercent limits how many tasks run during a rolling update and "
        "MinimumHealthyPercent says how many must: ECS refuses a service with 100 for both ('this "
        "will block deployments'), AvailabilityZoneRebalancing needs a MaximumPercent above 100, "
        "and one below 100 never lets the desired count run. Raise MaximumPercent (200) or lower "
        "MinimumHealthyPercent."
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
        """Look at the percentages of services that ECS itself deploys."""
        for service in model.of_type("AWS::ECS::Service"):
            for low, high, controller, balance in service.cases(*_PATHS):
                least, most = percent(low, HEALTHY_DEFAULT), percent(high, MAXIMUM_DEFAULT)
                rolling = controller.absent or controller.text == "ECS"
                if least is None or most is None or not rolling or not plausible(model, low.when):
                    continue
                at = high.path if high.present else low.path
                if most < _WHOLE:
                    yield Finding(at, f"MaximumPercent {high.shown} keeps tasks from running")
                elif balance.text == "ENABLED" and most == _WHOLE:
                    yield Finding(
                        at, "AvailabilityZoneRebalancing needs a MaximumPercent above 100"
                    )
                elif least >= most:
                    yield Finding(
                        at,
                        f"{least:g} % healthy and at most {most:g} % leave no room to replace a "
                        "task; raise MaximumPercent or lower MinimumHealthyPercent",
                    )
