import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Act: {Type: String, Default: 'sns:Unsubscribe'}
"""
RESOURCES = """  Target: {Type: AWS::SNS::Topic}
  Policy:
    Type: AWS::SNS::TopicPolicy
    Properties:
      Topics: [!Ref Target]
      PolicyDocument:
        Statement:
          - {Effect: Deny, Principal: '*', Resource: !Ref Target, Action: BODY}
"""
QUEUE = (
    RESOURCES.replace("SNS::TopicPolicy", "SQS::QueuePolicy")
    .replace("SNS::Topic", "SQS::Queue")
    .replace("Topics", "Queues")
)
PLACE = "Resources/Policy/Properties/PolicyDocument/Statement/0/Action"


def _refused(action: str, path: str = "") -> tuple[str, str]:
    return (
        PLACE + path,
        f"the policy of a topic takes no {action}; name actions such as sns:Publish",
    )


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("sns:*", [_refused("sns:*")]),
        ("'*'", [_refused("*")]),
        ("SNS:CreateTopic", [_refused("SNS:CreateTopic")]),
        ("['sns:Publish', 'kms:Decrypt']", [_refused("kms:Decrypt", "/1")]),
        ("['kms:*']", [_refused("kms:*", "/0")]),
        (
            "!If [IsUsed, 'sns:ListTopics', 'sns:Publish']",
            [_refused("sns:ListTopics", "/Fn::If/1")],
        ),
        ("!Ref Act", [_refused("sns:Unsubscribe (parameter Act)")]),
        ("[sns:Publish, SNS:Subscribe, 'SNS:Receive', 'sns:TagResource']", []),
        ("!Ref Any", []),
        # Not sure that these are refused.
        ("sns:Get*", []),
        ("sns:Publis?", []),
    ],
)
def test_topics(action: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, action, PARAMETERS), "E9550") == expected


SEVEN = ", ".join(f"'sqs:Action{number}'" for number in range(7))


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (
            f"[{SEVEN}, !Ref Any]",
            [
                (
                    PLACE,
                    "statement 0 has 8 actions, a queue's takes at most 7; split it, or use sqs:*",
                )
            ],
        ),
        (f"[{SEVEN}]", []),
        (f"[{SEVEN}, !If [IsUsed, !Ref AWS::NoValue, !Ref AWS::NoValue]]", []),
        ("sqs:*", []),
        ("'*'", []),
        ("!Ref Any", []),
    ],
)
def test_queues(action: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(QUEUE, action, PARAMETERS), "E9550") == expected


def test_other_policies_take_every_action() -> None:
    bucket = RESOURCES.replace("AWS::SNS::TopicPolicy", "AWS::S3::BucketPolicy")
    assert report(template(bucket, "'*'", PARAMETERS), "E9550") == []
