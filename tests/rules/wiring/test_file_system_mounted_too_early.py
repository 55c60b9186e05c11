import pytest
from linting import report

HEAD = """
Parameters:
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Files: {Type: AWS::EFS::FileSystem}
  FilesTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes:
        - {Name: f, EFSVolumeConfiguration: {FilesystemId: !If [Odd, !Ref Files, !Ref Free]}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref FilesTask}}
""",
            [
                (
                    (
                        "Resources/FilesTask/Properties/Volumes/0/EFSVolumeConfiguration/File"
                        "systemId/Fn::If/1"
                    ),
                    "Service mounts Files, which has no mount target; add one for each zone",
                ),
            ],
        ),
        (
            """
  Target: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref Files}}
  Second: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref Files}}
  Service:
    Type: AWS::ECS::Service
    DependsOn: Target
    Properties: {TaskDefinition: !Ref FilesTask}
""",
            [
                (
                    (
                        "Resources/FilesTask/Properties/Volumes/0/EFSVolumeConfiguration/File"
                        "systemId/Fn::If/1"
                    ),
                    "Service mounts Files but does not wait for Second; add DependsOn",
                ),
            ],
        ),
        # In order, however indirectly; a mount target of an unknown file system; a nested
        # stack's.
        (
            """
  Target: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref Files}}
  Topic: {Type: AWS::SNS::Topic, DependsOn: [Target]}
  Service:
    Type: AWS::ECS::Service
    DependsOn: Topic
    Properties: {TaskDefinition: !Ref FilesTask}
""",
            [],
        ),
        (
            """
  Target: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref Free}}
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref FilesTask}}
""",
            [],
        ),
        (
            """
  Nested: {Type: AWS::CloudFormation::Stack, Properties: {Parameters: {F: !Ref Files}}}
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref FilesTask}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9714") == expected
