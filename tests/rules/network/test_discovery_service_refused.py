import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: WEIGHTED}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Private:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.internal', Vpc: !Ref Any}
  Http: {Type: AWS::ServiceDiscovery::HttpNamespace, Properties: {Name: a}}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties: {VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            (
                "NamespaceId: !Ref Private, HealthCheckConfig: {Type: TCP}, DnsConfig: "
                "{DnsRecords: [{Type: A, TTL: 10}]}"
            ),
            [
                (
                    "Resources/Discovery/Properties/HealthCheckConfig",
                    (
                        "health checks can't reach into the private Private; use "
                        "HealthCheckCustomConfig"
                    ),
                ),
            ],
        ),
        (
            "NamespaceId: !Ref Http, DnsConfig: {DnsRecords: [{Type: A, TTL: 10}]}",
            [
                (
                    "Resources/Discovery/Properties/DnsConfig",
                    "Http is an HTTP namespace without DNS; remove DnsConfig",
                ),
            ],
        ),
        (
            ("NamespaceId: !GetAtt Private.Arn, DnsConfig: {DnsRecords: [{Type: A, TTL: 10}]}"),
            [
                (
                    "Resources/Discovery/Properties/NamespaceId",
                    "${Private.Arn} is an ARN; use Ref Private",
                ),
            ],
        ),
        (
            (
                "NamespaceId: !If [Chosen, !Ref Http, !Ref Private], DnsConfig: "
                "{DnsRecords: [{Type: A, TTL: 10}]}"
            ),
            [
                (
                    "Resources/Discovery/Properties/DnsConfig",
                    "Http is an HTTP namespace without DNS; remove DnsConfig",
                ),
            ],
        ),
        (
            ("NamespaceId: !Ref Private, DnsConfig: {DnsRecords: [{Type: CNAME, TTL: 10}]}"),
            [
                (
                    "Resources/Discovery/Properties/DnsConfig/DnsRecords/0/Type",
                    "CNAME needs RoutingPolicy WEIGHTED; add it",
                ),
            ],
        ),
        (
            (
                "NamespaceId: !Ref Private, DnsConfig: {RoutingPolicy: !Ref Pick, "
                "DnsRecords: [{Type: CNAME, TTL: 10}]}"
            ),
            [],
        ),
        (
            (
                "NamespaceId: !Ref Any, HealthCheckConfig: {Type: TCP}, DnsConfig: "
                "{DnsRecords: [{Type: A, TTL: 10}]}"
            ),
            [],
        ),
        (
            (
                "NamespaceId: !Ref Private, HealthCheckCustomConfig: {FailureThreshold: 1}, "
                "DnsConfig: {DnsRecords: [{Type: A, TTL: 10}]}"
            ),
            [],
        ),
        ("NamespaceId: !Ref Http", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9431") == expected


RECORDS = "Resources/Discovery/Properties/DnsConfig/DnsRecords"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "DnsConfig: {RoutingPolicy: WEIGHTED, DnsRecords: [{Type: A}, {Type: CNAME}]}",
            [
                (
                    f"{RECORDS}/1/Type",
                    "CNAME stands alone among the DnsRecords; remove the others",
                )
            ],
        ),
        (
            (
                "DnsConfig: {RoutingPolicy: WEIGHTED, DnsRecords: [{Type: CNAME}, "
                "!If [Chosen, {Type: A}, !Ref AWS::NoValue]]}"
            ),
            [
                (
                    f"{RECORDS}/0/Type",
                    "CNAME stands alone among the DnsRecords; remove the others",
                )
            ],
        ),
        ("DnsConfig: {DnsRecords: [{Type: A}, {Type: AAAA}]}", []),
        ("DnsConfig: {DnsRecords: [{Type: A}, {Type: SRV}]}", []),
        ("DnsConfig: {DnsRecords: [{Type: A}, {Type: !Ref Any}]}", []),
        (
            "NamespaceId: !Ref Any, HealthCheckConfig: {Type: TCP}, HealthCheckCustomConfig: {}",
            [
                (
                    "Resources/Discovery/Properties/HealthCheckCustomConfig",
                    "HealthCheckConfig and HealthCheckCustomConfig exclude each other; remove one",
                )
            ],
        ),
        (
            (
                "HealthCheckConfig: !If [Chosen, {Type: TCP}, !Ref AWS::NoValue], "
                "HealthCheckCustomConfig: !If [Chosen, !Ref AWS::NoValue, {}]"
            ),
            [],
        ),
    ],
)
def test_what_excludes_each_other(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9431") == expected
