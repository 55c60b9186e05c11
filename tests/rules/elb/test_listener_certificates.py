import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: HTTP}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 443
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
      Protocol: VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            ("HTTP\n      SslPolicy: ELBSecurityPolicy-2016-08"),
            [
                (
                    "Resources/Listener/Properties/SslPolicy",
                    "HTTP listener can't have SslPolicy; remove it",
                ),
            ],
        ),
        (
            ("!Ref Pick\n      Certificates: [{CertificateArn: !ImportValue certificate}]"),
            [
                (
                    "Resources/Listener/Properties/Certificates",
                    ("HTTP (parameter Pick) listener can't have Certificates; remove it"),
                ),
            ],
        ),
        (
            (
                "HTTPS\n"
                "      Certificates: [{CertificateArn: !ImportValue a}, {CertificateArn: "
                "!ImportValue b}]"
            ),
            [
                (
                    "Resources/Listener/Properties/Certificates",
                    (
                        "HTTPS listener has 2 default certificates; give one, and others "
                        "as AWS::ElasticLoadBalancingV2::ListenerCertificate"
                    ),
                ),
            ],
        ),
        (
            ("HTTPS\n      Certificates: []"),
            [
                (
                    "Resources/Listener/Properties/Certificates",
                    (
                        "HTTPS listener has 0 default certificates; give one, and others "
                        "as AWS::ElasticLoadBalancingV2::ListenerCertificate"
                    ),
                ),
            ],
        ),
        (
            ("!If [Chosen, HTTP, HTTPS]\n      Certificates: [{CertificateArn: !ImportValue a}]"),
            [
                (
                    "Resources/Listener/Properties/Certificates",
                    "HTTP listener can't have Certificates; remove it",
                ),
            ],
        ),
        (
            (
                "!If [Chosen, HTTPS, HTTP]\n"
                "      Certificates: [{CertificateArn: !If [Chosen, !ImportValue a, !Ref "
                "AWS::NoValue]}]"
            ),
            [],
        ),
        (("!Ref Any\n      Certificates: !ImportValue a"), []),
        (("HTTPS\n      Certificates: !ImportValue a"), []),
        (("HTTPS\n      Certificates: [{CertificateArn: !ImportValue a}]"), []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9215") == expected
