import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Acl: {Type: String, Default: Private}
  Service: {Type: String, Default: delivery.logs.amazonaws.com}
"""
RESOURCES = """  Logs: {Type: AWS::S3::Bucket, Properties: {BODY}}
  Other: {Type: AWS::S3::Bucket}
  Bucket:
    Type: AWS::S3::Bucket
    Properties: {LoggingConfiguration: {DestinationBucketName: !Ref Logs}}
"""
POLICY = """  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Logs
      PolicyDocument:
        Statement: [{Effect: Allow, Principal: PRINCIPAL, Action: s3:PutObject, Resource: '*'}]
"""
AT = "Resources/Bucket/Properties/LoggingConfiguration/DestinationBucketName"
MESSAGE = (
    "Logs does not let S3 write access logs; allow s3:PutObject for logging.s3.amazonaws.com in a "
    "bucket policy"
)


def found(body: str, more: str = "") -> list[tuple[str, str]]:
    return report(template(RESOURCES + more, body, PARAMETERS), "W9909")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("BucketName: logs", [(AT, MESSAGE)]),
        ("AccessControl: !Ref Acl", []),
        ("AccessControl: Private", [(AT, MESSAGE)]),
        ("AccessControl: !If [IsUsed, Private, !Ref AWS::NoValue]", [(AT, MESSAGE)]),
        ("AccessControl: LogDeliveryWrite", []),
        ("AccessControl: !If [IsUsed, LogDeliveryWrite, Private]", []),
        ("AccessControl: !Ref Any", []),
    ],
)
def test_acls(body: str, expected: list[tuple[str, str]]) -> None:
    assert found(body) == expected


@pytest.mark.parametrize(
    ("principal", "delivered"),
    [
        ("{Service: logging.s3.amazonaws.com}", True),
        ("{Service: [delivery.logs.amazonaws.com, logging.s3.amazonaws.com]}", True),
        ("{Service: delivery.logs.amazonaws.com}", False),
        ("{Service: !If [IsUsed, x.amazonaws.com, logging.s3.amazonaws.com]}", True),
        ("{Service: !Sub 'logging.s3.${AWS::URLSuffix}'}", True),
        ("{Service: !Ref Service}", True),
        ("'*'", True),
        ("!Ref Any", True),
    ],
)
def test_policies(principal: str, *, delivered: bool) -> None:
    policy = POLICY.replace("PRINCIPAL", principal)
    assert found("BucketName: logs", policy) == ([] if delivered else [(AT, MESSAGE)])


@pytest.mark.parametrize(
    ("policy", "delivered"),
    [
        (POLICY.replace("Effect: Allow", "Effect: Deny"), False),
        (POLICY.replace("!Ref Logs", "!Ref Other"), False),
        (POLICY.replace("!Ref Logs", "logs"), True),
        ("  X: {Type: Custom::Other}\n", False),
        ("  X: {Type: Company::S3::Policy::MODULE}\n", True),
        ("  X: {Type: Custom::Policy, Properties: {Bucket: !Ref Logs}}\n", True),
        ("  X: {Type: AWS::CloudFormation::Stack, Properties: {Parameters: [!Ref Logs]}}\n", True),
    ],
)
def test_who_else(policy: str, *, delivered: bool) -> None:
    policy = policy.replace("PRINCIPAL", "{Service: logging.s3.amazonaws.com}")
    assert found("BucketName: logs", policy) == ([] if delivered else [(AT, MESSAGE)])


def test_buckets_elsewhere() -> None:
    text = template(RESOURCES, "BucketName: logs").replace(
        "DestinationBucketName: !Ref Logs", "DestinationBucketName: !Ref Any"
    )
    assert report(text, "W9909") == []
