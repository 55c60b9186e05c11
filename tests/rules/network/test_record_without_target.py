import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: "300"}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {SubnetMappings: !ImportValue subnets}
  Record:
    Type: AWS::Route53::RecordSet
    Properties: {HostedZoneId: !Ref Any, Name: www.example.com, VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "Type: A",
            [
                (
                    "Resources/Record/Properties",
                    "record set has no target; give AliasTarget or ResourceRecords",
                ),
            ],
        ),
        (
            "Type: A, ResourceRecords: [192.0.2.1]",
            [
                (
                    "Resources/Record/Properties/ResourceRecords",
                    "ResourceRecords need a TTL; add it",
                ),
            ],
        ),
        (
            (
                "Type: A, ResourceRecords: [192.0.2.1], TTL: !If [Chosen, '300', !Ref "
                "'AWS::NoValue']"
            ),
            [
                (
                    "Resources/Record/Properties/ResourceRecords",
                    "ResourceRecords need a TTL; add it",
                ),
            ],
        ),
        ("Type: A, ResourceRecords: [192.0.2.1], TTL: !Ref Pick", []),
        ("Type: A, ResourceRecords: [192.0.2.1], TTL: !Ref Any", []),
        (
            ("Type: A, ResourceRecords: [192.0.2.1], AliasTarget: {DNSName: a, HostedZoneId: b}"),
            [
                (
                    "Resources/Record/Properties/ResourceRecords",
                    "record set has AliasTarget and ResourceRecords; remove one",
                ),
            ],
        ),
        (
            (
                "Type: CNAME, AliasTarget: {DNSName: !GetAtt Balancer.DNSName, "
                "HostedZoneId: !GetAtt Balancer.CanonicalHostedZoneID}"
            ),
            [
                (
                    "Resources/Record/Properties/Type",
                    "an alias of ${Balancer.DNSName} is of type A or AAAA, not CNAME",
                ),
            ],
        ),
        (
            (
                "Type: AAAA, AliasTarget: {DNSName: !GetAtt Balancer.DNSName, HostedZoneId: "
                "!GetAtt Balancer.CanonicalHostedZoneID}"
            ),
            [],
        ),
        ("Type: !Ref Any, AliasTarget: !ImportValue alias", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9425") == expected
