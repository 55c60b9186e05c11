import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Password: {Type: String, Default: hunter2}
"""
RESOURCES = """BODY"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "  S: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: "
                '\'{"username": "app", "password": "hunter2"}\'}}'
            ),
            [
                (
                    "Resources/S/Properties/SecretString",
                    "The template holds the password of this secret; generate it",
                )
            ],
        ),
        (
            (
                "  S: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: "
                "hunter2hunter2}}"
            ),
            [
                (
                    "Resources/S/Properties/SecretString",
                    "The template holds this secret; generate it",
                )
            ],
        ),
        (
            (
                "  S: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: "
                '!Sub \'{"username": "${Any}", "password": "hunter2"}\'}}'
            ),
            [
                (
                    "Resources/S/Properties/SecretString",
                    "The template holds the password of this secret; generate it",
                )
            ],
        ),
        (
            (
                "  T: {Type: AWS::ECS::TaskDefinition, Properties: "
                "{ContainerDefinitions: [{Name: a, Image: 'a:1', Environment: [{Name: "
                "DB_PASSWORD, Value: hunter2}, {Name: URL, Value: "
                "'postgres://app:hunter2@db/app'}]}]}}"
            ),
            [
                (
                    "Resources/T/Properties/ContainerDefinitions/0/Environment/0/Value",
                    "The template holds the secret in DB_PASSWORD; pass it through Secrets",
                ),
                (
                    "Resources/T/Properties/ContainerDefinitions/0/Environment/1/Value",
                    "The template holds the secret in URL; pass it through Secrets",
                ),
            ],
        ),
        (
            (
                "  F: {Type: AWS::Lambda::Function, Properties: {Role: x, Environment: "
                "{Variables: {KEY: AKIAIOSFODNN7EXAMPLE, API_KEY: !If [IsUsed, abcdef, "
                "'']}}}}"
            ),
            [
                (
                    "Resources/F/Properties/Environment/Variables/API_KEY/Fn::If/1",
                    "The template holds the secret in API_KEY; pass it through Secrets",
                ),
                (
                    "Resources/F/Properties/Environment/Variables/KEY",
                    "The template holds the secret in KEY; pass it through Secrets",
                ),
            ],
        ),
        # through a parameter
        (
            (
                "  S: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: "
                '!Sub \'{"username": "app", "password": "${Password}"}\'}}'
            ),
            [],
        ),
        (("  S: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: !Ref Any}}"), []),
        (("  S: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: placeholder}}"), []),
        (
            (
                "  S: {Type: AWS::SecretsManager::Secret, Properties: "
                "{GenerateSecretString: {GenerateStringKey: password, "
                'SecretStringTemplate: \'{"username": "app"}\'}}}'
            ),
            [],
        ),
        (
            (
                "  T: {Type: AWS::ECS::TaskDefinition, Properties: "
                "{ContainerDefinitions: [{Name: a, Image: 'a:1', Environment: [{Name: "
                "PASSWORD_FILE, Value: /run/x}, {Name: SECRET, Value: "
                "'arn:aws:secretsmanager:us-east-1:123456789012:secret:x'}, {Name: "
                "URL, Value: !Sub 'postgres://app:${Any}@db/app'}]}]}}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9612") == expected


HERE = "The template holds a credential here; take it from a secret"
# Put together here, lest scanners of repositories take them for real ones.
STRIPE = "sk_" + "live_" + "abcdefghijklmnop123456"
SLACK = "https://hooks.slack.com/" + "services/T0AB12CD3/B0AB12CD3/aBcDeFgHiJkLmNoPqRsTuVwX"
PEM = "-----BEGIN RSA " + "PRIVATE KEY-----"
PARAMETER = "  P: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: %s}}"
TASK = "  T: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: [{Name: a, %s}]}}"


@pytest.mark.parametrize(
    ("body", "path", "message"),
    [
        (PARAMETER % f"'{PEM}'", "Resources/P/Properties/Value", HERE),
        (
            PARAMETER % f"!If [IsUsed, '{SLACK}', x]",
            "Resources/P/Properties/Value/Fn::If/1",
            HERE,
        ),
        (
            TASK % f"Command: [run, '--key={STRIPE}']",
            "Resources/T/Properties/ContainerDefinitions/0/Command/1",
            HERE,
        ),
        (
            TASK % f"Environment: [{{Name: HOOK, Value: '{SLACK}'}}]",
            "Resources/T/Properties/ContainerDefinitions/0/Environment/0/Value",
            "The template holds the secret in HOOK; pass it through Secrets",
        ),
        (TASK % "Command: [run, '--key=sk_live_']", "", ""),
        (TASK % "Environment: [{Name: HOOK, Value: 'https://hooks.slack.com/services'}]", "", ""),
        (PARAMETER % "!Ref Any", "", ""),
        (PARAMETER % "'-----BEGIN CERTIFICATE-----'", "", ""),
    ],
)
def test_credentials_by_their_form(body: str, path: str, message: str) -> None:
    found = report(template(RESOURCES, body, PARAMETERS), "W9612")
    assert found == ([(path, message)] if message else [])
