import pytest
from linting import report

HEAD = """
Parameters:
  Env: {Type: String, Default: dev}
Conditions:
  IsDev: !Equals [!Ref Env, dev]
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    Properties: {LogGroupName: !Sub '/ecs/${AWS::StackName}/${Env}'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          LogConfiguration:
            LogDriver: awslogs
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
            Options: {awslogs-group: !Sub '/ecs/${AWS::StackName}/dev'}
""",
            [
                (
                    (
                        "Resources/Task/Properties/ContainerDefinitions/0/LogConfiguration/Op"
                        "tions/awslogs-group"
                    ),
                    "Task does not wait for Logs but spells out its name; use !Ref Logs",
                ),
            ],
        ),
        (
            """
            Options: {awslogs-group: !If [IsDev, !Sub '/ecs/${AWS::StackName}/${Env}', /other]}
""",
            [
                (
                    (
                        "Resources/Task/Properties/ContainerDefinitions/0/LogConfiguration/Op"
                        "tions/awslogs-group/Fn::If/1"
                    ),
                    "Task does not wait for Logs but spells out its name; use !Ref Logs",
                ),
            ],
        ),
        # Made by the driver, a Ref, another group, not known.
        (
            """
            Options:
              awslogs-group: !Sub '/ecs/${AWS::StackName}/dev'
              awslogs-create-group: 'true'
""",
            [],
        ),
        (
            """
            Options: {awslogs-group: !Ref Logs}
""",
            [],
        ),
        (
            """
            Options: {awslogs-group: /other}
""",
            [],
        ),
        (
            """
            Options: {awslogs-group: !ImportValue logs}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9008") == expected
