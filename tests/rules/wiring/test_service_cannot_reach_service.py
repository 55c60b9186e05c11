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
        # Cloud Map, inline rule of another port.
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
  WorkerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: !Ref CallerGroup}
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
                        "Caller has the address of Worker but can't reach it on TCP port "
                        "8081: allow it out of the groups of Caller and into those of Worker"
                    ),
                ),
            ],
        ),
        # Cloud Map, separate rule from another group.
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
  Other: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt WorkerGroup.GroupId
      IpProtocol: tcp
      FromPort: 8081
      ToPort: 8081
      SourceSecurityGroupId: !GetAtt Other.GroupId
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
                        "Caller has the address of Worker but can't reach it on TCP port "
                        "8081: allow it out of the groups of Caller and into those of Worker"
                    ),
                ),
            ],
        ),
        # Service Connect: the container port must be open, not the alias's.
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
  WorkerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref CallerGroup}
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
                    (
                        "Caller has the address of Worker but can't reach it on TCP port "
                        "8081: allow it out of the groups of Caller and into those of Worker"
                    ),
                ),
            ],
        ),
        # A network load balancer with groups; the port of the scheme.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'https://${Balancer.DNSName}/x'}]
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
  WorkerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref CallerGroup}
""",
            [
                (
                    "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value",
                    (
                        "Caller has the address of Balancer but can't reach it on TCP port "
                        "443: allow it out of the groups of Caller and into those of Balancer"
                    ),
                ),
            ],
        ),
        # The address only under a condition, the port from a parameter.
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
              Value: !If [Odd, !Sub 'http://worker.${AWS::StackName}.local:${Port}', none]
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
  WorkerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: !Ref CallerGroup}
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
                        "Caller has the address of Worker but can't reach it on TCP port "
                        "8081: allow it out of the groups of Caller and into those of Worker"
                    ),
                ),
            ],
        ),
        # The way out is closed.
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
  WorkerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 8081, ToPort: 8081, SourceSecurityGroupId: !Ref CallerGroup}
  Rule:
    Type: AWS::EC2::SecurityGroupEgress
    Properties:
      GroupId: !GetAtt CallerGroup.GroupId
      IpProtocol: tcp
      FromPort: 443
      ToPort: 443
      DestinationSecurityGroupId: !GetAtt WorkerGroup.GroupId
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
                        "Caller has the address of Worker but can't reach it on TCP port "
                        "8081: allow it out of the groups of Caller and into those of Worker"
                    ),
                ),
            ],
        ),
        # Open: inline, separate, Service Connect, application load balancer.
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
  WorkerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 8000, ToPort: 8100, SourceSecurityGroupId: !Ref CallerGroup}
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
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt WorkerGroup.GroupId
      IpProtocol: tcp
      FromPort: 8081
      ToPort: 8081
      SourceSecurityGroupId: !GetAtt CallerGroup.GroupId
  Out:
    Type: AWS::EC2::SecurityGroupEgress
    Properties:
      GroupId: !GetAtt CallerGroup.GroupId
      IpProtocol: tcp
      FromPort: 8081
      ToPort: 8081
      DestinationSecurityGroupId: !GetAtt WorkerGroup.GroupId
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
          Environment: [{Name: URL, Value: http://worker:80}]
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
  WorkerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 8081, ToPort: 8081, SourceSecurityGroupId: !Ref CallerGroup}
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
          Environment: [{Name: URL, Value: !Sub 'https://${Balancer.DNSName}'}]
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
  WorkerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !Ref CallerGroup}
""",
            [],
        ),
        # Not known: the group, the address, the network.
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
  Worker:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref WorkerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref Free]}}
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
          Environment: [{Name: URL, Value: !Ref Free}]
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
      ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn}]
""",
            [],
        ),
        # Another name that only begins the same.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'http://worker.${AWS::StackName}.localhost:8081'}]
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
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9702") == expected


def test_a_namespace_for_each_stage() -> None:
    """A parameter with several values names the host and the namespace alike."""
    template = """
Parameters:
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
Resources:
  CallerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupEgress: [{IpProtocol: tcp, FromPort: OUT, ToPort: OUT, CidrIp: 10.0.0.0/16}]
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !Sub 'http://worker.${Stage}.local:8081'}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${Stage}.local', Vpc: v}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties: {Name: worker, NamespaceId: !Ref Namespace}
  WorkerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: worker, PortMappings: [{ContainerPort: 8081}]}]
  WorkerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 8081, ToPort: 8081, SourceSecurityGroupId: !Ref CallerGroup}
  Worker:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref WorkerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref WorkerGroup]}}
      ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn}]
"""
    found = report(template.replace("OUT", "8080"), "E9702")
    place = "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value"
    assert [path for path, _ in found] == [place]
    assert report(template.replace("OUT", "8081"), "E9702") == []


NAMED = """
Parameters:
  Domain: {Type: String, Default: shop.internal}
  Port: {Type: Number, Default: 8081}
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: caller, Environment: [{Name: URL, Value: VALUE}]}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Ref Domain, Vpc: v}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties: {Name: LABEL, DnsConfig: {NamespaceId: !Ref Namespace}}
  WorkerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: worker, PortMappings: [{ContainerPort: 8081}]}]
  WorkerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Entry:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt WorkerGroup.GroupId
      IpProtocol: tcp
      FromPort: OPEN
      ToPort: OPEN
      SourceSecurityGroupId: !GetAtt CallerGroup.GroupId
  Worker:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref WorkerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref WorkerGroup]}}
      ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn}]
"""
BY_NAME = "!Sub 'http://${Discovery.Name}.${Domain}:8081'"


@pytest.mark.parametrize(
    ("value", "inside"),
    [
        (BY_NAME, ""),
        ("!Join ['', ['http://', !GetAtt Discovery.Name, ., !Ref Domain, ':', !Ref Port]]", ""),
        (f"!If [Odd, x, {BY_NAME}]", "/Fn::If/2"),
    ],
)
@pytest.mark.parametrize("label", ["worker", "!Sub '${AWS::StackName}-worker'"])
def test_the_name_of_the_discovery_service_by_attribute(
    value: str, inside: str, label: str
) -> None:
    template = NAMED.replace("VALUE", value).replace("LABEL", label)
    place = f"Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value{inside}"
    message = (
        "Caller has the address of Worker but can't reach it on TCP port 8081: allow it out of "
        "the groups of Caller and into those of Worker"
    )
    assert set(report(template.replace("OPEN", "8080"), "E9702")) == {(place, message)}
    assert report(template.replace("OPEN", "8081"), "E9702") == []


@pytest.mark.parametrize("label", ["!ImportValue name", "!If [Odd, worker, x]"])
def test_a_name_by_attribute_that_is_not_known(label: str) -> None:
    template = NAMED.replace("VALUE", BY_NAME).replace("LABEL", label).replace("OPEN", "8080")
    assert report(template, "E9702") == []
