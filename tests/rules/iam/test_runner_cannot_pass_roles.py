import pytest
from linting import report

TEMPLATE = """
Parameters:
  Free: {Type: String}
  Run: {Type: String, Default: 'ecs:RunTask', AllowedValues: ['ecs:RunTask']}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Execution: {Type: AWS::IAM::Role}
  Own: {Type: AWS::IAM::Role}
  Other: {Type: AWS::IAM::Role}
  Job:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: !Sub '${AWS::StackName}-job'
      ExecutionRoleArn: !GetAtt Execution.Arn
      TaskRoleArn: !GetAtt Own.Arn
  Plain:
    Type: AWS::ECS::TaskDefinition
    Properties: {Family: !Sub '${AWS::StackName}-plain'}
  Given:
    Type: AWS::ECS::TaskDefinition
    Properties: {Family: !Sub '${Free}-given', TaskRoleArn: !Ref Free}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies: [{PolicyName: p, PolicyDocument: {Statement: [STATEMENTS]}}]
"""
STATEMENTS = "Resources/Role/Properties/Policies/0/PolicyDocument/Statement/"
ECS = "arn:${AWS::Partition}:ecs:${AWS::Region}:${AWS::AccountId}:task-definition"
RUN = "{{Effect: Allow, Action: {}, Resource: {}}}"
JOB = RUN.format("'ecs:RunTask'", "!Ref Job")
PASS = "{{Effect: Allow, Action: 'iam:PassRole', Resource: {}}}"


def _message(missing: str, task: str = "Job") -> str:
    return f"Role may run {task} but not iam:PassRole on {missing}, so the call fails; allow it"


BOTH = _message("Execution and Own")


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([JOB], [("0/Resource", BOTH)]),
        ([RUN.format("!Ref Run", "!Ref Job")], [("0/Resource", BOTH)]),
        ([RUN.format("['ecs:StartTask', 'ecs:StopTask']", "[!Ref Job]")], [("0/Resource/0", BOTH)]),
        ([RUN.format("'ecs:Run*'", f"!Sub '{ECS}/${{AWS::StackName}}-job:*'")], [("0/Resource", BOTH)]),
        (
            [RUN.format("'ecs:RunTask'", "!Sub 'arn:aws:ecs:*:*:task-definition/${AWS::StackName}-j*'")],
            [("0/Resource", BOTH)],
        ),
        (
            [RUN.format("'ecs:RunTask'", "!If [Odd, !Ref Job, !Ref Plain]")],
            [("0/Resource/Fn::If/1", BOTH)],
        ),
        ([JOB, PASS.format("!GetAtt Execution.Arn")], [("0/Resource", _message("Own"))]),
        ([JOB, PASS.format("!GetAtt Own.Arn")], [("0/Resource", _message("Execution"))]),
        (
            [JOB, PASS.format("'*'").replace("}", ", Condition: {StringEquals: "
              "{'iam:PassedToService': ecs.amazonaws.com}}}")],
            [("0/Resource", BOTH)],
        ),
        (
            [RUN.format("'ecs:RunTask'", "!Ref Given")],
            [("0/Resource", _message("${Free}", "Given"))],
        ),
        # Passed: by name, by pattern, to the service, to whom a parameter names.
        ([JOB, PASS.format("[!GetAtt Execution.Arn, !GetAtt Own.Arn]")], []),
        ([JOB, PASS.format("'*'")], []),
        ([JOB, PASS.format("!Sub 'arn:aws:iam::${AWS::AccountId}:role/${AWS::StackName}-*'")], []),
        (
            [JOB, PASS.format("'*'").replace("}", ", Condition: {StringLike: "
              "{'iam:PassedToService': 'ecs-tasks.*'}}}")],
            [],
        ),
        ([JOB, PASS.format("!Ref Free")], []),
        ([RUN.format("'*'", "'*'")], []),
        # RunTask may override the roles of the task definition.
        ([JOB, PASS.format("!GetAtt Other.Arn")], []),
        # No role to pass; not known which task; not there to run one.
        ([RUN.format("'ecs:RunTask'", "!Ref Plain")], []),
        ([RUN.format("'ecs:RunTask'", f"!Sub '{ECS}/${{AWS::StackName}}-*'")], []),
        ([RUN.format("'ecs:RunTask'", f"!Sub '{ECS}/*'")], []),
        ([RUN.format("'ecs:RunTask'", "'*'")], []),
        ([RUN.format("'ecs:RunTask'", "!Ref Free")], []),
        ([RUN.format("'ecs:*'", "!Ref Job")], []),
        ([RUN.format("'ecs:StopTask'", "!Ref Job")], []),
        ([JOB, "{Effect: Deny, Action: 'ecs:RunTask', Resource: '*'}"], []),
    ],
)  # fmt: skip
def test_cases(statements: list[str], expected: list[tuple[str, str]]) -> None:
    template = TEMPLATE.replace("STATEMENTS", ", ".join(statements))
    assert report(template, "W9571") == [(STATEMENTS + at, message) for at, message in expected]


@pytest.mark.parametrize(
    "attached",
    [
        # A policy that is not known, and one that passes the roles.
        "      ManagedPolicyArns: [!Ref Free]\n",
        """
  Policy:
    Type: AWS::IAM::Policy
    Properties:
      Roles: [!Ref Role]
      PolicyDocument: {Statement: [{Effect: Allow, Action: 'iam:Pass*', Resource: '*'}]}
""",
        # Rules of their own look at the roles of targets.
        """
  Nightly:
    Type: AWS::Events::Rule
    Properties: {Targets: [{Id: a, Arn: x, RoleArn: !GetAtt Role.Arn}]}
""",
    ],
)
def test_other_policies_and_users(attached: str) -> None:
    assert report(TEMPLATE.replace("STATEMENTS", JOB) + attached, "W9571") == []


def test_a_policy_attached_from_outside_the_role() -> None:
    template = (
        TEMPLATE.replace("STATEMENTS", "")
        + """
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Roles: [!Ref Role]
      PolicyDocument: {Statement: {Effect: Allow, Action: 'ecs:RunTask', Resource: !Ref Job}}
"""
    )
    at = "Resources/Policy/Properties/PolicyDocument/Statement/Resource"
    assert report(template, "W9571") == [(at, BOTH)]


def test_everything_may_be_the_tasks_of_others() -> None:
    statement = RUN.format("'ecs:RunTask'", f"!Sub '{ECS}/*'")
    plain = "{Family: !Sub '${AWS::StackName}-plain'}"
    template = TEMPLATE.replace("STATEMENTS", statement)
    with_role = template.replace(plain, "{Family: p, TaskRoleArn: !GetAtt Own.Arn}")
    assert report(with_role, "W9571") == []
