import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: app_cookie}
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
            ("{Key: stickiness.enabled, Value: 'true'}, {Key: stickiness.type, Value: app_cookie}"),
            [
                (
                    "Resources/Targets/Properties/TargetGroupAttributes/1/Value",
                    ("app_cookie stickiness needs stickiness.app_cookie.cookie_name; add it"),
                ),
            ],
        ),
        (
            ("{Key: stickiness.enabled, Value: true}, {Key: stickiness.type, Value: !Ref Pick}"),
            [
                (
                    "Resources/Targets/Properties/TargetGroupAttributes/1/Value",
                    ("app_cookie stickiness needs stickiness.app_cookie.cookie_name; add it"),
                ),
            ],
        ),
        (
            "{Key: stickiness.app_cookie.cookie_name, Value: AWSALBTG}",
            [
                (
                    "Resources/Targets/Properties/TargetGroupAttributes/0/Value",
                    "cookie name AWSALBTG is reserved; choose another one",
                ),
            ],
        ),
        (
            (
                "{Key: stickiness.enabled, Value: 'true'}, {Key: stickiness.type, Value: "
                "app_cookie}, !If [Chosen, {Key: stickiness.app_cookie.cookie_name, "
                "Value: a}, !Ref 'AWS::NoValue']"
            ),
            [
                (
                    "Resources/Targets/Properties/TargetGroupAttributes/1/Value",
                    ("app_cookie stickiness needs stickiness.app_cookie.cookie_name; add it"),
                ),
            ],
        ),
        (
            (
                "{Key: stickiness.enabled, Value: !Ref Any}, {Key: stickiness.type, Value: "
                "app_cookie}"
            ),
            [],
        ),
        (
            (
                "{Key: !Ref Any, Value: x}, {Key: stickiness.enabled, Value: 'true'}, {Key: "
                "stickiness.type, Value: app_cookie}"
            ),
            [],
        ),
        (
            ("{Key: stickiness.enabled, Value: 'true'}, {Key: stickiness.type, Value: lb_cookie}"),
            [],
        ),
        (
            (
                "{Key: stickiness.enabled, Value: 'false'}, {Key: stickiness.type, Value: "
                "app_cookie}"
            ),
            [],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9221") == expected
