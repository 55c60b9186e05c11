import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Prefix: {Type: String, AllowedValues: [bucket-], Default: bucket-}
"""
RESOURCES = """  Bucket: {Type: AWS::S3::Bucket}
  Key: {Type: AWS::KMS::Key}
  Topic: {Type: AWS::SNS::Topic}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: 'x:y', Resource: BODY}]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "!Ref Bucket",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "${Bucket} is not an ARN: Ref of Bucket is its name or id; use GetAtt Arn",
                )
            ],
        ),
        (
            "!Sub '${Bucket}/*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "${Bucket}/* is not an ARN: Ref of Bucket is its name or id; use GetAtt Arn",
                )
            ],
        ),
        (
            "!Ref Key",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "${Key} is not an ARN: Ref of Key is its name or id; use GetAtt Arn",
                )
            ],
        ),
        (
            "!Sub '${AWS::StackName}-bucket'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "${AWS::StackName}-bucket is not an ARN; it begins with arn:",
                )
            ],
        ),
        (
            "!Sub 'bucket-${AWS::Region}'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "bucket-${AWS::Region} is not an ARN; it begins with arn:",
                )
            ],
        ),
        (
            "!Sub 'arn:aws:s3::${AWS::StackName}'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "arn:aws:s3::${AWS::StackName} has 5 fields, an ARN has 6",
                )
            ],
        ),
        (
            "!If [IsUsed, !Ref Bucket, !GetAtt Bucket.Arn]",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource/Fn::If/1",
                    "${Bucket} is not an ARN: Ref of Bucket is its name or id; use GetAtt Arn",
                )
            ],
        ),
        (
            "!Join ['', [!Ref Prefix, !Ref 'AWS::Region']]",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "bucket-${AWS::Region} is not an ARN; it begins with arn:",
                )
            ],
        ),
        ("!GetAtt Bucket.Arn", []),
        ("!Sub 'arn:${AWS::Partition}:s3:::${Bucket}/*'", []),
        ("!Ref Topic", []),
        ("!Ref Any", []),
        ("!Sub '${Any}/*'", []),
        ("!Sub '${AWS::StackId}*'", []),
        ("!Sub 'arn:aws:s3:::${Any}'", []),
        ("'*'", []),
        ("!Sub 'arn:aws:logs:*'", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9538") == expected
