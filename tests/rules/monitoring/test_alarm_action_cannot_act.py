import pytest
from linting import report

HEAD = """
Parameters:
  Arn: {Type: String, Default: 'arn:aws:sqs:eu-west-1:123456789012:queue'}
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Queue: {Type: AWS::SQS::Queue}
  Function: {Type: AWS::Lambda::Function}
  Policy: {Type: AWS::ApplicationAutoScaling::ScalingPolicy}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: [!GetAtt Queue.Arn]}}
""",
            [
                (
                    "Resources/Alarm/Properties/AlarmActions/0",
                    (
                        "AlarmActions has ${Queue.Arn}, which is no ARN that an alarm can "
                        "call; give the ARN of a topic, scaling policy or function"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {OKActions: [!If [Odd, !GetAtt Topic.TopicName, !Ref Topic]]}
""",
            [
                (
                    "Resources/Alarm/Properties/OKActions/0/Fn::If/1",
                    (
                        "OKActions has ${Topic.TopicName}, which is no ARN that an alarm can "
                        "call; give the ARN of a topic, scaling policy or function"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {InsufficientDataActions: [!Ref Function]}}
""",
            [
                (
                    "Resources/Alarm/Properties/InsufficientDataActions/0",
                    (
                        "InsufficientDataActions has ${Function}, which is no ARN that an "
                        "alarm can call; give the ARN of a topic, scaling policy or function"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: [!Ref Arn]}}
""",
            [
                (
                    "Resources/Alarm/Properties/AlarmActions/0",
                    (
                        "AlarmActions has arn:aws:sqs:eu-west-1:123456789012:queue (parameter"
                        " Arn), which is no ARN that an alarm can call; give the ARN of a "
                        "topic, scaling policy or function"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::CompositeAlarm
    Properties: {AlarmRule: 'TRUE', AlarmActions: [my-topic]}
""",
            [
                (
                    "Resources/Alarm/Properties/AlarmActions/0",
                    (
                        "AlarmActions has my-topic, which is no ARN that an alarm can call; "
                        "give the ARN of a topic, scaling policy or function"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmActions: [!Sub 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:queue']
""",
            [
                (
                    "Resources/Alarm/Properties/AlarmActions/0",
                    (
                        "AlarmActions has "
                        "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:queue, "
                        "which is no ARN that an alarm can call; give the ARN of a topic, "
                        "scaling policy or function"
                    ),
                ),
            ],
        ),
        # What can act, and what is not known.
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmActions:
        - !Ref Topic
        - !Ref Policy
        - !GetAtt Function.Arn
        - 'arn:aws:automate:eu-west-1:ec2:recover'
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmActions:
        - !Sub 'arn:${AWS::Partition}:automate:${AWS::Region}:ec2:reboot'
        - !Sub 'arn:aws:sns:${AWS::Region}:${AWS::AccountId}:t'
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {AlarmActions: [!Ref Free, !ImportValue topic]}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {AlarmActions: !If [Odd, [!Ref Free], !Ref 'AWS::NoValue']}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9868") == expected
