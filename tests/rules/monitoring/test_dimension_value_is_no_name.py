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
      MetricName: RequestCount
      Dimensions: [{Name: LoadBalancer, Value: !Ref Balancer}]
""",
            [
                (
                    "Resources/Alarm/Properties/Dimensions/0/Value",
                    (
                        "dimension LoadBalancer is ${Balancer}, which is not what the metric "
                        "is published under; use !GetAtt Balancer.LoadBalancerFullName"
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
      Dimensions:
        - {Name: ClusterName, Value: !Ref Cluster}
        - {Name: ServiceName, Value: !If [Odd, !Ref Service, web]}
""",
            [
                (
                    "Resources/Alarm/Properties/Dimensions/1/Value/Fn::If/1",
                    (
                        "dimension ServiceName is ${Service}, which is not what the metric is"
                        " published under; use !GetAtt Service.Name"
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
      MetricName: NumberOfMessagesSent
      Dimensions: [{Name: QueueName, Value: !GetAtt Queue.Arn}]
""",
            [
                (
                    "Resources/Alarm/Properties/Dimensions/0/Value",
                    (
                        "dimension QueueName is ${Queue.Arn}, which is not what the metric is"
                        " published under; use !GetAtt Queue.QueueName"
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
      Dimensions: [{Name: ClusterName, Value: !Ref Service}]
""",
            [
                (
                    "Resources/Alarm/Properties/Dimensions/0/Value",
                    (
                        "dimension ClusterName is ${Service} of AWS::ECS::Service; it takes "
                        "AWS::ECS::Cluster"
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
        ["AWS/ECS", "CPUUtilization", "ClusterName", "${Cluster.Arn}"]]}}]}
""",
            [
                (
                    "Resources/Dashboard/Properties/DashboardBody",
                    (
                        "dimension ClusterName in widget 0 is ${Cluster.Arn}, which is not "
                        "what the metric is published under; use !Ref Cluster"
                    ),
                ),
            ],
        ),
        # The right ones, and what is not known.
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ECS
      MetricName: CPUUtilization
      Dimensions:
        - {Name: ClusterName, Value: !Ref Cluster}
        - {Name: ServiceName, Value: !GetAtt Service.Name}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: RequestCount
      Dimensions: [{Name: LoadBalancer, Value: !GetAtt Balancer.LoadBalancerFullName}]
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: RequestCount
      Dimensions:
        - {Name: LoadBalancer, Value: !Select [1, !Split [loadbalancer/, !Ref Balancer]]}
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/ApplicationELB
      MetricName: RequestCount
      Dimensions: [{Name: LoadBalancer, Value: !Ref Free}]
""",
            [],
        ),
        (
            """
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: App
      MetricName: RequestCount
      Dimensions: [{Name: LoadBalancer, Value: !Ref Balancer}]
""",
            [],
        ),
        (
            """
  Dashboard:
    Type: AWS::CloudWatch::Dashboard
    Properties:
      DashboardBody: !Sub >-
        {"widgets": [{"type": "metric", "properties": {"region": "x", "metrics": [
        ["AWS/ECS", "CPUUtilization", "ClusterName", "${Cluster}"]]}}]}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9861") == expected
