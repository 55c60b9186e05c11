import pytest
from linting import report

HEAD = """
Parameters:
  Zero: {Type: Number, Default: 0}
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Filter:
    Type: AWS::Logs::MetricFilter
    Properties:
      MetricTransformations:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
        - {DefaultValue: !Ref Zero, Dimensions: [{Key: a, Value: $.a}]}
""",
            [
                (
                    "Resources/Filter/Properties/MetricTransformations/0/DefaultValue",
                    "DefaultValue and Dimensions can't stand together; leave one out",
                ),
            ],
        ),
        (
            """
        - {DefaultValue: 0, Dimensions: !If [Odd, [{Key: a, Value: $.a}], !Ref 'AWS::NoValue']}
""",
            [
                (
                    "Resources/Filter/Properties/MetricTransformations/0/DefaultValue",
                    "DefaultValue and Dimensions can't stand together; leave one out",
                ),
            ],
        ),
        # One of them, an empty list, never both, not known.
        (
            """
        - {DefaultValue: 0}
        - {Dimensions: [{Key: a, Value: $.a}]}
        - {DefaultValue: 0, Dimensions: []}
""",
            [],
        ),
        (
            """
        - DefaultValue: !If [Odd, 0, !Ref 'AWS::NoValue']
          Dimensions: !If [Odd, !Ref 'AWS::NoValue', [{Key: a, Value: $.a}]]
""",
            [],
        ),
        (
            """
        - {DefaultValue: 0, Dimensions: !ImportValue x}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9876") == expected
