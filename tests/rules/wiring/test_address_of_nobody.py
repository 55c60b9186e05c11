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
        # Misspelled, also under a condition.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'http://workers.${AWS::StackName}.local:8081'}]
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
                    (
                        "workers.${AWS::StackName}.local has no "
                        "AWS::ServiceDiscovery::Service; compare the spelling"
                    ),
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
          Environment: [{Name: URL, Value: !If [Odd, !Sub 'werker.${AWS::StackName}.local', x]}]
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
                    (
                        "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0"
                        "/Value/Fn::If/1"
                    ),
                    (
                        "werker.${AWS::StackName}.local has no "
                        "AWS::ServiceDiscovery::Service; compare the spelling"
                    ),
                ),
            ],
        ),
        # Nobody registers.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'http://worker.${AWS::StackName}.local:8081'}]
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
""",
            [
                (
                    "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value",
                    (
                        "worker.${AWS::StackName}.local is Discovery, where no ECS service "
                        "registers; give the called service its ServiceRegistries"
                    ),
                ),
            ],
        ),
        # Found; in another namespace; a name of a parameter.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'http://worker.${AWS::StackName}.local:8081'}]
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
          Environment: [{Name: URL, Value: http://workers.example.com}]
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
          Environment: [{Name: URL, Value: !Sub 'http://${Free}.${AWS::StackName}.local'}]
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
        # It may be registered otherwise.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'http://worker.${AWS::StackName}.local:8081'}]
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
      ServiceRegistries: [{RegistryArn: !Ref Free}]
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
          Environment: [{Name: URL, Value: !Sub 'http://worker.${AWS::StackName}.local:8081'}]
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
  Instance: {Type: AWS::ServiceDiscovery::Instance}
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
          Environment: [{Name: URL, Value: !Sub 'http://extra.${AWS::StackName}.local'}]
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
  Record:
    Type: AWS::Route53::RecordSet
    Properties: {HostedZoneId: !GetAtt Namespace.HostedZoneId}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9706") == expected


def test_the_name_of_a_service_by_attribute() -> None:
    template = """
Resources:
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: in.local, Vpc: v}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties: {Name: worker, NamespaceId: !Ref Namespace}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - {Name: a, Environment: [{Name: URL, Value: !Sub 'http://${Discovery.Name}.in.local'}]}
  Caller: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task}}
  Worker:
    Type: AWS::ECS::Service
    Properties: {ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn}]}
"""
    place = "Resources/Task/Properties/ContainerDefinitions/0/Environment/0/Value"
    message = (
        "worker.in.local is Discovery, where no ECS service registers; give the called service "
        "its ServiceRegistries"
    )
    assert report(template, "E9706") == []
    unregistered = template.replace("[{RegistryArn: !GetAtt Discovery.Arn}]", "[]")
    assert report(unregistered, "E9706") == [(place, message)]
