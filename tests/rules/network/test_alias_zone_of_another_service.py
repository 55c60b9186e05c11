import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: Z2FDTNDATAQYW2}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties: {SubnetMappings: !ImportValue subnets}
  Distribution: {Type: AWS::CloudFront::Distribution}
  Record:
    Type: AWS::Route53::RecordSet
    Properties:
      HostedZoneId: !Ref Any
      Name: www.example.com
      Type: A
      AliasTarget: {VALUE}
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "DNSName: !GetAtt Balancer.DNSName, HostedZoneId: !Ref Any",
            [
                (
                    "Resources/Record/Properties/AliasTarget/HostedZoneId",
                    (
                        "HostedZoneId ${Any} is not that of ${Balancer.DNSName}; use "
                        "GetAtt CanonicalHostedZoneID"
                    ),
                ),
            ],
        ),
        (
            "DNSName: !GetAtt Balancer.DNSName, HostedZoneId: !Ref Pick",
            [
                (
                    "Resources/Record/Properties/AliasTarget/HostedZoneId",
                    (
                        "HostedZoneId Z2FDTNDATAQYW2 (parameter Pick) is not that of "
                        "${Balancer.DNSName}; use GetAtt CanonicalHostedZoneID"
                    ),
                ),
            ],
        ),
        (
            (
                "DNSName: !GetAtt Balancer.DNSName, HostedZoneId: !If [Chosen, !Ref Any, "
                "!GetAtt Balancer.CanonicalHostedZoneID]"
            ),
            [
                (
                    "Resources/Record/Properties/AliasTarget/HostedZoneId/Fn::If/1",
                    (
                        "HostedZoneId ${Any} is not that of ${Balancer.DNSName}; use "
                        "GetAtt CanonicalHostedZoneID"
                    ),
                ),
            ],
        ),
        (
            "DNSName: !GetAtt Distribution.DomainName, HostedZoneId: Z35SXDOTRQ7X7K",
            [
                (
                    "Resources/Record/Properties/AliasTarget/HostedZoneId",
                    (
                        "HostedZoneId Z35SXDOTRQ7X7K is not that of "
                        "${Distribution.DomainName}; use Z2FDTNDATAQYW2"
                    ),
                ),
            ],
        ),
        ("DNSName: !GetAtt Distribution.DomainName, HostedZoneId: Z2FDTNDATAQYW2", []),
        (
            (
                "DNSName: !GetAtt Balancer.DNSName, HostedZoneId: !GetAtt "
                "Balancer.CanonicalHostedZoneID"
            ),
            [],
        ),
        ("DNSName: !GetAtt Balancer.DNSName, HostedZoneId: !ImportValue zone", []),
        ("DNSName: !Ref Any, HostedZoneId: !Ref Any", []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9426") == expected
