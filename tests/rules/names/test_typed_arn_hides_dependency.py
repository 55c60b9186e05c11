import pytest
from linting import report

HEAD = """
Parameters:
  Env: {Type: String, Default: dev}
Conditions:
  IsDev: !Equals [!Ref Env, dev]
Resources:
  Role: {Type: AWS::IAM::Role, Properties: {RoleName: !Sub '${AWS::StackName}-${Env}'}}
  Topic: {Type: AWS::SNS::Topic, Properties: {TopicName: alarms}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !Sub 'arn:aws:iam::${AWS::AccountId}:role/${AWS::StackName}-dev'
      ContainerDefinitions: []
""",
            [
                (
                    "Resources/Task/Properties/TaskRoleArn",
                    "Task does not wait for Role, whose ARN it spells out; refer to Role instead",
                ),
            ],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !If
        - IsDev
        - !Sub 'arn:aws:iam::${AWS::AccountId}:role/${AWS::StackName}-${Env}'
        - !ImportValue role
      ContainerDefinitions: []
""",
            [
                (
                    "Resources/Task/Properties/TaskRoleArn/Fn::If/1",
                    "Task does not wait for Role, whose ARN it spells out; refer to Role instead",
                ),
            ],
        ),
        (
            """
  Subscription:
    Type: AWS::SNS::Subscription
    Properties:
      Protocol: email
      TopicArn: !Join
        - ':'
        - ['arn', !Ref 'AWS::Partition', sns, !Ref 'AWS::Region', !Ref 'AWS::AccountId', alarms]
""",
            [
                (
                    "Resources/Subscription/Properties/TopicArn",
                    (
                        "Subscription does not wait for Topic, whose ARN it spells out; refer"
                        " to Topic instead"
                    ),
                ),
            ],
        ),
        # An attribute, an order by other means, another account, another name, a policy, not
        # known.
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {TaskRoleArn: !GetAtt Role.Arn, ContainerDefinitions: []}
""",
            [],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    DependsOn: Role
    Properties:
      TaskRoleArn: !Sub 'arn:aws:iam::${AWS::AccountId}:role/${AWS::StackName}-dev'
      ContainerDefinitions: []
""",
            [],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !Sub 'arn:aws:iam::123456789012:role/${AWS::StackName}-dev'
      ContainerDefinitions: []
""",
            [],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !Sub 'arn:aws:iam::${AWS::AccountId}:role/shared'
      ContainerDefinitions: []
""",
            [],
        ),
        (
            """
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Statement:
          - Effect: Allow
            Action: 'sns:Publish'
            Resource: !Sub 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:alarms'
""",
            [],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {TaskRoleArn: !ImportValue role, ContainerDefinitions: []}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9009") == expected
