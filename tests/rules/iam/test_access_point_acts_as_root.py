import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  User: {Type: Number, Default: 0}
"""
RESOURCES = """  Point:
    Type: AWS::EFS::AccessPoint
    Properties: {FileSystemId: fs-12345678, BODY}
"""


@pytest.mark.parametrize(
    ("body", "path", "user"),
    [
        ("PosixUser: {Uid: '0', Gid: '0'}", "Uid", "0"),
        ("PosixUser: {Uid: 0, Gid: 1000}", "Uid", "0"),
        ("PosixUser: {Uid: !If [IsUsed, 0, 1000], Gid: 1000}", "Uid/Fn::If/1", "0"),
        ("PosixUser: {Uid: !Ref User, Gid: 1000}", "Uid", "0 (parameter User)"),
        ("PosixUser: {Uid: '1000', Gid: '0'}", None, ""),
        ("PosixUser: {Uid: !Ref Any, Gid: '1000'}", None, ""),
        ("RootDirectory: {CreationInfo: {OwnerUid: 0, OwnerGid: 0, Permissions: 755}}", None, ""),
    ],
)
def test_cases(body: str, path: str | None, user: str) -> None:
    message = f"everybody acts as user {user}, root, through Point; give the id of an ordinary user"
    found = report(template(RESOURCES, body, PARAMETERS), "W9551")
    assert found == ([(f"Resources/Point/Properties/PosixUser/{path}", message)] if path else [])
