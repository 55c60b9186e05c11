import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 0.0.0.0/0}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  BalancerGroup:
    Type: AWS::EC2::SecurityGroup
    Properties: {GroupDescription: Group}
  TaskGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Tasks
      SecurityGroupIngress: [VALUE]
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {SubnetMappings: !ImportValue subnets, SecurityGroups: [!Ref BalancerGroup]}
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Protocol: HTTP, Port: 8080, VpcId: vpc-12345678}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      LoadBalancers: [{ContainerName: web, ContainerPort: 8080, TargetGroupArn: !Ref Targets}]
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref TaskGroup]}}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "{IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 0.0.0.0/0}",
            [
                (
                    "Resources/TaskGroup/Properties/SecurityGroupIngress/0",
                    (
                        "anyone may reach the tasks of Service around Balancer; let its "
                        "security group in instead"
                    ),
                ),
            ],
        ),
        (
            "{IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: !Ref Pick}",
            [
                (
                    "Resources/TaskGroup/Properties/SecurityGroupIngress/0",
                    (
                        "anyone may reach the tasks of Service around Balancer; let its "
                        "security group in instead"
                    ),
                ),
            ],
        ),
        (
            (
                "!If [Chosen, {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: "
                "0.0.0.0/0}, {IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: "
                "10.0.0.0/8}]"
            ),
            [
                (
                    "Resources/TaskGroup/Properties/SecurityGroupIngress/0/Fn::If/1",
                    (
                        "anyone may reach the tasks of Service around Balancer; let its "
                        "security group in instead"
                    ),
                ),
            ],
        ),
        ("{IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: !Ref Any}", []),
        (
            (
                "{IpProtocol: tcp, FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: !Ref "
                "BalancerGroup}"
            ),
            [],
        ),
        ("{IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 0.0.0.0/0}", []),
        (
            (
                "{IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 0.0.0.0/0}]\n"
                "  Loose:\n"
                "    Type: AWS::EC2::SecurityGroup\n"
                "    Properties: {GroupDescription: Group, SecurityGroupIngress: "
                "[{IpProtocol: tcp, FromPort: 9090, ToPort: 9090, CidrIp: 0.0.0.0/0}]}\n"
                "  Tagged:\n"
                "    Type: AWS::EC2::SecurityGroup\n"
                "    Properties:\n"
                "      GroupDescription: Group\n"
                "      Tags: [{Key: a, Value: b}"
            ),
            [
                (
                    "Resources/TaskGroup/Properties/SecurityGroupIngress/0",
                    (
                        "anyone may reach the tasks of Service around Balancer; let its "
                        "security group in instead"
                    ),
                ),
            ],
        ),
        ("{IpProtocol: '-1', CidrIp: 0.0.0.0/0}", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9411") == expected


INTERNAL = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 0.0.0.0/0}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Space: {Type: AWS::ServiceDiscovery::PrivateDnsNamespace, Properties: {Name: app.internal}}
  Name: {Type: AWS::ServiceDiscovery::Service, Properties: {Name: api, NamespaceId: !Ref Space}}
  ApiGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Tasks
      SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: @}]
  Store:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Database
      SecurityGroupIngress:
        - {IpProtocol: tcp, FromPort: 1, ToPort: 2, SourceSecurityGroupId: !Ref ApiGroup}
  Api:
    Type: AWS::ECS::Service
    Properties:
      ServiceRegistries: [{RegistryArn: !GetAtt Name.Arn}]
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: [!Ref ApiGroup]}}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - {Name: web, Environment: [{Name: API, Value: 'http://api.app.internal:8080'}]}
  Web: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task}}
"""
EVERYONE = (
    "everyone with a route may reach the tasks of Api; let the security groups of its callers in "
    "instead, such as that of Web"
)


@pytest.mark.parametrize(
    ("peer", "old", "new", "found"),
    [
        ("0.0.0.0/0", "", "", True),
        ("!Ref Pick", "", "", True),
        ("!If [Chosen, 0.0.0.0/0, 10.0.0.0/8]", "", "", True),
        (
            "0.0.0.0/0",
            "AwsvpcConfiguration: {Sec",
            "AwsvpcConfiguration: {AssignPublicIp: DISABLED, Sec",
            True,
        ),
        ("10.0.0.0/8", "", "", False),
        ("!Ref Any", "", "", False),
        # On the internet, or perhaps.
        (
            "0.0.0.0/0",
            "AwsvpcConfiguration: {Sec",
            "AwsvpcConfiguration: {AssignPublicIp: !If [Chosen, ENABLED, DISABLED], Sec",
            False,
        ),
        (
            "0.0.0.0/0",
            "AwsvpcConfiguration: {Sec",
            "AwsvpcConfiguration: {AssignPublicIp: !Ref Any, Sec",
            False,
        ),
        # Behind a load balancer of another template.
        (
            "0.0.0.0/0",
            "ServiceRegistries",
            "LoadBalancers: [{TargetGroupArn: !Ref Any}]\n      ServiceRegistries",
            False,
        ),
        # Nobody is seen to call it, or others have the group as well.
        ("0.0.0.0/0", "http://api.app", "http://other.app", False),
        (
            "0.0.0.0/0",
            "  Web: {",
            "  Job: {Type: AWS::Batch::JobQueue, Properties: {X: !Ref ApiGroup}}\n  Web: {",
            False,
        ),
    ],
)
def test_internal_services(peer: str, old: str, new: str, found: bool) -> None:  # noqa: FBT001 - a table's column
    source = INTERNAL.replace(old, new, 1) if old else INTERNAL
    assert source != INTERNAL or not old
    paths = [path for path, message in report(source.replace("@", peer), "W9411")]
    assert {message for _, message in report(source.replace("@", peer), "W9411")} <= {EVERYONE}
    assert paths == (["Resources/ApiGroup/Properties/SecurityGroupIngress/0"] if found else [])
