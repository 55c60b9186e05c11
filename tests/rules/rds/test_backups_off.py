import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Days: {Type: Number, Default: 0}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "BackupRetentionPeriod: 0",
            [
                (
                    "Resources/Db/Properties/BackupRetentionPeriod",
                    "BackupRetentionPeriod 0 switches the backups of Db off; set it to 1 or more",
                )
            ],
        ),
        (
            "BackupRetentionPeriod: !Ref Days",
            [
                (
                    "Resources/Db/Properties/BackupRetentionPeriod",
                    (
                        "BackupRetentionPeriod 0 (parameter Days) switches the backups of Db "
                        "off; set it to 1 or more"
                    ),
                )
            ],
        ),
        (
            "BackupRetentionPeriod: !If [IsUsed, 0, 7]",
            [
                (
                    "Resources/Db/Properties/BackupRetentionPeriod/Fn::If/1",
                    "BackupRetentionPeriod 0 switches the backups of Db off; set it to 1 or more",
                )
            ],
        ),
        ("BackupRetentionPeriod: 7", []),
        ("BackupRetentionPeriod: !Ref Any", []),
        ("BackupRetentionPeriod: 0, SourceDBInstanceIdentifier: !Ref Any", []),
        ("Port: 5432", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9322") == expected
