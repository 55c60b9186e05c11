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
        # A syslog server, whose health is at a port of its own.
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: TCP, HealthCheckProtocol: HTTP, HealthCheckPort: '2020'}
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
    Properties: {Protocol: HTTP, HealthCheckPort: '8080'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
""",
            [
                (
                    "Resources/Group/Properties/HealthCheckPort",
                    (
                        "HealthCheckPort 8080 is mapped by no container of Task, which maps "
                        "80; use traffic-port"
                    ),
                ),
            ],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPort: !Ref Port}
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
                    "Resources/Group/Properties/HealthCheckPort",
                    (
                        "HealthCheckPort 9090 (parameter Port) is mapped by no container of "
                        "Task, which maps 80; use traffic-port"
                    ),
                ),
            ],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPort: !If [Odd, 81, traffic-port]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
""",
            [
                (
                    "Resources/Group/Properties/HealthCheckPort/Fn::If/1",
                    (
                        "HealthCheckPort 81 is mapped by no container of Task, which maps 80;"
                        " use traffic-port"
                    ),
                ),
            ],
        ),
        # Mapped, the traffic port, another network mode, not known.
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPort: '81'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - {Name: web, PortMappings: [{ContainerPort: 80}, {ContainerPort: 81}]}
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPort: traffic-port}
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
    Properties: {Protocol: HTTP, HealthCheckPort: '8080'}
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
    Properties: {Protocol: HTTP, HealthCheckPort: '8080'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: !Ref Free}]}]
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPort: !Ref Free}
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
    assert report(HEAD + body, "W9709") == expected
