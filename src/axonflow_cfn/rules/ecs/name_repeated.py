"""E9117."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.questions import repeated, where
from axonflow_cfn.rule import DeployabilityRule, Finding

_NAMES = (
    ("ContainerDefinitions.*.Name", "container"),
    ("Volumes.*.Name", "volume"),
    ("ContainerDefinitions.*.PortMappings.*.Name", "port mapping"),
)


class NameRepeated(DeployabilityRule):
    """Two containers, volumes or ports of a task definition with one name."""

    id = "E9117"
    shortdesc = "Two parts of a task definition have the same name or port"
    description = (
        "Containers, volumes and named port mappings of a task definition need different names, "
        "and in the awsvpc and host network modes all containers share one set of ports. ECS "
        "refuses the second name; a second process can't bind the port."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - {Name: web, Image: 'web:1'}
        - {Name: web, Image: 'proxy:1'}
"""
    good = bad.replace("Name: web, Image: 'proxy:1'", "Name: proxy, Image: 'proxy:1'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each name and each port with those before it."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for path, kind in _NAMES:
                for name in repeated(task, path):
                    yield Finding(name.path, f"another {kind} is named '{name.shown}' as well")
            for under in where(task, "NetworkMode", "awsvpc", "host"):
                yield from _ports(under)


def _ports(task: Resource) -> Iterator[Finding]:
    mappings = "ContainerDefinitions.*.PortMappings.*"
    if any(protocol.text != "tcp" for protocol in task.values(f"{mappings}.Protocol")):
        return
    for value in repeated(task, f"{mappings}.ContainerPort"):
        yield Finding(
            value.path,
            f"port {value.shown} is mapped twice; all containers of the task share its ports",
        )
