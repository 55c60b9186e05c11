import pytest
from linting import report

HEAD = """
Parameters:
  Port: {Type: Number, Default: 2048, AllowedValues: [2048, 111]}
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  FilesGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 111, ToPort: 111, SourceSecurityGroupId: !Ref CallerGroup}
  Files: {Type: AWS::EFS::FileSystem}
  Target:
    Type: AWS::EFS::MountTarget
    Properties: {FileSystemId: !Ref Files, SubnetId: s, SecurityGroups: [!Ref FilesGroup]}
  FilesTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes: [{Name: f, EFSVolumeConfiguration: {FilesystemId: !Ref Files}}]
      ContainerDefinitions: []
  Service:
    Type: AWS::ECS::Service
    DependsOn: Target
    Properties:
      TaskDefinition: !Ref FilesTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
""",
            [
                (
                    "Resources/Target/Properties/SecurityGroups/0",
                    "Service mounts Files but can't reach Target on TCP port 2049; allow it",
                ),
            ],
        ),
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  FilesGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt FilesGroup.GroupId
      IpProtocol: tcp
      FromPort: !Ref Port
      ToPort: !Ref Port
      SourceSecurityGroupId: !GetAtt CallerGroup.GroupId
  Files: {Type: AWS::EFS::FileSystem}
  Target:
    Type: AWS::EFS::MountTarget
    Properties:
      FileSystemId: !Ref Files
      SubnetId: s
      SecurityGroups: [!GetAtt FilesGroup.GroupId]
  FilesTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes: [{Name: f, EFSVolumeConfiguration: {FilesystemId: !Ref Files}}]
      ContainerDefinitions: []
  Service:
    Type: AWS::ECS::Service
    DependsOn: Target
    Properties:
      TaskDefinition: !Ref FilesTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
""",
            [
                (
                    "Resources/Target/Properties/SecurityGroups/0",
                    "Service mounts Files but can't reach Target on TCP port 2049; allow it",
                ),
            ],
        ),
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  FilesGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: udp, FromPort: 2049, ToPort: 2049, SourceSecurityGroupId: !Ref CallerGroup}
  Files: {Type: AWS::EFS::FileSystem}
  Target:
    Type: AWS::EFS::MountTarget
    Properties:
      FileSystemId: !Ref Files
      SubnetId: s
      SecurityGroups: [!If [Odd, !Ref FilesGroup, !Ref FilesGroup]]
  FilesTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes: [{Name: f, EFSVolumeConfiguration: {FilesystemId: !Ref Files}}]
      ContainerDefinitions: []
  Service:
    Type: AWS::ECS::Service
    DependsOn: Target
    Properties:
      TaskDefinition: !Ref FilesTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
""",
            [
                (
                    "Resources/Target/Properties/SecurityGroups/0/Fn::If/1",
                    "Service mounts Files but can't reach Target on TCP port 2049; allow it",
                ),
                (
                    "Resources/Target/Properties/SecurityGroups/0/Fn::If/2",
                    "Service mounts Files but can't reach Target on TCP port 2049; allow it",
                ),
            ],
        ),
        # Open, inline and separate.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  FilesGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 2049, ToPort: 2049, SourceSecurityGroupId: !Ref CallerGroup}
  Files: {Type: AWS::EFS::FileSystem}
  Target:
    Type: AWS::EFS::MountTarget
    Properties: {FileSystemId: !Ref Files, SubnetId: s, SecurityGroups: [!Ref FilesGroup]}
  FilesTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes: [{Name: f, EFSVolumeConfiguration: {FilesystemId: !Ref Files}}]
      ContainerDefinitions: []
  Service:
    Type: AWS::ECS::Service
    DependsOn: Target
    Properties:
      TaskDefinition: !Ref FilesTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
""",
            [],
        ),
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  FilesGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt FilesGroup.GroupId
      IpProtocol: tcp
      FromPort: 2049
      ToPort: 2049
      SourceSecurityGroupId: !GetAtt CallerGroup.GroupId
  Files: {Type: AWS::EFS::FileSystem}
  Target:
    Type: AWS::EFS::MountTarget
    Properties: {FileSystemId: !Ref Files, SubnetId: s, SecurityGroups: [!Ref FilesGroup]}
  FilesTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes: [{Name: f, EFSVolumeConfiguration: {FilesystemId: !Ref Files}}]
      ContainerDefinitions: []
  Service:
    Type: AWS::ECS::Service
    DependsOn: Target
    Properties:
      TaskDefinition: !Ref FilesTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
""",
            [],
        ),
        # Not known, or no mount target here.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Files: {Type: AWS::EFS::FileSystem}
  Target:
    Type: AWS::EFS::MountTarget
    Properties: {FileSystemId: !Ref Files, SubnetId: s, SecurityGroups: [!Ref Free]}
  FilesTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes: [{Name: f, EFSVolumeConfiguration: {FilesystemId: !Ref Files}}]
      ContainerDefinitions: []
  Service:
    Type: AWS::ECS::Service
    DependsOn: Target
    Properties:
      TaskDefinition: !Ref FilesTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
""",
            [],
        ),
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  FilesGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Files: {Type: AWS::EFS::FileSystem}
  Target:
    Type: AWS::EFS::MountTarget
    Properties: {FileSystemId: !Ref Files, SubnetId: s, SecurityGroups: [!Ref FilesGroup]}
  FilesTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes: [{Name: f, EFSVolumeConfiguration: {FilesystemId: !Ref Free}}]
      ContainerDefinitions: []
  Service:
    Type: AWS::ECS::Service
    DependsOn: Target
    Properties:
      TaskDefinition: !Ref FilesTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9705") == expected
