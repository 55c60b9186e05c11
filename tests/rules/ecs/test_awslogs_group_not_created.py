import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: 'true'}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Logs: {Type: AWS::Logs::LogGroup}
  Role: {Type: AWS::IAM::Role, Properties: {}}
  Able:
    Type: AWS::IAM::Role
    Properties:
      Policies: [{PolicyName: a, PolicyDocument: {Statement: [{Effect: Allow,
          Action: 'logs:*', Resource: '*'}]}}]
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
                "ExecutionRoleArn: !GetAtt Role.Arn, ContainerDefinitions: "
                "[{LogConfiguration: {LogDriver: awslogs, Options: "
                "{awslogs-group: x, awslogs-create-group: !Ref Given}}}]"
            ),
            [
                (
                    f"{PATH}/awslogs-create-group",
                    "Role lacks logs:CreateLogGroup; declare the log group or allow it",
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !If [IsYes, !GetAtt Role.Arn, !GetAtt "
                "Able.Arn], ContainerDefinitions: [{LogConfiguration: "
                "{LogDriver: awslogs, Options: {awslogs-group: x, "
                "awslogs-create-group: 'true'}}}]"
            ),
            [
                (
                    f"{PATH}/awslogs-create-group",
                    "Role lacks logs:CreateLogGroup; declare the log group or allow it",
                )
            ],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Able.Arn, ContainerDefinitions: "
                "[{LogConfiguration: {LogDriver: awslogs, Options: "
                "{awslogs-group: x, awslogs-create-group: 'true'}}}]"
            ),
            [],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Role.Arn, ContainerDefinitions: "
                "[{LogConfiguration: {LogDriver: awslogs, Options: "
                "{awslogs-group: !Ref Logs, awslogs-create-group: 'true'}}}]"
            ),
            [],
        ),
        (
            (
                "ExecutionRoleArn: !GetAtt Role.Arn, ContainerDefinitions: "
                "[{LogConfiguration: {LogDriver: awslogs, Options: "
                "{awslogs-group: x, awslogs-create-group: !Ref Any}}}]"
            ),
            [],
        ),
        (
            (
                "ExecutionRoleArn: !Ref Any, ContainerDefinitions: "
                "[{LogConfiguration: {LogDriver: awslogs, Options: "
                "{awslogs-group: x, awslogs-create-group: 'true'}}}]"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9144") == expected
