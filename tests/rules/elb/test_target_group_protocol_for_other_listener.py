import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: TCP}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Port: 80, VpcId: vpc-12345678, VALUE}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: forward, TargetGroupArn: !Ref Targets}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Protocol: TCP",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/TargetGroupArn",
                    ("HTTP listener can't forward to TCP target groups; allowed: HTTP, HTTPS"),
                ),
            ],
        ),
        (
            "Protocol: !Ref Pick",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/TargetGroupArn",
                    (
                        "HTTP listener can't forward to TCP (parameter Pick) target "
                        "groups; allowed: HTTP, HTTPS"
                    ),
                ),
            ],
        ),
        (
            "Protocol: !If [Chosen, UDP, HTTPS]",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/TargetGroupArn",
                    ("HTTP listener can't forward to UDP target groups; allowed: HTTP, HTTPS"),
                ),
            ],
        ),
        (
            "Protocol: HTTP, ProtocolVersion: GRPC",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/TargetGroupArn",
                    "HTTP listener can't forward to a GRPC target group; use HTTPS",
                ),
            ],
        ),
        ("Protocol: !Ref Any", []),
        ("Protocol: HTTP", []),
        ("Protocol: HTTPS, ProtocolVersion: HTTP2", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9210") == expected
