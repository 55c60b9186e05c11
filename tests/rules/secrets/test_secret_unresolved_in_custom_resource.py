import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Password: {Type: String, NoEcho: true}
  Place: {Type: String, Default: app}
"""
RESOURCES = """  Secret: {Type: AWS::SecretsManager::Secret}
  Setup:
    Type: TYPE
    Properties: {ServiceToken: !Ref Any, BODY}
"""
MESSAGE = (
    "Setup gets the text of this reference, not the secret; pass the ARN and let the function "
    "read it"
)
PATH = "Resources/Setup/Properties"


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ("Password: '{{resolve:secretsmanager:app:SecretString:password}}'", "Password"),
        ("Password: !Sub '{{resolve:secretsmanager:${Secret}}}'", "Password"),
        ("Login: {User: a, Url: 'db://a:{{resolve:secretsmanager:app}}@db'}", "Login/Url"),
        ("Words: [a, '{{resolve:secretsmanager:app}}']", "Words/1"),
        ("Password: !If [IsUsed, x, '{{resolve:secretsmanager:app}}']", "Password/Fn::If/2"),
        ("Password: !Sub '{{resolve:secretsmanager:${Place}:SecretString}}'", "Password"),
        ("Password: !Ref Password", None),
        ("Password: !Ref Any", None),
        ("Arn: !Ref Secret", None),
        ("Host: '{{resolve:ssm:/app/host}}'", None),
    ],
)
@pytest.mark.parametrize("kind", ["Custom::Setup", "AWS::CloudFormation::CustomResource"])
def test_cases(kind: str, body: str, path: str | None) -> None:
    found = report(template(RESOURCES.replace("TYPE", kind), body, PARAMETERS), "W9619")
    assert found == ([(f"{PATH}/{path}", MESSAGE)] if path else [])


def test_other_resources_get_the_secret() -> None:
    body = "MasterUserPassword: '{{resolve:secretsmanager:app}}'"
    resources = RESOURCES.replace("TYPE", "AWS::RDS::DBInstance")
    assert report(template(resources, body, PARAMETERS), "W9619") == []
