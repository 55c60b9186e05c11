import pytest
from linting import report
from snippets import template

RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "TaskRoleArn: !GetAtt Role.Arn, ExecutionRoleArn: !GetAtt Role.Arn",
            [
                (
                    "Resources/Task/Properties/TaskRoleArn",
                    "Role is task role and execution role of Task; use two roles",
                )
            ],
        ),
        (
            (
                "TaskRoleArn: !If [IsUsed, !GetAtt Role.Arn, !Ref Any], "
                "ExecutionRoleArn: !GetAtt Role.Arn"
            ),
            [
                (
                    "Resources/Task/Properties/TaskRoleArn/Fn::If/1",
                    "Role is task role and execution role of Task; use two roles",
                )
            ],
        ),
        (
            (
                "TaskRoleArn: !If [IsUsed, !GetAtt Role.Arn, !Ref Any], "
                "ExecutionRoleArn: !If [IsUsed, !Ref Any, !GetAtt Role.Arn]"
            ),
            [],
        ),
        # a parameter
        ("TaskRoleArn: !Ref Any, ExecutionRoleArn: !GetAtt Role.Arn", []),
        ("ExecutionRoleArn: !GetAtt Role.Arn", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body), "I9544") == expected
