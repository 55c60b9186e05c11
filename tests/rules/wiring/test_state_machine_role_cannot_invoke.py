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
                        "Role may not lambda:InvokeFunction on Function, which Machine calls;"
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
                        "Role may not lambda:InvokeFunction on Function, which Machine calls;"
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
                        "Role may not lambda:InvokeFunction on Function, which Machine calls;"
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
