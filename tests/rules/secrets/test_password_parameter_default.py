import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Password: {Type: String, NoEcho: true, Default: changeme}
  Generated: {Type: String, NoEcho: true, Default: ''}
  Listed: {Type: String, NoEcho: true, Default: a, AllowedValues: [a, b]}
  Stored: {Type: 'AWS::SSM::Parameter::Value<String>', NoEcho: true, Default: /app/password}
  DBUsername: {Type: String, NoEcho: true, Default: app}
  Asked: {Type: String, NoEcho: true}
  Shown: {Type: String, Default: changeme}
"""
RESOURCES = """  Secret: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: BODY}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "x",
            [
                (
                    "Parameters/Password/Default",
                    "The default of Password is a password that everybody can read; remove it",
                )
            ],
        ),
        (
            "!If [IsUsed, !Ref Password, !Ref Any]",
            [
                (
                    "Parameters/Password/Default",
                    "The default of Password is a password that everybody can read; remove it",
                )
            ],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9611") == expected
