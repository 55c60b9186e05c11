import pytest
from linting import report

HEAD = """
Parameters:
  Name: {Type: String, Default: UnhealthyHostCount}
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
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: TargetResponseTime
      Unit: Milliseconds
""",
            [
                (
                    "Resources/Alarm/Properties/Unit",
                    "TargetResponseTime is published in Seconds, not Milliseconds; leave Unit out",
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      MetricName: FreeStorageSpace
      Unit: !If [Odd, Gigabytes, Bytes]
""",
            [
                (
                    "Resources/Alarm/Properties/Unit/Fn::If/1",
                    "FreeStorageSpace is published in Bytes, not Gigabytes; leave Unit out",
                ),
            ],
        ),
        # The right one, none, one's own, not known.
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: AWS/RDS, MetricName: CPUUtilization, Unit: Percent}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: AWS/RDS, MetricName: CPUUtilization}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: App, MetricName: Latency, Unit: Milliseconds}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: AWS/RDS, MetricName: CPUUtilization, Unit: !Ref Free}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: AWS/RDS, MetricName: !Ref Free, Unit: Bytes}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9864") == expected
