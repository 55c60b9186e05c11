import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: blocked}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {@}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0/LogConfiguration"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            (
                "RequiresCompatibilities: [FARGATE], ContainerDefinitions: "
                "[{LogConfiguration: {LogDriver: awslogs, Options: "
                "{awslogs-group: x}}}]"
            ),
            [(f"{PATH}/Options", "awslogs on Fargate needs awslogs-stream-prefix; add it")],
        ),
        (
            (
                "RequiresCompatibilities: [EC2], ContainerDefinitions: "
                "[{LogConfiguration: {LogDriver: awslogs, Options: "
                "{awslogs-group: x}}}]"
            ),
            [],
        ),
        (
            (
                "RequiresCompatibilities: [FARGATE], ContainerDefinitions: "
                "[{LogConfiguration: {LogDriver: awslogs, Options: "
                "{awslogs-stream-prefix: !If [IsYes, x, !Ref "
                "'AWS::NoValue']}}}]"
            ),
            [(f"{PATH}/Options", "awslogs on Fargate needs awslogs-stream-prefix; add it")],
        ),
        (
            (
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs, "
                "Options: {mode: !Ref Given}}}]"
            ),
            [
                (
                    f"{PATH}/Options/mode",
                    "mode is blocked (parameter Given); it is blocking or non-blocking",
                )
            ],
        ),
        (
            (
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs, "
                "Options: {mode: !Ref Any, max-buffer-size: 4m}}}]"
            ),
            [],
        ),
        (
            (
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs, "
                "Options: {mode: blocking, max-buffer-size: 4m}}}]"
            ),
            [
                (
                    f"{PATH}/Options/max-buffer-size",
                    "max-buffer-size goes with mode non-blocking only",
                )
            ],
        ),
        (
            (
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs, "
                "Options: {mode: non-blocking, max-buffer-size: 4m}}}]"
            ),
            [],
        ),
        (
            (
                "ContainerDefinitions: [{LogConfiguration: {LogDriver: awslogs, "
                "Options: {awslogs-datetime-format: '%%Y', "
                "awslogs-multiline-pattern: '^x'}}}]"
            ),
            [
                (
                    f"{PATH}/Options/awslogs-multiline-pattern",
                    ("awslogs-multiline-pattern and awslogs-datetime-format exclude each other"),
                )
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9142") == expected
