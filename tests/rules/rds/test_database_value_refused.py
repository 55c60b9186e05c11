import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Port: {Type: Number, Default: 1000}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Engine: postgres, Port: 80",
            [
                (
                    "Resources/Db/Properties/Port",
                    "RDS does not take 80 as Port; allowed: 1150 to 65535",
                )
            ],
        ),
        # through a parameter
        (
            "Engine: postgres, Port: !Ref Port",
            [
                (
                    "Resources/Db/Properties/Port",
                    "RDS does not take 1000 (parameter Port) as Port; allowed: 1150 to 65535",
                )
            ],
        ),
        (
            "Engine: mysql, MonitoringInterval: 45",
            [
                (
                    "Resources/Db/Properties/MonitoringInterval",
                    (
                        "RDS does not take 45 as MonitoringInterval; allowed: 0, 1, 5, 10, 15, "
                        "30 or 60"
                    ),
                )
            ],
        ),
        (
            "Engine: mysql, PreferredBackupWindow: '3:00-4:00'",
            [
                (
                    "Resources/Db/Properties/PreferredBackupWindow",
                    (
                        "RDS does not take 3:00-4:00 as PreferredBackupWindow; allowed: "
                        "hh:mm-hh:mm in UTC, 30 minutes or more"
                    ),
                )
            ],
        ),
        (
            "Engine: mysql, PreferredBackupWindow: '03:00-03:20'",
            [
                (
                    "Resources/Db/Properties/PreferredBackupWindow",
                    (
                        "RDS does not take 03:00-03:20 as PreferredBackupWindow; allowed: "
                        "hh:mm-hh:mm in UTC, 30 minutes or more"
                    ),
                )
            ],
        ),
        (
            "Engine: mysql, PreferredMaintenanceWindow: 'Sunday:04:00-Sunday:05:00'",
            [
                (
                    "Resources/Db/Properties/PreferredMaintenanceWindow",
                    (
                        "RDS does not take Sunday:04:00-Sunday:05:00 as "
                        "PreferredMaintenanceWindow; allowed: ddd:hh:mm-ddd:hh:mm in UTC, 30 "
                        "minutes or more, such as sun:04:00-sun:05:00"
                    ),
                )
            ],
        ),
        (
            "Engine: postgres, EnableCloudwatchLogsExports: [postgresql, slowquery]",
            [
                (
                    "Resources/Db/Properties/EnableCloudwatchLogsExports/1",
                    (
                        "RDS does not take slowquery as EnableCloudwatchLogsExports of "
                        "postgres; allowed: iam-db-auth-error, postgresql, upgrade"
                    ),
                )
            ],
        ),
        # only one branch is wrong
        (
            (
                "Engine: !If [IsUsed, mysql, postgres], EnableCloudwatchLogsExports: "
                "[!If [IsUsed, error, error]]"
            ),
            [
                (
                    "Resources/Db/Properties/EnableCloudwatchLogsExports/0/Fn::If/2",
                    (
                        "RDS does not take error as EnableCloudwatchLogsExports of postgres; "
                        "allowed: iam-db-auth-error, postgresql, upgrade"
                    ),
                )
            ],
        ),
        (
            "Engine: postgres, LicenseModel: license-included",
            [
                (
                    "Resources/Db/Properties/LicenseModel",
                    (
                        "RDS does not take license-included as LicenseModel of postgres; "
                        "allowed: postgresql-license"
                    ),
                )
            ],
        ),
        (
            "Engine: postgres, CACertificateIdentifier: rds-ca-2019",
            [
                (
                    "Resources/Db/Properties/CACertificateIdentifier",
                    (
                        "RDS does not take rds-ca-2019 as CACertificateIdentifier; allowed: "
                        "rds-ca-ecc384-g1, rds-ca-rsa2048-g1, rds-ca-rsa4096-g1"
                    ),
                )
            ],
        ),
        (
            "Engine: postgres, CharacterSetName: UTF8",
            [
                (
                    "Resources/Db/Properties/CharacterSetName",
                    (
                        "RDS does not take UTF8 as CharacterSetName of postgres; allowed: no "
                        "value for this engine"
                    ),
                )
            ],
        ),
        (
            "Engine: mariadb, Timezone: UTC",
            [
                (
                    "Resources/Db/Properties/Timezone",
                    (
                        "RDS does not take UTC as Timezone of mariadb; allowed: no value for "
                        "this engine"
                    ),
                )
            ],
        ),
        (
            "Engine: sqlserver-ee, NcharCharacterSetName: UTF8",
            [
                (
                    "Resources/Db/Properties/NcharCharacterSetName",
                    "RDS does not take UTF8 as NcharCharacterSetName; allowed: Oracle only",
                )
            ],
        ),
        (
            (
                "Engine: postgres, Port: 5432, MonitoringInterval: 0, "
                "PreferredBackupWindow: '23:45-00:15'"
            ),
            [],
        ),
        ("Engine: postgres, PreferredMaintenanceWindow: 'Sun:23:30-Mon:00:30'", []),
        ("Engine: aurora-mysql, EnableCloudwatchLogsExports: [audit, instance]", []),
        (
            (
                "Engine: oracle-ee, NcharCharacterSetName: UTF8, CharacterSetName: "
                "UTF8, LicenseModel: bring-your-own-license"
            ),
            [],
        ),
        # an unknown engine
        ("Engine: !Ref Any, EnableCloudwatchLogsExports: [error], LicenseModel: x", []),
        # unknown values
        ("Engine: postgres, Port: !Ref Any, PreferredBackupWindow: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9302") == expected
