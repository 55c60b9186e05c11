import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Length: {Type: Number, Default: 4}
"""
RESOURCES = """  Secret:
    Type: AWS::SecretsManager::Secret
    Properties: {GenerateSecretString: {BODY}}
  Db:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: mysql
      MasterUserPassword: !Sub '{{resolve:secretsmanager:${Secret}:SecretString:password}}'
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "GenerateStringKey: password, SecretStringTemplate: '{}'",
            [
                (
                    "Resources/Db/Properties/MasterUserPassword",
                    (
                        'Secret generates passwords with " / @, which RDS refuses; name them '
                        "in ExcludeCharacters"
                    ),
                )
            ],
        ),
        (
            ("GenerateStringKey: password, SecretStringTemplate: '{}', ExcludeCharacters: '\"@'"),
            [
                (
                    "Resources/Db/Properties/MasterUserPassword",
                    (
                        "Secret generates passwords with /, which RDS refuses; name them in "
                        "ExcludeCharacters"
                    ),
                )
            ],
        ),
        (
            (
                "GenerateStringKey: password, SecretStringTemplate: '{}', "
                "ExcludePunctuation: true, PasswordLength: 64"
            ),
            [
                (
                    "Resources/Db/Properties/MasterUserPassword",
                    "Secret generates passwords of 64 characters; RDS takes 8 to 41 for mysql",
                )
            ],
        ),
        (
            (
                "GenerateStringKey: password, SecretStringTemplate: '{}', "
                "ExcludePunctuation: true, PasswordLength: !Ref Length"
            ),
            [
                (
                    "Resources/Db/Properties/MasterUserPassword",
                    "Secret generates passwords of 4 characters; RDS takes 8 to 41 for mysql",
                )
            ],
        ),
        (
            (
                "GenerateStringKey: password, SecretStringTemplate: '{}', "
                "ExcludePunctuation: !If [IsUsed, true, false]"
            ),
            [
                (
                    "Resources/Db/Properties/MasterUserPassword",
                    (
                        'Secret generates passwords with " / @, which RDS refuses; name them '
                        "in ExcludeCharacters"
                    ),
                )
            ],
        ),
        (("GenerateStringKey: password, SecretStringTemplate: '{}', ExcludePunctuation: true"), []),
        (
            (
                "GenerateStringKey: password, SecretStringTemplate: '{}', "
                "ExcludeCharacters: '\"@/\\ '"
            ),
            [],
        ),
        (
            (
                "GenerateStringKey: password, SecretStringTemplate: '{}', "
                "ExcludeCharacters: !Ref Any, PasswordLength: !Ref Any"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9606") == expected
