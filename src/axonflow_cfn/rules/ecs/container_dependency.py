"""E9116."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.questions import declared
from axonflow_cfn.rule import DeployabilityRule, Finding

_EXITS = {"COMPLETE", "SUCCESS"}


class ContainerDependency(DeployabilityRule):
    """A container that waits for what never comes."""

    id = "E9116"
    shortdesc = "A container depends on a container or state that never comes"
    description = (
        "DependsOn names a container of the same task definition; HEALTHY needs a health check on "
        "it, and COMPLETE and SUCCESS need Essential false, since the end of an essential "
        "container ends the task. ECS refuses anything else, and circles too."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          DependsOn: [{ContainerName: migrate, Condition: SUCCESS}]
        - {Name: migrate, Image: 'migrate:1'}
"""
    good = bad.replace("'migrate:1'", "'migrate:1', Essential: false")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for what each dependency waits for."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for item in task.values("ContainerDefinitions.*.DependsOn.*"):
                for name, state in item.cases("ContainerName", "Condition"):
                    under = task.given(name.when)
                    if under and name.text is not None:
                        yield from _unmet(under, name, state)
            yield from _circles(task)


def _unmet(task: Resource, name: Value, state: Value) -> Iterator[Finding]:
    names = declared(task, "ContainerDefinitions.*.Name")
    if names is not None and name.text not in names:
        yield Finding(
            name.path,
            f"no container of {task.logical_id} is named '{name.shown}'; it has "
            f"{', '.join(sorted(names))}",
        )
    for container in task.values("ContainerDefinitions.*"):
        for own, check, essential in container.cases("Name", "HealthCheck", "Essential"):
            if own.text != name.text:
                continue
            if state.text == "HEALTHY" and check.absent:
                yield Finding(
                    state.path,
                    f"{name.shown} has no HealthCheck and so never gets HEALTHY; add one or wait "
                    "for START",
                )
            if state.text in _EXITS and (essential.absent or essential.flag):
                yield Finding(
                    state.path,
                    f"{name.shown} is essential, so the task ends with it; set its Essential to "
                    f"false to wait for {state.text}",
                )


def _circles(task: Resource) -> Iterator[Finding]:
    edges: dict[str, list[Value]] = {}
    for container in task.values("ContainerDefinitions.*"):
        for (own,) in container.cases("Name"):
            needed = container.given(own.when)
            if own.text is not None and needed:
                edges.setdefault(own.text, []).extend(needed.values("DependsOn.*.ContainerName"))
    for start, needs in edges.items():
        for need in needs:
            if need.text and _reaches(edges, need, start):
                yield Finding(need.path, f"{start} and {need.text} wait for each other")


def _reaches(edges: dict[str, list[Value]], need: Value, goal: str) -> bool:
    todo, seen = [need], {need.text}
    while todo:
        value = todo.pop()
        if value.text == goal:
            return True
        for following in edges.get(value.text or "", []):
            joint = following.given(value.when)
            if joint and joint.text and (joint.text not in seen or joint.text == goal):
                seen.add(joint.text)
                todo.append(joint)
    return False
