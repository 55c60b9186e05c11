import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Owner: {Type: String, Default: BucketOwnerEnforced}
"""
RESOURCES = """  Logs: {Type: AWS::S3::Bucket, Properties: {BODY}}
  Distribution:
    Type: AWS::CloudFront::Distribution
    Properties: {DistributionConfig: {Logging: {Bucket: !GetAtt Logs.DomainName}}}
"""
AT = "Resources/Distribution/Properties/DistributionConfig/Logging/Bucket"
MESSAGE = (
    "Logs has ACLs disabled, by which CloudFront writes logs; give it OwnershipControls with "
    "BucketOwnerPreferred"
)


def owned(owner: str) -> str:
    return f"OwnershipControls: {{Rules: [{{ObjectOwnership: {owner}}}]}}"


@pytest.mark.parametrize(
    "body",
    [
        owned("BucketOwnerEnforced"),
        owned("!Ref Owner"),
        owned("!If [IsUsed, BucketOwnerEnforced, ObjectWriter]"),
        (
            "OwnershipControls: !If [IsUsed, {Rules: [{ObjectOwnership: ObjectWriter}]}, "
            "!Ref AWS::NoValue]"
        ),
        "BucketName: logs",
    ],
)
def test_disabled(body: str) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9918") == [(AT, MESSAGE)]


@pytest.mark.parametrize(
    "body",
    [
        owned("BucketOwnerPreferred"),
        owned("ObjectWriter"),
        owned("!Ref Any"),
        "OwnershipControls: !Ref Any",
        "AccessControl: LogDeliveryWrite",
        "'Fn::Transform': {Name: AWS::Include}",
    ],
)
def test_enabled_or_not_known(body: str) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9918") == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("!Sub '${Logs}.s3.amazonaws.com'", [(AT, MESSAGE)]),
        ("!GetAtt Logs.RegionalDomainName", [(AT, MESSAGE)]),
        ("!If [IsUsed, !GetAtt Logs.DomainName, !Ref Any]", [(f"{AT}/Fn::If/1", MESSAGE)]),
        ("!Ref Any", []),
        ("logs.s3.amazonaws.com", []),
        ("!ImportValue logs", []),
    ],
)
def test_addresses(address: str, expected: list[tuple[str, str]]) -> None:
    named = RESOURCES.replace("!GetAtt Logs.DomainName", address)
    assert report(template(named, "BucketName: logs", PARAMETERS), "E9918") == expected
