import pytest
from linting import report

HEAD = """
Parameters:
  Exec: {Type: String, Default: 'true', AllowedValues: ['true', 'false']}
  Free: {Type: String}
Conditions: {WithExec: !Equals [!Ref Exec, 'true']}
Resources:
  Role: {Type: AWS::IAM::Role}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {RequiresCompatibilities: [%s]%s}
  Service:
    Type: AWS::ECS::Service
    Properties: {EnableExecuteCommand: %s, TaskDefinition: !Ref Task}
"""
PATH = "Resources/Service/Properties/EnableExecuteCommand"
MESSAGE = (
    "exec is enabled, but Task has no TaskRoleArn; add a role or set EnableExecuteCommand to false"
)
ROLE = ", TaskRoleArn: !GetAtt Role.Arn"
SOMETIMES = ", TaskRoleArn: !If [WithExec, !GetAtt Role.Arn, !Ref 'AWS::NoValue']"
NEVER_WITH = ", TaskRoleArn: !If [WithExec, !Ref 'AWS::NoValue', !GetAtt Role.Arn]"


@pytest.mark.parametrize(
    ("compatibility", "role", "enabled", "expected"),
    [
        ("FARGATE", "", "true", [(PATH, MESSAGE)]),
        ("FARGATE", "", "!Ref Exec", [(PATH, MESSAGE)]),
        ("FARGATE", NEVER_WITH, "!Ref Exec", [(PATH, MESSAGE)]),
        ("FARGATE", "", "!If [WithExec, true, false]", [(f"{PATH}/Fn::If/1", MESSAGE)]),
        ("FARGATE", SOMETIMES, "!Ref Exec", []),
        ("FARGATE", ROLE, "true", []),
        ("FARGATE", ", TaskRoleArn: !Ref Free", "true", []),
        ("FARGATE", "", "false", []),
        ("FARGATE", "", "!Ref Free", []),
        ("EC2", "", "true", []),
        ("!Ref Free", "", "true", []),
    ],
)
def test_cases(
    compatibility: str, role: str, enabled: str, expected: list[tuple[str, str]]
) -> None:
    assert report(HEAD % (compatibility, role, enabled), "E9103") == expected
