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
      Port: 80
      Protocol: HTTP
      DefaultActions: [{Type: redirect, RedirectConfig: {StatusCode: HTTP_301, VALUE}}]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Protocol: HTTPS",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Protocol"),
                    (
                        "redirects to HTTPS but keeps the port of the HTTP listener; "
                        "give Port: '443'"
                    ),
                ),
            ],
        ),
        (
            "Protocol: HTTPS, Port: '#{port}'",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Protocol"),
                    (
                        "redirects to HTTPS but keeps the port of the HTTP listener; "
                        "give Port: '443'"
                    ),
                ),
            ],
        ),
        (
            "Protocol: !Ref Pick",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Protocol"),
                    (
                        "redirects to HTTPS but keeps the port of the HTTP listener; "
                        "give Port: '443'"
                    ),
                ),
            ],
        ),
        (
            "Protocol: HTTPS, Port: !If [Chosen, '443', !Ref 'AWS::NoValue']",
            [
                (
                    ("Resources/Listener/Properties/DefaultActions/0/RedirectConfig/Protocol"),
                    (
                        "redirects to HTTPS but keeps the port of the HTTP listener; "
                        "give Port: '443'"
                    ),
                ),
            ],
        ),
        ("Protocol: !Ref Any", []),
        ("Protocol: HTTPS, Port: !Ref Any", []),
        ("Protocol: HTTPS, Port: '443'", []),
        ("Host: www.example.com", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9207") == expected
