import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Source: {Type: String, Default: aws.s3, AllowedValues: [aws.s3]}
"""
RESOURCES = """  Bucket:
    Type: AWS::S3::Bucket
    Properties: {SETTINGS}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: BODY
"""
PATH = "Resources/Rule/Properties/EventPattern"
NAMED = "BucketName: shop-uploads"
PATTERN = (
    "{source: [aws.s3], detail-type: [Object Created], detail: {bucket: {name: [!Ref Bucket]}}}"
)
MESSAGE = (
    "Bucket sends no events to EventBridge, so Rule never matches; give it EventBridgeConfiguration"
)
SWITCH = "NotificationConfiguration: {EventBridgeConfiguration: %s}"


def found(settings: str, pattern: str = PATTERN, more: str = "") -> list[tuple[str, str]]:
    text = template(RESOURCES.replace("SETTINGS", settings) + more, pattern, PARAMETERS)
    return report(text, "W9746")


@pytest.mark.parametrize(
    ("pattern", "inside"),
    [
        (PATTERN, "/detail/bucket/name/0"),
        (PATTERN.replace("!Ref Bucket", "shop-uploads"), "/detail/bucket/name/0"),
        (PATTERN.replace("[aws.s3]", "[!Ref Source]"), "/detail/bucket/name/0"),
        (
            PATTERN.replace("detail-type: [Object Created], ", ""),
            "/detail/bucket/name/0",
        ),
        (
            PATTERN.replace("!Ref Bucket", "!If [IsUsed, other, !Ref Bucket]"),
            "/detail/bucket/name/0/Fn::If/2",
        ),
        (
            """!Sub '{"source": ["aws.s3"], "detail-type": ["Object Created"],
            "detail": {"bucket": {"name": ["${Bucket}"]}}}'""",
            "",
        ),
    ],
)
def test_patterns(pattern: str, inside: str) -> None:
    assert found(NAMED, pattern) == [(PATH + inside, MESSAGE)]


@pytest.mark.parametrize(
    "settings",
    [
        SWITCH % "{EventBridgeEnabled: false}",
        SWITCH % "!If [IsUsed, {EventBridgeEnabled: true}, !Ref AWS::NoValue]",
        "NotificationConfiguration: {TopicConfigurations: []}",
    ],
)
def test_settings(settings: str) -> None:
    assert found(settings) == [(f"{PATH}/detail/bucket/name/0", MESSAGE)]


@pytest.mark.parametrize(
    "settings",
    [
        SWITCH % "{EventBridgeEnabled: true}",
        SWITCH % "{}",
        SWITCH % "{EventBridgeEnabled: !Ref Any}",
        "NotificationConfiguration: !Ref Any",
    ],
)
def test_switched_on_or_not_known(settings: str) -> None:
    assert found(settings) == []


@pytest.mark.parametrize(
    "pattern",
    [
        PATTERN.replace("aws.s3", "aws.ecr"),
        PATTERN.replace("aws.s3", "!Ref Any"),
        PATTERN.replace("Object Created", "AWS API Call via CloudTrail"),
        PATTERN.replace("!Ref Bucket", "other"),
        PATTERN.replace("!Ref Bucket", "!Ref Any"),
        PATTERN.replace("!Ref Bucket", "{prefix: shop-}"),
        PATTERN.replace("!Ref Bucket", "!GetAtt Bucket.Arn"),
        "!Ref Any",
    ],
)
def test_other_patterns(pattern: str) -> None:
    assert found(NAMED, pattern) == []


def test_custom_resource() -> None:
    more = "  Switch: {Type: Custom::Switch, Properties: {Bucket: !Ref Bucket}}\n"
    assert found(NAMED, more=more) == []
