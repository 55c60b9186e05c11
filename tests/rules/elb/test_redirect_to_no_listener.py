import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: "8443"}
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
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: redirect, RedirectConfig: {StatusCode: HTTP_301, VALUE}}]
  Secure:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Port: 443
      Protocol: HTTPS
      SslPolicy: ELBSecurityPolicy-2016-08
      Certificates: [{CertificateArn: !ImportValue certificate}]
      DefaultActions: [{Type: forward, TargetGroupArn: !ImportValue targets}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Protocol: HTTPS, Port: '8443'",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Port"),
                    "redirects to port 8443, where Balancer has no listener; add one",
                ),
            ],
        ),
        (
            "Protocol: HTTPS, Port: !Ref Pick",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Port"),
                    (
                        "redirects to port 8443 (parameter Pick), where Balancer has no "
                        "listener; add one"
                    ),
                ),
            ],
        ),
        (
            "Protocol: HTTPS, Port: !If [Chosen, '443', '444']",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Port/Fn::If/2"),
                    "redirects to port 444, where Balancer has no listener; add one",
                ),
            ],
        ),
        ("Protocol: HTTPS, Port: '443'", []),
        ("Protocol: HTTPS, Port: !Ref Any", []),
        ("Protocol: HTTPS, Port: '8443', Host: www.example.com", []),
        ("Protocol: HTTPS, Port: '#{port}'", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9208") == expected


@pytest.mark.parametrize(
    ("output", "expected"), [("!GetAtt Balancer.DNSName", 1), ("!Ref Balancer", 0)]
)
def test_only_who_knows_the_balancer_s_arn_can_add_a_listener(output: str, expected: int) -> None:
    template = TEMPLATE.replace("VALUE", "Port: '8443'") + f"Outputs: {{B: {{Value: {output}}}}}"
    assert len(report(template, "W9208")) == expected
