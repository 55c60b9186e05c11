import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Alias: {Type: String, Default: alias/aws/sns}
"""
RESOURCES = """  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: kms:*
            Resource: '*'
          - Effect: Allow
            Principal: {Service: events.amazonaws.com}
            Action: ['kms:Decrypt', 'kms:GenerateDataKey*']
            Resource: '*'
BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: "
                "alias/aws/sns}}\n"
                "  Alarm:\n"
                "    Type: AWS::CloudWatch::Alarm\n"
                "    Properties: {ComparisonOperator: LessThanThreshold, "
                "EvaluationPeriods: 1, AlarmActions: [!Ref Topic]}\n"
            ),
            [
                (
                    "Resources/Alarm/Properties/AlarmActions/0",
                    (
                        "cloudwatch.amazonaws.com may not use alias/aws/sns, the key of Topic, "
                        "so that nothing arrives; use a key whose policy allows it "
                        "kms:GenerateDataKey* and kms:Decrypt"
                    ),
                )
            ],
        ),
        (
            (
                "  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !Ref Key}}\n"
                "  Alarm:\n"
                "    Type: AWS::CloudWatch::Alarm\n"
                "    Properties: {ComparisonOperator: LessThanThreshold, "
                "EvaluationPeriods: 1, AlarmActions: [!Ref Topic]}\n"
            ),
            [
                (
                    "Resources/Alarm/Properties/AlarmActions/0",
                    (
                        "cloudwatch.amazonaws.com may not use ${Key}, the key of Topic, so "
                        "that nothing arrives; use a key whose policy allows it "
                        "kms:GenerateDataKey* and kms:Decrypt"
                    ),
                )
            ],
        ),
        (
            (
                "  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !GetAtt "
                "Key.Arn}}\n"
                "  Alarm:\n"
                "    Type: AWS::CloudWatch::Alarm\n"
                "    Properties: {ComparisonOperator: LessThanThreshold, "
                "EvaluationPeriods: 1, AlarmActions: [!Ref Topic]}\n"
            ),
            [
                (
                    "Resources/Alarm/Properties/AlarmActions/0",
                    (
                        "cloudwatch.amazonaws.com may not use ${Key.Arn}, the key of Topic, so "
                        "that nothing arrives; use a key whose policy allows it "
                        "kms:GenerateDataKey* and kms:Decrypt"
                    ),
                )
            ],
        ),
        (
            (
                "  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !If "
                "[IsUsed, !Ref Key, !Ref Any]}}\n"
                "  Alarm:\n"
                "    Type: AWS::CloudWatch::Alarm\n"
                "    Properties: {ComparisonOperator: LessThanThreshold, "
                "EvaluationPeriods: 1, AlarmActions: [!Ref Topic]}\n"
            ),
            [
                (
                    "Resources/Alarm/Properties/AlarmActions/0",
                    (
                        "cloudwatch.amazonaws.com may not use ${Key}, the key of Topic, so "
                        "that nothing arrives; use a key whose policy allows it "
                        "kms:GenerateDataKey* and kms:Decrypt"
                    ),
                )
            ],
        ),
        (
            (
                "  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !Ref Alias}}\n"
                "  Alarm:\n"
                "    Type: AWS::CloudWatch::Alarm\n"
                "    Properties: {ComparisonOperator: LessThanThreshold, "
                "EvaluationPeriods: 1, AlarmActions: [!Ref Topic]}\n"
            ),
            [
                (
                    "Resources/Alarm/Properties/AlarmActions/0",
                    (
                        "cloudwatch.amazonaws.com may not use alias/aws/sns (parameter Alias), "
                        "the key of Topic, so that nothing arrives; use a key whose policy "
                        "allows it kms:GenerateDataKey* and kms:Decrypt"
                    ),
                )
            ],
        ),
        (
            (
                "  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !Ref "
                "AWS::NoValue}}\n"
                "  Alarm:\n"
                "    Type: AWS::CloudWatch::Alarm\n"
                "    Properties: {ComparisonOperator: LessThanThreshold, "
                "EvaluationPeriods: 1, AlarmActions: [!Ref Topic]}\n"
            ),
            [],
        ),
        (
            (
                "  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !Ref Any}}\n"
                "  Alarm:\n"
                "    Type: AWS::CloudWatch::Alarm\n"
                "    Properties: {ComparisonOperator: LessThanThreshold, "
                "EvaluationPeriods: 1, AlarmActions: [!Ref Topic]}\n"
            ),
            [],
        ),
        (
            (
                "  Queue: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Key}}\n"
                "  Rule:\n"
                "    Type: AWS::Events::Rule\n"
                "    Properties: {ScheduleExpression: rate(1 day), Targets: [{Id: a, "
                "Arn: !GetAtt Queue.Arn}]}\n"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9536") == expected


MESSAGE = (
    "{}.amazonaws.com may not use {}, the key of {}, so that nothing arrives; use a key whose "
    "policy allows it kms:GenerateDataKey* and kms:Decrypt"
)
TARGETS = """  Key:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Statement:
          - Effect: Allow
            Principal: {Service: !Sub 'logs.${AWS::Region}.amazonaws.com'}
            Action: kms:*
            Resource: '*'
          - {Effect: Allow, Resource: '*', STATEMENT}
  Alias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/app, TargetKeyId: !Ref Key}}
  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: !Ref Key}}
  Queue: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: alias/app}}
  Other: {Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Alias}}
BODY
"""
FOR = "Principal: {Service: X.amazonaws.com}, Action: ['kms:Decrypt', 'kms:GenerateDataKey*']"
SOURCES = {
    "alarm": (
        (
            "  Source: {Type: AWS::CloudWatch::Alarm, Properties: {AlarmActions: [!Ref Topic], "
            "OKActions: [!Ref Topic]}}"
        ),
        "AlarmActions/0",
        "cloudwatch",
        "${Key}, the key of Topic",
    ),
    "recovery": (
        "  Source: {Type: AWS::CloudWatch::CompositeAlarm, Properties: {OKActions: [!Ref Topic]}}",
        "OKActions/0",
        "cloudwatch",
        "${Key}, the key of Topic",
    ),
    "rule": (
        (
            "  Source: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt "
            "Queue.Arn}]}}"
        ),
        "Targets/0/Arn",
        "events",
        "alias/app, the key of Queue",
    ),
    "dead letters": (
        (
            "  Source: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !Ref Any, "
            "DeadLetterConfig: {Arn: !GetAtt Other.Arn}}]}}"
        ),
        "Targets/0/DeadLetterConfig/Arn",
        "events",
        "${Alias}, the key of Other",
    ),
    "bucket": (
        (
            "  Source: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: "
            "{QueueConfigurations: [{Event: x, Queue: !GetAtt Queue.Arn}]}}}"
        ),
        "NotificationConfiguration/QueueConfigurations/0/Queue",
        "s3",
        "alias/app, the key of Queue",
    ),
    "subscription": (
        (
            "  Source: {Type: AWS::SNS::Subscription, Properties: {Endpoint: !If [IsUsed, !GetAtt "
            "Queue.Arn, !Ref Any]}}"
        ),
        "Endpoint/Fn::If/1",
        "sns",
        "alias/app, the key of Queue",
    ),
    "database events": (
        "  Source: {Type: AWS::RDS::EventSubscription, Properties: {SnsTopicArn: !Ref Topic}}",
        "SnsTopicArn",
        "events.rds",
        "${Key}, the key of Topic",
    ),
}


def _closed(source: str, statement: str) -> list[tuple[str, str]]:
    resources = TARGETS.replace("STATEMENT", statement)
    return report(template(resources, source, ""), "W9536")


@pytest.mark.parametrize("name", SOURCES)
def test_a_service_that_the_key_does_not_name(name: str) -> None:
    body, path, service, shown = SOURCES[name]
    key, _, target = shown.partition(", the key of ")
    expected = [(f"Resources/Source/Properties/{path}", MESSAGE.format(service, key, target))]
    assert _closed(body, FOR.replace("X", "lambda")) == expected
    assert _closed(body, FOR.replace("X", service).replace("'kms:Decrypt', ", "")) == expected
    assert _closed(body, FOR.replace("X", service).replace("kms:Gen", "kms:Re")) == expected
    assert _closed(body, FOR.replace("X", service)) == []
    assert _closed(body, FOR.replace("X.amazonaws.com", "!Ref Any")) == []
    assert _closed(body, "Principal: '*', Action: kms:*") == []
    assert _closed(body, "Principal: {AWS: '*'}, Action: kms:*") == []
    assert _closed(body, "NotPrincipal: {AWS: x}, Action: kms:*") == []
    assert _closed(body, FOR.replace("X", service).replace("Action: [", "NotAction: [")) == []


def test_eventbridge_does_not_say_for_whom_it_publishes_to_a_topic() -> None:
    to_topic = SOURCES["rule"][0].replace("!GetAtt Queue.Arn", "!Ref Topic")
    condition = ", Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}"
    statement = FOR.replace("X", "events") + condition
    assert _closed(to_topic, statement) == [
        ("Resources/Source/Properties/Targets/0/Arn", MESSAGE.format("events", "${Key}", "Topic"))
    ]
    assert _closed(to_topic, statement.replace("Equals:", "EqualsIfExists:")) == []
    assert _closed(SOURCES["rule"][0], statement) == []
    assert _closed(SOURCES["alarm"][0], statement.replace("events.", "cloudwatch.")) == []


def test_eventbridge_with_a_role_needs_no_key_policy() -> None:
    body = SOURCES["rule"][0].replace("Id: a", "Id: a, RoleArn: !Ref Any")
    assert _closed(body, FOR.replace("X", "lambda")) == []
