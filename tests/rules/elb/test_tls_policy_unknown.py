import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: ELBSecurityPolicy-TLS13-1-2-2021-6}
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
      Protocol: HTTPS
      SslPolicy: VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "ELBSecurityPolicy-TLS-1-2-2021-06",
            [
                (
                    "Resources/Listener/Properties/SslPolicy",
                    (
                        "SslPolicy ELBSecurityPolicy-TLS-1-2-2021-06 does not exist; did "
                        "you mean ELBSecurityPolicy-TLS13-1-2-2021-06?"
                    ),
                ),
            ],
        ),
        (
            "!Ref Pick",
            [
                (
                    "Resources/Listener/Properties/SslPolicy",
                    (
                        "SslPolicy ELBSecurityPolicy-TLS13-1-2-2021-6 (parameter Pick) "
                        "does not exist; did you mean "
                        "ELBSecurityPolicy-TLS13-1-2-2021-06?"
                    ),
                ),
            ],
        ),
        (
            "!If [Chosen, TLSv1.2, ELBSecurityPolicy-2016-08]",
            [
                (
                    "Resources/Listener/Properties/SslPolicy/Fn::If/1",
                    (
                        "SslPolicy TLSv1.2 does not exist; did you mean "
                        "ELBSecurityPolicy-TLS-1-2-2017-01?"
                    ),
                ),
            ],
        ),
        ("!Ref Any", []),
        ("!Sub ELBSecurityPolicy-${Any}", []),
        ("ELBSecurityPolicy-TLS13-1-2-2021-06", []),
        ("ELBSecurityPolicy-TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07", []),
        ("ELBSecurityPolicy-TLS14-2027-01", []),
        (
            "ELBSecurityPolicy-TLS14-2025-09",
            [
                (
                    "Resources/Listener/Properties/SslPolicy",
                    (
                        "SslPolicy ELBSecurityPolicy-TLS14-2025-09 does not exist; did "
                        "you mean ELBSecurityPolicy-TLS-1-0-2015-04?"
                    ),
                ),
            ],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9203") == expected
