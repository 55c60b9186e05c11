import pytest
from linting import report

HEAD = """
Parameters:
  Env: {Type: String, Default: dev}
Conditions:
  IsDev: !Equals [!Ref Env, dev]
Resources:
  Logs: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: !Sub '/ecs/${AWS::StackName}/web'}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Filter:
    Type: AWS::Logs::SubscriptionFilter
    Properties:
      LogGroupName: !Sub '/ecs/${AWS::StackName}/wep'
      FilterPattern: ''
      DestinationArn: x
""",
            [
                (
                    "Resources/Filter/Properties/LogGroupName",
                    (
                        "no AWS::Logs::LogGroup has the LogGroupName "
                        "/ecs/${AWS::StackName}/wep; use !Ref Logs"
                    ),
                ),
            ],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - LogConfiguration:
            Options: {awslogs-group: !If [IsDev, !Sub '/ecs/${AWS::StackName}/wep', !Ref Logs]}
""",
            [
                (
                    (
                        "Resources/Task/Properties/ContainerDefinitions/0/LogConfiguration/Op"
                        "tions/awslogs-group/Fn::If/1"
                    ),
                    (
                        "no AWS::Logs::LogGroup has the LogGroupName "
                        "/ecs/${AWS::StackName}/wep; use !Ref Logs"
                    ),
                ),
            ],
        ),
        (
            """
  Filter:
    Type: AWS::Logs::MetricFilter
    Properties:
      LogGroupName: !Sub '/ecs/${AWS::StackName}/${Env}'
      FilterPattern: ''
      MetricTransformations: []
""",
            [
                (
                    "Resources/Filter/Properties/LogGroupName",
                    (
                        "no AWS::Logs::LogGroup has the LogGroupName "
                        "/ecs/${AWS::StackName}/dev; use !Ref Logs"
                    ),
                ),
            ],
        ),
        # The cluster may turn out to have the name.
        (
            """
  Main: {Type: AWS::ECS::Cluster, Properties: {ClusterName: !Sub '${AWS::StackName}-${Env}'}}
  Service: {Type: AWS::ECS::Service, Properties: {Cluster: !Sub '${AWS::StackName}-cluster'}}
""",
            [],
        ),
        # The right name, no name of the stack's, a service's group, none of that kind, made by
        # the driver.
        (
            """
  Filter:
    Type: AWS::Logs::SubscriptionFilter
    Properties:
      LogGroupName: !Sub '/ecs/${AWS::StackName}/web'
      FilterPattern: ''
      DestinationArn: x
""",
            [],
        ),
        (
            """
  Filter:
    Type: AWS::Logs::SubscriptionFilter
    Properties: {LogGroupName: /other, FilterPattern: '', DestinationArn: x}
""",
            [],
        ),
        (
            """
  Filter:
    Type: AWS::Logs::SubscriptionFilter
    Properties:
      LogGroupName: !Sub '/aws/lambda/${AWS::StackName}-f'
      FilterPattern: ''
      DestinationArn: x
""",
            [],
        ),
        (
            """
  Service: {Type: AWS::ECS::Service, Properties: {Cluster: !Sub '${AWS::StackName}-cluster'}}
""",
            [],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - LogConfiguration:
            Options: {awslogs-group: !Sub '/x/${AWS::StackName}', awslogs-create-group: true}
""",
            [],
        ),
        # Another group may turn out to have the name.
        (
            """
  Other: {Type: AWS::Logs::LogGroup, Properties: {LogGroupName: !ImportValue name}}
  Filter:
    Type: AWS::Logs::SubscriptionFilter
    Properties:
      LogGroupName: !Sub '/ecs/${AWS::StackName}/wep'
      FilterPattern: ''
      DestinationArn: x
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9010") == expected
