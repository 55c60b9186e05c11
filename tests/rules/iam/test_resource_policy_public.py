import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Who: {Type: String, Default: '*'}
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
            "Principal: '*'",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Principal",
                    "Policy allows everybody sqs:SendMessage; name who may, or add a Condition",
                )
            ],
        ),
        (
            "Principal: {AWS: !Ref Who}",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Principal/AWS",
                    "Policy allows everybody sqs:SendMessage; name who may, or add a Condition",
                )
            ],
        ),
        (
            "Principal: {AWS: !If [IsUsed, '*', '123456789012']}",
            [
                (
                    (
                        "Resources/Policy/Properties/PolicyDocument/Statement/0/Principal/AWS/Fn"
                        "::If/1"
                    ),
                    "Policy allows everybody sqs:SendMessage; name who may, or add a Condition",
                )
            ],
        ),
        (
            "Principal: '*', Condition: {Bool: {'aws:SecureTransport': true}}",
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Principal",
                    "Policy allows everybody sqs:SendMessage; name who may, or add a Condition",
                )
            ],
        ),
        ("Principal: '*', Condition: {ArnEquals: {'aws:SourceArn': !Ref Any}}", []),
        # Only through the access points of an account.
        (
            "Principal: '*', Condition: {StringEquals: {'s3:DataAccessPointAccount': !Ref Any}}",
            [],
        ),
        ("Principal: {AWS: !Ref AWS::AccountId}", []),
        ("Principal: {AWS: !Ref Any}", []),
        ("Principal: '*', Condition: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9527") == expected


BUS = """  Policy:
    Type: AWS::Events::EventBusPolicy
    Properties: {StatementId: a, Statement: {Effect: Allow, Action: 'events:PutEvents', BODY}}
"""


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        ("Principal: '*'", True),
        ("Principal: {AWS: !Sub 'arn:aws:iam::${AWS::AccountId}:root'}", False),
        ("Principal: '*', Condition: {StringEquals: {'aws:PrincipalOrgID': !Ref Any}}", False),
    ],
)
def test_event_buses(body: str, seen: bool) -> None:  # noqa: FBT001 - a table's column
    message = "Policy allows everybody events:PutEvents; name who may, or add a Condition"
    found = report(template(BUS, body), "W9527")
    assert [text for _, text in found] == ([message] if seen else [])


@pytest.mark.parametrize(
    ("body", "end"),
    [
        ("Principal: '*'", ""),
        ("Principal: !If [IsUsed, '*', '123456789012']", "/Fn::If/1"),
        ("Principal: '123456789012'", None),
        ("Principal: !Ref Any", None),
        (
            "Principal: '*', Condition: {Type: StringEquals, Key: aws:PrincipalOrgID, Value: o}",
            None,
        ),
    ],
)
def test_event_buses_without_a_statement(body: str, end: str | None) -> None:
    bus = """  Policy:
    Type: AWS::Events::EventBusPolicy
    Properties: {StatementId: a, Action: 'events:PutEvents', BODY}
"""
    message = "Policy allows everybody events:PutEvents; name who may, or add a Condition"
    found = [(f"Resources/Policy/Properties/Principal{end}", message)] if end is not None else []
    assert report(template(bus, body), "W9527") == found
