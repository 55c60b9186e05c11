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
        # The engine's port, inline.
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
  DbGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 3306, ToPort: 3306, SourceSecurityGroupId: !Ref CallerGroup}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: postgres}
""",
            [
                (
                    "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value",
                    (
                        "Caller has the address of Database but can't reach it on TCP port "
                        "5432: allow it out of the groups of Caller and into those of "
                        "Database"
                    ),
                ),
            ],
        ),
        # A port of its own, a separate rule, a cluster.
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
              Value: !Sub 'mysql://${Database.Endpoint.Address}:${Database.Endpoint.Port}/x'
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  DbGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt DbGroup.GroupId
      IpProtocol: tcp
      FromPort: 3306
      ToPort: 3306
      SourceSecurityGroupId: !GetAtt CallerGroup.GroupId
  Database:
    Type: AWS::RDS::DBCluster
    Properties: {Engine: aurora-mysql, Port: 3307, VpcSecurityGroupIds: [!GetAtt DbGroup.GroupId]}
""",
            [
                (
                    "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value",
                    (
                        "Caller has the address of Database but can't reach it on TCP port "
                        "3307: allow it out of the groups of Caller and into those of "
                        "Database"
                    ),
                ),
            ],
        ),
        # Through a secret.
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
  DbGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 5433, ToPort: 5433, SourceSecurityGroupId: !Ref CallerGroup}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: postgres}
  Url:
    Type: AWS::SecretsManager::Secret
    Properties: {SecretString: !Sub '{"host":"${Database.Endpoint.Address}","port":5432}'}
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
                    (
                        "Reader has the address of Database but can't reach it on TCP port "
                        "5432: allow it out of the groups of Reader and into those of "
                        "Database"
                    ),
                ),
            ],
        ),
        # Through a secret that is attached to the database.
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
  DbGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 5433, ToPort: 5433, SourceSecurityGroupId: !Ref CallerGroup}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: postgres}
  Url: {Type: AWS::SecretsManager::Secret, Properties: {SecretString: '{}'}}
  SecretTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions: [{Name: a, Secrets: [{Name: URL, ValueFrom: !Sub '${Url}:host::'}]}]
  Reader:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref SecretTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  Attachment:
    Type: AWS::SecretsManager::SecretTargetAttachment
    Properties: {SecretId: !Ref Url, TargetId: !Ref Database}
""",
            [
                (
                    "Resources/SecretTask/Properties/ContainerDefinitions/0/Secrets/0/ValueFrom",
                    (
                        "Reader has the address of Database but can't reach it on TCP port "
                        "5432: allow it out of the groups of Reader and into those of "
                        "Database"
                    ),
                ),
            ],
        ),
        # A function, in the VPC and outside of it.
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
  DbGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 3306, ToPort: 3306, SourceSecurityGroupId: !Ref CallerGroup}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: postgres}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      VpcConfig: {SecurityGroupIds: [!Ref CallerGroup], SubnetIds: [s]}
      Environment: {Variables: {HOST: !GetAtt Database.Endpoint.Address}}
""",
            [
                (
                    "Resources/Function/Properties/Environment/Variables/HOST",
                    (
                        "Function has the address of Database but can't reach it on TCP port "
                        "5432: allow it out of the groups of Function and into those of "
                        "Database"
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
          Environment: [{Name: URL, Value: x}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  DbGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !Ref CallerGroup}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: postgres, PubliclyAccessible: false}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Timeout: 9
      Environment: {Variables: {HOST: !GetAtt Database.Endpoint.Address}}
""",
            [
                (
                    "Resources/Function/Properties/Environment/Variables/HOST",
                    (
                        "Function has the address of Database but no VpcConfig, so it can't "
                        "reach anything in the VPC; give it one"
                    ),
                ),
            ],
        ),
        # A proxy.
        (
            """
  CallerGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  CallerTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: caller
          Environment: [{Name: URL, Value: !GetAtt Proxy.Endpoint}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  DbGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 3306, ToPort: 3306, SourceSecurityGroupId: !Ref CallerGroup}
  Proxy:
    Type: AWS::RDS::DBProxy
    Properties: {EngineFamily: POSTGRESQL, VpcSecurityGroupIds: [!Ref DbGroup]}
""",
            [
                (
                    "Resources/CallerTask/Properties/ContainerDefinitions/0/Environment/0/Value",
                    (
                        "Caller has the address of Proxy but can't reach it on TCP port 5432:"
                        " allow it out of the groups of Caller and into those of Proxy"
                    ),
                ),
            ],
        ),
        # Open: inline, separate, all ports, from the public.
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
  DbGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !Ref CallerGroup}
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
          Environment: [{Name: URL, Value: !GetAtt Database.Endpoint.Address}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  DbGroup: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: x}}
  Rule:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !GetAtt DbGroup.GroupId
      IpProtocol: tcp
      FromPort: 3306
      ToPort: 3306
      SourceSecurityGroupId: !GetAtt CallerGroup.GroupId
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: mariadb}
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
          Environment: [{Name: URL, Value: !GetAtt Database.Endpoint.Address}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  DbGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress: [{IpProtocol: '-1', SourceSecurityGroupId: !Ref CallerGroup}]
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: postgres, Port: !Ref Port}
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
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: postgres, PubliclyAccessible: true}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Timeout: 9
      Environment: {Variables: {HOST: !GetAtt Database.Endpoint.Address}}
""",
            [],
        ),
        # Not known: port, groups, addresses.
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
    Properties: {VPCSecurityGroups: [!Ref DbGroup], Engine: !Ref Free}
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
          Environment: [{Name: URL, Value: !GetAtt Database.Endpoint.Address}]
          PortMappings: [{ContainerPort: 80}]
  Caller:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref CallerTask
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref CallerGroup]}}
  DbGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 5432, ToPort: 5432, CidrIp: 10.0.0.0/8}]
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
          Environment: [{Name: URL, Value: !Ref Free}]
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
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9703") == expected
