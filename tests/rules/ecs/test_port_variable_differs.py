import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: '8081'}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{PortMappings: [{ContainerPort: 8080}], @}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/Environment/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "Environment: [{Name: PORT, Value: !Ref Given}]",
            [
                (
                    f"{PATH}/Value",
                    (
                        "PORT is 8081 (parameter Given), but the container maps 8080; "
                        "make them agree"
                    ),
                )
            ],
        ),
        (
            "Environment: [{Name: PORT, Value: !If [IsYes, '8080', '80']}]",
            [
                (
                    f"{PATH}/Value/Fn::If/2",
                    "PORT is 80, but the container maps 8080; make them agree",
                )
            ],
        ),
        ("Environment: [{Name: PORT, Value: '8080'}]", []),
        ("Environment: [{Name: PORT, Value: !Ref Any}]", []),
        ("Environment: [{Name: DB_PORT, Value: '5432'}]", []),
        ("Environment: [{Name: PORT, Value: http}]", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9160") == expected
