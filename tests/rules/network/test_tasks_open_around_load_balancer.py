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
