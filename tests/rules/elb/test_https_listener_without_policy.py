import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: HTTPS}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 443
      Certificates: [{CertificateArn: !ImportValue certificate}]
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
      VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Protocol: HTTPS",
            [
                (
                    "Resources/Listener/Properties/Protocol",
                    (
                        "HTTPS listener has no SslPolicy, so it accepts TLS 1.0; give "
                        "ELBSecurityPolicy-TLS13-1-2-2021-06"
                    ),
                ),
            ],
        ),
        (
            "Protocol: TLS",
            [
                (
                    "Resources/Listener/Properties/Protocol",
                    (
                        "TLS listener has no SslPolicy, so it accepts TLS 1.0; give "
                        "ELBSecurityPolicy-TLS13-1-2-2021-06"
                    ),
                ),
            ],
        ),
        (
            "Protocol: !Ref Pick",
            [
                (
                    "Resources/Listener/Properties/Protocol",
                    (
                        "HTTPS (parameter Pick) listener has no SslPolicy, so it accepts "
                        "TLS 1.0; give ELBSecurityPolicy-TLS13-1-2-2021-06"
                    ),
                ),
            ],
        ),
        ("Protocol: !Ref Any", []),
        ("Protocol: HTTP", []),
        (
            (
                "Protocol: HTTPS\n"
                "      SslPolicy: !If [Chosen, ELBSecurityPolicy-TLS13-1-2-2021-06, !Ref "
                "AWS::NoValue]"
            ),
            [
                (
                    "Resources/Listener/Properties/Protocol",
                    (
                        "HTTPS listener has no SslPolicy, so it accepts TLS 1.0; give "
                        "ELBSecurityPolicy-TLS13-1-2-2021-06"
                    ),
                ),
            ],
        ),
        (("Protocol: HTTPS\n      SslPolicy: !Ref Any"), []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9201") == expected
