import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: arn:aws:s3:::b/web.txt}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, @}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/EnvironmentFiles/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "EnvironmentFiles: [{Type: s3, Value: !Ref Given}]",
            [
                (
                    f"{PATH}/Value",
                    (
                        "environment file 'arn:aws:s3:::b/web.txt (parameter Given)' "
                        "does not end in .env"
                    ),
                )
            ],
        ),
        (
            "EnvironmentFiles: [{Type: s3, Value: 's3://b/web.env'}]",
            [(f"{PATH}/Value", "environment file 's3://b/web.env' is not the ARN of an S3 object")],
        ),
        (
            (
                "EnvironmentFiles: [{Type: s3, Value: !If [IsYes, "
                "'arn:aws:s3:::b/a.env', 'arn:aws:s3:::b/a']}]"
            ),
            [
                (
                    f"{PATH}/Value/Fn::If/2",
                    "environment file 'arn:aws:s3:::b/a' does not end in .env",
                )
            ],
        ),
        ("EnvironmentFiles: [{Type: s3, Value: !Sub '${Any}/web.env'}]", []),
        ("EnvironmentFiles: [{Type: s3, Value: !Ref Any}]", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9155") == expected
