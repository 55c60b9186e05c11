import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: internet-facing}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {VALUE, SubnetMappings: !ImportValue subnets}
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
            "Scheme: internet-facing",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/Type",
                    (
                        "Listener forwards plain HTTP on the internet-facing Balancer; "
                        "redirect to HTTPS instead"
                    ),
                ),
            ],
        ),
        (
            "Tags: []",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/Type",
                    (
                        "Listener forwards plain HTTP on the internet-facing Balancer; "
                        "redirect to HTTPS instead"
                    ),
                ),
            ],
        ),
        (
            "Scheme: !Ref Pick",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/Type",
                    (
                        "Listener forwards plain HTTP on the internet-facing Balancer; "
                        "redirect to HTTPS instead"
                    ),
                ),
            ],
        ),
        (
            "Scheme: !If [Chosen, internal, internet-facing]",
            [
                (
                    "Resources/Listener/Properties/DefaultActions/0/Type",
                    (
                        "Listener forwards plain HTTP on the internet-facing Balancer; "
                        "redirect to HTTPS instead"
                    ),
                ),
            ],
        ),
        ("Scheme: internal", []),
        ("Scheme: !Ref Any", []),
        ("Type: network", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9204") == expected
