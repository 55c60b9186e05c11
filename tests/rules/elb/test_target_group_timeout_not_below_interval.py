import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 30}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Targets:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties: {TargetType: ip, Port: 80, VpcId: vpc-12345678, VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            ("Protocol: HTTP, HealthCheckIntervalSeconds: 30, HealthCheckTimeoutSeconds: 60"),
            [
                (
                    "Resources/Targets/Properties/HealthCheckTimeoutSeconds",
                    ("timeout 60 must be below the interval 30; shorten it or check less often"),
                ),
            ],
        ),
        (
            (
                "Protocol: HTTP, HealthCheckIntervalSeconds: 30, "
                "HealthCheckTimeoutSeconds: !Ref Pick"
            ),
            [
                (
                    "Resources/Targets/Properties/HealthCheckTimeoutSeconds",
                    (
                        "timeout 30 (parameter Pick) must be below the interval 30; "
                        "shorten it or check less often"
                    ),
                ),
            ],
        ),
        (
            "Protocol: HTTP, HealthCheckTimeoutSeconds: 30",
            [
                (
                    "Resources/Targets/Properties/HealthCheckTimeoutSeconds",
                    (
                        "timeout 30 must be below the interval 30 (default); shorten it "
                        "or check less often"
                    ),
                ),
            ],
        ),
        (
            "Protocol: HTTP, HealthCheckIntervalSeconds: 5",
            [
                (
                    "Resources/Targets/Properties/HealthCheckIntervalSeconds",
                    (
                        "timeout 5 (default) must be below the interval 5; shorten it or "
                        "check less often"
                    ),
                ),
            ],
        ),
        (
            ("Protocol: TCP, HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 20"),
            [
                (
                    "Resources/Targets/Properties/HealthCheckTimeoutSeconds",
                    ("timeout 20 must be below the interval 10; shorten it or check less often"),
                ),
            ],
        ),
        (
            (
                "Protocol: HTTP, HealthCheckIntervalSeconds: !If [Chosen, 10, 30], "
                "HealthCheckTimeoutSeconds: 20"
            ),
            [
                (
                    "Resources/Targets/Properties/HealthCheckTimeoutSeconds",
                    ("timeout 20 must be below the interval 10; shorten it or check less often"),
                ),
            ],
        ),
        (
            (
                "Protocol: HTTP, HealthCheckIntervalSeconds: !If [Chosen, 10, 30], "
                "HealthCheckTimeoutSeconds: !If [Chosen, 5, 20]"
            ),
            [],
        ),
        (
            ("Protocol: HTTP, HealthCheckIntervalSeconds: 30, HealthCheckTimeoutSeconds: !Ref Any"),
            [],
        ),
        (
            ("Protocol: HTTP, HealthCheckIntervalSeconds: !Ref Any, HealthCheckTimeoutSeconds: 60"),
            [],
        ),
        ("Protocol: TCP, HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 10", []),
        ("Protocol: HTTP", []),
        (("Protocol: HTTP, HealthCheckIntervalSeconds: 30, HealthCheckTimeoutSeconds: 29"), []),
        ("Protocol: !Ref Any, HealthCheckIntervalSeconds: 5", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9217") == expected
