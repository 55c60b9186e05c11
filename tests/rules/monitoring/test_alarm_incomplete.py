import pytest
from linting import report

HEAD = """
Parameters:
  Stat: {Type: String, Default: p101}
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {MetricName: x, Statistic: Sum, Period: 60}}
""",
            [
                (
                    "Resources/Alarm",
                    "Alarm has no Threshold; give one",
                ),
            ],
        ),
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {MetricName: x, Threshold: 1, Statistic: Sum}}
""",
            [
                (
                    "Resources/Alarm",
                    "Alarm has no Period; give one",
                ),
            ],
        ),
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {MetricName: x, Threshold: 1, Period: 60}}
""",
            [
                (
                    "Resources/Alarm",
                    "Alarm has neither Statistic nor ExtendedStatistic; give one",
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {MetricName: x, Threshold: 1, Period: 60, ExtendedStatistic: !Ref Stat}
""",
            [
                (
                    "Resources/Alarm/Properties/ExtendedStatistic",
                    (
                        "CloudWatch can't compute ExtendedStatistic p101 (parameter Stat); "
                        "give a percentile from p0 to p100, or a trimmed mean such as tm90"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      MetricName: x
      Threshold: !If [Odd, 1, !Ref 'AWS::NoValue']
      Period: 60
      Statistic: Sum
""",
            [
                (
                    "Resources/Alarm",
                    "Alarm has no Threshold; give one",
                ),
            ],
        ),
        # Complete, in each of its ways, or not known.
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {MetricName: x, Threshold: 1, Period: 60, Statistic: Sum}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {MetricName: x, Threshold: !Ref Free, Period: 60, ExtendedStatistic: p99.9}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {MetricName: x, Threshold: 0, Period: 60, ExtendedStatistic: 'TM(10%:90%)'}
""",
            [],
        ),
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Metrics: [{Id: a}], ThresholdMetricId: band}}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {MetricName: x, Threshold: 1, Period: 60, ExtendedStatistic: !Ref Free}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9869") == expected
