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
                    "Role may not states:StartExecution, so the rule starts nothing; allow it",
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
                    "Role may not iam:PassRole, so the rule starts nothing; allow it",
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
                    "Role may not ecs:RunTask, so the rule starts nothing; allow it",
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
                    "Role may not states:StartExecution, so the rule starts nothing; allow it",
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
