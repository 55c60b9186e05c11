import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Policy: {Type: String, Default: Delete}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            ("DeletionPolicy: Delete\n    UpdateReplacePolicy: Snapshot"),
            [
                (
                    "Resources/Db/DeletionPolicy",
                    "DeletionPolicy of Db is Delete: its data is lost; state Snapshot",
                )
            ],
        ),
        (
            "DeletionPolicy: Snapshot",
            [
                (
                    "Resources/Db",
                    (
                        "UpdateReplacePolicy of Db is Delete by default: its data is lost; "
                        "state Snapshot"
                    ),
                )
            ],
        ),
        (
            "UpdateReplacePolicy: Delete",
            [
                (
                    "Resources/Db/UpdateReplacePolicy",
                    "UpdateReplacePolicy of Db is Delete: its data is lost; state Snapshot",
                )
            ],
        ),
        (
            ("DeletionPolicy: !Ref Policy\n    UpdateReplacePolicy: Retain"),
            [
                (
                    "Resources/Db/DeletionPolicy",
                    "DeletionPolicy of Db is Delete: its data is lost; state Snapshot",
                )
            ],
        ),
        (
            ("DeletionPolicy: !If [IsUsed, Retain, Delete]\n    UpdateReplacePolicy: Retain"),
            [
                (
                    "Resources/Db/DeletionPolicy/Fn::If/2",
                    "DeletionPolicy of Db is Delete: its data is lost; state Snapshot",
                )
            ],
        ),
        (("DeletionPolicy: Snapshot\n    UpdateReplacePolicy: Retain"), []),
        ("UpdateReplacePolicy: Snapshot", []),
        (("DeletionPolicy: !Ref Any\n    UpdateReplacePolicy: Snapshot"), []),
        ("Properties: {DBClusterIdentifier: !Ref Any}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9323") == expected
