import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: eu-west-1}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Logs: {Type: AWS::Logs::LogGroup}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {@}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/LogConfiguration/Options"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            (
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs, "
                "Options: {awslogs-group: !Ref Logs, awslogs-region: "
                "eu-west-1}}}]"
            ),
            [
                (
                    f"{PATH}/awslogs-region",
                    (
                        "Logs is in the Region of the stack, which need not be "
                        "eu-west-1; write !Ref AWS::Region"
                    ),
                )
            ],
        ),
        (
            (
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs, "
                "Options: {awslogs-group: !Ref Logs, awslogs-region: !If "
                "[IsYes, eu-west-1, !Ref 'AWS::Region']}}}]"
            ),
            [
                (
                    f"{PATH}/awslogs-region/Fn::If/1",
                    (
                        "Logs is in the Region of the stack, which need not be "
                        "eu-west-1; write !Ref AWS::Region"
                    ),
                )
            ],
        ),
        (
            (
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs, "
                "Options: {awslogs-group: !If [IsYes, !Ref Logs, x], "
                "awslogs-region: !If [IsYes, !Ref 'AWS::Region', eu-west-1]}}}]"
            ),
            [],
        ),
        (
            (
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs, "
                "Options: {awslogs-group: !Ref Logs, awslogs-region: !Ref "
                "Given}}}]"
            ),
            [],
        ),
        (
            (
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs, "
                "Options: {awslogs-group: !Ref Logs, awslogs-region: !Ref "
                "Any}}}]"
            ),
            [],
        ),
        (
            (
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs, "
                "Options: {awslogs-group: central, awslogs-region: "
                "eu-west-1}}}]"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9143") == expected
