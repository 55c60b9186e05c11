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
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Scheme: internal, SubnetMappings: !ImportValue subnets}
  First:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
  Second:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: VALUE
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
  Elsewhere:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue other
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "80",
            [
                (
                    "Resources/Second/Properties/Port",
                    ("First already listens on port 80 of ${Balancer}; use another port"),
                ),
            ],
        ),
        (
            "'80'",
            [
                (
                    "Resources/Second/Properties/Port",
                    ("First already listens on port 80 of ${Balancer}; use another port"),
                ),
            ],
        ),
        (
            "!Ref Pick",
            [
                (
                    "Resources/Second/Properties/Port",
                    (
                        "First already listens on port 80 (parameter Pick) of "
                        "${Balancer}; use another port"
                    ),
                ),
            ],
        ),
        (
            "!If [Chosen, 80, 8080]",
            [
                (
                    "Resources/Second/Properties/Port/Fn::If/1",
                    ("First already listens on port 80 of ${Balancer}; use another port"),
                ),
            ],
        ),
        ("!Ref Any", []),
        ("8080", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9211") == expected
