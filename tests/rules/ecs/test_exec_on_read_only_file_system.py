import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 'true'}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: web, ReadonlyRootFilesystem: !If [IsYes,
        false, true]}]}
  Service:
    Type: AWS::ECS::Service
    Properties: {TaskDefinition: !Ref Task, @}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/ReadonlyRootFilesystem/Fn::If"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "EnableExecuteCommand: !Ref Given",
            [
                (
                    f"{PATH}/2",
                    (
                        "Service enables ECS Exec, which can't work in this container; "
                        "switch one of the two off"
                    ),
                )
            ],
        ),
        ("EnableExecuteCommand: !If [IsYes, true, false]", []),
        (
            "EnableExecuteCommand: !If [IsYes, false, true]",
            [
                (
                    f"{PATH}/2",
                    (
                        "Service enables ECS Exec, which can't work in this container; "
                        "switch one of the two off"
                    ),
                )
            ],
        ),
        ("EnableExecuteCommand: !Ref Any", []),
        ("LaunchType: FARGATE", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9151") == expected
