import pytest
from linting import report

TEMPLATE = """
Parameters:
  Free: {Type: String}
  Kind: {Type: String, Default: clean, AllowedValues: [clean]}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Cleanup:
    Type: AWS::ECS::TaskDefinition
    Properties: {Family: !Sub '${AWS::StackName}-cleanup'}
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties: {Family: web}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies: [{PolicyName: p, PolicyDocument: {Statement: [STATEMENTS]}}]
"""
AT = "Resources/Role/Properties/Policies/0/PolicyDocument/Statement/0/Resource"
ARN = "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:task-definition/"
CLEAN = f"!Sub '{ARN}${{AWS::StackName}}-clean:*'"


def _run(resource: str, action: str = "'ecs:RunTask'") -> str:
    return f"{{Effect: Allow, Action: {action}, Resource: {resource}}}"


def _message(family: str) -> str:
    return f"no task definition has the Family {family}, so Role may run none; compare the spelling"


STRANGE = _message("${AWS::StackName}-clean")


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (_run(CLEAN), [("", STRANGE)]),
        (_run(f"!Sub '{ARN}${{AWS::StackName}}-${{Kind}}:*'"), [("", STRANGE)]),
        (_run(f"!Sub '{ARN}${{AWS::StackName}}-clean'"), [("", STRANGE)]),
        (_run("!Sub 'arn:aws:ecs:*:*:task-definition/${AWS::StackName}-clean:3'"), [("", STRANGE)]),
        (
            _run("[!Join ['', ['arn:aws:ecs:*:*:task-definition/', !Ref AWS::StackName, '.x*']]]"),
            [("/0", _message("${AWS::StackName}.x*"))],
        ),
        (
            _run(f"!If [Odd, {CLEAN}, !Sub '{ARN}${{AWS::StackName}}_cleanup:*']"),
            [("/Fn::If/1", STRANGE), ("/Fn::If/2", _message("${AWS::StackName}_cleanup"))],
        ),
        # The right one, also by a pattern, by reference, or beside the strange one.
        (_run(f"!Sub '{ARN}${{AWS::StackName}}-cleanup:*'"), []),
        (_run(f"!Sub '{ARN}${{AWS::StackName}}-clean*'"), []),
        (_run(f"!Sub '{ARN}*-cleanup'"), []),
        (_run("!Ref Cleanup"), []),
        (_run(f"[{CLEAN}, !Ref Cleanup]"), []),
        (_run(f"!If [Odd, {CLEAN}, !Ref Cleanup]"), []),
        (_run(CLEAN) + ", " + _run("'*'", "'ecs:*'"), []),
        (_run(CLEAN) + ", " + _run("'*'", "!Ref Free"), []),
        (_run(CLEAN) + ", {Effect: Allow, NotAction: 'iam:*', Resource: '*'}", []),
        # Families of somebody else, or not known.
        (_run(f"!Sub '{ARN}clean:*'"), []),
        (_run(f"!Sub '{ARN}${{AWS::StackName}}-${{Free}}:*'"), []),
        (_run("!Ref Free"), []),
        (_run(CLEAN, "'ecs:DescribeTasks'"), []),
        # Somebody registers more.
        (_run(CLEAN) + ", " + _run("'*'", "'ecs:RegisterTaskDefinition'"), []),
    ],
)
def test_cases(statements: str, expected: list[tuple[str, str]]) -> None:
    template = TEMPLATE.replace("STATEMENTS", statements)
    assert report(template, "W9572") == [(AT + at, message) for at, message in expected]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Family: !Sub '${AWS::StackName}-cleanup'", "Family: cleanup"),
        ("Family: web", "Cpu: 256"),
        ("Family: web", "Family: !Ref Free"),
        ("Properties:\n      Policies:", "Properties:\n      ManagedPolicyArns: [!Ref Free]\n      Policies:"),
    ],
)  # fmt: skip
def test_what_is_not_known_may_be_the_family(old: str, new: str) -> None:
    template = TEMPLATE.replace("STATEMENTS", _run(CLEAN)).replace(old, new)
    assert report(template, "W9572") == []


@pytest.mark.parametrize("resource", [CLEAN, CLEAN.replace("ecs:$", "sns:$")])
def test_roles_of_targets(resource: str) -> None:
    template = (
        TEMPLATE.replace("STATEMENTS", _run(resource))
        + """
  Nightly:
    Type: AWS::Events::Rule
    Properties: {Targets: [{Id: a, Arn: x, RoleArn: !GetAtt Role.Arn, EcsParameters: {TaskDefinitionArn: !Ref Cleanup}}]}
"""
    )
    assert bool(report(template, "W9572")) != bool(report(template, "E9734"))
