import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Kind: {Type: String, Default: http, AllowedValues: [http, https]}
"""
RESOURCES = """  Topic:
    Type: AWS::SNS::Topic
    Properties: {Subscription: [{Protocol: BODY, Endpoint: !Ref Any}]}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Topic, Protocol: BODY, Endpoint: !Ref Any}
"""
PATHS = ("Subscription/Properties/Protocol", "Topic/Properties/Subscription/0/Protocol")
MESSAGE = "messages are delivered in plain text; use https"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("http", [(f"Resources/{path}", MESSAGE) for path in PATHS]),
        ("!Ref Kind", [(f"Resources/{path}", MESSAGE) for path in PATHS]),
        (
            "!If [IsUsed, https, http]",
            [(f"Resources/{path}/Fn::If/2", MESSAGE) for path in PATHS],
        ),
        ("https", []),
        ("sqs", []),
        ("!Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9907") == expected
