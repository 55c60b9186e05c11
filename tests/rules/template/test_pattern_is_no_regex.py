import pytest
from linting import report

HEAD = """
Resources: {Topic: {Type: AWS::SNS::Topic}}
Parameters:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  A: {Type: String, AllowedPattern: '^[a-z'}
""",
            [
                (
                    "Parameters/A/AllowedPattern",
                    (
                        "AllowedPattern ^[a-z of A is no regular expression: unterminated "
                        "character set"
                    ),
                ),
            ],
        ),
        (
            """
  A: {Type: String, AllowedPattern: '(a|b'}
  B: {Type: String, AllowedPattern: 'a)'}
  C: {Type: String, AllowedPattern: '*a'}
  D: {Type: String, AllowedPattern: '[z-a]'}
""",
            [
                (
                    "Parameters/A/AllowedPattern",
                    (
                        "AllowedPattern (a|b of A is no regular expression: missing ), "
                        "unterminated subpattern"
                    ),
                ),
                (
                    "Parameters/B/AllowedPattern",
                    "AllowedPattern a) of B is no regular expression: unbalanced parenthesis",
                ),
                (
                    "Parameters/C/AllowedPattern",
                    "AllowedPattern *a of C is no regular expression: nothing to repeat",
                ),
                (
                    "Parameters/D/AllowedPattern",
                    "AllowedPattern [z-a] of D is no regular expression: bad character range z-a",
                ),
            ],
        ),
        # What Java takes, and no pattern at all.
        (
            """
  A: {Type: String, AllowedPattern: '^[\\\\w-\\\\+]+$'}
  B: {Type: String, AllowedPattern: '\\\\p{Alpha}+'}
  C: {Type: String, AllowedPattern: [x]}
  D: {Type: String}
  E: {Type: String, AllowedPattern: '^[a-z]+$'}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9038") == expected
