import pytest
from linting import report

HEAD = """
Parameters:
  Insights: {Type: String, Default: disabled}
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: ECS/ContainerInsights
      MetricName: TaskCount
      Dimensions: [{Name: ClusterName, Value: !Ref Cluster}]
  Other:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/AutoScaling
      MetricName: GroupInServiceInstances
      Dimensions: [{Name: AutoScalingGroupName, Value: !If [Odd, !Ref Group, x]}]
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Cluster: {Type: AWS::ECS::Cluster}
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    "TaskCount has no data: Cluster does not switch containerInsights on",
                ),
            ],
        ),
        (
            """
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: {ClusterSettings: [{Name: containerInsights, Value: disabled}]}
""",
            [
                (
                    "Resources/Alarm/Properties/MetricName",
                    "TaskCount has no data: Cluster does not switch containerInsights on",
                ),
            ],
        ),
        (
            """
  Group: {Type: AWS::AutoScaling::AutoScalingGroup}
""",
            [
                (
                    "Resources/Other/Properties/MetricName",
                    "GroupInServiceInstances has no data: Group has no MetricsCollection",
                ),
            ],
        ),
        # Collected, perhaps collected, or not in the template.
        (
            """
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: {ClusterSettings: [{Name: containerInsights, Value: enhanced}]}
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: {MetricsCollection: [{Granularity: 1Minute}]}
""",
            [],
        ),
        (
            """
  Cluster:
    Type: AWS::ECS::Cluster
    Properties: {ClusterSettings: [{Name: containerInsights, Value: !Ref Insights}]}
""",
            [],
        ),
        (
            """
  Cluster:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterSettings: [!If [Odd, {Name: containerInsights, Value: enabled}, !Ref 'AWS::NoValue']]
""",
            [],
        ),
        (
            """
  Cluster: {Type: AWS::ECS::Cluster, Properties: {ClusterSettings: !ImportValue x}}
""",
            [],
        ),
        (
            """
  Unrelated: {Type: AWS::SNS::Topic}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9874") == expected
