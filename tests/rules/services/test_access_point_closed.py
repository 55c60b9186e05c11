import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Mode: {Type: String, Default: '0750'}
"""
RESOURCES = """  Point:
    Type: AWS::EFS::AccessPoint
    Properties:
      FileSystemId: !Ref Files
      PosixUser: {Uid: UID, Gid: '1000'}
      RootDirectory: {Path: PATH, CreationInfo: {OwnerUid: '0', OwnerGid: '0', Permissions: BODY}}
  Files: {Type: AWS::EFS::FileSystem}
"""
TASK = """  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Volumes:
        - Name: data
          EFSVolumeConfiguration:
            FilesystemId: !Ref Files
            AuthorizationConfig: {AccessPointId: !Ref Point}
      ContainerDefinitions: [{Name: a, MountPoints: [{SourceVolume: data}]}]
"""
PLACE = "Resources/Point/Properties/RootDirectory/CreationInfo/Permissions"


def found(
    mode: str, *changes: tuple[str, str], uid: str = "'1000'", path: str = "/data", more: str = ""
) -> list[tuple[str, str]]:
    text = template(RESOURCES.replace("UID", uid).replace("PATH", path) + more, mode, PARAMETERS)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return report(text, "E9914")


def shut(mode: str, owner: str = "0:0", place: str = PLACE) -> list[tuple[str, str]]:
    message = f"Permissions {mode} of owner {owner} do not let user 1000 of group 1000 in"
    return [(place, message)]


def test_closed() -> None:
    assert found("'0750'") == shut("0750")
    assert found("'700'") == shut("700")
    assert found("!Ref Mode") == shut("0750 (parameter Mode)")
    assert found("!If [IsUsed, '0755', '0750']") == shut("0750", place=f"{PLACE}/Fn::If/2")
    # The first that fits counts: the owner's, the group's, all others'.
    assert found("'0077'", ("OwnerUid: '0'", "OwnerUid: 1000")) == shut("0077", "1000:0")
    assert found("'0707'", ("OwnerGid: '0'", "OwnerGid: 1000")) == shut("0707", "0:1000")
    secondary = ("Gid: '1000'}", "Gid: '1000', SecondaryGids: ['0']}")
    assert found("'0707'", secondary) == shut("0707")


def test_written() -> None:
    message = (
        "Permissions 0755 of owner 0:0 do not let user 1000 of group 1000 write, but tasks mount "
        "the directory for writing"
    )
    assert found("'0755'", more=TASK) == [(PLACE, message)]
    assert found("'0755'") == []
    for flag in ("true", "!Ref Any"):
        only = ("{SourceVolume: data}", f"{{SourceVolume: data, ReadOnly: {flag}}}")
        assert found("'0755'", only, more=TASK) == []
    other = "  Other: {Type: AWS::EFS::AccessPoint, Properties: {RootDirectory: {Path: X}}}\n"
    assert found("'0755'", more=TASK + other.replace("X", "/elsewhere")) == [(PLACE, message)]
    for path in ("/", "/data", "!Ref Any"):
        assert found("'0755'", more=TASK + other.replace("X", path)) == []


@pytest.mark.parametrize("mode", ["'0777'", "'0751'", "0750", "!Ref Any", "'x'", "!ImportValue x"])
def test_open_or_not_known(mode: str) -> None:
    assert found(mode) == []


def test_nothing_to_say() -> None:
    assert found("0707", more=TASK) == []
    assert found("'0750'", uid="'0'") == []
    assert found("'0750'", uid="!Ref Any") == []
    assert found("'0750'", path="/") == []
    assert found("'0750'", ("OwnerUid: '0'", "OwnerUid: '1000'")) == []
    assert found("'0750'", ("OwnerGid: '0'", "OwnerGid: '1000'")) == []
    assert found("'0750'", ("Gid: '1000'}", "Gid: '1000', SecondaryGids: !Ref Any}")) == []
    assert found("'0750'", ("      PosixUser: {Uid: '1000', Gid: '1000'}\n", "")) == []
