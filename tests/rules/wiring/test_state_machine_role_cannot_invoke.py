import pytest
from linting import report

HEAD = """
Parameters:
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Function: {Type: AWS::Lambda::Function}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DefinitionString: !Sub '{"Resource": "${Function.Arn}"}'
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement: [{Effect: Allow, Action: ['lambda:ListFunctions'], Resource: '*'}]
""",
            [
                (
                    "Resources/Machine/Properties/RoleArn",
                    (
                        "Role may not lambda:InvokeFunction on Function, which Machine needs;"
                        " allow it"
                    ),
                ),
            ],
        ),
        (
            """
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition: {States: {A: {Resource: !GetAtt Function.Arn}}}
  Role: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref Policy]}}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Statement: {Effect: Allow, Action: ['lambda:GetFunction'], Resource: '*'}}
""",
            [
                (
                    "Resources/Machine/Properties/RoleArn",
                    (
                        "Role may not lambda:InvokeFunction on Function, which Machine needs;"
                        " allow it"
                    ),
                ),
            ],
        ),
        (
            """
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !If [Odd, !GetAtt Role.Arn, x]
      DefinitionSubstitutions: {F: !GetAtt Function.Arn}
      DefinitionS3Location: {Bucket: b, Key: k}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument: {Statement: [{Effect: Allow, Action: ['logs:*'], Resource: '*'}]}
""",
            [
                (
                    "Resources/Machine/Properties/RoleArn/Fn::If/1",
                    (
                        "Role may not lambda:InvokeFunction on Function, which Machine needs;"
                        " allow it"
                    ),
                ),
            ],
        ),
        # Allowed, inline and managed; not called; not known.
        (
            """
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DefinitionString: !Sub '{"Resource": "${Function.Arn}"}'
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement:
              - {Effect: Allow, Action: ['lambda:InvokeFunction'], Resource: !GetAtt Function.Arn}
""",
            [],
        ),
        (
            """
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      Definition: {States: {A: {Resource: !GetAtt Function.Arn}}}
  Role: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref Policy]}}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Statement: {Effect: Allow, Action: ['lambda:*'], Resource: '*'}}
""",
            [],
        ),
        (
            """
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DefinitionString: '{}'
      Tags: [{Key: a, Value: !GetAtt Function.Arn}]
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument: {Statement: [{Effect: Allow, Action: ['logs:*'], Resource: '*'}]}
""",
            [],
        ),
        (
            """
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties: {RoleArn: !Ref Free, DefinitionString: !Sub '{"Resource": "${Function.Arn}"}'}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9736") == expected


RUN_TASK = """
  Execution: {Type: AWS::IAM::Role, Properties: {}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ExecutionRoleArn: !GetAtt Execution.Arn, ContainerDefinitions: []}
  Queue: {Type: AWS::SQS::Queue}
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DEFINITION
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument: {Statement: [STATEMENT]}
"""
TASK = """Definition:
        States:
          A:
            Resource: !Sub 'arn:${AWS::Partition}:states:::ecs:CALL'
            Parameters: {TaskDefinition: !Ref Task}
"""
INVOKE = """DefinitionString: !Sub |
        {"Resource": "arn:${AWS::Partition}:states:::lambda:invoke", "F": "${Function}"}
"""
SEND = """DefinitionString: !Sub
        - '{"Resource": "arn:${AWS::Partition}:states:::sqs:sendMessage", "QueueUrl": "${Url}"}'
        - {Url: !Ref Queue}
"""


def _needs(action: str, on: str) -> list[tuple[str, str]]:
    message = f"Role may not {action} on {on}, which Machine needs; allow it"
    return [("Resources/Machine/Properties/RoleArn", message)]


@pytest.mark.parametrize(
    ("definition", "action", "expected"),
    [
        (TASK.replace("CALL", "runTask.sync"), "ecs:RunTask", _needs("iam:PassRole", "Execution")),
        (TASK.replace("CALL", "runTask"), "iam:PassRole", _needs("ecs:RunTask", "Task")),
        (TASK.replace("CALL", "runTask"), "*", []),
        (TASK.replace("CALL", "describeTaskDefinition"), "ecs:DescribeTaskDefinition", []),
        (INVOKE, "lambda:GetFunction", _needs("lambda:InvokeFunction", "Function")),
        (INVOKE, "lambda:Invoke*", []),
        (SEND, "sqs:GetQueueUrl", _needs("sqs:SendMessage", "Queue")),
        (SEND, "sqs:SendMessage", []),
        (SEND.replace("!Ref Queue", "!Ref Free"), "sqs:GetQueueUrl", []),
    ],
)
def test_integrations(definition: str, action: str, expected: list[tuple[str, str]]) -> None:
    statement = f"{{Effect: Allow, Action: '{action}', Resource: '*'}}"
    body = RUN_TASK.replace("DEFINITION", definition).replace("STATEMENT", statement)
    assert report(HEAD + body, "E9736") == expected
