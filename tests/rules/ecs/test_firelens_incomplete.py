import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: awsfirelens}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [@]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "{LogConfiguration: {LogDriver: !Ref Given}}",
            [
                (
                    f"{PATH}/0/LogConfiguration/LogDriver",
                    "awsfirelens needs a container with FirelensConfiguration; add one",
                )
            ],
        ),
        (
            (
                "{LogConfiguration: {LogDriver: awsfirelens}}, "
                "{FirelensConfiguration: {Type: fluentbit}}"
            ),
            [],
        ),
        (
            (
                "{LogConfiguration: {LogDriver: awslogs}}, "
                "{FirelensConfiguration: {Type: fluentbit}}"
            ),
            [
                (
                    f"{PATH}/1/FirelensConfiguration",
                    "no container logs with the awsfirelens driver; use or drop it",
                )
            ],
        ),
        (
            "{LogConfiguration: {LogDriver: !If [IsYes, awsfirelens, awslogs]}}",
            [
                (
                    f"{PATH}/0/LogConfiguration/LogDriver/Fn::If/1",
                    "awsfirelens needs a container with FirelensConfiguration; add one",
                )
            ],
        ),
        (
            (
                "{LogConfiguration: {LogDriver: !Ref Any}}, "
                "{FirelensConfiguration: {Type: fluentbit}}"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9145") == expected
