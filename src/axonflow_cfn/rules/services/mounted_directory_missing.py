"""W9916."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.template import mentions
from axonflow_cfn.rule import DeployabilityRule, Finding

_EFS = "EFSVolumeConfiguration"
_POINT = f"{_EFS}.AuthorizationConfig.AccessPointId"
# Users of a file system that are looked at here, or that make no directory in it.
_KNOWN = {
    "AWS::Backup::BackupSelection",
    "AWS::CloudWatch::Alarm",
    "AWS::CloudWatch::Dashboard",
    "AWS::ECS::TaskDefinition",
    "AWS::EFS::AccessPoint",
    "AWS::EFS::MountTarget",
}


class MountedDirectoryMissing(DeployabilityRule):
    """A directory of a new file system that nobody creates."""

    id = "W9916"
    shortdesc = "Directory of a new file system is mounted, but nothing creates it"
    description = (
        "A new EFS file system has its root directory only. EFS creates another for an access "
        "point with CreationInfo, and for nobody else: a mount of a RootDirectory that does not "
        "exist fails, and the task does not start. Give the access point CreationInfo, or use one "
        "instead of RootDirectory."
    )
    source_url = "https://docs.aws.amazon.com/efs/latest/ug/API_CreationInfo.html"
    tags = ["resources", "efs", "ecs"]
    bad = """
Resources:
  Files: {Type: AWS::EFS::FileSystem}
  Point:
    Type: AWS::EFS::AccessPoint
    Properties: {FileSystemId: !Ref Files, RootDirectory: {Path: /data}}
"""
    good = bad.replace(
        "Path: /data",
        "Path: /data, CreationInfo: {OwnerUid: '1', OwnerGid: '1', Permissions: '0750'}",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the directories of file systems that nothing else can fill."""
        for used, root in _mounted(model):
            files = used.follow("AWS::EFS::FileSystem")
            if files and (root.text or "/").strip("/") and not _may_exist(files, root):
                yield Finding(
                    root.path,
                    f"{files.logical_id} is new, and nothing creates {root.shown} in it; give an "
                    "access point CreationInfo for it",
                )


def _mounted(model: TemplateModel) -> Iterator[tuple[Value, Value]]:
    """File system and directory of each mount that does not create the directory."""
    for point in model.of_type("AWS::EFS::AccessPoint"):
        for used, root, info in point.cases(
            "FileSystemId", "RootDirectory.Path", "RootDirectory.CreationInfo"
        ):
            if info.absent:
                yield used, root
    for task in model.of_type("AWS::ECS::TaskDefinition"):
        for volume in task.values("Volumes.*"):
            for used, root, through in volume.cases(
                f"{_EFS}.FilesystemId", f"{_EFS}.RootDirectory", _POINT
            ):
                if through.absent:
                    yield used, root


def _may_exist(files: Resource, root: Value) -> bool:
    """Whether something else gets at the file system, and so may create the directory."""
    model, name = files.model, files.logical_id
    shown = any(m.name == name for out in model.outputs.values() for m in mentions(out.data))
    users = [user for user in model.users_of(name) if not user.type.startswith("AWS::IAM::")]
    points = {user.logical_id for user in users if user.type == "AWS::EFS::AccessPoint"}
    whole = any(
        used.reference and used.reference.logical_id == name and not (where.text or "").strip("/")
        for used, where in _mounted(model)
    )
    copied = any(True for _ in files.values("ReplicationConfiguration"))
    unknown = any(user.type not in _KNOWN for user in users)
    return shown or whole or copied or unknown or not points <= {str(root.path[1])}
