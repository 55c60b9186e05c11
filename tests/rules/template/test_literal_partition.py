import pytest
from linting import report

HEAD = """
Parameters:
  Free: {Type: String, Default: 'arn:aws:iam::1:role/x'}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
      {ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess']}
""",
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns/0",
                    (
                        "arn:aws: is right in partition aws only; use arn:${AWS::Partition}: "
                        "in Fn::Sub"
                    ),
                ),
            ],
        ),
        (
            """
      {ManagedPolicyArns: [!If [Odd, !Sub 'arn:aws-cn:iam::aws:policy/${Free}', x]]}
""",
            [
                (
                    "Resources/Role/Properties/ManagedPolicyArns/0/Fn::If/1/Fn::Sub",
                    (
                        "arn:aws-cn: is right in partition aws-cn only; use "
                        "arn:${AWS::Partition}: in Fn::Sub"
                    ),
                ),
            ],
        ),
        # A pseudo parameter, a parameter's own text, not an ARN.
        (
            """
      ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/ReadOnlyAccess', !Ref Free]
      Description: 'arn:aws'
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "I9041") == expected
