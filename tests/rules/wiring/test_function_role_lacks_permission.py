import pytest
from linting import report

HEAD = """
Parameters:
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Topic: {Type: AWS::SNS::Topic}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties: {Role: !GetAtt Role.Arn, VpcConfig: {SubnetIds: [s], SecurityGroupIds: [g]}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument: {Statement: [{Effect: Allow, Action: ['logs:*'], Resource: '*'}]}
""",
            [
                (
                    "Resources/Function/Properties/VpcConfig/SubnetIds",
                    (
                        "Role of Function may not ec2:CreateNetworkInterface, "
                        "ec2:DeleteNetworkInterface, ec2:DescribeNetworkInterfaces; allow it"
                    ),
                ),
            ],
        ),
        (
            """
  Function: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn}}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: !GetAtt Function.Arn, EventSourceArn: !GetAtt Queue.Arn}
  Role: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref Policy]}}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Statement: {Effect: Allow, Action: ['sqs:SendMessage'], Resource: '*'}}
""",
            [
                (
                    "Resources/Mapping/Properties/EventSourceArn",
                    (
                        "Role of Function may not sqs:DeleteMessage, sqs:GetQueueAttributes, "
                        "sqs:ReceiveMessage; allow it"
                    ),
                ),
            ],
        ),
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
      DeadLetterConfig: {TargetArn: !If [Odd, !Ref Topic, !GetAtt Queue.Arn]}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement: [{Effect: Allow, Action: ['sqs:SendMessage'], Resource: '*'}]
""",
            [
                (
                    "Resources/Function/Properties/DeadLetterConfig/TargetArn/Fn::If/1",
                    "Role of Function may not sns:Publish; allow it",
                ),
            ],
        ),
        # Allowed, inline and managed; not known.
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Role: !GetAtt Role.Arn
      VpcConfig: {SubnetIds: [s], SecurityGroupIds: [g]}
      DeadLetterConfig: {TargetArn: !Ref Topic}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Statement: [{Effect: Allow, Action: ['ec2:*', 'sns:Publish'], Resource: '*'}]
""",
            [],
        ),
        (
            """
  Function: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn}}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: !GetAtt Function.Arn, EventSourceArn: !GetAtt Queue.Arn}
  Role: {Type: AWS::IAM::Role, Properties: {ManagedPolicyArns: [!Ref Policy]}}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Statement: {Effect: Allow, Action: ['sqs:*'], Resource: !GetAtt Queue.Arn}}
""",
            [],
        ),
        (
            """
  Function: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn}}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: !GetAtt Function.Arn, EventSourceArn: !GetAtt Queue.Arn}
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole']
""",
            [],
        ),
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties: {Role: !Ref Free, VpcConfig: !If [Odd, {SubnetIds: [s]}, !Ref 'AWS::NoValue']}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9726") == expected


SOURCE = """
  Stream: {Type: AWS::Kinesis::Stream}
  Table: {Type: AWS::DynamoDB::Table}
  Function: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn}}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: !Ref Function, EventSourceArn: !GetAtt FROM}
  Role:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [MANAGED]
      Policies:
        - PolicyName: p
          PolicyDocument: {Statement: [{Effect: Allow, Action: [ACTIONS], Resource: '*'}]}
"""
LOGS = "!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'"
STREAM = "kinesis:DescribeStream, kinesis:GetShardIterator"
QUEUE = LOGS.replace("Basic", "SQSQueue")


@pytest.mark.parametrize(
    ("source", "managed", "actions", "lacking"),
    [
        ("Queue.Arn", LOGS, "'sqs:ReceiveMessage'", "sqs:DeleteMessage, sqs:GetQueueAttributes"),
        ("Queue.Arn", LOGS, "'sqs:Receive*', 'sqs:Get*'", "sqs:DeleteMessage"),
        ("Queue.Arn", QUEUE, "'logs:*'", ""),
        ("Queue.Arn", "!Ref Free", "'logs:*'", ""),
        ("Stream.Arn", LOGS, "'kinesis:GetRecords'", STREAM),
        ("Stream.Arn", LOGS.replace("Basic", "Kinesis"), "'logs:*'", ""),
        ("Table.StreamArn", LOGS, "'dynamodb:GetRecords', 'dynamodb:DescribeStream'",
         "dynamodb:GetShardIterator"),
        ("Table.StreamArn", LOGS.replace("Basic", "DynamoDB"), "'logs:*'", ""),
    ],
)  # fmt: skip
def test_sources(source: str, managed: str, actions: str, lacking: str) -> None:
    body = SOURCE.replace("FROM", source).replace("MANAGED", managed).replace("ACTIONS", actions)
    message = f"Role of Function may not {lacking}; allow it"
    path = "Resources/Mapping/Properties/EventSourceArn"
    assert report(HEAD + body, "E9726") == ([(path, message)] if lacking else [])
