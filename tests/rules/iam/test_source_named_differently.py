import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Source: {Type: String, Default: 'arn:aws:sns:eu-west-1:123456789012:orders'}
"""
RESOURCES = """  Orders: {Type: AWS::SNS::Topic}
  Alarms: {Type: AWS::SNS::Topic}
  Queue: {Type: AWS::SQS::Queue}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Orders, Protocol: sqs, Endpoint: !GetAtt Queue.Arn}
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: sns.amazonaws.com}
            Action: sqs:SendMessage
            Resource: !GetAtt Queue.Arn
            BODY
"""
FUNCTION = """  Nightly: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt Worker.Arn}]}}
  Hourly: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt Other.Arn}]}}
  Worker: {Type: AWS::Lambda::Function}
  Other: {Type: AWS::Lambda::Function}
  Permission:
    Type: AWS::Lambda::Permission
    Properties:
      {FunctionName: !Ref Worker, Action: 'lambda:InvokeFunction',
       Principal: events.amazonaws.com, BODY}
"""
PATH = "Resources/Subscription/Properties/Endpoint"
MESSAGE = "Queue lets sns.amazonaws.com in for Alarms only; name Orders there"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Condition: {ArnEquals: {'aws:SourceArn': !Ref Alarms}}", [(PATH, MESSAGE)]),
        ("Condition: {StringEquals: {'AWS:SourceArn': [!Ref Alarms]}}", [(PATH, MESSAGE)]),
        # Orders is one of the two, in whichever branch.
        ("Condition: {ArnLike: {'aws:SourceArn': [!Ref Alarms, !Ref Orders]}}", []),
        ("Condition: {ArnLike: {'aws:SourceArn': !If [IsUsed, !Ref Alarms, !Ref Orders]}}", []),
        ("Condition: {ArnEquals: {'aws:SourceArn': !Ref Orders}}", []),
        ("Condition: {ArnEquals: {'aws:SourceArn': !Ref Source}}", []),
        ("Condition: {ArnEquals: {'aws:SourceArn': [!Ref Alarms, !Ref Any]}}", []),
        ("Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}", []),
        ("Sid: All", []),
    ],
)
def test_topics(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9548") == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "SourceArn: !GetAtt Hourly.Arn",
            [
                (
                    "Resources/Nightly/Properties/Targets/0/Arn",
                    "Worker lets events.amazonaws.com in for Hourly only; name Nightly there",
                )
            ],
        ),
        ("SourceArn: !GetAtt Nightly.Arn", []),
        ("SourceArn: !If [IsUsed, !GetAtt Hourly.Arn, !GetAtt Nightly.Arn]", []),
        ("SourceArn: !Sub 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:rule/*'", []),
        ("SourceAccount: !Ref AWS::AccountId", []),
    ],
)
def test_rules(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(FUNCTION, body, PARAMETERS), "W9548") == expected
