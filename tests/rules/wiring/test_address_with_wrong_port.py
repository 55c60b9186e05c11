import pytest
from linting import report

HEAD = """
Parameters:
  Port: {Type: Number, Default: 8081}
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # A service in Cloud Map.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'http://worker.${AWS::StackName}.local:8080'}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.local', Vpc: v}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties: {Name: worker, NamespaceId: !Ref Namespace}
  WorkerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: worker, PortMappings: [{ContainerPort: 8081, Name: api}]}]
  WorkerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Worker:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref WorkerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref WorkerGroup]}}
      ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn}]
""",
            [
                (
                    "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value",
                    "Caller calls Worker at port 8080, which listens at 8081; use that port",
                ),
            ],
        ),
        # Service Connect: the alias's port.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: http://worker:8081}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  WorkerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: worker, PortMappings: [{ContainerPort: 8081, Name: api}]}]
  WorkerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Worker:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref WorkerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref WorkerGroup]}}
      ServiceConnectConfiguration:
        Enabled: true
        Services: [{PortName: api, ClientAliases: [{DnsName: worker, Port: 80}]}]
""",
            [
                (
                    "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value",
                    "Caller calls Worker at port 8081, which listens at 80; use that port",
                ),
            ],
        ),
        # A load balancer: the port of the scheme.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'http://${Balancer.DNSName}'}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: application, SecurityGroups: [!Ref WorkerGroup]}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {LoadBalancerArn: !Ref Balancer, Port: 443, Protocol: HTTPS}
  WorkerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
""",
            [
                (
                    "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value",
                    "Caller calls Balancer at port 80, which listens at 443; use that port",
                ),
            ],
        ),
        # A database: in a URL, beside the host, in a JSON secret.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment:
            - Name: URL
              Value: !If [Odd, !Sub 'postgresql://a@${Database.Endpoint.Address}:3306/x', x]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref Free], Engine: postgres}
""",
            [
                (
                    (
                        "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0"
                        "/Value/Fn::If/1"
                    ),
                    "Caller calls Database at port 3306, which listens at 5432; use that port",
                ),
            ],
        ),
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: x}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  Database: {Type: AWS::RDS::DBInstance, Properties: {Engine: mysql}}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment: {Variables: {DB_HOST: !GetAtt Database.Endpoint.Address, DB_PORT: !Ref Port}}
""",
            [
                (
                    "Resources/Function/Properties/Environment/Variables/DB_HOST",
                    "Function calls Database at port 8081, which listens at 3306; use that port",
                ),
            ],
        ),
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: x}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  DbGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: postgres}
  Url:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: !Sub '{"host":"${Database.Endpoint.Address}","port":"3306"}'}
  SecretTask:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Name: a, Secrets: [{Name: URL, ValueFrom: !Ref Url}]}]}
  Reader:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref SecretTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
""",
            [
                (
                    "Resources/SecretTask/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    "Reader calls Database at port 3306, which listens at 5432; use that port",
                ),
            ],
        ),
        # The right ones.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'http://worker.${AWS::StackName}.local:${Port}'}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.local', Vpc: v}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties: {Name: worker, NamespaceId: !Ref Namespace}
  WorkerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: worker, PortMappings: [{ContainerPort: 8081, Name: api}]}]
  WorkerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Worker:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref WorkerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref WorkerGroup]}}
      ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn}]
""",
            [],
        ),
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: http://worker}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  WorkerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: worker, PortMappings: [{ContainerPort: 8081, Name: api}]}]
  WorkerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Worker:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref WorkerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref WorkerGroup]}}
      ServiceConnectConfiguration:
        Enabled: true
        Services: [{PortName: api, ClientAliases: [{DnsName: worker, Port: 80}]}]
""",
            [],
        ),
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'https://${Balancer.DNSName}/a'}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: network, SecurityGroups: [!Ref WorkerGroup]}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties: {LoadBalancerArn: !Ref Balancer, Port: 443, Protocol: HTTPS}
  WorkerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
""",
            [],
        ),
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment:
            - Name: URL
              Value: !Sub 'postgresql://${Database.Endpoint.Address}:${Database.Endpoint.Port}/x'
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  DbGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: postgres}
""",
            [],
        ),
        # Not known, or no port at all.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !GetAtt Database.Endpoint.Address}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  DbGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: postgres}
""",
            [],
        ),
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub '${Database.Endpoint.Address}:${Free}'}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  DbGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: postgres}
""",
            [],
        ),
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'x://${Database.Endpoint.Address}:1'}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  DbGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: !Ref Free}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9707") == expected


@pytest.mark.parametrize(
    ("mapped", "port", "served"),
    [("!Ref Port", "8080", "8081"), ("!Ref Port", "8081", ""), ("!Ref Free", "8080", "")],
)
def test_a_parameter_gives_the_container_port(mapped: str, port: str, served: str) -> None:
    body = f"""
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - {{Name: a, Environment: [{{Name: URL, Value: 'http://worker.in.local:{port}'}}]}}
  Caller: {{Type: AWS::ECS::Service, Properties: {{TaskDefinition: !Ref CallerTask}}}}
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {{Name: in.local, Vpc: v}}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties: {{Name: worker, NamespaceId: !Ref Namespace}}
  WorkerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{{Name: worker, PortMappings: [{{ContainerPort: {mapped}}}]}}]
  Worker:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref WorkerTask
      ServiceRegistries: [{{RegistryArn: !GetAtt Discovery.Arn}}]
"""
    place = "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value"
    message = f"Caller calls Worker at port {port}, which listens at {served}; use that port"
    assert report(HEAD + body, "E9707") == ([(place, message)] if served else [])
