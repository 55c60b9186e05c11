import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: health}
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
            "Protocol: HTTP, HealthCheckPath: health",
            [
                (
                    "Resources/Targets/Properties/HealthCheckPath",
                    "HealthCheckPath health must start with a slash",
                ),
            ],
        ),
        (
            "Protocol: HTTP, HealthCheckPath: !Ref Pick",
            [
                (
                    "Resources/Targets/Properties/HealthCheckPath",
                    "HealthCheckPath health (parameter Pick) must start with a slash",
                ),
            ],
        ),
        (
            "Protocol: HTTP, HealthCheckPath: !If [Chosen, /, '']",
            [
                (
                    "Resources/Targets/Properties/HealthCheckPath/Fn::If/2",
                    "HealthCheckPath  must start with a slash",
                ),
            ],
        ),
        (
            "Protocol: HTTP, HealthCheckPath: !Sub 'a${Any}'",
            [
                (
                    "Resources/Targets/Properties/HealthCheckPath",
                    "HealthCheckPath a${Any} must start with a slash",
                ),
            ],
        ),
        (
            "Protocol: HTTP, HealthCheckPort: http",
            [
                (
                    "Resources/Targets/Properties/HealthCheckPort",
                    "HealthCheckPort http must be traffic-port or 1 to 65535",
                ),
            ],
        ),
        (
            "Protocol: HTTP, HealthCheckPort: '0'",
            [
                (
                    "Resources/Targets/Properties/HealthCheckPort",
                    "HealthCheckPort 0 must be traffic-port or 1 to 65535",
                ),
            ],
        ),
        (
            "Protocol: HTTP, HealthCheckProtocol: TCP",
            [
                (
                    "Resources/Targets/Properties/HealthCheckProtocol",
                    ("HealthCheckProtocol TCP can't check HTTP targets; use HTTP or HTTPS"),
                ),
            ],
        ),
        (
            "Protocol: TCP, HealthCheckProtocol: UDP",
            [
                (
                    "Resources/Targets/Properties/HealthCheckProtocol",
                    ("HealthCheckProtocol UDP can't check TCP targets; use HTTP or HTTPS"),
                ),
            ],
        ),
        (
            "Protocol: HTTP, HealthCheckEnabled: false",
            [
                (
                    "Resources/Targets/Properties/HealthCheckEnabled",
                    "only health checks of Lambda targets can be off; remove it",
                ),
            ],
        ),
        (
            "Protocol: HTTP, Matcher: {HttpCode: '200-599'}",
            [
                (
                    "Resources/Targets/Properties/Matcher/HttpCode",
                    "HttpCode 200-599 must be codes or ranges from 200 to 499",
                ),
            ],
        ),
        (
            "Protocol: HTTP, Matcher: {HttpCode: ok}",
            [
                (
                    "Resources/Targets/Properties/Matcher/HttpCode",
                    "HttpCode ok must be codes or ranges from 200 to 499",
                ),
            ],
        ),
        (
            "Protocol: HTTP, ProtocolVersion: GRPC, Matcher: {HttpCode: '200'}",
            [
                (
                    "Resources/Targets/Properties/Matcher/HttpCode",
                    "protocol version GRPC needs GrpcCode instead",
                ),
            ],
        ),
        (
            "Protocol: HTTP, Matcher: {GrpcCode: '0'}",
            [
                (
                    "Resources/Targets/Properties/Matcher/GrpcCode",
                    "protocol version HTTP1 needs HttpCode instead",
                ),
            ],
        ),
        (
            "Protocol: HTTP, ProtocolVersion: GRPC, Matcher: {GrpcCode: '100'}",
            [
                (
                    "Resources/Targets/Properties/Matcher/GrpcCode",
                    "GrpcCode 100 must be codes or ranges from 0 to 99",
                ),
            ],
        ),
        (
            (
                "Protocol: !Ref Any, HealthCheckPath: !Ref Any, HealthCheckPort: !Ref Any, "
                "Matcher: !ImportValue m"
            ),
            [],
        ),
        (
            (
                "Protocol: HTTP, HealthCheckPath: /health, HealthCheckPort: traffic-port, "
                "Matcher: {HttpCode: '200,204,300-399'}"
            ),
            [],
        ),
        (
            (
                "Protocol: TCP, HealthCheckProtocol: HTTP, HealthCheckPort: '8080', Matcher: "
                "{HttpCode: '200-599'}"
            ),
            [],
        ),
        ("Protocol: HTTP, ProtocolVersion: GRPC, Matcher: {GrpcCode: 0-12}", []),
        ("Protocol: HTTP, HealthCheckPort: '1'", []),
        ("Protocol: HTTP, HealthCheckPort: 65535", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9218") == expected
