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
  A: {Type: String, Default: a, AllowedValues: [a, B], AllowedPattern: '[a-z]'}
""",
            [
                (
                    "Parameters/A/AllowedValues/1",
                    "A offers 'B', which its AllowedPattern [a-z] does not match; mend either",
                ),
            ],
        ),
        (
            """
  A: {Type: String, Default: ab1, AllowedPattern: '^[a-z]+'}
""",
            [
                (
                    "Parameters/A/Default",
                    "A offers 'ab1', which its AllowedPattern ^[a-z]+ does not match; mend either",
                ),
            ],
        ),
        (
            """
  A: {Type: Number, Default: 5, AllowedValues: [5, 50], MaxValue: 10}
  B: {Type: Number, Default: 1, MinValue: 2}
""",
            [
                (
                    "Parameters/A/AllowedValues/1",
                    "A offers '50', which is outside its MaxValue 10; mend either",
                ),
                (
                    "Parameters/B/Default",
                    "B offers '1', which is outside its MinValue 2; mend either",
                ),
            ],
        ),
        (
            """
  A: {Type: String, Default: abc, MaxLength: 2}
  B: {Type: String, Default: a, AllowedValues: [a, abc], MinLength: 2}
""",
            [
                (
                    "Parameters/A/Default",
                    "A offers 'abc', which is outside its MaxLength 2; mend either",
                ),
                (
                    "Parameters/B/AllowedValues/0",
                    "B offers 'a', which is outside its MinLength 2; mend either",
                ),
                (
                    "Parameters/B/Default",
                    "B offers 'a', which is outside its MinLength 2; mend either",
                ),
            ],
        ),
        # All is well, or can't be told.
        (
            """
  A:
    Type: String
    Default: a
    AllowedValues: [a, b]
    AllowedPattern: '[a-z]'
    MinLength: 1
    MaxLength: 1
""",
            [],
        ),
        (
            """
  A: {Type: CommaDelimitedList, Default: 'a,B', AllowedPattern: '[a-z]'}
  B: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /x, AllowedPattern: '[a-z]'}
  C: {Type: String, Default: a, AllowedPattern: '[a'}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9039") == expected
