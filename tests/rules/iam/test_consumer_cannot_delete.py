import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Verb: {Type: String, Default: Receive, AllowedValues: [Receive]}
"""
RESOURCES = """  Dead: {Type: AWS::SQS::Queue}
  Queue:
    Type: AWS::SQS::Queue
    Properties: {RedrivePolicy: {deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 3}}
  Other: {Type: AWS::SQS::Queue}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {TaskRoleArn: !GetAtt Role.Arn, ContainerDefinitions: [{Name: web, Image: 'web:1'}]}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement: {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
      Policies: [{PolicyName: p, PolicyDocument: {Version: '2012-10-17', Statement: [BODY]}}]
"""
PATH = "Resources/Role/Properties/Policies/0/PolicyDocument/Statement"
MESSAGE = (
    "Role may receive messages of Queue, but not delete them, so they come again; "
    "allow sqs:DeleteMessage too"
)
READ = "{Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: !GetAtt Queue.Arn}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (READ, [(f"{PATH}/0/Action", MESSAGE)]),
        # Deleting is allowed on another queue only.
        (
            READ + ", {Effect: Allow, Action: 'sqs:DeleteMessage', Resource: !GetAtt Other.Arn}",
            [(f"{PATH}/0/Action", MESSAGE)],
        ),
        (
            "{Effect: Allow, Action: [!Sub 'sqs:${Verb}*'], Resource: [!GetAtt Queue.Arn]}",
            [(f"{PATH}/0/Action/0", MESSAGE)],
        ),
        (
            f"!If [IsUsed, {READ}, !Ref AWS::NoValue]",
            [(f"{PATH}/0/Fn::If/1/Action", MESSAGE)],
        ),
        (READ + ", {Effect: Allow, Action: 'sqs:Delete*', Resource: '*'}", []),
        (READ + ", {Effect: Allow, Action: 'sqs:DeleteMessage', Resource: !Ref Any}", []),
        (READ + ", {Effect: Allow, Action: !Ref Any, Resource: '*'}", []),
        ("{Effect: Allow, Action: 'sqs:*', Resource: !GetAtt Queue.Arn}", []),
        ("{Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: !Ref Any}", []),
        ("{Effect: Deny, Action: 'sqs:ReceiveMessage', Resource: !GetAtt Queue.Arn}", []),
        # Dead letters are looked at and stay.
        ("{Effect: Allow, Action: 'sqs:ReceiveMessage', Resource: !GetAtt Dead.Arn}", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9557") == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # A role of nobody in this template, a policy that is not known, a policy of the queue.
        ("TaskRoleArn: !GetAtt Role.Arn", "TaskRoleArn: !Ref Any"),
        ("Policies: [", "ManagedPolicyArns: [!Ref Any]\n      Policies: ["),
        # What Lambda polls by itself is another rule's.
        (
            "  Other:",
            """  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: worker, EventSourceArn: !GetAtt Queue.Arn}
  Other:""",
        ),
        (
            "  Other:",
            """  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {AWS: !GetAtt Role.Arn}
            Action: sqs:*
            Resource: !GetAtt Queue.Arn
  Other:""",
        ),
    ],
)
def test_where_it_is_not_known(old: str, new: str) -> None:
    assert old in RESOURCES
    assert report(template(RESOURCES.replace(old, new), READ), "W9557") == []
