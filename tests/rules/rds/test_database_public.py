import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Public: {Type: String, Default: 'true'}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "PubliclyAccessible: true",
            [
                (
                    "Resources/Db/Properties/PubliclyAccessible",
                    "Db has a public address; set PubliclyAccessible to false",
                )
            ],
        ),
        (
            "PubliclyAccessible: !Ref Public",
            [
                (
                    "Resources/Db/Properties/PubliclyAccessible",
                    "Db has a public address; set PubliclyAccessible to false",
                )
            ],
        ),
        (
            "PubliclyAccessible: !If [IsUsed, true, false]",
            [
                (
                    "Resources/Db/Properties/PubliclyAccessible/Fn::If/1",
                    "Db has a public address; set PubliclyAccessible to false",
                )
            ],
        ),
        ("PubliclyAccessible: false", []),
        ("Engine: postgres", []),
        ("PubliclyAccessible: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9320") == expected
