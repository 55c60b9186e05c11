import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Switch: {Type: String, Default: 'false'}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "AllocatedStorage: 20",
            [
                (
                    "Resources/Db/Properties",
                    "The storage of Db is not encrypted; state StorageEncrypted: true",
                )
            ],
        ),
        (
            "StorageEncrypted: false",
            [
                (
                    "Resources/Db/Properties/StorageEncrypted",
                    "The storage of Db is not encrypted; state StorageEncrypted: true",
                )
            ],
        ),
        (
            "AllocatedStorage: 20, StorageEncrypted: !Ref Switch",
            [
                (
                    "Resources/Db/Properties/StorageEncrypted",
                    "The storage of Db is not encrypted; state StorageEncrypted: true",
                )
            ],
        ),
        (
            "AllocatedStorage: 20, StorageEncrypted: !If [IsUsed, true, false]",
            [
                (
                    "Resources/Db/Properties/StorageEncrypted/Fn::If/2",
                    "The storage of Db is not encrypted; state StorageEncrypted: true",
                )
            ],
        ),
        ("AllocatedStorage: 20, StorageEncrypted: true", []),
        ("AllocatedStorage: 20, StorageEncrypted: !Ref Any", []),
        ("AllocatedStorage: 20, DBSnapshotIdentifier: !Ref Any", []),
        ("DBClusterIdentifier: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9321") == expected
