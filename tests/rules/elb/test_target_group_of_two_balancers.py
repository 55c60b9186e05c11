import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: arn:aws:x}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Inner:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal, SubnetMappings: !ImportValue subnets}
  Outer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal, SubnetMappings: !ImportValue subnets}
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Protocol: HTTP, Port: 80, VpcId: vpc-12345678}
  First:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Inner
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
  Second:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: VALUE
      Port: 81
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "!Ref Outer",
            [
                (
                    "Resources/Targets",
                    (
                        "Targets is used by Inner and Outer; a target group can have one "
                        "load balancer: add a second group"
                    ),
                ),
            ],
        ),
        (
            "!If [Chosen, !Ref Outer, !Ref Inner]",
            [
                (
                    "Resources/Targets",
                    (
                        "Targets is used by Inner and Outer; a target group can have one "
                        "load balancer: add a second group"
                    ),
                ),
            ],
        ),
        ("!Ref Inner", []),
        ("!Ref Any", []),
        ("!Ref Pick", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9222") == expected
