import pytest
from linting import report

HEAD = """
Parameters:
  Password: {Type: String, NoEcho: true, Default: ''}
  User: {Type: String, Default: app}
Conditions: {Given: !Not [!Equals [!Ref Password, '']]}
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: web, Environment: [{Name: URL, Value: %s}]}]
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/Environment/0/Value"
WAY = "in plain text; pass it through Secrets and ValueFrom"
PARAMETER = f"URL holds the NoEcho parameter Password {WAY}"
DYNAMIC = "URL holds a {{resolve:secretsmanager}} reference " + WAY


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("!Ref Password", [(PATH, PARAMETER)]),
        ("!Sub 'postgresql://${User}:${Password}@db'", [(PATH, PARAMETER)]),
        ("!Join [':', [!Ref User, !Ref Password]]", [(PATH, PARAMETER)]),
        ("!If [Given, !Ref Password, none]", [(f"{PATH}/Fn::If/1", PARAMETER)]),
        ("'{{resolve:secretsmanager:db:SecretString:url}}'", [(PATH, DYNAMIC)]),
        ("!Sub 'x{{resolve:secretsmanager:${Secret}:SecretString:url}}'", [(PATH, DYNAMIC)]),
        ("!Ref User", []),
        ("!Ref Secret", []),  # its ARN
        ("'{{resolve:ssm:/plain}}'", []),
        ("!If [Given, 'yes', 'no']", []),
        ("!ImportValue url", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD % value, "W9601") == expected
