"""E9823."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.autoscaling import TARGET
from axonflow_cfn.model.values import show
from axonflow_cfn.rule import DeployabilityRule, Finding

_SEGMENTS = 3
_UNKNOWN = "?"


class ScalableTargetBeforeItsService(DeployabilityRule):
    """A scalable target that spells out the name of a service it does not wait for."""

    id = "E9823"
    shortdesc = "Scalable target does not wait for the ECS service it scales"
    description = (
        "A ResourceId that only repeats the name of the service gives CloudFormation no order: the "
        "target is registered before the service exists and fails ('ECS service doesn't exist'). "
        "Write ${Service.Name} into ResourceId, or add the service to DependsOn."
    )
    source_url = (
        "https://docs.aws.amazon.com/autoscaling/application/APIReference/"
        "API_RegisterScalableTarget.html"
    )
    tags = ["resources", "applicationautoscaling", "ecs"]
    bad = """
Resources:
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: main
      ServiceName: web
      DeploymentConfiguration: {DeploymentCircuitBreaker: {Enable: true, Rollback: true}}
  Target:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: service/main/web
      MinCapacity: 2
      MaxCapacity: 5
"""
    good = bad.replace("service/main/web", "!Sub 'service/main/${Service.Name}'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for services whose name ends the id of a target that does not wait for them."""
        services = model.of_type("AWS::ECS::Service")
        for target in model.of_type(TARGET):
            before = model.waits_for(target.logical_id)
            for identifier, namespace in target.cases("ResourceId", "ServiceNamespace"):
                for service in services if namespace.text == "ecs" else ():
                    if service.logical_id not in before and _named(service, identifier):
                        yield Finding(
                            identifier.path,
                            f"the target does not wait for {service.logical_id}; write "
                            f"${{{service.logical_id}.Name}} into ResourceId",
                        )


def _named(service: Resource, identifier: Value) -> bool:
    """Whether the id certainly names the service and its cluster."""
    under = service.given(identifier.when)
    segments = _spelled(identifier).split("/")
    if under is None or len(segments) != _SEGMENTS:
        return False
    names = {_spelled(name) for name in under.values("ServiceName")}
    return segments[2] in names - {_UNKNOWN} and segments[1] in _clusters(under) - {_UNKNOWN}


def _clusters(service: Resource) -> set[str]:
    """How the cluster of a service can be spelled."""
    found: set[str] = set()
    for (value,) in service.cases("Cluster"):
        found.add("default" if value.absent else _spelled(value))
        cluster = value.follow("AWS::ECS::Cluster")
        found |= {_spelled(name) for name in cluster.values("ClusterName")} if cluster else set()
    return found


def _spelled(value: Value) -> str:
    return "".join(map(show, value.parts))
