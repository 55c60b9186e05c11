"""E9555."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.iam import allows
from axonflow_cfn.model.policies import Principal, Statement, covers_action, of_holder
from axonflow_cfn.rule import DeployabilityRule, Finding

_MOUNT, _WRITE = "elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"
_EFS = "EFSVolumeConfiguration"


class TaskRoleCannotMount(DeployabilityRule):
    """A task that mounts a file system by IAM, with a role that may not."""

    id = "E9555"
    shortdesc = "Task role may not mount, or not write to, its EFS file system"
    description = (
        "With IAM authorization the tasks mount with their task role. Once the file system has a "
        "policy, the role or that policy must allow elasticfilesystem:ClientMount, and "
        "ClientWrite where containers write; without it the mount fails, or is read-only "
        "('Read-only file system'). A policy that names the account only leaves it to the role."
    )
    source_url = "https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html"
    tags = ["resources", "ecs", "efs", "iam"]
    bad = """
Resources:
  Files:
    Type: AWS::EFS::FileSystem
    Properties:
      FileSystemPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}
            Action: elasticfilesystem:Client*
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      Policies:
        - PolicyName: files
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: [elasticfilesystem:ClientMount]
                Resource: !GetAtt Files.Arn
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
      Volumes:
        - Name: files
          EFSVolumeConfiguration:
            FilesystemId: !Ref Files
            TransitEncryption: ENABLED
            AuthorizationConfig: {IAM: ENABLED}
      ContainerDefinitions:
        - Name: web
          Image: web:1
          MountPoints: [{SourceVolume: files, ContainerPath: /files}]
"""
    good = bad.replace("ClientMount]", "ClientMount, elasticfilesystem:ClientWrite]")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask role and file system about each volume."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for volume in task.values("Volumes.*"):
                for name, used, authorized in volume.cases(
                    "Name", f"{_EFS}.FilesystemId", f"{_EFS}.AuthorizationConfig.IAM"
                ):
                    files = used.follow("AWS::EFS::FileSystem")
                    if files and authorized.text == "ENABLED":
                        needed = (_MOUNT, *([_WRITE] if _is_written(task, name) else []))
                        yield from _missing(task, files, used, needed)


def _missing(
    task: Resource, files: Resource, used: Value, needed: tuple[str, ...]
) -> Iterator[Finding]:
    target = used.but(data=Reference(files.logical_id, "Arn"))
    for arn in task.values("TaskRoleArn"):
        found = arn.follow("AWS::IAM::Role")
        role = found.given(used.when) if found else None
        lacking = [
            action.partition(":")[2]
            for action in needed
            if role and not _grants(files, role, action) and allows(role, action, target) is False
        ]
        if role and lacking:
            yield Finding(
                used.path,
                f"neither {role.logical_id} nor the policy of {files.logical_id} allows "
                f"{' and '.join(lacking)}, which mounting it by IAM needs; allow it",
            )


def _is_written(task: Resource, volume: Value) -> bool:
    """Whether a container certainly mounts a volume for writing."""
    return any(
        source.text == volume.text and (closed.absent or closed.flag is False)
        for mount in task.values("ContainerDefinitions.*.MountPoints.*")
        for source, closed in mount.cases("SourceVolume", "ReadOnly")
        if volume.text is not None
    )


def _grants(files: Resource, role: Resource, action: str) -> bool:
    """Whether a file system's own policy lets a role in, or may; the default one does."""
    for (policy,) in files.cases("FileSystemPolicy"):
        if not isinstance(policy.data, dict):
            return True
    if any(not statement.known for statement in files.values("FileSystemPolicy.Statement.*")):
        return True
    return any(_allows(found, role, action) for found in of_holder(files, "resource"))


def _allows(statement: Statement, role: Resource, action: str) -> bool:
    if statement.effect == "Deny":
        return False
    if statement.not_actions or statement.excluded:
        return True
    acts = any(a.text is None or covers_action(a, action) for a in statement.actions)
    return acts and any(_may_be(one, role) for one in statement.principals)


def _may_be(principal: Principal, role: Resource) -> bool:
    """Whether a principal is a role, or may be; its account is not: that delegates only."""
    if principal.kind not in {"*", "AWS"}:
        return False
    reference = principal.value.reference
    if reference:
        return reference.logical_id == role.logical_id
    last = principal.value.parts[-1] if principal.value.parts else None
    account = isinstance(last, str) and (last.endswith(":root") or last.isdecimal())
    own = getattr(last, "name", "") == "AWS::AccountId"
    return not account and not own
