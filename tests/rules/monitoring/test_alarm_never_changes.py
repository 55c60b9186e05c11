import pytest
from linting import report

HEAD = """
Parameters:
  Limit: {Type: Number, Default: 0.8}
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
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      MetricName: CPUUtilization
      ComparisonOperator: GreaterThanThreshold
      Threshold: 100
      Statistic: Average
""",
            [
                (
                    "Resources/Alarm/Properties/Threshold",
                    (
                        "CPUUtilization GreaterThanThreshold 100: it is at most 100, so the "
                        "alarm never goes off; lower the threshold"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ECS
      MetricName: CPUUtilization
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: !Ref Limit
      Statistic: Average
""",
            [
                (
                    "Resources/Alarm/Properties/Threshold",
                    (
                        "CPUUtilization GreaterThanOrEqualToThreshold 0.8 (parameter Limit): "
                        "it is in percent, from 0 to 100; give the threshold in percent"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      MetricName: FreeableMemory
      ComparisonOperator: LessThanThreshold
      Threshold: !If [Odd, 256, 268435456]
      Statistic: Average
""",
            [
                (
                    "Resources/Alarm/Properties/Threshold/Fn::If/1",
                    (
                        "FreeableMemory LessThanThreshold 256: it is in bytes; give the "
                        "threshold in bytes"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: HTTPCode_Target_5XX_Count
      ComparisonOperator: GreaterThanThreshold
      Threshold: 5
      Statistic: Average
""",
            [
                (
                    "Resources/Alarm/Properties/Threshold",
                    (
                        "HTTPCode_Target_5XX_Count GreaterThanThreshold 5: its Average is "
                        "always 1, so the alarm never goes off; use Sum"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: HTTPCode_ELB_5XX_Count
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: 2
      Statistic: Maximum
""",
            [
                (
                    "Resources/Alarm/Properties/Threshold",
                    (
                        "HTTPCode_ELB_5XX_Count GreaterThanOrEqualToThreshold 2: its Maximum "
                        "is always 1, so the alarm never goes off; use Sum"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: HealthyHostCount
      ComparisonOperator: LessThanThreshold
      Threshold: 0
      Statistic: Average
""",
            [
                (
                    "Resources/Alarm/Properties/Threshold",
                    (
                        "HealthyHostCount LessThanThreshold 0: it is never below 0, so the "
                        "alarm never goes off; raise the threshold"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: HealthyHostCount
      ComparisonOperator: LessThanOrEqualToThreshold
      Threshold: -1
      Statistic: Average
""",
            [
                (
                    "Resources/Alarm/Properties/Threshold",
                    (
                        "HealthyHostCount LessThanOrEqualToThreshold -1: it is never below 0,"
                        " so the alarm never goes off; raise the threshold"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/SQS
      MetricName: ApproximateNumberOfMessagesVisible
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: 0
      Statistic: Average
""",
            [
                (
                    "Resources/Alarm/Properties/Threshold",
                    (
                        "ApproximateNumberOfMessagesVisible GreaterThanOrEqualToThreshold 0: "
                        "it is never below 0, so the alarm is always on; raise the threshold"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/Lambda
      MetricName: Duration
      ComparisonOperator: GreaterThanThreshold
      Threshold: 900000
      Statistic: Average
""",
            [
                (
                    "Resources/Alarm/Properties/Threshold",
                    (
                        "Duration GreaterThanThreshold 900000: it is at most 900000, so the "
                        "alarm never goes off; lower the threshold"
                    ),
                ),
            ],
        ),
        # It can change, or that is not known.
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      MetricName: CPUUtilization
      ComparisonOperator: GreaterThanThreshold
      Threshold: 99
      Statistic: Average
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      MetricName: CPUUtilization
      ComparisonOperator: GreaterThanOrEqualToThreshold
      Threshold: 100
      Statistic: Average
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ECS
      MetricName: CPUUtilization
      ComparisonOperator: GreaterThanThreshold
      Threshold: 120
      Statistic: Average
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      MetricName: FreeStorageSpace
      ComparisonOperator: LessThanThreshold
      Threshold: 10737418240
      Statistic: Average
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: HTTPCode_Target_5XX_Count
      ComparisonOperator: GreaterThanThreshold
      Threshold: 5
      Statistic: Sum
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: HTTPCode_Target_5XX_Count
      ComparisonOperator: GreaterThanThreshold
      Threshold: 0.5
      Statistic: Average
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: HealthyHostCount
      ComparisonOperator: LessThanOrEqualToThreshold
      Threshold: 0
      Statistic: Average
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: UnHealthyHostCount
      ComparisonOperator: GreaterThanThreshold
      Threshold: 0
      Statistic: Average
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      MetricName: CPUUtilization
      ComparisonOperator: GreaterThanThreshold
      Threshold: !Ref Free
      Statistic: Average
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: App
      MetricName: FreeDisk
      ComparisonOperator: LessThanThreshold
      Threshold: 0
      Statistic: Average
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/RDS
      MetricName: CPUUtilization
      ComparisonOperator: GreaterThanThreshold
      Threshold: 1000
      Statistic: Sum
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9863") == expected
