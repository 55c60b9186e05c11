import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Class: {Type: String, Default: db.t4g.small}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Engine: mysql, DBInstanceClass: db.t3.micro, EnablePerformanceInsights: true",
            [
                (
                    "Resources/Db/Properties/EnablePerformanceInsights",
                    (
                        "Performance Insights is not available for mysql on db.t3.micro; "
                        "switch it off or take a larger class"
                    ),
                )
            ],
        ),
        (
            ("Engine: mariadb, DBInstanceClass: !Ref Class, EnablePerformanceInsights: true"),
            [
                (
                    "Resources/Db/Properties/EnablePerformanceInsights",
                    (
                        "Performance Insights is not available for mariadb on db.t4g.small "
                        "(parameter Class); switch it off or take a larger class"
                    ),
                )
            ],
        ),
        (
            "Engine: postgres, PerformanceInsightsRetentionPeriod: 7",
            [
                (
                    "Resources/Db/Properties/PerformanceInsightsRetentionPeriod",
                    "This needs EnablePerformanceInsights: true; state it or remove this",
                )
            ],
        ),
        (
            (
                "Engine: postgres, EnablePerformanceInsights: false, "
                "PerformanceInsightsKMSKeyId: !Ref Any"
            ),
            [
                (
                    "Resources/Db/Properties/PerformanceInsightsKMSKeyId",
                    "This needs EnablePerformanceInsights: true; state it or remove this",
                )
            ],
        ),
        (
            (
                "Engine: postgres, DatabaseInsightsMode: advanced, "
                "EnablePerformanceInsights: true, PerformanceInsightsRetentionPeriod: 7"
            ),
            [
                (
                    "Resources/Db/Properties/DatabaseInsightsMode",
                    (
                        "DatabaseInsightsMode advanced needs EnablePerformanceInsights: true "
                        "and a PerformanceInsightsRetentionPeriod of 465 or more"
                    ),
                )
            ],
        ),
        (
            "Engine: postgres, DatabaseInsightsMode: advanced",
            [
                (
                    "Resources/Db/Properties/DatabaseInsightsMode",
                    (
                        "DatabaseInsightsMode advanced needs EnablePerformanceInsights: true "
                        "and a PerformanceInsightsRetentionPeriod of 465 or more"
                    ),
                )
            ],
        ),
        (
            (
                "Engine: postgres, EnablePerformanceInsights: !If [IsUsed, true, "
                "false], PerformanceInsightsRetentionPeriod: 7"
            ),
            [
                (
                    "Resources/Db/Properties/PerformanceInsightsRetentionPeriod",
                    "This needs EnablePerformanceInsights: true; state it or remove this",
                )
            ],
        ),
        (
            (
                "Engine: postgres, DBInstanceClass: db.t3.micro, "
                "EnablePerformanceInsights: true, PerformanceInsightsRetentionPeriod: 7"
            ),
            [],
        ),
        (("Engine: mysql, DBInstanceClass: db.t3.medium, EnablePerformanceInsights: true"), []),
        ("Engine: mysql, DBInstanceClass: !Ref Any, EnablePerformanceInsights: true", []),
        (
            (
                "Engine: postgres, DatabaseInsightsMode: advanced, "
                "EnablePerformanceInsights: true, PerformanceInsightsRetentionPeriod: 465"
            ),
            [],
        ),
        (
            (
                "Engine: postgres, EnablePerformanceInsights: !Ref Any, "
                "PerformanceInsightsRetentionPeriod: 7"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9312") == expected
