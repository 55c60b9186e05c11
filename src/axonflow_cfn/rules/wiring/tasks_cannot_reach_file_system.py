"""E9705."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.file_systems import NFS_PORT, mounts
from axonflow_cfn.model.security_groups import attached, can_reach
from axonflow_cfn.rule import DeployabilityRule, Finding


class TasksCannotReachFileSystem(DeployabilityRule):
    """Security groups that keep tasks from the file system they mount."""

    id = "E9705"
    shortdesc = "Security groups keep the tasks from their EFS mount target"
    description = (
        "The tasks stop before they start (ResourceInitializationError: failed to invoke EFS utils "
        "commands to set up EFS volumes), since NFS on TCP port 2049 is not allowed. Allow it out "
        "of the groups of the service and into those of each mount target."
    )
    source_url = "https://docs.aws.amazon.com/efs/latest/ug/network-access.html"
    tags = ["resources", "ecs", "efs", "ec2", "wiring"]
    bad = """
Resources:
  TaskGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: tasks}}
  FilesGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: files
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 2048, ToPort: 2048, SourceSecurityGroupId: !Ref TaskGroup}
  Files: {Type: AWS::EFS::FileSystem}
  Target:
    Type: AWS::EFS::MountTarget
    Properties: {FileSystemId: !Ref Files, SubnetId: subnet-1, SecurityGroups: [!Ref FilesGroup]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      Volumes: [{Name: files, EFSVolumeConfiguration: {FilesystemId: !Ref Files}}]
      ContainerDefinitions: [{Name: web, Image: web:1}]
  Service:
    Type: AWS::ECS::Service
    DependsOn: [Target]
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration:
        AwsvpcConfiguration: {Subnets: [subnet-1], SecurityGroups: [!Ref TaskGroup]}
"""
    good = bad.replace("2048", "2049")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask the security groups about each mount target."""
        for mount in mounts(model):
            for target in mount.targets:
                for sources in attached(mount.service):
                    for groups in attached(target):
                        together = model.together(mount.used, *sources, *groups) is not None
                        if together and can_reach(sources, groups, NFS_PORT) is False:
                            yield Finding(
                                groups[0].path,
                                f"{mount.service.logical_id} mounts "
                                f"{mount.file_system.logical_id} but can't reach "
                                f"{target.logical_id} on TCP port {NFS_PORT}; allow it",
                            )
