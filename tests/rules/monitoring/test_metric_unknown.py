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
    Properties: {Namespace: AWS/ApplicationELB, MetricName: !Ref Name}
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    (
                        "AWS/ApplicationELB has no metric UnhealthyHostCount; did you mean "
                        "UnHealthyHostCount?"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: AWS/ECS, MetricName: !If [Odd, RunningTaskCount, CPUUtilization]}
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName/Fn::If/1",
                    (
                        "AWS/ECS has no metric RunningTaskCount; did you mean namespace "
                        "ECS/ContainerInsights?"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: AWS/ALB, MetricName: RequestCount}
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    (
                        "AWS/ALB has no metric RequestCount; did you mean namespace "
                        "AWS/ApplicationELB?"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: AWS/ApplicationELB, MetricName: HealthyHosts}
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    (
                        "AWS/ApplicationELB has no metric HealthyHosts; did you mean "
                        "HealthyHostCount?"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Metrics: [{Id: m, MetricStat: {Metric: {Namespace: AWS/RDS, MetricName: CPUUtilisation}}}]
""",
            [
                (
                    "Resources/Alarm/Properties/Metrics/0/MetricStat/Metric/MetricName",
                    "AWS/RDS has no metric CPUUtilisation; did you mean CPUUtilization?",
                ),
            ],
        ),
        (
            """
  Dashboard:
    Type: AWS::CloudWatch::Dashboard
    Properties:
      DashboardBody: !Sub >-
        {"widgets": [{"type": "metric", "properties": {"region": "x", "metrics": [
        ["AWS/ApplicationELB", "RequestCount"], [".", "HTTPCode_Target_5XX"]]}}]}
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody",
                    (
                        "AWS/ApplicationELB has no metric HTTPCode_Target_5XX in widget 0; "
                        "did you mean HTTPCode_Target_5XX_Count?"
                    ),
                ),
            ],
        ),
        (
            """
  Policy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      TargetTrackingScalingPolicyConfiguration:
        CustomizedMetricSpecification:
          Namespace: AWS/SQS
          MetricName: ApproximateNumberOfMessageVisible
""",
            [
                (
                    (
                        "Resources/Policy/Properties/TargetTrackingScalingPolicyConfiguration"
                        "/CustomizedMetricSpecification/MetricName"
                    ),
                    (
                        "AWS/SQS has no metric ApproximateNumberOfMessageVisible; did you "
                        "mean ApproximateNumberOfMessagesVisible?"
                    ),
                ),
            ],
        ),
        # It exists, may be new, is somebody's own, or is not known.
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
    Properties: {Namespace: AWS/RDS, MetricName: QuantumFluctuation}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: App, MetricName: UnhealthyHostCount}
""",
            [],
        ),
        (
            """
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/RDS, MetricName: !Ref Free}}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: !Ref Free, MetricName: UnhealthyHostCount}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9860") == expected
