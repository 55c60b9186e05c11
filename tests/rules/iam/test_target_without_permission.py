import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Who: {Type: String, AllowedValues: [s3.amazonaws.com], Default: s3.amazonaws.com}
"""
RESOURCES = """  Function: {Type: AWS::Lambda::Function, Properties: {Role: x}}
  Queue: {Type: AWS::SQS::Queue}
BODY"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "Arn: !GetAtt Function.Arn}]}\n"
            ),
            [
                (
                    "Resources/Rule/Properties/Targets/0/Arn",
                    (
                        "Function does not let events.amazonaws.com in, so that nothing of "
                        "Rule arrives; allow it there"
                    ),
                )
            ],
        ),
        (
            (
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "Arn: !GetAtt Queue.Arn}]}\n"
            ),
            [
                (
                    "Resources/Rule/Properties/Targets/0/Arn",
                    (
                        "Queue does not let events.amazonaws.com in, so that nothing of Rule "
                        "arrives; allow it there"
                    ),
                )
            ],
        ),
        (
            (
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "Arn: !If [IsUsed, !GetAtt Queue.Arn, !Ref Any]}]}\n"
            ),
            [
                (
                    "Resources/Rule/Properties/Targets/0/Arn/Fn::If/1",
                    (
                        "Queue does not let events.amazonaws.com in, so that nothing of Rule "
                        "arrives; allow it there"
                    ),
                )
            ],
        ),
        (
            (
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "Arn: !GetAtt Queue.Arn}]}\n"
                "  Policy:\n"
                "    Type: AWS::SQS::QueuePolicy\n"
                "    Properties:\n"
                "      Queues: [!Ref Queue]\n"
                "      PolicyDocument:\n"
                "        Statement: [{Effect: Allow, Principal: {Service: "
                "sns.amazonaws.com}, Action: 'sqs:*', Resource: '*'}]\n"
            ),
            [
                (
                    "Resources/Rule/Properties/Targets/0/Arn",
                    (
                        "Queue does not let events.amazonaws.com in, so that nothing of Rule "
                        "arrives; allow it there"
                    ),
                )
            ],
        ),
        (
            (
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "Arn: !GetAtt Queue.Arn}]}\n"
                "  Policy:\n"
                "    Type: AWS::SQS::QueuePolicy\n"
                "    Properties:\n"
                "      Queues: [!Ref Queue]\n"
                "      PolicyDocument:\n"
                "        Statement: [{Effect: Allow, Principal: {Service: "
                "events.amazonaws.com}, Action: sqs:ReceiveMessage, Resource: '*'}]\n"
            ),
            [
                (
                    "Resources/Rule/Properties/Targets/0/Arn",
                    (
                        "Queue does not let events.amazonaws.com in, so that nothing of Rule "
                        "arrives; allow it there"
                    ),
                )
            ],
        ),
        (
            (
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "Arn: !GetAtt Function.Arn}]}\n"
                "  Permission:\n"
                "    Type: AWS::Lambda::Permission\n"
                "    Properties: {FunctionName: !Ref Function, Action: "
                "'lambda:InvokeFunction', Principal: !Ref Who}\n"
            ),
            [
                (
                    "Resources/Rule/Properties/Targets/0/Arn",
                    (
                        "Function does not let events.amazonaws.com in, so that nothing of "
                        "Rule arrives; allow it there"
                    ),
                )
            ],
        ),
        # the topic's own policy replaces the default one
        (
            (
                "  Topic: {Type: AWS::SNS::Topic}\n"
                "  Policy:\n"
                "    Type: AWS::SNS::TopicPolicy\n"
                "    Properties:\n"
                "      Topics: [!Ref Topic]\n"
                "      PolicyDocument:\n"
                "        Statement: [{Effect: Allow, Principal: {Service: "
                "events.amazonaws.com}, Action: 'sns:Publish', Resource: '*'}]\n"
                "  Alarm:\n"
                "    Type: AWS::CloudWatch::Alarm\n"
                "    Properties: {ComparisonOperator: LessThanThreshold, "
                "EvaluationPeriods: 1, AlarmActions: [!Ref Topic]}\n"
            ),
            [
                (
                    "Resources/Alarm/Properties/AlarmActions/0",
                    (
                        "Topic does not let cloudwatch.amazonaws.com in, so that nothing of "
                        "Alarm arrives; allow it there"
                    ),
                )
            ],
        ),
        (
            (
                "  Topic: {Type: AWS::SNS::Topic, Properties: {Subscription: "
                "[{Protocol: sqs, Endpoint: !GetAtt Queue.Arn}]}}\n"
            ),
            [
                (
                    "Resources/Topic/Properties/Subscription/0/Endpoint",
                    (
                        "Queue does not let sns.amazonaws.com in, so that nothing of Topic "
                        "arrives; allow it there"
                    ),
                )
            ],
        ),
        (
            (
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "Arn: !GetAtt Queue.Arn}]}\n"
                "  Policy:\n"
                "    Type: AWS::SQS::QueuePolicy\n"
                "    Properties:\n"
                "      Queues: [!Ref Queue]\n"
                "      PolicyDocument:\n"
                "        Statement: [{Effect: Allow, Principal: {Service: "
                "events.amazonaws.com}, Action: 'sqs:Send*', Resource: '*'}]\n"
            ),
            [],
        ),
        (
            (
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "Arn: !GetAtt Function.Arn}]}\n"
                "  Permission:\n"
                "    Type: AWS::Lambda::Permission\n"
                "    Properties: {FunctionName: !Ref Function, Action: "
                "'lambda:InvokeFunction', Principal: events.amazonaws.com}\n"
            ),
            [],
        ),
        (
            (
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "Arn: !GetAtt Function.Arn}]}\n"
                "  Permission:\n"
                "    Type: AWS::Lambda::Permission\n"
                "    Properties: {FunctionName: !Ref Function, Action: "
                "'lambda:InvokeFunction', Principal: !Ref Any}\n"
            ),
            [],
        ),
        (
            (
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "Arn: !Ref Any}]}\n"
            ),
            [],
        ),
        (
            (
                "  Topic: {Type: AWS::SNS::Topic}\n"
                "  Policy:\n"
                "    Type: AWS::SNS::TopicPolicy\n"
                "    Properties:\n"
                "      Topics: [!Ref Topic]\n"
                "      PolicyDocument:\n"
                "        Statement: [{Effect: Allow, Principal: {Service: "
                "cloudwatch.amazonaws.com}, Action: 'sns:Publish', Resource: '*'}]\n"
                "  Alarm:\n"
                "    Type: AWS::CloudWatch::Alarm\n"
                "    Properties: {ComparisonOperator: LessThanThreshold, "
                "EvaluationPeriods: 1, AlarmActions: [!Ref Topic]}\n"
            ),
            [],
        ),
        # a topic without a policy takes alarms of its account
        (
            (
                "  Topic: {Type: AWS::SNS::Topic}\n"
                "  Alarm:\n"
                "    Type: AWS::CloudWatch::Alarm\n"
                "    Properties: {ComparisonOperator: LessThanThreshold, "
                "EvaluationPeriods: 1, AlarmActions: [!Ref Topic]}\n"
            ),
            [],
        ),
        (
            (
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "RoleArn: x, Arn: !GetAtt Queue.Arn}]}\n"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9533") == expected
