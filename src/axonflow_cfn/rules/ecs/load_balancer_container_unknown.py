"""E9120."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.questions import declared
from axonflow_cfn.rule import DeployabilityRule, Finding


class LoadBalancerContainerUnknown(DeployabilityRule):
    """A load balancer or registry entry for a container or port that does not exist."""

    id = "E9120"
    shortdesc = "Service names a container or port its task definition does not have"
    description = (
        "ContainerName and ContainerPort of LoadBalancers and ServiceRegistries must be those of a "
        "container, and of one of its PortMappings, in the task definition. ECS refuses the "
        "service ('The container ... does not exist in the task definition', 'did not have a "
        "container port ... defined'). Correct the name or the port, or map it."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html"
    tags = ["resources", "ecs", "elb"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: web, Image: 'web:1', PortMappings: [{ContainerPort: 8080}]}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers: [{ContainerName: web, ContainerPort: 80, TargetGroupArn: !ImportValue group}]
"""
    good = bad.replace("ContainerPort: 80,", "ContainerPort: 8080,")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up each container and port in the task definitions of the service."""
        for service in model.of_type("AWS::ECS::Service"):
            for path in ("LoadBalancers.*", "ServiceRegistries.*"):
                for entry in service.values(path):
                    for name, port in entry.cases("ContainerName", "ContainerPort"):
                        under = service.given(name.when)
                        for task in task_definitions(under) if under and name.text else ():
                            yield from _unknown(task, name, port)


def _unknown(task: Resource, name: Value, port: Value) -> Iterator[Finding]:
    names = declared(task, "ContainerDefinitions.*.Name")
    if names is None or name.text is None:
        return
    if name.text not in names:
        yield Finding(
            name.path,
            f"{task.logical_id} has no container named '{name.shown}'; it has "
            f"{', '.join(sorted(names)) or 'none'}",
        )
        return
    ports = _ports(task, name.text)
    if ports is not None and port.text is not None and port.text not in ports:
        yield Finding(
            port.path,
            f"container {name.shown} of {task.logical_id} maps no port {port.shown}; it maps "
            f"{', '.join(sorted(ports)) or 'none'}",
        )


def _ports(task: Resource, name: str) -> frozenset[str] | None:
    """The ports that a container can map; None if some are not known."""
    found: set[str] = set()
    for container in task.values("ContainerDefinitions.*"):
        for (own,) in container.cases("Name"):
            under = container.given(own.when)
            if own.text == name and under:
                ports = declared(under, "PortMappings.*.ContainerPort")
                if ports is None or any(under.values("PortMappings.*.ContainerPortRange")):
                    return None
                found |= ports
    return frozenset(found)
