import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Interval: {Type: Number, Default: 30}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "MonitoringInterval: 60",
            [
                (
                    "Resources/Db/Properties/MonitoringInterval",
                    "MonitoringInterval 60 needs a MonitoringRoleArn",
                )
            ],
        ),
        (
            "MonitoringInterval: !Ref Interval",
            [
                (
                    "Resources/Db/Properties/MonitoringInterval",
                    "MonitoringInterval 30 (parameter Interval) needs a MonitoringRoleArn",
                )
            ],
        ),
        (
            "MonitoringRoleArn: !Ref Any",
            [
                (
                    "Resources/Db/Properties/MonitoringRoleArn",
                    "MonitoringRoleArn needs a MonitoringInterval above 0",
                )
            ],
        ),
        (
            "MonitoringInterval: 0, MonitoringRoleArn: !Ref Any",
            [
                (
                    "Resources/Db/Properties/MonitoringRoleArn",
                    "MonitoringRoleArn needs a MonitoringInterval above 0",
                )
            ],
        ),
        (
            (
                "MonitoringInterval: 60, MonitoringRoleArn: !If [IsUsed, !Ref Any, "
                "!Ref AWS::NoValue]"
            ),
            [
                (
                    "Resources/Db/Properties/MonitoringInterval",
                    "MonitoringInterval 60 needs a MonitoringRoleArn",
                )
            ],
        ),
        (
            (
                "MonitoringInterval: !If [IsUsed, 60, 0], MonitoringRoleArn: !If "
                "[IsUsed, !Ref Any, !Ref AWS::NoValue]"
            ),
            [],
        ),
        ("MonitoringInterval: 0", []),
        ("MonitoringInterval: !Ref Any", []),
        ("MonitoringInterval: !Ref Any, MonitoringRoleArn: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9311") == expected
