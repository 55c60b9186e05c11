import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Who: {Type: String, Default: events.amazonaws.com}
"""
RESOURCES = """  Queue: {Type: AWS::SQS::Queue}
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Statement:
          - {Effect: Allow, Action: sqs:SendMessage, Resource: !GetAtt Queue.Arn, BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Principal: {Service: sns.amazonaws.com}",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Principal/Service",
                    (
                        "sns.amazonaws.com may use this for any account; add a Condition on "
                        "aws:SourceArn or aws:SourceAccount"
                    ),
                )
            ],
        ),
        (
            "Principal: {Service: !Ref Who}",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Principal/Service",
                    (
                        "events.amazonaws.com (parameter Who) may use this for any account; "
                        "add a Condition on aws:SourceArn or aws:SourceAccount"
                    ),
                )
            ],
        ),
        (
            (
                "Principal: {Service: s3.amazonaws.com}, Condition: !If [IsUsed, "
                "{ArnEquals: {'aws:SourceArn': x}}, !Ref AWS::NoValue]"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Principal/Service",
                    (
                        "s3.amazonaws.com may use this for any account; add a Condition on "
                        "aws:SourceArn or aws:SourceAccount"
                    ),
                )
            ],
        ),
        (
            (
                "Principal: {Service: s3.amazonaws.com}, Condition: {Bool: "
                "{'aws:SecureTransport': true}}"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Principal/Service",
                    (
                        "s3.amazonaws.com may use this for any account; add a Condition on "
                        "aws:SourceArn or aws:SourceAccount"
                    ),
                )
            ],
        ),
        (
            (
                "Principal: {Service: s3.amazonaws.com}, Condition: {StringEquals: "
                "{'aws:SourceAccount': !Ref AWS::AccountId}}"
            ),
            [],
        ),
        ("Principal: {AWS: !Ref AWS::AccountId}", []),
        ("Principal: {Service: !Ref Any}", []),
        ("Principal: {Service: s3.amazonaws.com}, Condition: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9540") == expected
