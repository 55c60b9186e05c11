import pytest
from linting import report

HEAD = """
Parameters:
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Cluster: {Type: AWS::ECS::Cluster}
  Machine: {Type: AWS::StepFunctions::StateMachine}
  Function: {Type: AWS::Lambda::Function}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ExecutionRoleArn: !GetAtt Execution.Arn, ContainerDefinitions: []}
  Execution: {Type: AWS::IAM::Role, Properties: {}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties: {Targets: [{Id: a, Arn: !Ref Machine, RoleArn: !GetAtt Role.Arn}]}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement: [{Effect: Allow, Action: ['states:ListExecutions'], Resource: '*'}]
""",
            [
                (
                    "Resources/Rule/Properties/Targets/0/RoleArn",
                    "Role may not states:StartExecution on Machine, so the rule starts nothing; allow it",
                ),
            ],
        ),
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties:
      Targets:
        - Id: a
          Arn: !GetAtt Cluster.Arn
          RoleArn: !GetAtt Role.Arn
          EcsParameters: {TaskDefinitionArn: !Ref Task}
  Role: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref Policy]}}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Statement: {Effect: Allow, Action: ['ecs:RunTask'], Resource: '*'}}
""",
            [
                (
                    "Resources/Rule/Properties/Targets/0/RoleArn",
                    "Role may not iam:PassRole on Execution, so the rule starts nothing; allow it",
                ),
            ],
        ),
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties:
      Targets:
        - Id: a
          Arn: !GetAtt Cluster.Arn
          RoleArn: !GetAtt Role.Arn
          EcsParameters: {TaskDefinitionArn: !Ref Task}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement: [{Effect: Allow, Action: ['ecs:StopTask', 'iam:PassRole'], Resource: '*'}]
""",
            [
                (
                    "Resources/Rule/Properties/Targets/0/RoleArn",
                    "Role may not ecs:RunTask on Task, so the rule starts nothing; allow it",
                ),
            ],
        ),
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties:
      Targets:
        - {Id: a, Arn: !If [Odd, !Ref Machine, !GetAtt Function.Arn], RoleArn: !GetAtt Role.Arn}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument: {Statement: [{Effect: Allow, Action: ['ecs:*'], Resource: '*'}]}
""",
            [
                (
                    "Resources/Rule/Properties/Targets/0/RoleArn",
                    "Role may not states:StartExecution on Machine, so the rule starts nothing; allow it",
                ),
            ],
        ),
        # Allowed, inline and managed; not known.
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties: {Targets: [{Id: a, Arn: !Ref Machine, RoleArn: !GetAtt Role.Arn}]}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement: [{Effect: Allow, Action: ['states:Start*'], Resource: !Ref Machine}]
""",
            [],
        ),
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties:
      Targets:
        - Id: a
          Arn: !GetAtt Cluster.Arn
          RoleArn: !GetAtt Role.Arn
          EcsParameters: {TaskDefinitionArn: !Ref Task}
  Role: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref Policy]}}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement: {Effect: Allow, Action: ['ecs:RunTask', 'iam:PassRole'], Resource: '*'}
