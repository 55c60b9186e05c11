import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: login}
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
            "Path: login",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Path"),
                    "redirect Path login must start with a slash",
                ),
            ],
        ),
        (
            "Path: !Ref Pick",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Path"),
                    "redirect Path login (parameter Pick) must start with a slash",
                ),
            ],
        ),
        (
            "Path: !Sub 'x/${Any}'",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Path"),
                    "redirect Path x/${Any} must start with a slash",
                ),
            ],
        ),
        (
            "Port: https",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Port"),
                    "redirect Port https must be 1 to 65535 or #{port}",
                ),
            ],
        ),
        (
            "Port: '70000'",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Port"),
                    "redirect Port 70000 must be 1 to 65535 or #{port}",
                ),
            ],
        ),
        (
            "Port: !If [Chosen, '0', '443']",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Port/Fn::If/1"),
                    "redirect Port 0 must be 1 to 65535 or #{port}",
                ),
            ],
        ),
        (
            "Query: '?a=1'",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Query"),
                    "redirect Query ?a=1 must not start with a ?",
                ),
            ],
        ),
        (
            "Protocol: HTTP, Port: '80'",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Protocol"),
                    "HTTPS can't be redirected to HTTP; redirect to HTTPS",
                ),
            ],
        ),
        ("Path: !Ref Any, Port: !Ref Any, Query: !Ref Any, Protocol: !Ref Any", []),
        ("Path: /login, Port: '8443', Query: 'a=1', Host: '#{host}'", []),
        ("Port: '#{port}', Path: '/#{path}'", []),
        ("Port: '1'", []),
        ("Port: '65535'", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9206") == expected
