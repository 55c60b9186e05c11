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
    Properties: {Protocol: HTTP, HealthCheckPort: '9090'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - {Name: web, PortMappings: [{ContainerPort: 80}, {ContainerPort: 9090}]}
  BalancerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: application, SecurityGroups: [!Ref BalancerGroup]}
  TaskGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Ref BalancerGroup}
""",
            [
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfiguratio"
                        "n/SecurityGroups/0"
                    ),
                    "Balancer can't reach Service on TCP port 9090 to check its health; allow it",
                ),
            ],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: TCP, HealthCheckPort: !If [Odd, 9090, traffic-port]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
  BalancerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: network, SecurityGroups: [!Ref BalancerGroup]}
  TaskGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt TaskGroup.GroupId
      IpProtocol: tcp
      FromPort: 80
      ToPort: 80
      SourceSecurityGroupId: !GetAtt BalancerGroup.GroupId
""",
            [
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfiguratio"
                        "n/SecurityGroups/0"
                    ),
                    "Balancer can't reach Service on TCP port 9090 to check its health; allow it",
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
  BalancerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: application, SecurityGroups: [!Ref BalancerGroup]}
  TaskGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 9090
          ToPort: 9090
          SourceSecurityGroupId: !Ref BalancerGroup
  Rule:
    Type: AWS::EC2::SecurityGroupEgress
    Properties:
      GroupId: !GetAtt BalancerGroup.GroupId
      IpProtocol: tcp
      FromPort: 80
      ToPort: 80
      DestinationSecurityGroupId: !GetAtt TaskGroup.GroupId
""",
            [
                (
                    (
                        "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfiguratio"
                        "n/SecurityGroups/0"
                    ),
                    (
                        "Balancer can't reach Service on TCP port 9090 (parameter Port) to "
                        "check its health; allow it"
                    ),
                ),
            ],
        ),
        # Open, inline and separate; the container port is another rule's.
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPort: '9090'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
  BalancerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: application, SecurityGroups: [!Ref BalancerGroup]}
  TaskGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 80, ToPort: 9090, SourceSecurityGroupId: !Ref BalancerGroup}
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: TCP, HealthCheckPort: '9090'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
  BalancerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: network, SecurityGroups: [!Ref BalancerGroup]}
  TaskGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt TaskGroup.GroupId
      IpProtocol: tcp
      FromPort: 9090
      ToPort: 9090
      SourceSecurityGroupId: !GetAtt BalancerGroup.GroupId
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPort: '80'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
  BalancerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: application, SecurityGroups: [!Ref BalancerGroup]}
  TaskGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
""",
            [],
        ),
        # Not known: the port, the groups.
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
  BalancerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: application, SecurityGroups: [!Ref BalancerGroup]}
  TaskGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
""",
            [],
        ),
        (
            """
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {Protocol: HTTP, HealthCheckPort: '9090'}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}]
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: application, SecurityGroups: [!Ref Free]}
  TaskGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 9090, ToPort: 9090, CidrIp: 10.0.0.0/8}]
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9718") == expected
