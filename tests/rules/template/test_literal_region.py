import pytest
from linting import report

HEAD = """
Parameters:
  Place: {Type: String, Default: eu-west-1}
Conditions:
  Odd: !Equals [!Ref Place, odd]
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
      RedrivePolicy:
        deadLetterTargetArn: !Sub 'arn:${AWS::Partition}:sqs:eu-west-1:${AWS::AccountId}:dead'
""",
            [
                (
                    "Resources/Queue/Properties/RedrivePolicy/deadLetterTargetArn/Fn::Sub",
                    (
                        "arn:${AWS::Partition}:sqs:eu-west-1:${AWS::AccountId}: follows the "
                        "stack's account but stays in eu-west-1; use ${AWS::Region}"
                    ),
                ),
            ],
        ),
        (
            """
      RedrivePolicy:
        deadLetterTargetArn: !If [Odd, !Sub 'arn:aws:sqs:us-gov-west-1:${AWS::AccountId}:dead', x]
""",
            [
                (
                    (
                        "Resources/Queue/Properties/RedrivePolicy/deadLetterTargetArn/Fn::If/"
                        "1/Fn::Sub"
                    ),
                    (
                        "arn:aws:sqs:us-gov-west-1:${AWS::AccountId}: follows the stack's "
                        "account but stays in us-gov-west-1; use ${AWS::Region}"
                    ),
                ),
            ],
        ),
        # A template of several Regions means them.
        (
            """
      Tags:
        - {Key: a, Value: !Sub 'arn:aws:sqs:eu-west-1:${AWS::AccountId}:jobs'}
        - {Key: b, Value: !Sub 'arn:aws:sqs:us-west-2:${AWS::AccountId}:jobs'}
""",
            [],
        ),
        # The stack's Region, a parameter, another account, what CloudFront uses.
        (
            """
      RedrivePolicy:
        deadLetterTargetArn: !Sub 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:dead'
""",
            [],
        ),
        (
            """
      {RedrivePolicy: {deadLetterTargetArn: !Sub 'arn:aws:sqs:${Place}:${AWS::AccountId}:dead'}}
""",
            [],
        ),
        (
            """
      {RedrivePolicy: {deadLetterTargetArn: 'arn:aws:sqs:eu-west-1:123456789012:dead'}}
""",
            [],
        ),
        (
            """
      {KmsMasterKeyId: !Sub 'arn:aws:acm:us-east-1:${AWS::AccountId}:certificate/x'}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9042") == expected
