import pytest
from linting import report

HEAD = """
Parameters:
  Periods: {Type: Number, Default: 2000}
  Free: {Type: Number}
Conditions:
  Odd: !Equals [!Ref Free, '1']
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Period: 60, EvaluationPeriods: !Ref Periods}}
""",
            [
                (
                    "Resources/Alarm/Properties/EvaluationPeriods",
                    (
                        "2000 (parameter Periods) periods of 60 s are more than CloudWatch "
                        "evaluates (86400 s for this period); take fewer or longer ones"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Period: 3600, EvaluationPeriods: 169}}
""",
            [
                (
                    "Resources/Alarm/Properties/EvaluationPeriods",
                    (
                        "169 periods of 3600 s are more than CloudWatch evaluates (604800 s "
                        "for this period); take fewer or longer ones"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Period: 60, EvaluationPeriods: 3, DatapointsToAlarm: !If [Odd, 4, 3]}
""",
            [
                (
                    "Resources/Alarm/Properties/DatapointsToAlarm/Fn::If/1",
                    "DatapointsToAlarm 4 is above EvaluationPeriods 3; lower it",
                ),
            ],
        ),
        # Just in time, and not known.
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Period: 60, EvaluationPeriods: 1440, DatapointsToAlarm: 1440}
""",
            [],
        ),
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Period: 3600, EvaluationPeriods: 168}}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Period: !Ref Free, EvaluationPeriods: 100000, DatapointsToAlarm: !Ref Free}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9865") == expected
