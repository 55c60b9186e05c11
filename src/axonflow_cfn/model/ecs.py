"""From a service to what it runs and where it is attached."""

import re
from collections.abc import Iterator

from axonflow_cfn.model.template import Resource
from axonflow_cfn.model.values import Value

_TARGET_GROUPS = (
    "DefaultActions.*.TargetGroupArn",
    "DefaultActions.*.ForwardConfig.TargetGroups.*.TargetGroupArn",
    "Actions.*.TargetGroupArn",
    "Actions.*.ForwardConfig.TargetGroups.*.TargetGroupArn",
)


def task_definitions(service: Resource) -> Iterator[Resource]:
    """The task definitions of this template that a service can run."""
    for value in service.values("TaskDefinition"):
        task = value.follow("AWS::ECS::TaskDefinition")
        if task:
            yield task


def roles(task: Resource) -> Iterator[Value]:
    """The roles of this template that a task definition names: whoever runs it must pass them."""
    for key in ("ExecutionRoleArn", "TaskRoleArn"):
        for role in task.values(key):
            if role.follow("AWS::IAM::Role"):
                yield role


def runs_on_fargate(service: Resource, task: Resource) -> bool:
    """Whether the tasks of a service certainly run on Fargate."""
    launched = any(value.text == "FARGATE" for value in service.values("LaunchType"))
    required = {value.text for value in task.values("RequiresCompatibilities.*")}
    return launched or required == {"FARGATE"}


def forwards(listener: Resource) -> Iterator[Value]:
    """The target groups that a listener, or a listener rule, forwards to."""
    for path in _TARGET_GROUPS:
        yield from listener.values(path)


def load_balancers(group: Resource) -> Iterator[Resource]:
    """The load balancers of this template whose listeners forward to a target group."""
    kinds = ("AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::ListenerRule")
    for item in group.model.of_type(*kinds):
        for target in forwards(item):
            if target.reference and target.reference.logical_id == group.logical_id:
                start = item.given(group.when & target.when)
                yield from balancers(start) if start else ()


def balancers(item: Resource) -> Iterator[Resource]:
    """The load balancers of this template that a listener, or a listener rule, is on."""
    for value in item.values("ListenerArn"):
        listener = value.follow("AWS::ElasticLoadBalancingV2::Listener")
        if listener:
            yield from balancers(listener)
    for value in item.values("LoadBalancerArn"):
        balancer = value.follow("AWS::ElasticLoadBalancingV2::LoadBalancer")
        if balancer:
            yield balancer


_CPU = re.compile(r"(\d*\.?\d+)\s*vcpu", re.IGNORECASE)
_MEMORY = re.compile(r"(\d*\.?\d+)\s*gb", re.IGNORECASE)


def cpu_units(value: Value) -> float | None:
    """A CPU size in units of 1/1024 vCPU ('512', '.5 vCPU'); None if not known."""
    return _size(value, _CPU)


def mebibytes(value: Value) -> float | None:
    """A memory size in MiB ('1024', '1 GB'); None if not known."""
    return _size(value, _MEMORY)


def _size(value: Value, pattern: re.Pattern[str]) -> float | None:
    found = pattern.fullmatch((value.text or "").strip())
    return float(found[1]) * 1024 if found else value.number


# https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
HEALTHY_DEFAULT = 100
"""MinimumHealthyPercent where it is left out."""
MAXIMUM_DEFAULT = 200
"""MaximumPercent where it is left out."""


def percent(value: Value, default: float) -> float | None:
    """A percentage; the default where it is left out, None if not known."""
    return default if value.absent else value.number
