"""E9126."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_CONFIGURATION = "DeploymentConfiguration"
# What each controller, or strategy, excludes.
# https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-external.html
_EXTERNAL = (
    "CapacityProviderStrategy",
    "LaunchType",
    "LoadBalancers",
    "NetworkConfiguration",
    "PlatformVersion",
    "ServiceRegistries",
    "TaskDefinition",
)
_ROLLING_ONLY = (f"{_CONFIGURATION}.DeploymentCircuitBreaker", f"{_CONFIGURATION}.Alarms")
_SHIFTS = {"CANARY": "CanaryConfiguration", "LINEAR": "LinearConfiguration"}


class DeploymentControllerConflict(DeployabilityRule):
    """Settings that the chosen kind of deployment does not take."""

    id = "E9126"
    shortdesc = "Service has settings that its deployment controller does not take"
    description = (
        "Circuit breaker and deployment alarms work with the ECS controller only; CODE_DEPLOY "
        "needs a load balancer; with EXTERNAL the task sets, not the service, hold task "
        "definition, network and load balancers; CanaryConfiguration and LinearConfiguration "
        "belong to their own strategy. ECS refuses the service."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentController.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      DeploymentController: {Type: EXTERNAL}
      DeploymentConfiguration: {DeploymentCircuitBreaker: {Enable: true, Rollback: true}}
"""
    good = bad.replace("EXTERNAL", "ECS")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each service with a controller or strategy of its own."""
        for service in model.of_type("AWS::ECS::Service"):
            yield from _controller(service)
            yield from _strategy(service)


def _controller(service: Resource) -> Iterator[Finding]:
    for controller, balancers in service.cases("DeploymentController.Type", "LoadBalancers"):
        under = service.given(controller.when)
        if under is None or controller.text not in {"CODE_DEPLOY", "EXTERNAL"}:
            continue
        if controller.text == "CODE_DEPLOY" and balancers.absent:
            yield Finding(controller.path, "CODE_DEPLOY needs LoadBalancers to shift traffic with")
        for path in _ROLLING_ONLY + (_EXTERNAL if controller.text == "EXTERNAL" else ()):
            for value in under.values(path):
                if _in_use(value):
                    yield Finding(
                        value.path,
                        f"{path.rpartition('.')[2]} does not go with the {controller.shown} "
                        "deployment controller; remove it",
                    )


def _strategy(service: Resource) -> Iterator[Finding]:
    paths = (f"{_CONFIGURATION}.Strategy", *(f"{_CONFIGURATION}.{s}" for s in _SHIFTS.values()))
    for strategy, *shifts in service.cases(*paths):
        for (name, key), shift in zip(_SHIFTS.items(), shifts, strict=True):
            if shift.known and strategy.text != name and (strategy.text or strategy.absent):
                yield Finding(shift.path, f"{key} needs the deployment strategy {name}")


def _in_use(value: Value) -> bool:
    """Whether a setting is there and not switched off."""
    return (value.known or value.reference is not None) and all(
        switch.flag is not False for switch in value.values("Enable")
    )
