"""E9112."""

from collections.abc import Callable, Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import cpu_units, mebibytes
from axonflow_cfn.model.questions import lists, plausible
from axonflow_cfn.rule import DeployabilityRule, Finding

_SIZES: tuple[tuple[str, str, Callable[[Value], float | None]], ...] = (
    ("Cpu", "units", cpu_units),
    ("Memory", "MiB", mebibytes),
)


class ContainerLargerThanTask(DeployabilityRule):
    """Containers that reserve more than their task has."""

    id = "E9112"
    shortdesc = "Containers reserve more CPU or memory than their task has"
    description = (
        "What the containers of a task reserve together (Cpu; MemoryReservation, or Memory where "
        "that is absent) must fit into Cpu and Memory of the task, no container may have more "
        "Memory than the task, and Memory must not be below MemoryReservation. ECS refuses to "
        "register the task definition. Lower the containers or enlarge the task."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Cpu: '512'
      Memory: '1024'
      ContainerDefinitions: [{Name: web, Image: 'web:1', Memory: 2048}]
"""
    good = bad.replace("2048", "1024")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each container, then all together, with the task."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            yield from _reservations(task)
            for key, unit, size in _SIZES:
                for (limit,) in task.cases(key):
                    under, whole = task.given(limit.when), size(limit)
                    if under and whole is not None:
                        single = set(_single(under, key, whole, size))
                        for value in single:
                            yield Finding(
                                value.path,
                                f"{key} of a container is {value.shown}, but the task has "
                                f"{limit.shown}",
                            )
                        if not single:
                            yield from _together(under, limit, (key, unit, size))


def _single(
    task: Resource, key: str, whole: float, size: Callable[[Value], float | None]
) -> Iterator[Value]:
    for value in task.values(f"ContainerDefinitions.*.{key}"):
        own = size(value)
        if own is not None and own > whole and plausible(task.model, value.when):
            yield value


def _together(
    task: Resource, limit: Value, kind: tuple[str, str, Callable[[Value], float | None]]
) -> Iterator[Finding]:
    key, unit, size = kind
    for containers in lists(task, "ContainerDefinitions"):
        for total in sorted(_totals(task, containers, (key, size))):
            if total > (size(limit) or 0):
                yield Finding(
                    limit.path,
                    f"the containers reserve {total:g} {unit} together, but the task has "
                    f"{limit.shown}",
                )


def _totals(
    task: Resource,
    containers: tuple[Value, ...],
    kind: tuple[str, Callable[[Value], float | None]],
) -> set[float]:
    """What the containers can reserve together; what is not known counts as nothing."""
    key, size = kind
    paths = ("MemoryReservation", key) if key == "Memory" else (key,)
    totals = {(0.0, task.when)}
    for container in containers:
        reserved = [
            (size(next((v for v in case if v.present), case[-1])) or 0, case[0].when)
            for case in container.cases(*paths)
        ]
        totals = {
            (total + more, when & also)
            for total, when in totals
            for more, also in reserved
            if task.model.conditions.possible(when & also)
        }
    return {total for total, when in totals if plausible(task.model, when)}


def _reservations(task: Resource) -> Iterator[Finding]:
    for container in task.values("ContainerDefinitions.*"):
        for most, least in container.cases("Memory", "MemoryReservation"):
            if most.number is not None and least.number is not None and most.number < least.number:
                yield Finding(
                    least.path,
                    f"MemoryReservation {least.shown} is more than Memory {most.shown}",
                )
