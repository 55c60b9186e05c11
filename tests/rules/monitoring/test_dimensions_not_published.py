import pytest
from linting import report

HEAD = """
Parameters:
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
  Service: {Type: AWS::ECS::Service}
  Cluster: {Type: AWS::ECS::Cluster}
  Queue: {Type: AWS::SQS::Queue}
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
      MetricName: HealthyHostCount
      Dimensions: [{Name: LoadBalancer, Value: app/a/1}]
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    (
                        "AWS/ApplicationELB HealthyHostCount is published per LoadBalancer "
                        "with TargetGroup; give it"
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
      Dimensions: [{Name: ServiceName, Value: web}]
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    (
                        "AWS/ECS CPUUtilization is published per ClusterName or DiscoveryName"
                        " or TargetDiscoveryName; give one of these"
                    ),
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: ECS/ContainerInsights
      MetricName: RunningTaskCount
      Dimensions: [{Name: ClusterName, Value: main}]
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    (
                        "ECS/ContainerInsights RunningTaskCount is published per ClusterName "
                        "with ServiceName; give it"
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
      MetricName: CPUUtilization
      Dimensions: [{Name: DBInstanceId, Value: main}]
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    (
                        "AWS/RDS CPUUtilization has no dimension DBInstanceId; did you mean "
                        "DBInstanceIdentifier?"
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
      Dimensions: [{Name: ClusterName, Value: main}, {Name: InstanceId, Value: i-1}]
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    "AWS/ECS CPUUtilization has no dimension InstanceId",
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {Namespace: AWS/SQS, MetricName: NumberOfMessagesSent}
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    "AWS/SQS NumberOfMessagesSent is published per QueueName; give it",
                ),
            ],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: RequestCount
      Dimensions: !If [Odd, [], [{Name: LoadBalancer, Value: x}]]
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    (
                        "AWS/ApplicationELB RequestCount is published per LoadBalancer or "
                        "TargetGroup; give one of these"
                    ),
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
        ["AWS/ECS", "CPUUtilization", "ClusterName", "c", "ServiceName", "s"],
        ["...", "t"], ["ECS/ContainerInsights", "DesiredTaskCount", "ClusterName", "c"]]}}]}
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody",
                    (
                        "ECS/ContainerInsights DesiredTaskCount in widget 0 is published per "
                        "ClusterName with ServiceName; give it"
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
      Dimensions: !If
        - Odd
        - !Ref 'AWS::NoValue'
        - [{Name: TargetGroup, Value: x}, {Name: LoadBalancer, Value: !Ref Free}]
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    (
                        "AWS/ApplicationELB HealthyHostCount is published per LoadBalancer "
                        "with TargetGroup; give it"
                    ),
                ),
            ],
        ),
        # Published so, over everything, or not known.
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: HealthyHostCount
      Dimensions: [{Name: LoadBalancer, Value: a}, {Name: TargetGroup, Value: b}]
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
  Alarm: {Type: AWS::CloudWatch::Alarm, Properties: {Namespace: AWS/Lambda, MetricName: Errors}}
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
      Dimensions: [{Name: !Ref Free, Value: a}]
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
      Dimensions: !ImportValue x
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ECS
      MetricName: RequestCount
      Dimensions: [{Name: DiscoveryName, Value: web}]
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
      Dimensions: [{Name: ClusterName, Value: main}, {Name: SomethingNew, Value: x}]
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9862") == expected
