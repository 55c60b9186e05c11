import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Port: {Type: String, Default: https}
"""
RESOURCES = """  Parameter: {Type: AWS::SSM::Parameter, Properties: {Type: String, BODY}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Value: https, AllowedPattern: '^[0-9]+$'",
            [
                (
                    "Resources/Parameter/Properties/Value",
                    "https does not match AllowedPattern ^[0-9]+$",
                )
            ],
        ),
        (
            "Value: !Ref Port, AllowedPattern: '^[0-9]+$'",
            [
                (
                    "Resources/Parameter/Properties/Value",
                    "https (parameter Port) does not match AllowedPattern ^[0-9]+$",
                )
            ],
        ),
        (
            "Value: !If [IsUsed, https, '443'], AllowedPattern: '^[0-9]+$'",
            [
                (
                    "Resources/Parameter/Properties/Value/Fn::If/1",
                    "https does not match AllowedPattern ^[0-9]+$",
                )
            ],
        ),
        (
            "Value: '443', AllowedPattern: '^[0-9]+$'",
            [],
        ),
        (
            "Value: !Ref Any, AllowedPattern: '^[0-9]+$'",
            [],
        ),
        (
            "Value: https, AllowedPattern: !Ref Any",
            [],
        ),
        (
            "Value: https",
            [],
        ),
        (
            "Value: a, AllowedPattern: '^a|b$'",
            [],
        ),
        (
            "Value: a, AllowedPattern: '[0-9]+'",
            [],
        ),
        (
            "Value: a, AllowedPattern: '^[$'",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9755") == expected
