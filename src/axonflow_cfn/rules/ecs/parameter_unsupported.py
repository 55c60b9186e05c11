"""E9111."""

from collections.abc import Iterator

from axonflow_cfn.model import UNKNOWN, Resource, TemplateModel, Value
from axonflow_cfn.model.ecs_limits import (
    UNSUPPORTED_IN_CONTAINER,
    UNSUPPORTED_IN_TASK,
    Unsupported,
)
from axonflow_cfn.model.questions import where
from axonflow_cfn.rule import DeployabilityRule, Finding

_WINDOWS = tuple(
    f"WINDOWS_SERVER_{edition}"
    for edition in (
        *("2004_CORE", "2016_FULL", "2019_CORE", "2019_FULL", "2022_CORE", "2022_FULL"),
        *("2025_CORE", "2025_FULL", "20H2_CORE"),
    )
)
_PLACES = {
    "FARGATE": ("RequiresCompatibilities.*", "FARGATE"),
    "awsvpc": ("NetworkMode", "awsvpc"),
    "Windows": ("RuntimePlatform.OperatingSystemFamily", *_WINDOWS),
}
_NAMES = {
    "FARGATE": "on Fargate",
    "awsvpc": "in the awsvpc network mode",
    "Windows": "for Windows containers",
}


class ParameterUnsupported(DeployabilityRule):
    """A setting that the place where the task runs does not have."""

    id = "E9111"
    shortdesc = "Task definition uses a parameter its platform or network mode lacks"
    description = (
        "A task definition that requires Fargate, the awsvpc network mode or Windows can't use "
        "everything that Docker offers: privileged containers, host namespaces, devices, links, "
        "extra hosts and the like. ECS refuses to register it. Leave the parameter out, or run "
        "the task where it exists."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      ContainerDefinitions: [{Name: web, Image: 'web:1', Privileged: true}]
"""
    good = bad.replace("true", "false")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for each parameter of the tables."""
        reported = set()
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for place, condition in _PLACES.items():
                for under in where(task, *condition):
                    for value, shown in _used(under, place):
                        if value.path not in reported:
                            reported.add(value.path)
                            yield Finding(
                                value.path,
                                f"{shown} is not supported {_NAMES[place]}; remove it",
                            )


def _used(task: Resource, place: str) -> Iterator[tuple[Value, str]]:
    """The parameters in use that a place lacks, with how to call them."""
    tables = (
        ("", UNSUPPORTED_IN_TASK),
        ("ContainerDefinitions.*.", UNSUPPORTED_IN_CONTAINER),
    )
    for prefix, table in tables:
        for row in table:
            if row.where == place:
                for value in task.values(prefix + row.path):
                    if not row.allowed and value.data is not UNKNOWN:
                        yield value, _shown(row, None)
                    elif value.text is not None and value.text not in row.allowed:
                        yield value, _shown(row, value)


def _shown(row: Unsupported, value: Value | None) -> str:
    name = row.path.replace(".*", "")
    return f"{name} {value.shown}" if value else name
