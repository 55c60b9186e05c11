"""Which EFS file systems tasks mount, and where these can be reached."""

from collections.abc import Iterator
from dataclasses import dataclass

from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Value

NFS_PORT = 2049
"""The port of every mount target: https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html"""

_VOLUME = "Volumes.*.EFSVolumeConfiguration.FilesystemId"


@dataclass(frozen=True)
class Mount:
    """A file system of the template that the tasks of a service mount.

    Attributes:
        service: the ECS service.
        used: where its task definition names the file system.
        file_system: the file system.
        targets: the mount targets that the template makes for it.
        complete: whether no other mount target can be meant for it.
    """

    service: Resource
    used: Value
    file_system: Resource
    targets: tuple[Resource, ...]
    complete: bool


def mounts(model: TemplateModel) -> Iterator[Mount]:
    """Every file system that a service mounts."""
    for service in model.of_type("AWS::ECS::Service"):
        for task in task_definitions(service):
            for used in task.values(_VOLUME):
                file_system = used.follow("AWS::EFS::FileSystem")
                if file_system:
                    targets, complete = _targets(file_system)
                    yield Mount(service, used, file_system, targets, complete)


def _targets(file_system: Resource) -> tuple[tuple[Resource, ...], bool]:
    found, complete = [], True
    for target in file_system.model.of_type("AWS::EFS::MountTarget"):
        owners = [value.reference for value in target.values("FileSystemId")]
        if None in owners:
            complete = False
        if any(owner and owner.logical_id == file_system.logical_id for owner in owners):
            found.append(target)
    return tuple(found), complete
