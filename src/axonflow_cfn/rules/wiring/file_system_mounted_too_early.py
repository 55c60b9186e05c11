"""E9714."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.file_systems import Mount, mounts
from axonflow_cfn.rule import DeployabilityRule, Finding


class FileSystemMountedTooEarly(DeployabilityRule):
    """A service that can start before its file system can be mounted."""

    id = "E9714"
    shortdesc = "Service does not wait for the mount targets of its file system"
    description = (
        "A file system is there before its mount targets are, and without one in their zone tasks "
        "stop before they start (Failed to resolve ... to an address). Nothing else makes the "
        "service wait: name the mount targets in its DependsOn, and make one for each zone."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-best-practices.html"
    )
    tags = ["resources", "ecs", "efs", "dependencies", "wiring"]
    bad = """
Resources:
  Files: {Type: AWS::EFS::FileSystem}
  Target:
    Type: AWS::EFS::MountTarget
    Properties: {FileSystemId: !Ref Files, SubnetId: subnet-1, SecurityGroups: [sg-1]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      Volumes: [{Name: files, EFSVolumeConfiguration: {FilesystemId: !Ref Files}}]
      ContainerDefinitions: [{Name: web, Image: web:1}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1]}}
"""
    good = bad.replace("AWS::ECS::Service\n", "AWS::ECS::Service\n    DependsOn: [Target]\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for the mount targets among all that the service waits for."""
        for mount in mounts(model):
            problem = _problem(model, mount)
            if problem:
                yield Finding(mount.used.path, f"{mount.service.logical_id} {problem}")


def _problem(model: TemplateModel, mount: Mount) -> str:
    name = mount.file_system.logical_id
    exported = any(
        mention.name == name
        for user in model.of_type("AWS::CloudFormation::Stack")
        for mention in model.mentions(user.logical_id)
    )
    if not mount.targets:
        silent = not mount.complete or exported
        return "" if silent else f"mounts {name}, which has no mount target; add one for each zone"
    before = model.waits_for(mount.service.logical_id)
    late = [target.logical_id for target in mount.targets if target.logical_id not in before]
    return f"mounts {name} but does not wait for {', '.join(late)}; add DependsOn" if late else ""
