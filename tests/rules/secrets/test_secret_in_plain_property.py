import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Password: {Type: String, NoEcho: true}
"""
RESOURCES = """BODY"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "  T: {Type: AWS::ECS::TaskDefinition, Properties: {ContainerDefinitions: "
                "[{Name: a, Image: 'a:1', DockerLabels: {x: y, password: !Ref Password}}]}}"
            ),
            [
                (
                    "Resources/T/Properties/ContainerDefinitions/0/DockerLabels/password",
                    (
                        "AWS::ECS::TaskDefinition shows the NoEcho parameter Password in plain "
                        "text; pass the ARN of a secret instead"
                    ),
                )
            ],
        ),
        (
            (
                "  P: {Type: AWS::SSM::Parameter, Properties: {Type: String, Value: "
                "!Sub 'x${Password}'}}"
            ),
            [
                (
                    "Resources/P/Properties/Value",
                    (
                        "AWS::SSM::Parameter shows the NoEcho parameter Password in plain "
                        "text; pass the ARN of a secret instead"
                    ),
                )
            ],
        ),
        (
            (
                "  F: {Type: AWS::Lambda::Function, Properties: {Role: x, Environment: "
                "{Variables: {A: b, DB: !If [IsUsed, !Ref Password, x]}}}}"
            ),
            [
                (
                    "Resources/F/Properties/Environment/Variables/DB/Fn::If/1",
                    (
                        "AWS::Lambda::Function shows the NoEcho parameter Password in plain "
                        "text; pass the ARN of a secret instead"
                    ),
                )
            ],
        ),
        (
            (
                "  F: {Type: AWS::Lambda::Function, Properties: {Role: x, Environment: "
                "{Variables: {DB: '{{resolve:secretsmanager:app}}'}}}}"
            ),
            [
                (
                    "Resources/F/Properties/Environment/Variables/DB",
                    (
                        "AWS::Lambda::Function shows a {{resolve:secretsmanager}} reference in "
                        "plain text; pass the ARN of a secret instead"
                    ),
                )
            ],
        ),
        (
            (
                "  I: {Type: AWS::EC2::Instance, Properties: {UserData: !Base64 "
                "{'Fn::Sub': 'export P=${Password}'}}}"
            ),
            [
                (
                    "Resources/I/Properties/UserData/Fn::Base64",
                    (
                        "AWS::EC2::Instance shows the NoEcho parameter Password in plain text; "
                        "pass the ARN of a secret instead"
                    ),
                )
            ],
        ),
        (
            (
                "  T: {Type: AWS::ECS::TaskDefinition, Properties: "
                "{ContainerDefinitions: [{Name: a, Image: 'a:1', Command: [run, !Ref "
                "Password]}]}}"
            ),
            [
                (
                    "Resources/T/Properties/ContainerDefinitions/0/Command/1",
                    (
                        "AWS::ECS::TaskDefinition shows the NoEcho parameter Password in plain "
                        "text; pass the ARN of a secret instead"
                    ),
                )
            ],
        ),
        (
            ("  S: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: !Ref Password}}"),
            [],
        ),
        (
            (
                "  F: {Type: AWS::Lambda::Function, Properties: {Role: x, Environment: "
                "{Variables: {DB: !Ref Any, C: '{{resolve:ssm:/app/host}}'}}}}"
            ),
            [],
        ),
        (
            (
                "  I: {Type: AWS::EC2::Instance, Properties: {UserData: !Base64 "
                "{'Fn::Sub': 'export P=${Any}'}}}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9602") == expected
