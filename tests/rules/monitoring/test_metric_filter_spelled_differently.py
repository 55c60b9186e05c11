import pytest
from linting import report

HEAD = """
Parameters:
  Space: {Type: String, Default: App}
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Filter:
    Type: AWS::Logs::MetricFilter
    Properties:
      MetricTransformations: [{MetricNamespace: !Ref Space, MetricName: ErrorCount}]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: App, MetricName: ErrorsCount}}
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    "no metric filter makes App ErrorsCount; one makes App ErrorCount",
                ),
            ],
        ),
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: app, MetricName: ErrorCount}}
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    "no metric filter makes app ErrorCount; one makes App ErrorCount",
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: !Ref Space, MetricName: !If [Odd, Errorcount, ErrorCount]}
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName/Fn::If/1",
                    "no metric filter makes App Errorcount; one makes App ErrorCount",
                ),
            ],
        ),
        # The same, something quite different, AWS's own, not known.
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: App, MetricName: ErrorCount}}
""",
            [],
        ),
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: App, MetricName: Latency}}
""",
            [],
        ),
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/Logs, MetricName: ErrorCount}}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: !Ref Free, MetricName: ErrorsCount}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9875") == expected
