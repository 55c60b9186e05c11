import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Days: {Type: Number, Default: 0}
"""
RESOURCES = """  Source:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, BODY}
  Replica:
    Type: AWS::RDS::DBInstance
    Properties: {SourceDBInstanceIdentifier: !Ref Source}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "BackupRetentionPeriod: 0",
            [
                (
                    "Resources/Replica/Properties/SourceDBInstanceIdentifier",
                    (
                        "${Source} keeps no backups (BackupRetentionPeriod 0), so it can have "
                        "no replica; set it to 1 or more"
                    ),
                )
            ],
        ),
        (
            "BackupRetentionPeriod: !Ref Days",
            [
                (
                    "Resources/Replica/Properties/SourceDBInstanceIdentifier",
                    (
                        "${Source} keeps no backups (BackupRetentionPeriod 0 (parameter "
                        "Days)), so it can have no replica; set it to 1 or more"
                    ),
                )
            ],
        ),
        (
            "BackupRetentionPeriod: !If [IsUsed, 7, 0]",
            [
                (
                    "Resources/Replica/Properties/SourceDBInstanceIdentifier",
                    (
                        "${Source} keeps no backups (BackupRetentionPeriod 0), so it can have "
                        "no replica; set it to 1 or more"
                    ),
                )
            ],
        ),
        ("BackupRetentionPeriod: 1", []),
        ("BackupRetentionPeriod: !Ref Any", []),
        ("Port: 5432", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9314") == expected
