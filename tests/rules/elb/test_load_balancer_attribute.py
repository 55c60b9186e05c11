import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: "9999"}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Port: 80, VpcId: vpc-12345678, Protocol: HTTP,
          TargetGroupAttributes: [VALUE]}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "{Key: deregistration_delay.timeout, Value: '30'}",
            [
                (
                    "Resources/Targets/Properties/TargetGroupAttributes/0/Key",
                    (
                        "attribute deregistration_delay.timeout of type application does "
                        "not exist; did you mean deregistration_delay.timeout_seconds?"
                    ),
                ),
            ],
        ),
        (
            "{Key: deregistration_delay.timeout_seconds, Value: '3601'}",
            [
                (
                    "Resources/Targets/Properties/TargetGroupAttributes/0/Value",
                    ("deregistration_delay.timeout_seconds can't be 3601; allowed: 0-3600"),
                ),
            ],
        ),
        (
            "{Key: deregistration_delay.timeout_seconds, Value: !Ref Pick}",
            [
                (
                    "Resources/Targets/Properties/TargetGroupAttributes/0/Value",
                    (
                        "deregistration_delay.timeout_seconds can't be 9999 (parameter "
                        "Pick); allowed: 0-3600"
                    ),
                ),
            ],
        ),
        (
            "{Key: slow_start.duration_seconds, Value: '10'}",
            [
                (
                    "Resources/Targets/Properties/TargetGroupAttributes/0/Value",
                    "slow_start.duration_seconds can't be 10; allowed: 0, 30-900",
                ),
            ],
        ),
        (
            "{Key: stickiness.type, Value: source_ip}",
            [
                (
                    "Resources/Targets/Properties/TargetGroupAttributes/0/Value",
                    ("stickiness.type can't be source_ip; allowed: lb_cookie, app_cookie"),
                ),
            ],
        ),
        (
            "{Key: preserve_client_ip.enabled, Value: 'true'}",
            [
                (
                    "Resources/Targets/Properties/TargetGroupAttributes/0/Key",
                    (
                        "attribute preserve_client_ip.enabled of type application does "
                        "not exist; remove it"
                    ),
                ),
            ],
        ),
        (
            "{Key: stickiness.enabled, Value: !If [Chosen, 'yes', 'true']}",
            [
                (
                    ("Resources/Targets/Properties/TargetGroupAttributes/0/Value/Fn::If/1"),
                    "stickiness.enabled can't be yes; allowed: true, false",
                ),
            ],
        ),
        (
            ("{Key: stickiness.enabled, Value: 'true'}, {Key: stickiness.enabled, Value: 'false'}"),
            [
                (
                    "Resources/Targets/Properties/TargetGroupAttributes/1/Key",
                    "stickiness.enabled is there twice; keep one",
                ),
            ],
        ),
        ("{Key: !Ref Any, Value: a}", []),
        ("{Key: deregistration_delay.timeout_seconds, Value: !Ref Any}", []),
        (
            (
                "{Key: slow_start.duration_seconds, Value: '0'}, {Key: "
                "load_balancing.algorithm.type, Value: weighted_random}, {Key: "
                "stickiness.app_cookie.cookie_name, Value: anything}"
            ),
            [],
        ),
        ("{Key: deregistration_delay.timeout_seconds, Value: 30}", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9220") == expected
