import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: HTTP/2}
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
            "Protocol: HTTP, ProtocolVersion: HTTP/2",
            [
                (
                    "Resources/Targets/Properties/ProtocolVersion",
                    "ProtocolVersion HTTP/2 must be HTTP1, HTTP2 or GRPC",
                ),
            ],
        ),
        (
            "Protocol: HTTP, ProtocolVersion: !Ref Pick",
            [
                (
                    "Resources/Targets/Properties/ProtocolVersion",
                    ("ProtocolVersion HTTP/2 (parameter Pick) must be HTTP1, HTTP2 or GRPC"),
                ),
            ],
        ),
        (
            "Protocol: TCP, ProtocolVersion: HTTP1",
            [
                (
                    "Resources/Targets/Properties/ProtocolVersion",
                    "TCP targets have no ProtocolVersion; remove it",
                ),
            ],
        ),
        (
            "Protocol: HTTP, ProtocolVersion: !If [Chosen, http2, HTTP2]",
            [
                (
                    "Resources/Targets/Properties/ProtocolVersion/Fn::If/1",
                    "ProtocolVersion http2 must be HTTP1, HTTP2 or GRPC",
                ),
            ],
        ),
        ("Protocol: HTTP, ProtocolVersion: !Ref Any", []),
        ("Protocol: HTTP, ProtocolVersion: GRPC", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9219") == expected
