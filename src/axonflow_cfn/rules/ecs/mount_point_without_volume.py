"""E9114."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.questions import declared
from axonflow_cfn.rule import DeployabilityRule, Finding


class MountPointWithoutVolume(DeployabilityRule):
    """A mount point, or a volume of a service, whose volume the task definition lacks."""

    id = "E9114"
    shortdesc = "A volume is used that the task definition does not declare"
    description = (
        "ECS refuses a mount point whose SourceVolume is in no Volumes of the task definition "
        "('Unknown volume'), VolumesFrom of an unknown container, and a VolumeConfigurations entry "
        "of a service without such a volume. Declare it, or correct the name."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_MountPoint.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes: [{Name: cache}]
      ContainerDefinitions:
        - Name: web
          Image: web:1
          MountPoints: [{SourceVolume: data, ContainerPath: /data}]
"""
    good = bad.replace("Name: cache", "Name: data")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each use with what is declared under the same assumptions."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for use, path, kind in (
                ("MountPoints.*.SourceVolume", "Volumes.*.Name", "volume"),
                ("VolumesFrom.*.SourceContainer", "ContainerDefinitions.*.Name", "container"),
            ):
                for value in task.values(f"ContainerDefinitions.*.{use}"):
                    yield from _missing(task, value, path, kind)
        for service in model.of_type("AWS::ECS::Service"):
            for value in service.values("VolumeConfigurations.*.Name"):
                under = service.given(value.when)
                for task in task_definitions(under) if under else ():
                    yield from _missing(task, value, "Volumes.*.Name", "volume")


def _missing(task: Resource, value: Value, path: str, kind: str) -> Iterator[Finding]:
    under = task.given(value.when)
    names = declared(under, path) if under else None
    if names is not None and value.text is not None and value.text not in names:
        have = ", ".join(sorted(names)) or "none"
        yield Finding(
            value.path,
            f"{task.logical_id} declares no {kind} named '{value.shown}' (it has {have})",
        )
