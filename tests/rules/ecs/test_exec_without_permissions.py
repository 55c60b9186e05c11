import pytest
from linting import report

HEAD = """
Parameters: {Arn: {Type: String}, Exec: {Type: String, AllowedValues: ['true', 'false']}}
Conditions: {WithExec: !Equals [!Ref Exec, 'true']}
Resources:
  Role: {Type: AWS::IAM::Role, Properties: {}}
  Policy:
    Type: AWS::IAM::Policy
    Condition: WithExec
    Properties: {Roles: [!Ref Role], PolicyDocument: {Statement: %s}}
  Task: {Type: AWS::ECS::TaskDefinition, Properties: {TaskRoleArn: %s}}
  Service:
    Type: AWS::ECS::Service
    Properties: {EnableExecuteCommand: %s, TaskDefinition: !Ref Task}
"""
PATH = "Resources/Service/Properties/EnableExecuteCommand"
ALL = "{Effect: Allow, Action: 'ssmmessages:*', Resource: '*'}"
TWO = "{Effect: Allow, Action: ['ssmmessages:Create*'], Resource: '*'}"
DENIED = f"[{ALL}, {{Effect: Deny, Action: 'ssmmessages:OpenDataChannel', Resource: '*'}}]"
OWN = "!GetAtt Role.Arn"


def message(*missing: str) -> str:
    return f"exec is enabled, but Role lacks {', '.join(missing)}; allow them on '*'"


OPEN = ("ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel")


@pytest.mark.parametrize(
    ("statement", "role", "enabled", "expected"),
    [
        (TWO, OWN, "!Ref Exec", [(PATH, message(*OPEN))]),
        (TWO, OWN, "!If [WithExec, true, false]", [(f"{PATH}/Fn::If/1", message(*OPEN))]),
        (DENIED, OWN, "!Ref Exec", [(PATH, message(OPEN[1]))]),
        (ALL, OWN, "!Ref Exec", []),
        # Whether the policy exists whenever exec is on is not known: it may not.
        (ALL, OWN, "true", []),
        (TWO, OWN, "false", []),
        (TWO, "!Ref Arn", "true", []),
    ],
)
def test_cases(statement: str, role: str, enabled: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD % (statement, role, enabled), "W9104") == expected
