import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: "443"}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !ImportValue balancer
      Port: 443
      Protocol: HTTPS
      SslPolicy: ELBSecurityPolicy-2016-08
      Certificates: [{CertificateArn: !ImportValue certificate}]
      DefaultActions: [{Type: redirect, RedirectConfig: {StatusCode: HTTP_301, VALUE}}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Protocol: HTTPS, Port: '443'",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/RedirectConfig",
                    (
                        "redirects HTTPS on port 443 to itself; change the protocol, "
                        "host, port, path or query"
                    ),
                ),
            ],
        ),
        (
            "Port: '#{port}', Path: '/#{path}', Query: '#{query}', Host: '#{host}'",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/RedirectConfig",
                    (
                        "redirects HTTPS on port 443 to itself; change the protocol, "
                        "host, port, path or query"
                    ),
                ),
            ],
        ),
        (
            "Port: !Ref Pick",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/RedirectConfig",
                    (
                        "redirects HTTPS on port 443 to itself; change the protocol, "
                        "host, port, path or query"
                    ),
                ),
            ],
        ),
        (
            "Protocol: !If [Chosen, HTTPS, HTTP]",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/RedirectConfig",
                    (
                        "redirects HTTPS on port 443 to itself; change the protocol, "
                        "host, port, path or query"
                    ),
                ),
            ],
        ),
        ("Port: !Ref Any", []),
        ("Port: '8443'", []),
        ("Host: www.example.com", []),
        ("Path: /login", []),
        ("Query: 'a=1'", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9205") == expected
