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
