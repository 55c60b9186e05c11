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
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !GetAtt Cache.PrimaryEndPoint.Address}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  CacheGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - IpProtocol: tcp
          FromPort: 11211
          ToPort: 11211
          SourceSecurityGroupId: !Ref CallerGroup
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {Engine: valkey, SecurityGroupIds: [!Ref CacheGroup]}
""",
            [
                (
                    "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value",
                    (
                        "Caller has the address of Cache but can't reach it on TCP port 6379:"
                        " allow it out of the groups of Caller and into those of Cache"
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
          Environment: [{Name: URL, Value: !Sub 'redis://${Cache.RedisEndpoint.Address}:6379'}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  CacheGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt CacheGroup.GroupId
      IpProtocol: tcp
      FromPort: 6380
      ToPort: 6380
      SourceSecurityGroupId: !GetAtt CallerGroup.GroupId
  Cache:
    Type: AWS::ElastiCache::CacheCluster
    Properties: {Engine: redis, VpcSecurityGroupIds: [!GetAtt CacheGroup.GroupId]}
""",
            [
                (
                    "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value",
                    (
                        "Caller has the address of Cache but can't reach it on TCP port 6379:"
                        " allow it out of the groups of Caller and into those of Cache"
                    ),
                ),
            ],
        ),
        # The port from a parameter, the address under a condition.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !If [Odd, !GetAtt Cache.PrimaryEndPoint.Address, x]}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  CacheGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 6379, ToPort: 6379, SourceSecurityGroupId: !Ref CallerGroup}
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {Port: !Ref Port, SecurityGroupIds: [!Ref CacheGroup]}
""",
            [
                (
                    (
                        "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0"
                        "/Value/Fn::If/1"
                    ),
                    (
                        "Caller has the address of Cache but can't reach it on TCP port 8081:"
                        " allow it out of the groups of Caller and into those of Cache"
                    ),
                ),
            ],
        ),
        # Open, inline and separate.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !GetAtt Cache.PrimaryEndPoint.Address}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  CacheGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 6379, ToPort: 6379, SourceSecurityGroupId: !Ref CallerGroup}
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {Engine: redis, SecurityGroupIds: [!Ref CacheGroup]}
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
          Environment: [{Name: URL, Value: !GetAtt Cache.ConfigurationEndpoint.Address}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  CacheGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt CacheGroup.GroupId
      IpProtocol: tcp
      FromPort: 11211
      ToPort: 11211
      SourceSecurityGroupId: !GetAtt CallerGroup.GroupId
  Cache:
    Type: AWS::ElastiCache::CacheCluster
    Properties: {Engine: memcached, VpcSecurityGroupIds: [!Ref CacheGroup]}
""",
            [],
        ),
        # Not known.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !GetAtt Cache.PrimaryEndPoint.Address}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {Engine: redis, SecurityGroupIds: [!Ref Free]}
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
          Environment: [{Name: URL, Value: !GetAtt Cache.PrimaryEndPoint.Address}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  CacheGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {Engine: !Ref Free, SecurityGroupIds: [!Ref CacheGroup]}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9704") == expected
