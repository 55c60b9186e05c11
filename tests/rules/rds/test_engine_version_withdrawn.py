import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Version: {Type: String, Default: '15.4', AllowedValues: ['15.4', '16.2', '17']}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Engine: postgres, EngineVersion: '15.4'",
            [
                (
                    "Resources/Db/Properties/EngineVersion",
                    (
                        "RDS no longer creates postgres 15.4; give a version that it still "
                        "creates, or the major alone"
                    ),
                )
            ],
        ),
        # the default and the other choices of a parameter
        (
            "Engine: postgres, EngineVersion: !Ref Version",
            [
                (
                    "Resources/Db/Properties/EngineVersion",
                    (
                        "RDS no longer creates postgres 15.4 (parameter Version); give a "
                        "version that it still creates, or the major alone"
                    ),
                ),
                (
                    "Resources/Db/Properties/EngineVersion",
                    (
                        "RDS no longer creates postgres 16.2 (parameter Version); give a "
                        "version that it still creates, or the major alone"
                    ),
                ),
            ],
        ),
        (
            "Engine: postgres, EngineVersion: '15.16'",
            [
                (
                    "Resources/Db/Properties/EngineVersion",
                    (
                        "RDS no longer creates postgres 15.16; give a version that it still "
                        "creates, or the major alone"
                    ),
                )
            ],
        ),
        (
            "Engine: MySQL, EngineVersion: 8.0.28",
            [
                (
                    "Resources/Db/Properties/EngineVersion",
                    (
                        "RDS no longer creates MySQL 8.0.28; give a version that it still "
                        "creates, or the major alone"
                    ),
                )
            ],
        ),
        (
            "Engine: postgres, EngineVersion: !If [IsUsed, '12.7', '16']",
            [
                (
                    "Resources/Db/Properties/EngineVersion/Fn::If/1",
                    (
                        "RDS no longer creates postgres 12.7; give a version that it still "
                        "creates, or the major alone"
                    ),
                )
            ],
        ),
        ("Engine: postgres, EngineVersion: '15'", []),
        ("Engine: postgres, EngineVersion: '16.9'", []),
        # restored
        ("Engine: postgres, EngineVersion: '15.4', DBSnapshotIdentifier: !Ref Any", []),
        ("Engine: postgres, EngineVersion: !Ref Any", []),
        ("Engine: !Ref Any, EngineVersion: '15.4'", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9303") == expected
