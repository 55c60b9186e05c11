import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Arn: {Type: String, Default: 'arn:aws:s3:::other/*'}
"""
RESOURCES = """  Bucket: {Type: AWS::S3::Bucket, Properties: {BucketName: app-logs}}
  Other: {Type: AWS::S3::Bucket}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {AWS: !Ref AWS::AccountId}, BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Action: s3:GetObject, Resource: !GetAtt Bucket.Arn",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    "s3:GetObject does not apply to ${Bucket.Arn}; objects are <bucket>/*",
                )
            ],
        ),
        (
            "Action: s3:ListBucket, Resource: !Sub '${Bucket.Arn}/*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    "s3:ListBucket does not apply to ${Bucket.Arn}/*; objects are <bucket>/*",
                )
            ],
        ),
        (
            "Action: s3:GetObject, Resource: 'arn:aws:s3:::app-log/*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "arn:aws:s3:::app-log/* is not of the bucket ${Bucket}, whose policy this is",
                )
            ],
        ),
        (
            "Action: s3:GetObject, Resource: !Sub '${Other.Arn}/*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    "${Other.Arn}/* is not of the bucket ${Bucket}, whose policy this is",
                )
            ],
        ),
        (
            (
                "Action: s3:GetObject, Resource: !If [IsUsed, !Sub '${Bucket.Arn}/*', "
                "!GetAtt Bucket.Arn]"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    "s3:GetObject does not apply to ${Bucket.Arn}; objects are <bucket>/*",
                )
            ],
        ),
        (
            "Action: s3:GetObject, Resource: !Ref Arn",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    (
                        "arn:aws:s3:::other/* (parameter Arn) is not of the bucket ${Bucket}, "
                        "whose policy this is"
                    ),
                )
            ],
        ),
        (
            (
                "Action: [s3:GetObject, s3:ListBucket], Resource: [!GetAtt Bucket.Arn, "
                "'arn:aws:s3:::app-logs/*']"
            ),
            [],
        ),
        ("Action: s3:GetObject, Resource: !Ref Any", []),
        ("Action: 's3:Get*', Resource: !GetAtt Bucket.Arn", []),
        (
            "Action: 's3:GetObject*', Resource: !GetAtt Bucket.Arn",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Action",
                    "s3:GetObject* does not apply to ${Bucket.Arn}; objects are <bucket>/*",
                )
            ],
        ),
        ("Action: s3:GetObject, Resource: !Sub 'arn:aws:s3:::${Bucket}/*'", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9530") == expected
