"""E9156."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.questions import where
from axonflow_cfn.rule import DeployabilityRule, Finding

_FARGATE = {"FARGATE", "FARGATE_SPOT"}


class DaemonServiceSettings(DeployabilityRule):
    """A daemon service with settings of a replica service."""

    id = "E9156"
    shortdesc = "A DAEMON service takes no count, placement strategy or Fargate"
    description = (
        "A daemon service runs one task on each container instance: ECS refuses DesiredCount and "
        "PlacementStrategies on it, Fargate has no instances, and Application Auto Scaling can't "
        "scale it. Use REPLICA, or remove the setting."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties: {SchedulingStrategy: DAEMON, DesiredCount: 2}
"""
    good = bad.replace("DAEMON", "REPLICA")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what each daemon service states."""
        for service in model.of_type("AWS::ECS::Service"):
            for daemon in where(service, "SchedulingStrategy", "DAEMON"):
                for key in ("DesiredCount", "PlacementStrategies"):
                    for value in daemon.values(key):
                        yield Finding(value.path, f"{key} is not taken by a DAEMON service")
                for provider in daemon.values("CapacityProviderStrategy.*.CapacityProvider"):
                    if provider.text in _FARGATE:
                        yield Finding(
                            provider.path, f"a DAEMON service can't run on {provider.shown}"
                        )
