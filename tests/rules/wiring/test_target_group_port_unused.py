import pytest
from linting import report

HEAD = """
Parameters:
  Port: {Type: Number, Default: 9090}
  Path: {Type: String, Default: /ready}
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Group}]
  Service:
    Type: AWS::ECS::Service
    DependsOn: Listener
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers: [{ContainerName: web, ContainerPort: 80, TargetGroupArn: !Ref Group}]
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref TaskGroup]}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, Port: 8080}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
""",
            [
                (
                    "Resources/Group/Properties/Port",
                    "Port 8080 of Group is never used: ECS registers web at 80; state that port",
                ),
            ],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: TCP, Port: !Ref Port}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: network, SecurityGroups: [!Ref BalancerGroup]}
""",
            [
                (
                    "Resources/Group/Properties/Port",
                    (
                        "Port 9090 (parameter Port) of Group is never used: ECS registers web"
                        " at 80; state that port"
                    ),
                ),
            ],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, Port: !If [Odd, 81, 80]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
""",
            [
                (
                    "Resources/Group/Properties/Port/Fn::If/1",
                    "Port 81 of Group is never used: ECS registers web at 80; state that port",
                ),
            ],
        ),
        # The same, another network mode, not known.
        (
            """
  Group: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {Protocol: HTTP, Port: 80}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, Port: 8080}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: bridge
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, Port: !Ref Free}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "I9719") == expected
