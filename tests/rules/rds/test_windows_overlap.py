import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Backup: {Type: String, Default: '23:30-00:15'}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBCluster
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "PreferredBackupWindow: '04:00-05:00', PreferredMaintenanceWindow: "
                "'sun:04:30-sun:05:30'"
            ),
            [
                (
                    "Resources/Db/Properties/PreferredBackupWindow",
                    (
                        "The backup window 04:00-05:00 overlaps the maintenance window "
                        "sun:04:30-sun:05:30; move one of them"
                    ),
                )
            ],
        ),
        # across midnight
        (
            (
                "PreferredBackupWindow: !Ref Backup, PreferredMaintenanceWindow: "
                "'sat:23:45-sun:00:45'"
            ),
            [
                (
                    "Resources/Db/Properties/PreferredBackupWindow",
                    (
                        "The backup window 23:30-00:15 (parameter Backup) overlaps the "
                        "maintenance window sat:23:45-sun:00:45; move one of them"
                    ),
                )
            ],
        ),
        # across the end of the week
        (
            (
                "PreferredBackupWindow: '00:00-01:00', PreferredMaintenanceWindow: "
                "'sun:23:30-mon:00:30'"
            ),
            [
                (
                    "Resources/Db/Properties/PreferredBackupWindow",
                    (
                        "The backup window 00:00-01:00 overlaps the maintenance window "
                        "sun:23:30-mon:00:30; move one of them"
                    ),
                )
            ],
        ),
        (
            (
                "PreferredBackupWindow: !If [IsUsed, '03:00-04:00', '05:00-06:00'], "
                "PreferredMaintenanceWindow: 'mon:03:00-mon:04:00'"
            ),
            [
                (
                    "Resources/Db/Properties/PreferredBackupWindow/Fn::If/1",
                    (
                        "The backup window 03:00-04:00 overlaps the maintenance window "
                        "mon:03:00-mon:04:00; move one of them"
                    ),
                )
            ],
        ),
        # one ends when the other starts
        (
            (
                "PreferredBackupWindow: '03:00-04:00', PreferredMaintenanceWindow: "
                "'sun:04:00-sun:05:00'"
            ),
            [],
        ),
        ("PreferredBackupWindow: '03:00-04:00', PreferredMaintenanceWindow: !Ref Any", []),
        # malformed, which E9302 tells
        (("PreferredBackupWindow: '3-4', PreferredMaintenanceWindow: 'sun:03:00-sun:04:00'"), []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9308") == expected
