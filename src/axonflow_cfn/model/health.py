"""How the health of a service's tasks is checked, from both sides."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.questions import by_default
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Value

_URL = re.compile(
    r"(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(?P<port>\d+))?(?P<path>/[^\s'\"|;&)?]*)?"
)


@dataclass(frozen=True)
class OwnCheck:
    """The address that a container's health check asks.

    Attributes:
        container: the container definition.
        command: the part of the command that holds the address.
        port: the port in it; None if there is none.
        path: the path in it; '' if there is none.
    """

    container: Value
    command: Value
    port: float | None
    path: str


@dataclass(frozen=True)
class Balanced:
    """A container behind a target group.

    Attributes:
        service: the ECS service.
        task: a task definition that it runs.
        container: the name of the container.
        port: the container port.
        group: the target group.
    """

    service: Resource
    task: Resource
    container: str
    port: float
    group: Resource


def own_checks(task: Resource) -> Iterator[OwnCheck]:
    """Every address of the host itself in a container's health check."""
    for container in task.values("ContainerDefinitions.*"):
        for command in container.values("HealthCheck.Command.*"):
            found = _URL.search(command.text or "")
            if found:
                port = float(found["port"]) if found["port"] else None
                yield OwnCheck(container, command, port, found["path"] or "")


def balanced(model: TemplateModel) -> Iterator[Balanced]:
    """Every container of a service that a target group of the template balances."""
    for service in model.of_type("AWS::ECS::Service"):
        for entry in service.values("LoadBalancers.*"):
            for name, port, target in entry.cases(
                "ContainerName", "ContainerPort", "TargetGroupArn"
            ):
                group = target.follow("AWS::ElasticLoadBalancingV2::TargetGroup")
                for task in task_definitions(service) if group else ():
                    if group and name.text and port.number is not None:
                        yield Balanced(service, task, name.text, port.number, group)


def mapped_ports(task: Resource) -> frozenset[float] | None:
    """The container ports that a task maps, by default; None if not known, or if there is none."""
    mapped = task.values("ContainerDefinitions.*.PortMappings.*.ContainerPort")
    ports = [port.number for port in by_default(mapped)]
    whole = all(value.known for value in task.values("ContainerDefinitions.*.PortMappings"))
    known = frozenset(port for port in ports if port is not None)
    return known if known and whole and len(ports) == sum(p is not None for p in ports) else None
