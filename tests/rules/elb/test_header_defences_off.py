import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: monitor}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      SubnetMappings: !ImportValue subnets
      LoadBalancerAttributes: [VALUE]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "{Key: routing.http.desync_mitigation_mode, Value: monitor}",
            [
                (
                    "Resources/Balancer/Properties/LoadBalancerAttributes/0/Value",
                    ("routing.http.desync_mitigation_mode is monitor; set it to defensive"),
                ),
            ],
        ),
        (
            "{Key: routing.http.desync_mitigation_mode, Value: !Ref Pick}",
            [
                (
                    "Resources/Balancer/Properties/LoadBalancerAttributes/0/Value",
                    (
                        "routing.http.desync_mitigation_mode is monitor (parameter "
                        "Pick); set it to defensive"
                    ),
                ),
            ],
        ),
        (
            (
                "{Key: routing.http.drop_invalid_header_fields.enabled, Value: !If "
                "[Chosen, false, 'true']}"
            ),
            [
                (
                    ("Resources/Balancer/Properties/LoadBalancerAttributes/0/Value/Fn::If/1"),
                    ("routing.http.drop_invalid_header_fields.enabled is false; set it to true"),
                ),
            ],
        ),
        (
            "{Key: waf.fail_open.enabled, Value: 'true'}",
            [
                (
                    "Resources/Balancer/Properties/LoadBalancerAttributes/0/Value",
                    "waf.fail_open.enabled is true; set it to false",
                ),
            ],
        ),
        ("{Key: waf.fail_open.enabled, Value: !Ref Any}", []),
        ("{Key: routing.http.desync_mitigation_mode, Value: strictest}", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "W9231") == expected
