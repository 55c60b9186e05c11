import pytest
from linting import report

HEAD = """
Parameters: {Outside: {Type: String}, Port: {Type: Number, Default: 8080}}
Conditions: {Blue: !Equals [!Ref Outside, blue]}
Resources:
  Front: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: f%s}}
  Back: {Type: AWS::EC2::SecurityGroup, Properties: {GroupDescription: b%s}}
  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: {SecurityGroups: %s}}
  TargetGroup: {Type: AWS::ElasticLoadBalancingV2::TargetGroup, Properties: {}}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      DefaultActions: [{TargetGroupArn: !Ref TargetGroup}]
  Service:
    Type: AWS::ECS::Service
    DependsOn: Listener
    Properties:
      LoadBalancers: [{TargetGroupArn: !Ref TargetGroup, ContainerPort: !Ref Port}]
      NetworkConfiguration: {AwsvpcConfiguration: {SecurityGroups: %s}}
"""
SEPARATE = """
  In:
    Type: AWS::EC2::SecurityGroupIngress
    Properties: {GroupId: !Ref Back, IpProtocol: tcp, FromPort: %s, ToPort: %s,
                 SourceSecurityGroupId: !GetAtt Front.GroupId}
"""
PATH = "Resources/Service/Properties/NetworkConfiguration/AwsvpcConfiguration/SecurityGroups"
MESSAGE = (
    "Balancer can't reach Service on TCP port 8080 (parameter Port): allow it out of the load "
    "balancer's groups and into these"
)
OPEN = (
    ", SecurityGroupIngress: [{IpProtocol: tcp, FromPort: 8080, ToPort: 8080, CidrIp: 0.0.0.0/0}]"
)
SHUT = ", SecurityGroupEgress: [{IpProtocol: '-1', CidrIp: 127.0.0.1/32}]"


@pytest.mark.parametrize(
    ("front", "back", "balancer", "service", "more", "expected"),
    [
        ("", "", "[!Ref Front]", "[!Ref Back]", "", [(f"{PATH}/0", MESSAGE)]),
        (SHUT, OPEN, "[!Ref Front]", "[!Ref Back]", "", [(f"{PATH}/0", MESSAGE)]),
        ("", "", "[!Ref Front]", "[!Ref Back]", SEPARATE % (80, 80), [(f"{PATH}/0", MESSAGE)]),
        (
            "",
            OPEN,
            "[!Ref Front]",
            "[!If [Blue, !Ref Front, !Ref Back]]",
            "",
            [(f"{PATH}/0/Fn::If/1", MESSAGE)],
        ),
        ("", OPEN, "[!Ref Front]", "[!Ref Back]", "", []),
        ("", "", "[!Ref Front]", "[!Ref Back]", SEPARATE % (8080, 8080), []),
        ("", OPEN, "[!Ref Front]", "!If [Blue, [!Ref Back], [!Ref Outside]]", "", []),
        ("", "", "[!Ref Outside]", "[!Ref Back, !Ref Outside]", "", []),
        ("", "", "!Ref AWS::NoValue", "[!Ref Back]", "", []),
    ],
)  # fmt: skip
def test_cases(  # noqa: PLR0917 - the table's columns
    front: str,
    back: str,
    balancer: str,
    service: str,
    more: str,
    expected: list[tuple[str, str]],
) -> None:
    template = HEAD % (front, back, balancer, service) + more
    assert report(template, "E9701") == expected
