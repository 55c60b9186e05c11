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


@pytest.mark.parametrize(
    ("arn", "who"),
    [
        ("log-group:${Group}", "Group is named waf-logs"),
        ("log-group:${Group}:*", "Group is named waf-logs"),
        ("log-group:${Name}", "The destination is named waf-logs (parameter Name)"),
        ("log-group:/app/${Any}", "The destination is named /app/${Any}"),
        ("log-group:aws-waf-logs-${Any}", ""),
        ("log-group:aws-waf-${Any}", ""),
        ("log-group:${Any}", ""),
        ("${Any}", ""),
    ],
)
def test_an_arn_put_together(arn: str, who: str) -> None:
    whole = f"!Sub 'arn:${{AWS::Partition}}:logs:${{AWS::Region}}:${{AWS::AccountId}}:{arn}'"
    logging = RESOURCES.replace("!If [IsUsed, !GetAtt Group.Arn, !Ref Any]", whole)
    message = f"{who}; AWS WAF writes only to names that begin with aws-waf-logs-"
    place = "Resources/Logging/Properties/LogDestinationConfigs/0"
    assert report(template(logging, "LogGroupName: waf-logs", PARAMETERS), "E9753") == (
        [(place, message)] if who else []
    )


@pytest.mark.parametrize(
    ("arn", "who"),
    [
        ("!Sub 'arn:aws:s3:::${Bucket}'", "Bucket is named a name of its own"),
        ("!Sub 'arn:${AWS::Partition}:s3:::logs'", "The destination is named logs"),
        ("arn:aws:s3:::aws-waf-logs-x", ""),
        ("arn:aws:firehose:eu-west-1:1:deliverystream/x", "The destination is named x"),
        ("!ImportValue waf-logs", ""),
    ],
)
def test_destinations_elsewhere(arn: str, who: str) -> None:
    whole = arn if arn.startswith("!") else f"'{arn}'"
    logging = RESOURCES.replace("!If [IsUsed, !GetAtt Group.Arn, !Ref Any]", whole)
    found = report(template(logging, "", PARAMETERS), "E9753")
    message = f"{who}; AWS WAF writes only to names that begin with aws-waf-logs-"
    assert [text for _, text in found] == ([message] if who else [])
