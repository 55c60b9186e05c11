import pytest
from linting import report

HEAD = """
Parameters:
  Code: {Type: String}
Conditions:
  Odd: !Equals [!Ref Code, odd]
Resources:
  Setup: {Type: Custom::Setup, Properties: {ServiceToken: !GetAtt Function.Arn}}
  Function:
    Type: AWS::Lambda::Function
    Properties:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
      {Code: {ZipFile: 'def handler(event, context): return 1'}}
""",
            [
                (
                    "Resources/Function/Properties/Code/ZipFile",
                    (
                        "Setup waits for an answer that this code never sends; use "
                        "cfnresponse or post to the event's ResponseURL"
                    ),
                ),
            ],
        ),
        (
            """
      Code:
        ZipFile: !If [Odd, 'exports.handler = async () => 1', 'const r = require("cfn-response")']
""",
            [
                (
                    "Resources/Function/Properties/Code/ZipFile/Fn::If/1",
                    (
                        "Setup waits for an answer that this code never sends; use "
                        "cfnresponse or post to the event's ResponseURL"
                    ),
                ),
            ],
        ),
        # It answers, or is not known.
        (
            """
      {Code: {ZipFile: 'import cfnresponse'}}
""",
            [],
        ),
        (
            """
      {Code: {ZipFile: 'urlopen(event["ResponseURL"])'}}
""",
            [],
        ),
        (
            """
      {Code: {ZipFile: !Ref Code}}
""",
            [],
        ),
        (
            """
      {Code: {S3Bucket: a, S3Key: b}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9044") == expected
