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
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://localhost:8080/health || exit 1']}
""",
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/HealthCheck/Command/1",
                    (
                        "the health check asks port 8080, but Task maps 80; ask the port that"
                        " the program listens at"
                    ),
                ),
            ],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, !Sub 'wget -q 127.0.0.1:${Port}/']}
""",
            [
                (
                    "Resources/Task/Properties/ContainerDefinitions/0/HealthCheck/Command/1",
                    (
                        "the health check asks port 9090, but Task maps 80; ask the port that"
                        " the program listens at"
                    ),
                ),
            ],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, !If [Odd, 'curl localhost:81', 'curl localhost']]}
""",
            [
                (
                    (
                        "Resources/Task/Properties/ContainerDefinitions/0/HealthCheck/Command"
                        "/1/Fn::If/1"
                    ),
                    (
                        "the health check asks port 81, but Task maps 80; ask the port that "
                        "the program listens at"
                    ),
                ),
            ],
        ),
        # Mapped, the default port, spoken of, not known.
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl http://localhost:80/']}
""",
            [],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl http://localhost/']}
""",
            [],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl http://localhost:8080/']}
          Environment: [{Name: ADMIN_PORT, Value: '8080'}]
""",
            [],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl http://localhost:8080/']}
          Command: [serve, '--port=8080']
""",
            [],
        ),
        (
            """
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
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: !Ref Free}]
          HealthCheck: {Command: [CMD-SHELL, 'curl http://localhost:8080/']}
""",
            [],
        ),
        (
            """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: 80}]
          HealthCheck: {Command: [CMD-SHELL, 'curl http://other:8080/']}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9710") == expected


BY_PARAMETER = """
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          PortMappings: [{ContainerPort: MAPPED}]
          Environment: [{Name: PORT, Value: !Ref Port}]
          HealthCheck: {Command: [CMD-SHELL, COMMAND]}
"""


@pytest.mark.parametrize("mapped", ["!Ref Port", "!If [Odd, 9091, !Ref Port]"])
def test_the_mapped_port_is_by_default_another(mapped: str) -> None:
    template = HEAD + BY_PARAMETER.replace("MAPPED", mapped)
    told = "9090" if "If" not in mapped else "9090, 9091"
    expected = (
        "Resources/Task/Properties/ContainerDefinitions/0/HealthCheck/Command/1",
        (
            f"the health check asks port 8080, but Task maps {told}; ask the port that the "
            "program listens at"
        ),
    )
    assert report(template.replace("COMMAND", "curl localhost:8080/ready"), "W9710") == [expected]
    same = template.replace("COMMAND", "!Sub 'curl localhost:${Port}/ready'")
    assert report(same, "W9710") == []
