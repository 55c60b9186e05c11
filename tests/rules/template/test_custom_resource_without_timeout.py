import pytest
from linting import report

HEAD = """
Parameters:
  Token: {Type: String}
  Seconds: {Type: Number}
Conditions:
  Odd: !Equals [!Ref Token, odd]
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Setup: {Type: Custom::Setup, Properties: {ServiceToken: !Ref Token}}
""",
            [
                (
                    "Resources/Setup",
                    (
                        "Setup has no ServiceTimeout, so a function that does not answer "
                        "holds the stack up for an hour; give one"
                    ),
                ),
            ],
        ),
        (
            """
  Setup:
    Type: AWS::CloudFormation::CustomResource
    Properties: {ServiceToken: x, ServiceTimeout: !If [Odd, 60, !Ref 'AWS::NoValue']}
""",
            [
                (
                    "Resources/Setup",
                    (
                        "Setup has no ServiceTimeout, so a function that does not answer "
                        "holds the stack up for an hour; give one"
                    ),
                ),
            ],
        ),
        # Given, be it unknown, or nothing of the kind.
        (
            """
  Setup: {Type: Custom::Setup, Properties: {ServiceToken: x, ServiceTimeout: !Ref Seconds}}
""",
            [],
        ),
        (
            """
  Topic: {Type: AWS::SNS::Topic}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "I9045") == expected
