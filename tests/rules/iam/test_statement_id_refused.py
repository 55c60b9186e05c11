import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Sid: {Type: String, Default: a b}
"""
RESOURCES = """  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Statement: [{Sid: One, Effect: Allow, Action: sqs:ListQueues, "
                "Resource: '*'}, {Sid: One, Effect: Allow, Action: sqs:ListQueues, "
                "Resource: '*'}]"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/1/Sid",
                    "The Sid One stands twice in one policy",
                )
            ],
        ),
        (
            ("Statement: [{Sid: read-it, Effect: Allow, Action: sqs:ListQueues, Resource: '*'}]"),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Sid",
                    "The Sid read-it may hold only letters and digits",
                )
            ],
        ),
        (
            ("Statement: [{Sid: !Ref Sid, Effect: Allow, Action: sqs:ListQueues, Resource: '*'}]"),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Sid",
                    "The Sid a b (parameter Sid) may hold only letters and digits",
                )
            ],
        ),
        (
            (
                "Statement: [{Sid: One, Effect: Allow, Action: sqs:ListQueues, "
                "Resource: '*'}, !If [IsUsed, {Sid: One, Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}, !Ref AWS::NoValue]]"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/1/Fn::If/1/Sid",
                    "The Sid One stands twice in one policy",
                )
            ],
        ),
        (
            (
                "Statement: [{Sid: One, Effect: Allow, Action: sqs:ListQueues, "
                "Resource: '*'}, {Sid: Two, Effect: Allow, Action: sqs:ListQueues, "
                "Resource: '*'}, {Effect: Allow, Action: sqs:ListQueues, Resource: "
                "'*'}, {Effect: Allow, Action: sqs:ListQueues, Resource: '*'}]"
            ),
            [],
        ),
        # alternatives
        (
            (
                "Statement: [!If [IsUsed, {Sid: One, Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}, {Sid: One, Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}]]"
            ),
            [],
        ),
        (
            (
                "Statement: [{Sid: !Ref Any, Effect: Allow, Action: sqs:ListQueues, "
                "Resource: '*'}, {Sid: !Ref Any, Effect: Allow, Action: "
                "sqs:ListQueues, Resource: '*'}]"
            ),
            [],
        ),
        # S3 takes spaces
        (
            (
                "Statement: []}\n"
                "  Bucket: {Type: AWS::S3::Bucket}\n"
                "  Other:\n"
                "    Type: AWS::S3::BucketPolicy\n"
                "    Properties:\n"
                "      Bucket: !Ref Bucket\n"
                "      PolicyDocument: {Statement: [{Sid: Deny plain text, Effect: "
                "Deny, Principal: '*', Action: 's3:*', Resource: !GetAtt Bucket.Arn}]"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9542") == expected
