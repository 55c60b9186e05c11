import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Address: {Type: String, Default: someone}
  Host: {Type: String}
"""
RESOURCES = """  Queue: {Type: AWS::SQS::Queue}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: t, BODY}
"""
PATH = "Resources/Subscription/Properties"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Protocol: https, Endpoint: 'http://a.example.com'",
            [
                (
                    f"{PATH}/Endpoint",
                    "Endpoint http://a.example.com does not begin with https://, as https needs",
                )
            ],
        ),
        (
            "Protocol: sqs, Endpoint: !If [IsUsed, 'https://sqs/1/q', !GetAtt Queue.Arn]",
            [
                (
                    f"{PATH}/Endpoint/Fn::If/1",
                    "Endpoint https://sqs/1/q does not begin with arn:, as sqs needs",
                )
            ],
        ),
        (
            "Protocol: email, Endpoint: !Ref Address",
            [
                (
                    f"{PATH}/Endpoint",
                    "Endpoint someone (parameter Address) is no email address",
                )
            ],
        ),
        (
            "Protocol: email, Endpoint: a@example.com, RawMessageDelivery: true",
            [
                (
                    f"{PATH}/RawMessageDelivery",
                    "RawMessageDelivery does not go with email; remove it",
                )
            ],
        ),
        (
            "Protocol: sqs, Endpoint: !GetAtt Queue.Arn, FilterPolicy: '[1]'",
            [(f"{PATH}/FilterPolicy", "FilterPolicy is no JSON object")],
        ),
        (
            "Protocol: sqs, Endpoint: !GetAtt Queue.Arn, FilterPolicy: '{kind: order}'",
            [(f"{PATH}/FilterPolicy", "FilterPolicy is no JSON object")],
        ),
        ("Protocol: sqs, Endpoint: !GetAtt Queue.Arn, FilterPolicy: '{\"a\": [1]}'", []),
        ("Protocol: sqs, Endpoint: !GetAtt Queue.Arn, FilterPolicy: {a: [1]}", []),
        ("Protocol: sqs, Endpoint: !GetAtt Queue.Arn, RawMessageDelivery: true", []),
        ("Protocol: https, Endpoint: !Sub 'https://${Host}/hook'", []),
        ("Protocol: https, Endpoint: !Sub '${Host}/hook'", []),
        ("Protocol: !Ref Any, Endpoint: a.example.com", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9905") == expected
