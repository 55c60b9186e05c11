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
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
      VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Port: 80",
            [
                (
                    "Resources/Listener/Properties",
                    "listener has no Protocol; add it",
                ),
            ],
        ),
        (
            "Protocol: HTTP",
            [
                (
                    "Resources/Listener/Properties",
                    "listener has no Port; add it",
                ),
            ],
        ),
        (
            ("Protocol: HTTP\n      Port: !If [Chosen, 80, !Ref AWS::NoValue]"),
            [
                (
                    "Resources/Listener/Properties/Port/Fn::If/2",
                    "listener has no Port; add it",
                ),
            ],
        ),
        (("Protocol: HTTP\n      Port: !Ref Pick"), []),
        (("Protocol: HTTP\n      Port: !Ref Any"), []),
        (("Protocol: HTTP\n      Port: 80"), []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9216") == expected
