"""E9121."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class LaunchTypeWithStrategy(DeployabilityRule):
    """A service that says twice where it runs."""

    id = "E9121"
    shortdesc = "LaunchType and CapacityProviderStrategy exclude each other"
    description = (
        "A service runs by launch type or by capacity providers: 'Specifying both a launch type "
        "and capacity provider strategy is not supported.' Remove one of the two; to use Fargate "
        "Spot keep the strategy."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      LaunchType: FARGATE
      CapacityProviderStrategy: [{CapacityProvider: FARGATE_SPOT, Weight: 1}]
"""
    good = bad.replace("      LaunchType: FARGATE\n", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for services that can have both at once."""
        for service in model.of_type("AWS::ECS::Service"):
            for launch, strategy in service.cases("LaunchType", "CapacityProviderStrategy"):
                if launch.text and isinstance(strategy.data, list) and any(strategy.elements()):
                    yield Finding(
                        launch.path,
                        f"LaunchType {launch.shown} stands beside a CapacityProviderStrategy; "
                        "remove one of them",
                    )
