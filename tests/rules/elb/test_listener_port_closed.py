import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 80}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Clients
      SecurityGroupIngress: [VALUE]
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {SubnetMappings: !ImportValue subnets, SecurityGroups: [!Ref Group]}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 443
      Protocol: HTTPS
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "{IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 10.0.0.0/8}",
            [
                (
                    "Resources/Listener/Properties/Port",
                    "no ingress rule of ${Group} takes in port 443; add one",
                ),
            ],
        ),
        ("{IpProtocol: tcp, FromPort: !Ref Pick, ToPort: 80, CidrIp: 10.0.0.0/8}", []),
        (
            "",
            [
                (
                    "Resources/Listener/Properties/Port",
                    "no ingress rule of ${Group} takes in port 443; add one",
                ),
            ],
        ),
        (
            (
                "!If [Chosen, {IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: "
                "10.0.0.0/8}, {IpProtocol: tcp, FromPort: 81, ToPort: 81, CidrIp: "
                "10.0.0.0/8}]"
            ),
            [
                (
                    "Resources/Listener/Properties/Port",
                    "no ingress rule of ${Group} takes in port 443; add one",
                ),
            ],
        ),
        ("{IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !Ref Any}", []),
        ("{IpProtocol: '-1', SourceSecurityGroupId: !Ref Any}", []),
        ("{IpProtocol: tcp, FromPort: !Ref Any, ToPort: !Ref Any, CidrIp: 10.0.0.0/8}", []),
        ("!Ref Any", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9232") == expected
