import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Flag: {Type: String, Default: 'true'}
"""
RESOURCES = """  Store: {Type: AWS::Redshift::Cluster, Properties: {BODY}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "PubliclyAccessible: true",
            [
                (
                    "Resources/Store/Properties/PubliclyAccessible",
                    "Store has a public address; set PubliclyAccessible to false",
                )
            ],
        ),
        (
            "PubliclyAccessible: !Ref Flag",
            [
                (
                    "Resources/Store/Properties/PubliclyAccessible",
                    "Store has a public address; set PubliclyAccessible to false",
                )
            ],
        ),
        (
            "PubliclyAccessible: !If [IsUsed, true, false]",
            [
                (
                    "Resources/Store/Properties/PubliclyAccessible/Fn::If/1",
                    "Store has a public address; set PubliclyAccessible to false",
                )
            ],
        ),
        (
            "PubliclyAccessible: false",
            [],
        ),
        (
            "PubliclyAccessible: !Ref Any",
            [],
        ),
        (
            "Encrypted: true",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9446") == expected
