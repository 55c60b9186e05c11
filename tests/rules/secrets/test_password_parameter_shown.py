import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  DBPassword: {Type: String}
  Credentials: {Type: String}
  Hidden: {Type: String, NoEcho: true}
  UserName: {Type: String}
  Kind: {Type: String, AllowedValues: [a, b]}
  HasToken: {Type: String}
  TokenSecret: {Type: String, Description: ARN of the secret}
  ApiKey: {Type: String, Default: '/app/key'}
"""
RESOURCES = """  Secret: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: BODY}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # by its name alone
        (
            "x",
            [
                (
                    "Parameters/DBPassword",
                    "The parameter DBPassword takes a secret and shows it; state NoEcho: true",
                )
            ],
        ),
        # by its name, and by its use
        (
            "!Ref Credentials",
            [
                (
                    "Parameters/Credentials",
                    "The parameter Credentials takes a secret and shows it; state NoEcho: true",
                ),
                (
                    "Parameters/DBPassword",
                    "The parameter DBPassword takes a secret and shows it; state NoEcho: true",
                ),
            ],
        ),
        (
            "!If [IsUsed, !Ref Credentials, x]",
            [
                (
                    "Parameters/Credentials",
                    "The parameter Credentials takes a secret and shows it; state NoEcho: true",
                ),
                (
                    "Parameters/DBPassword",
                    "The parameter DBPassword takes a secret and shows it; state NoEcho: true",
                ),
            ],
        ),
        (
            "!Ref Hidden",
            [
                (
                    "Parameters/DBPassword",
                    "The parameter DBPassword takes a secret and shows it; state NoEcho: true",
                )
            ],
        ),
        (
            "!Ref UserName",
            [
                (
                    "Parameters/DBPassword",
                    "The parameter DBPassword takes a secret and shows it; state NoEcho: true",
                )
            ],
        ),
        (
            '!Sub \'{"username": "${Credentials}"}\'',
            [
                (
                    "Parameters/DBPassword",
                    "The parameter DBPassword takes a secret and shows it; state NoEcho: true",
                )
            ],
        ),
        (
            "!Ref Kind",
            [
                (
                    "Parameters/DBPassword",
                    "The parameter DBPassword takes a secret and shows it; state NoEcho: true",
                )
            ],
        ),
        (
            "!Ref ApiKey",
            [
                (
                    "Parameters/DBPassword",
                    "The parameter DBPassword takes a secret and shows it; state NoEcho: true",
                )
            ],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9610") == expected


@pytest.mark.parametrize(
    "resource",
    [
        "{Type: AWS::ElastiCache::ReplicationGroup, Properties: {AuthToken: !Ref Credentials}}",
        "{Type: AWS::ElastiCache::User, Properties: {Passwords: [!Ref Credentials]}}",
        "{Type: AWS::Redshift::Cluster, Properties: {MasterUserPassword: !Ref Credentials}}",
    ],
)
def test_other_properties_that_take_a_secret(resource: str) -> None:
    parameters = "  Credentials: {Type: String}\n"
    assert report(template("  R: BODY\n", resource, parameters), "W9610") == [
        (
            "Parameters/Credentials",
            "The parameter Credentials takes a secret and shows it; state NoEcho: true",
        )
    ]
