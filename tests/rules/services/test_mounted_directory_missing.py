import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Directory: {Type: String, Default: /data, AllowedValues: [/data]}
"""
FILES = "  Files: {Type: AWS::EFS::FileSystem}\n"
POINT = """  Point:
    Type: AWS::EFS::AccessPoint
    Properties: {FileSystemId: !Ref Files, RootDirectory: {BODY}}
"""
TASK = """  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes: [{Name: a, EFSVolumeConfiguration: {FilesystemId: !Ref Files, BODY}}]
"""
AT_POINT = "Resources/Point/Properties/RootDirectory/Path"
AT_TASK = "Resources/Task/Properties/Volumes/0/EFSVolumeConfiguration/RootDirectory"
INFO = ", CreationInfo: {OwnerUid: '1', OwnerGid: '1', Permissions: '0750'}"


def found(resources: str, body: str, more: str = "") -> list[tuple[str, str]]:
    return report(template(FILES + resources + more, body, PARAMETERS), "W9916")


def missing(place: str, shown: str = "/data") -> list[tuple[str, str]]:
    message = (
        f"Files is new, and nothing creates {shown} in it; give an access point CreationInfo for it"
    )
    return [(place, message)]


def test_missing() -> None:
    assert found(POINT, "Path: /data") == missing(AT_POINT)
    assert found(POINT, "Path: !Ref Directory") == missing(AT_POINT, "/data (parameter Directory)")
    conditional = "Path: /data, CreationInfo: !If [IsUsed, {OwnerUid: '1'}, !Ref AWS::NoValue]"
    assert found(POINT, conditional) == missing(AT_POINT)
    assert found(TASK, "RootDirectory: /data") == missing(AT_TASK)
    assert found(TASK, "RootDirectory: !If [IsUsed, /, /data]") == []
    target = "  Target: {Type: AWS::EFS::MountTarget, Properties: {FileSystemId: !Ref Files}}\n"
    role = "  Role: {Type: AWS::IAM::Policy, Properties: {PolicyDocument: !GetAtt Files.Arn}}\n"
    assert found(TASK, "RootDirectory: /data", target + role) == missing(AT_TASK)


@pytest.mark.parametrize(
    ("resources", "body"),
    [
        (POINT, f"Path: /data{INFO}"),
        (POINT, "Path: /"),
        (POINT, "Path: !Ref Any"),
        (POINT, "Path: /data, CreationInfo: !Ref Any"),
        (TASK, "RootDirectory: /"),
        (TASK, "TransitEncryption: ENABLED"),
        (TASK, "RootDirectory: /data, AuthorizationConfig: {AccessPointId: fsap-1}"),
    ],
)
def test_there_or_not_known(resources: str, body: str) -> None:
    assert found(resources, body) == []


def test_a_backup_and_an_alarm_make_no_directory() -> None:
    selection = "  X: {Type: AWS::Backup::BackupSelection, Properties: {A: !GetAtt Files.Arn}}\n"
    alarm = "  Y: {Type: AWS::CloudWatch::Alarm, Properties: {Dimensions: [!Ref Files]}}\n"
    assert found(POINT, "Path: /data", selection + alarm) == missing(AT_POINT)


@pytest.mark.parametrize(
    "more",
    [
        "  X: {Type: AWS::EFS::AccessPoint, Properties: {FileSystemId: !Ref Files}}\n",
        POINT.replace("BODY", f"Path: /data{INFO}").replace("Point:", "X:"),
        TASK.replace("BODY", "RootDirectory: /").replace("Task:", "X:"),
        "  X: {Type: Custom::Directories, Properties: {Files: !Ref Files}}\n",
        "Outputs: {X: {Value: !Ref Files}}\n",
    ],
)
def test_others_may_create_it(more: str) -> None:
    assert found(POINT.replace("Point:", "Own:"), "Path: /data", more) == []


def test_copied_and_outside_file_systems() -> None:
    copied = FILES.replace("FileSystem}", "FileSystem, Properties: {ReplicationConfiguration: {}}}")
    text = template(copied + POINT, "Path: /data")
    assert report(text, "W9916") == []
    assert report(text.replace("!Ref Files", "fs-1"), "W9916") == []
