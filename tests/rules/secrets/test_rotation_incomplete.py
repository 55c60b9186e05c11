import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Days: {Type: Number, Default: 2000}
"""
RESOURCES = """  Secret: {Type: AWS::SecretsManager::Secret, Properties: {GenerateSecretString: {}}}
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties: {SecretId: !Ref Secret, BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "RotationRules: {AutomaticallyAfterDays: 30}",
            [
                (
                    "Resources/Rotation",
                    (
                        "Rotation has nobody to rotate; give RotationLambdaARN or "
                        "HostedRotationLambda"
                    ),
                )
            ],
        ),
        (
            "HostedRotationLambda: {RotationType: PostgreSQLSingleUser}",
            [
                (
                    "Resources/Rotation/Properties/HostedRotationLambda",
                    (
                        "HostedRotationLambda needs Transform: AWS::SecretsManager-2024-09-16 "
                        "in the template"
                    ),
                )
            ],
        ),
        (
            ("RotationLambdaARN: !Ref Any, RotationRules: {AutomaticallyAfterDays: !Ref Days}"),
            [
                (
                    "Resources/Rotation/Properties/RotationRules/AutomaticallyAfterDays",
                    "AutomaticallyAfterDays 2000 (parameter Days) is outside 1 to 1000",
                )
            ],
        ),
        (
            "RotationLambdaARN: !If [IsUsed, !Ref Any, !Ref AWS::NoValue]",
            [
                (
                    "Resources/Rotation",
                    (
                        "Rotation has nobody to rotate; give RotationLambdaARN or "
                        "HostedRotationLambda"
                    ),
                )
            ],
        ),
        ("RotationLambdaARN: !Ref Any, RotationRules: {AutomaticallyAfterDays: 30}", []),
        (("RotationLambdaARN: !Ref Any, RotationRules: {AutomaticallyAfterDays: !Ref Any}"), []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9613") == expected
