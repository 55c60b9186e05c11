import pytest
from linting import report
from snippets import template

RESOURCES = """  Bucket: {Type: AWS::S3::Bucket}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement: BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            ("[{Effect: Allow, Principal: {AWS: !Ref Any}, Action: s3:GetObject, Resource: '*'}]"),
            [
                (
                    "Resources/Policy",
                    (
                        "Policy accepts requests without TLS; deny those whose "
                        "aws:SecureTransport is false"
                    ),
                )
            ],
        ),
        (
            (
                "[!If [IsUsed, {Effect: Deny, Principal: '*', Action: 's3:*', "
                "Resource: '*'}, !Ref AWS::NoValue]]"
            ),
            [
                (
                    "Resources/Policy",
                    (
                        "Policy accepts requests without TLS; deny those whose "
                        "aws:SecureTransport is false"
                    ),
                )
            ],
        ),
        (
            (
                "[{Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*', "
                "Condition: {Bool: {'aws:SecureTransport': !Ref Any}}}]"
            ),
            [],
        ),
        ("!Ref AWS::NoValue", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body), "I9531") == expected