""",
            [],
        ),
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties: {Targets: [{Id: a, Arn: !Ref Machine, RoleArn: !Ref Free}]}
""",
            [],
        ),
        (
            """
  Rule:
    Type: AWS::Events::Rule
    Properties: {Targets: [{Id: a, Arn: !Ref Machine, RoleArn: !GetAtt Role.Arn}]}
  Role: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref Free]}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9734") == expected


SCHEDULE = """
  Queue: {Type: AWS::SQS::Queue}
  Named:
    Type: AWS::ECS::TaskDefinition
    Properties: {Family: nightly, TaskRoleArn: !Ref Free, ContainerDefinitions: []}
  Holder:
    Type: AWS::IAM::Role
    Properties: {Path: /tasks/, RoleName: worker}
  Worker:
    Type: AWS::ECS::TaskDefinition
    Properties: {TaskRoleArn: !GetAtt Holder.Arn, ContainerDefinitions: []}
  Start:
    Type: AWS::Scheduler::Schedule
    Properties:
      Target:
        Arn: !GetAtt CALLED
        RoleArn: !GetAtt Role.Arn
        EcsParameters: TASK
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies: [{PolicyName: p, PolicyDocument: {Statement: [STATEMENTS]}}]
"""
AT = "Resources/Start/Properties/Target/RoleArn"
NOTHING = ", so the schedule starts nothing; allow it"
RUN_ON = f"Role may not ecs:RunTask on {{}}{NOTHING}"
PASS = "{{Effect: Allow, Action: iam:PassRole, Resource: {}}}"
RUN = "{{Effect: Allow, Action: 'ecs:RunTask', Resource: {}}}"
ECS = "arn:aws:ecs:${AWS::Region}:${AWS::AccountId}:"
IAM = "arn:aws:iam::${AWS::AccountId}:role"


def _schedule(called: str, task: str, *statements: str) -> str:
    parts = {"CALLED": called, "TASK": task, "STATEMENTS": ", ".join(statements)}
    text = SCHEDULE
    for name, part in parts.items():
        text = text.replace(name, part)
    return HEAD + text


@pytest.mark.parametrize(
    ("task", "statements", "expected"),
    [
        # The cluster in place of the task definition, as a reference and typed.
        ("Task", [RUN.format("!GetAtt Cluster.Arn"), PASS.format("'*'")], [RUN_ON.format("Task")]),
        (
            "Task",
            [RUN.format(f"!Sub '{ECS}cluster/*'"), PASS.format("'*'")],
            [RUN_ON.format("Task")],
        ),
        (
            "Named",
            [RUN.format(f"!Sub '{ECS}task-definition/daily:*'")],
            [RUN_ON.format("Named")],
        ),
        (
            "Task",
            [RUN.format("!If [Odd, !Ref Task, !GetAtt Cluster.Arn]"), PASS.format("'*'")],
            [],
        ),
        ("Task", [RUN.format("!Ref Task"), PASS.format("!GetAtt Execution.Arn")], []),
        ("Named", [RUN.format("!Ref Named")], []),
        ("Named", [RUN.format(f"!Sub '{ECS}task-definition/nightly:*'")], []),
        ("Named", [RUN.format(f"!Sub '{ECS}task-definition/nightly'")], []),
        ("Named", [RUN.format(f"!Sub '{ECS}task-definition/*'")], []),
        ("Named", [RUN.format("!Ref Free")], []),
        # Passing another role, or the role without its path.
        (
            "Task",
            [RUN.format("'*'"), PASS.format("!GetAtt Holder.Arn")],
            ["Role may not iam:PassRole on Execution, so the schedule starts nothing; allow it"],
        ),
        (
            "Worker",
            [RUN.format("'*'"), PASS.format(f"!Sub '{IAM}/worker'")],
            ["Role may not iam:PassRole on Holder, so the schedule starts nothing; allow it"],
        ),
        ("Worker", [RUN.format("'*'"), PASS.format(f"!Sub '{IAM}/tasks/worker'")], []),
        ("Worker", [RUN.format("'*'"), PASS.format(f"!Sub '{IAM}/tasks/*'")], []),
    ],
)
def test_schedules_of_tasks(task: str, statements: list[str], expected: list[str]) -> None:
    called = f"{{TaskDefinitionArn: !Ref {task}}}"
    template = _schedule("Cluster.Arn", called, *statements)
    assert report(template, "E9734") == [(AT, message) for message in expected]


@pytest.mark.parametrize(
    ("called", "action", "expected"),
    [
        (
            "Function.Arn",
            "lambda:GetFunction",
            [f"Role may not lambda:InvokeFunction on Function{NOTHING}"],
        ),
        ("Function.Arn", "lambda:*", []),
        (
            "Queue.Arn",
            "sqs:ReceiveMessage",
            [f"Role may not sqs:SendMessage on Queue{NOTHING}"],
        ),
        ("Queue.Arn", "sqs:SendMessage", []),
    ],
)
def test_schedules_act_by_their_role_alone(called: str, action: str, expected: list[str]) -> None:
    statement = f"{{Effect: Allow, Action: '{action}', Resource: '*'}}"
    template = _schedule(called, "!Ref AWS::NoValue", statement)
    assert report(template, "E9734") == [(AT, message) for message in expected]


PIPE = """
  Source: {Type: AWS::SQS::Queue}
  Pipe:
    Type: AWS::Pipes::Pipe
    Properties:
      RoleArn: !GetAtt Role.Arn
      Source: !GetAtt Source.Arn
      Target: !GetAtt Cluster.Arn
      TargetParameters: {EcsTaskParameters: {TaskDefinitionArn: !Ref Task}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement: [{Effect: Allow, Action: ['ecs:RunTask', ACTION], Resource: '*'}]
"""


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (
            "iam:GetRole",
            [
                (
                    "Resources/Pipe/Properties/RoleArn",
                    "Role may not iam:PassRole on Execution, so the pipe starts nothing; allow it",
                )
            ],
        ),
        ("iam:PassRole", []),
    ],
)
def test_pipes(action: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + PIPE.replace("ACTION", f"'{action}'"), "E9734") == expected


@pytest.mark.parametrize(
    ("run_if", "pass_if", "lacking"),
    [
        ("ArnEquals: {'ecs:cluster': !Ref Cluster}", "", "ecs:RunTask on Task"),
        ("ArnEquals: {'ecs:cluster': !GetAtt Second.Arn}", "", "ecs:RunTask on Task"),
        ("ArnLike: {'ecs:cluster': 'arn:aws:ecs:*:*:service/*'}", "", "ecs:RunTask on Task"),
        ("", "StringEquals: {'iam:PassedToService': ecs.amazonaws.com}", "iam:PassRole on Execution"),
        ("", "StringLike: {'iam:PassedToService': [ec2.*, 'lambda*']}", "iam:PassRole on Execution"),
        ("ArnEquals: {'ecs:cluster': !GetAtt Cluster.Arn}", "", None),
        ("ArnLike: {'ecs:cluster': 'arn:aws:ecs:*:*:cluster/*'}", "", None),
        ("ArnEquals: {'ecs:cluster': [!Ref Cluster, !GetAtt Cluster.Arn]}", "", None),
        ("ArnEquals: {'ecs:cluster': !Ref Free}", "", None),
        ("StringNotEquals: {'ecs:cluster': !Ref Cluster}", "", None),
        ("", "StringEquals: {'iam:PassedToService': ecs-tasks.amazonaws.com}", None),
        ("", "StringLike: {'iam:PassedToService': ['ec2*', 'ecs*.amazonaws.com']}", None),
        ("", "StringEquals: {'iam:PassedToService': !Sub 'ecs-tasks.${AWS::URLSuffix}'}", None),
        ("", "!If [Odd, {StringEquals: {'iam:PassedToService': a}}, !Ref AWS::NoValue]", None),
    ],
)  # fmt: skip
def test_conditions(run_if: str, pass_if: str, lacking: str | None) -> None:
    def form(condition: str) -> str:
        known = condition if condition.startswith("!If") else f"{{{condition}}}"
        return f", Condition: {known}}}" if condition else "}"

    second = "  Second: {Type: AWS::ECS::Cluster}\n"
    template = _schedule(
        "Cluster.Arn",
        "{TaskDefinitionArn: !Ref Task}",
        RUN.format("'*'").removesuffix("}") + form(run_if),
        PASS.format("'*'").removesuffix("}") + form(pass_if),
    )
    expected = [(AT, f"Role may not {lacking}{NOTHING}")] if lacking else []
    assert report(template + second, "E9734") == expected
