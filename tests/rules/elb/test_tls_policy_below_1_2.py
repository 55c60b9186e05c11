import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: ELBSecurityPolicy-TLS13-1-1-2021-06}
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
            "ELBSecurityPolicy-2016-08",
            [
                (
                    "Resources/Listener/Properties/SslPolicy",
                    (
                        "SslPolicy ELBSecurityPolicy-2016-08 accepts TLS 1.0; give "
                        "ELBSecurityPolicy-TLS13-1-2-2021-06"
                    ),
                ),
            ],
        ),
        (
            "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09",
            [
                (
                    "Resources/Listener/Properties/SslPolicy",
                    (
                        "SslPolicy ELBSecurityPolicy-TLS13-1-0-PQ-2025-09 accepts TLS "
                        "1.0; give ELBSecurityPolicy-TLS13-1-2-2021-06"
                    ),
                ),
            ],
        ),
        (
            "ELBSecurityPolicy-FS-1-1-2019-08",
            [
                (
                    "Resources/Listener/Properties/SslPolicy",
                    (
                        "SslPolicy ELBSecurityPolicy-FS-1-1-2019-08 accepts TLS 1.1; "
                        "give ELBSecurityPolicy-TLS13-1-2-2021-06"
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
                        "SslPolicy ELBSecurityPolicy-TLS13-1-1-2021-06 (parameter Pick) "
                        "accepts TLS 1.1; give ELBSecurityPolicy-TLS13-1-2-2021-06"
                    ),
                ),
            ],
        ),
        (
            ("!If [Chosen, ELBSecurityPolicy-TLS-1-1-2017-01, ELBSecurityPolicy-TLS-1-2-2017-01]"),
            [
                (
                    "Resources/Listener/Properties/SslPolicy/Fn::If/1",
                    (
                        "SslPolicy ELBSecurityPolicy-TLS-1-1-2017-01 accepts TLS 1.1; "
                        "give ELBSecurityPolicy-TLS13-1-2-2021-06"
                    ),
                ),
            ],
        ),
        ("!Ref Any", []),
        ("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", []),
        ("ELBSecurityPolicy-TLS13-1-3-2021-06", []),
        ("ELBSecurityPolicy-FS-1-2-Res-2020-10", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9202") == expected
