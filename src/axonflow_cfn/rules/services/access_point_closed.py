"""E9914."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_OCTAL = re.compile(r"[0-7]?[0-7]{3}")
_ENTER, _WRITE = 1, 2
_ROOT = "RootDirectory"
_INFO = f"{_ROOT}.CreationInfo"
_VOLUME = "EFSVolumeConfiguration.AuthorizationConfig.AccessPointId"


class AccessPointClosed(DeployabilityRule):
    """An access point whose directory is closed to its own user."""

    id = "E9914"
    shortdesc = "Directory of an access point is closed to the access point's own user"
    description = (
        "EFS creates the directory with CreationInfo, and everybody who comes through the access "
        "point acts as its PosixUser. If owner, group and permissions do not let this user in, or "
        "not let it write where tasks mount the directory for writing, they get 'Permission "
        "denied'. Make the user the owner, or give its group the permissions."
    )
    source_url = (
        "https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html"
    )
    tags = ["resources", "efs"]
    bad = """
Resources:
  Point:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: fs-12345678
      PosixUser: {Uid: '1000', Gid: '1000'}
      RootDirectory:
        Path: /data
        CreationInfo: {OwnerUid: '0', OwnerGid: '0', Permissions: '0750'}
"""
    good = bad.replace("OwnerUid: '0', OwnerGid: '0'", "OwnerUid: '1000', OwnerGid: '1000'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compute the permissions of each user on its directory."""
        for point in model.of_type("AWS::EFS::AccessPoint"):
            for uid, gid, others, owner, group, mode, path in point.cases(
                *("PosixUser.Uid", "PosixUser.Gid", "PosixUser.SecondaryGids"),
                *(f"{_INFO}.OwnerUid", f"{_INFO}.OwnerGid", f"{_INFO}.Permissions"),
                f"{_ROOT}.Path",
            ):
                groups = _groups(gid, others)
                bits = _bits(uid, groups, (owner, group), mode) if groups else None
                if bits is None or path.text in {None, "/"}:  # the root exists, unlike its children
                    continue
                who = f"user {uid.shown} of group {gid.shown}"
                what = f"{mode.shown} of owner {owner.shown}:{group.shown}"
                if not bits & _ENTER:
                    yield Finding(mode.path, f"Permissions {what} do not let {who} in")
                elif not bits & _WRITE and _only_way(point, path) and _written(point):
                    yield Finding(
                        mode.path,
                        f"Permissions {what} do not let {who} write, but tasks mount the "
                        "directory for writing",
                    )


def _groups(gid: Value, others: Value) -> set[float] | None:
    """The groups of the user; None if not known."""
    values = [gid, *others.values("*")]
    numbers = {value.number for value in values}
    known = None not in numbers and (others.absent or isinstance(others.data, list))
    return {number for number in numbers if number is not None} if known else None


def _bits(uid: Value, groups: set[float], owner: tuple[Value, Value], mode: Value) -> int | None:
    """What a user may: 4 read, 2 write, 1 enter; None if not known, and for root."""
    user, of_user, of_group = uid.number, owner[0].number, owner[1].number
    # 0750 without quotes is another number in YAML.
    octal = mode.text if isinstance(mode.data, str) else None
    if not user or of_user is None or of_group is None or not _OCTAL.fullmatch(octal or ""):
        return None
    column = -3 if user == of_user else -2 if of_group in groups else -1
    return int((octal or "")[column])


def _only_way(point: Resource, path: Value) -> bool:
    """Whether no other access point of the template may lead to the same directory."""
    return all(
        other.logical_id == point.logical_id
        or (value.text is not None and not f"{path.text}/".startswith(f"{value.text.rstrip('/')}/"))
        for other in point.model.of_type("AWS::EFS::AccessPoint")
        for (value,) in other.cases(f"{_ROOT}.Path")
    )


def _written(point: Resource) -> bool:
    """Whether a container certainly mounts an access point for writing."""
    for task in point.model.of_type("AWS::ECS::TaskDefinition"):
        volumes = {
            name.text
            for volume in task.values("Volumes.*")
            for name, used in volume.cases("Name", _VOLUME)
            if used.reference and used.reference.logical_id == point.logical_id
        }
        for mount in task.values("ContainerDefinitions.*.MountPoints.*"):
            for source, closed in mount.cases("SourceVolume", "ReadOnly"):
                if source.text in volumes - {None} and (closed.absent or closed.flag is False):
                    return True
    return False
