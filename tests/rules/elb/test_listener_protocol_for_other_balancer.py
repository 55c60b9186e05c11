import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: network}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {Type: VALUE, Scheme: internal, SubnetMappings: !ImportValue subnets}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "network",
            [
                (
                    "Resources/Listener/Properties/Protocol",
                    (
                        "Balancer is of type network, which has no HTTP listeners; "
                        "change the protocol or the type"
                    ),
                ),
            ],
        ),
        (
            "gateway",
            [
                (
                    "Resources/Listener/Properties/Protocol",
                    (
                        "Balancer is of type gateway, which has no HTTP listeners; "
                        "change the protocol or the type"
                    ),
                ),
            ],
        ),
        (
            "!Ref Pick",
            [
                (
                    "Resources/Listener/Properties/Protocol",
                    (
                        "Balancer is of type network (parameter Pick), which has no HTTP "
                        "listeners; change the protocol or the type"
                    ),
                ),
            ],
        ),
        (
            "!If [Chosen, network, application]",
            [
                (
                    "Resources/Listener/Properties/Protocol",
                    (
                        "Balancer is of type network, which has no HTTP listeners; "
                        "change the protocol or the type"
                    ),
                ),
            ],
        ),
        ("application", []),
        ("!Ref Any", []),
        ("!Ref AWS::NoValue", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9209") == expected
