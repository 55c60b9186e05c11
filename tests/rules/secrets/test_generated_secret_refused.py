import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Length: {Type: Number, Default: 5000}
"""
RESOURCES = """  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "SecretString: x, GenerateSecretString: {PasswordLength: 32}",
            [
                (
                    "Resources/Secret/Properties/SecretString",
                    "SecretString and GenerateSecretString exclude each other",
                )
            ],
        ),
        (
            "GenerateSecretString: {GenerateStringKey: password}",
            [
                (
                    "Resources/Secret/Properties/GenerateSecretString/GenerateStringKey",
                    "GenerateStringKey needs a SecretStringTemplate, such as '{}'",
                )
            ],
        ),
        (
            "GenerateSecretString: {SecretStringTemplate: '{\"a\": 1}'}",
            [
                (
                    "Resources/Secret/Properties/GenerateSecretString/SecretStringTemplate",
                    "SecretStringTemplate needs a GenerateStringKey",
                )
            ],
        ),
        (
            (
                "GenerateSecretString: {GenerateStringKey: password, "
                "SecretStringTemplate: '{username: app}'}"
            ),
            [
                (
                    "Resources/Secret/Properties/GenerateSecretString/SecretStringTemplate",
                    "SecretStringTemplate {username: app} is not a JSON object",
                )
            ],
        ),
        (
            (
                "GenerateSecretString: {GenerateStringKey: password, "
                'SecretStringTemplate: \'{"password": "x"}\'}'
            ),
            [
                (
                    "Resources/Secret/Properties/GenerateSecretString/SecretStringTemplate",
                    (
                        "SecretStringTemplate holds the key password, which is generated; "
                        "remove it there"
                    ),
                )
            ],
        ),
        (
            "GenerateSecretString: {PasswordLength: !Ref Length}",
            [
                (
                    "Resources/Secret/Properties/GenerateSecretString/PasswordLength",
                    "PasswordLength 5000 (parameter Length) is outside 1 to 4096",
                )
            ],
        ),
        (
            (
                "GenerateSecretString: {ExcludeLowercase: true, ExcludeUppercase: "
                "true, ExcludeNumbers: true, ExcludePunctuation: true}"
            ),
            [
                (
                    "Resources/Secret/Properties/GenerateSecretString",
                    "All kinds of characters are excluded; none is left",
                )
            ],
        ),
        (
            "Name: 'my secret', SecretString: x",
            [
                (
                    "Resources/Secret/Properties/Name",
                    "Name my secret may hold letters, digits and /_+=.@- alone, at most 512",
                )
            ],
        ),
        (
            (
                "GenerateSecretString: {GenerateStringKey: password, "
                "SecretStringTemplate: !If [IsUsed, '{}', !Ref AWS::NoValue]}"
            ),
            [
                (
                    "Resources/Secret/Properties/GenerateSecretString/GenerateStringKey",
                    "GenerateStringKey needs a SecretStringTemplate, such as '{}'",
                )
            ],
        ),
        (
            (
                "GenerateSecretString: {GenerateStringKey: password, "
                'SecretStringTemplate: !Sub \'{"username": "${Any}"}\', PasswordLength: 32}'
            ),
            [],
        ),
        ("GenerateSecretString: {}", []),
        (("GenerateSecretString: {GenerateStringKey: password, SecretStringTemplate: '{}'}"), []),
        (
            (
                "SecretString: !If [IsUsed, x, !Ref AWS::NoValue], "
                "GenerateSecretString: !If [IsUsed, !Ref AWS::NoValue, {}]"
            ),
            [],
        ),
        (
            (
                "Name: !Ref Any, GenerateSecretString: {PasswordLength: !Ref Any, "
                "GenerateStringKey: a, SecretStringTemplate: !Ref Any}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9605") == expected
