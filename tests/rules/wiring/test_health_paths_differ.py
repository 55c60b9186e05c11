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
    Properties: {Protocol: HTTP, HealthCheckPath: /healthz}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://localhost/health || exit 1']}
""",
            [
                (
                    "Resources/Group/Properties/HealthCheckPath",
                    (
                        "Group asks web for /healthz, its own health check for /health; use "
                        "one path for both"
                    ),
                ),
            ],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPath: !Ref Path}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://127.0.0.1:80/health?x=1']}
""",
            [
                (
                    "Resources/Group/Properties/HealthCheckPath",
                    (
                        "Group asks web for /ready (parameter Path), its own health check for"
                        " /health; use one path for both"
                    ),
                ),
            ],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPath: !If [Odd, /a, /b]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://localhost/b']}
""",
            [
                (
                    "Resources/Group/Properties/HealthCheckPath/Fn::If/1",
                    "Group asks web for /a, its own health check for /b; use one path for both",
                ),
            ],
        ),
        # The same, another port, no path, not known.
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPath: /health/}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://localhost/health']}
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPath: /healthz, HealthCheckPort: '81'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://localhost/health']}
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPath: /healthz}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://localhost:81/health']}
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPath: /healthz}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://localhost']}
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckIntervalSeconds: 9}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://localhost/health']}
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPath: !Ref Free}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://localhost/health']}
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPath: /healthz}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, !Ref Free]}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9711") == expected
