import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Several: {Type: String, Default: 'true'}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "MultiAZ: true, AvailabilityZone: !Ref Any",
            [
                (
                    "Resources/Db/Properties/AvailabilityZone",
                    "A Multi-AZ instance takes no AvailabilityZone; remove it",
                )
            ],
        ),
        (
            "MultiAZ: !Ref Several, AvailabilityZone: us-east-1a",
            [
                (
                    "Resources/Db/Properties/AvailabilityZone",
                    "A Multi-AZ instance takes no AvailabilityZone; remove it",
                )
            ],
        ),
        (
            "MultiAZ: true, AvailabilityZone: !If [IsUsed, us-east-1a, !Ref AWS::NoValue]",
            [
                (
                    "Resources/Db/Properties/AvailabilityZone/Fn::If/1",
                    "A Multi-AZ instance takes no AvailabilityZone; remove it",
                )
            ],
        ),
        (
            (
                "MultiAZ: !If [IsUsed, true, false], AvailabilityZone: !If [IsUsed, "
                "!Ref AWS::NoValue, us-east-1a]"
            ),
            [],
        ),
        ("MultiAZ: false, AvailabilityZone: us-east-1a", []),
        ("MultiAZ: !Ref Any, AvailabilityZone: us-east-1a", []),
        ("MultiAZ: true", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9313") == expected
