import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Name: {Type: String, Default: /a}
"""
RESOURCES = """BODY"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "  F: {Type: AWS::Lambda::Function, Properties: {Role: x, Environment: "
                "{Variables: {A: '{{resolve:ssm-secure:/a:1}}'}}}}"
            ),
            [
                (
                    "Resources/F/Properties/Environment/Variables/A",
                    (
                        "CloudFormation does not resolve ssm-secure in AWS::Lambda::Function; "
                        "use secretsmanager"
                    ),
                )
            ],
        ),
        (
            (
                "  T: {Type: AWS::ECS::TaskDefinition, Properties: "
                "{ContainerDefinitions: [{Name: a, Image: 'a:1', Environment: [{Name: "
                "A, Value: !If [IsUsed, !Sub '{{resolve:ssm-secure:${Name}:1}}', x]}]}]}}"
            ),
            [
                (
                    "Resources/T/Properties/ContainerDefinitions/0/Environment/0/Value/Fn::If/1",
                    (
                        "CloudFormation does not resolve ssm-secure in "
                        "AWS::ECS::TaskDefinition; use secretsmanager"
                    ),
                )
            ],
        ),
        (
            (
                "  C: {Type: Custom::Thing, Properties: {ServiceToken: x, A: "
                "'{{resolve:ssm-secure:/a:1}}'}}"
            ),
            [
                (
                    "Resources/C/Properties/A",
                    (
                        "CloudFormation does not resolve ssm-secure in Custom::Thing; use "
                        "secretsmanager"
                    ),
                )
            ],
        ),
        (
            (
                "  D: {Type: AWS::RDS::DBInstance, Properties: {MasterUserPassword: "
                "'{{resolve:ssm-secure:/a:1}}'}}"
            ),
            [],
        ),
        (
            (
                "  F: {Type: AWS::Lambda::Function, Properties: {Role: x, Environment: "
                "{Variables: {A: '{{resolve:ssm:/a:1}}', B: !Ref Any}}}}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9609") == expected
