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


def _of_secret(properties: str) -> list[tuple[str, str]]:
    body = f"  S: {{Type: AWS::SecretsManager::Secret, Properties: {{{properties}}}}}"
    return report(template(RESOURCES, body, PARAMETERS), "W9612")


@pytest.mark.parametrize(
    ("content", "names"),
    [
        ('{"algorithm": "HS256", "signingKey": "b7Qm2xT9vLw4Zr8KpN6s"}', ["signingKey"]),
        ('{"clientId": "app", "clientSecret": "CHANGEME"}', ["clientSecret"]),
        ('{"key": "b7Qm2xT9vLw4", "session-key": "b7Qm2xT9vLw4"}', ["key", "session-key"]),
        ('{"url": "postgres://app:hunter2@db:5432/app"}', ["url"]),
        ('{"db": {"user": "app", "password": "hunter2"}}', ["password"]),
        ('{"pwd": "84217390", "accessToken": "changeit"}', ["accessToken", "pwd"]),
        # Nothing secret about these.
        ('{"username": "app", "host": "db", "port": 5432, "engine": "postgres"}', []),
        ('{"algorithm": "HS256", "issuer": "https://shop.example/v1"}', []),
        ('{"publicKey": "b7Qm2xT9vLw4", "kmsKey": "b7Qm2xT9vLw4", "keyId": "b7Qm2xT9vLw4"}', []),
        ('{"password": "", "key": "short", "token": "300"}', []),
        ('{"apiKey": "placeholder"}', []),
    ],
)
def test_keys_of_a_secret(content: str, names: list[str]) -> None:
    assert _of_secret(f"SecretString: '{content}'") == [
        (
            "Resources/S/Properties/SecretString",
            f"The template holds the {name} of this secret; generate it",
        )
        for name in names
    ]


@pytest.mark.parametrize(
    "properties",
    [
        """SecretString: !Sub '{"signingKey": "${Any}"}'""",
        """SecretString: !Sub '{"signingKey": "${Password}"}'""",
        """SecretString: !Sub '{"signingKey": "{{resolve:ssm-secure:/app/key}}"}'""",
        """SecretString: !Sub '{"db": {"password": "${Any}"}}'""",
        """GenerateSecretString: {GenerateStringKey: signingKey, SecretStringTemplate:
    '{"algorithm": "HS256"}'}""",
    ],
)
def test_secrets_that_come_from_elsewhere(properties: str) -> None:
    assert _of_secret(properties) == []


def test_a_key_in_the_template_of_a_generated_secret() -> None:
    assert _of_secret(
        """GenerateSecretString: {GenerateStringKey: password, SecretStringTemplate: !If [IsUsed,
    '{"username": "app", "signingKey": "b7Qm2xT9vLw4"}', '{}']}"""
    ) == [
        (
            "Resources/S/Properties/GenerateSecretString/SecretStringTemplate/Fn::If/1",
            "The template holds the signingKey of this secret; generate it",
        )
    ]


def test_variables_in_camel_case() -> None:
    body = (
        "  F: {Type: AWS::Lambda::Function, Properties: {Role: x, Environment: {Variables: "
        "{signingKey: b7Qm2xT9vLw4, sortKey: b7Qm2xT9vLw4, cacheKey: b7Qm2xT9vLw4}}}}"
    )
    assert report(template(RESOURCES, body, PARAMETERS), "W9612") == [
        (
            "Resources/F/Properties/Environment/Variables/signingKey",
            "The template holds the secret in signingKey; pass it through Secrets",
        )
    ]


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
