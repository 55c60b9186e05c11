import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Name: {Type: String, Default: waf-logs}
"""
RESOURCES = """  Group: {Type: AWS::Logs::LogGroup, Properties: {BODY}}
  Bucket: {Type: AWS::S3::Bucket}
  Logging:
    Type: AWS::WAFv2::LoggingConfiguration
    Properties: {LogDestinationConfigs: [!If [IsUsed, !GetAtt Group.Arn, !Ref Any]]}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "LogGroupName: waf-logs",
            [
                (
                    "Resources/Logging/Properties/LogDestinationConfigs/0/Fn::If/1",
                    "Group is named waf-logs; AWS WAF writes only to names that begin with aws-waf-logs-",
                )
            ],
        ),
        (
            "LogGroupName: !Ref Name",
            [
                (
                    "Resources/Logging/Properties/LogDestinationConfigs/0/Fn::If/1",
                    "Group is named waf-logs (parameter Name); AWS WAF writes only to names that begin with aws-waf-logs-",
                )
            ],
        ),
        (
            "LogGroupName: !Sub 'logs-${AWS::StackName}'",
            [
                (
                    "Resources/Logging/Properties/LogDestinationConfigs/0/Fn::If/1",
                    "Group is named logs-${AWS::StackName}; AWS WAF writes only to names that begin with aws-waf-logs-",
                )
            ],
        ),
        (
            "RetentionInDays: 7",
            [
                (
                    "Resources/Logging/Properties/LogDestinationConfigs/0/Fn::If/1",
                    "Group is named a name of its own; AWS WAF writes only to names that begin with aws-waf-logs-",
                )
            ],
        ),
        (
            "LogGroupName: aws-waf-logs-app",
            [],
        ),
        (
            "LogGroupName: !Sub 'aws-waf-logs-${AWS::StackName}'",
            [],
        ),
        (
            "LogGroupName: !Sub 'aws-waf-${Any}'",
            [],
        ),
        (
            "LogGroupName: !Ref Any",
            [],
        ),
        (
            "LogGroupName: !Sub '${Any}-logs'",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9753") == expected


def test_a_bucket() -> None:
    bucket = RESOURCES.replace("!If [IsUsed, !GetAtt Group.Arn, !Ref Any]", "!GetAtt Bucket.Arn")
    assert report(template(bucket, "", PARAMETERS), "E9753") == [
        (
            "Resources/Logging/Properties/LogDestinationConfigs/0",
            (
                "Bucket is named a name of its own; AWS WAF writes only to names that begin with "
                "aws-waf-logs-"
            ),
        )
    ]
