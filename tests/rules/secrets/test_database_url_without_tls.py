import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Password: {Type: String, NoEcho: true}
  Mode: {Type: String, Default: prefer}
"""
RESOURCES = """BODY"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "  S: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: "
                "!Sub 'postgresql://a:${Password}@${Any}/db?sslmode=disable'}}"
            ),
            [
                (
                    "Resources/S/Properties/SecretString",
                    (
                        "sslmode=disable allows a connection without TLS; use sslmode=require "
                        "or the like"
                    ),
                )
            ],
        ),
        (
            (
                "  T: {Type: AWS::ECS::TaskDefinition, Properties: "
                "{ContainerDefinitions: [{Name: a, Image: 'a:1', Environment: [{Name: "
                "U, Value: !If [IsUsed, 'mysql://db/x?useSSL=false', 'mysql://db/x']}]}]}}"
            ),
            [
                (
                    "Resources/T/Properties/ContainerDefinitions/0/Environment/0/Value/Fn::If/1",
                    (
                        "useSSL=false allows a connection without TLS; use sslmode=require or "
                        "the like"
                    ),
                )
            ],
        ),
        (
            (
                "  P: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: "
                "!Sub 'postgresql://db/x?connect_timeout=5&sslmode=${Mode}'}}"
            ),
            [
                (
                    "Resources/P/Properties/Value",
                    (
                        "sslmode=prefer allows a connection without TLS; use sslmode=require "
                        "or the like"
                    ),
                )
            ],
        ),
        (
            (
                "  S: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: "
                "!Sub 'postgresql://a:${Password}@${Any}/db?sslmode=require'}}"
            ),
            [],
        ),
        (
            (
                "  S: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: "
                "!Sub 'postgresql://a@db/x?sslmode=${Any}'}}"
            ),
            [],
        ),
        (
            (
                "  P: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: "
                "'sslmode=disable'}}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9617") == expected
