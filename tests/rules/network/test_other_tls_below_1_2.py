import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Policy: {Type: String, Default: allow-all}
"""
RESOURCES = """  Balancer: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer}
  Web: {Type: AWS::CloudFront::Distribution, Properties: {DistributionConfig: {BODY}}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "DefaultCacheBehavior: {ViewerProtocolPolicy: !Ref Policy}",
            [
                (
                    "Resources/Web/Properties/DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy",
                    "ViewerProtocolPolicy allow-all (parameter Policy) is too weak; give redirect-to-https",
                )
            ],
        ),
        (
            "CacheBehaviors: [{ViewerProtocolPolicy: !If [IsUsed, allow-all, https-only]}]",
            [
                (
                    "Resources/Web/Properties/DistributionConfig/CacheBehaviors/0/ViewerProtocolPolicy/Fn::If/1",
                    "ViewerProtocolPolicy allow-all is too weak; give redirect-to-https",
                )
            ],
        ),
        (
            "DefaultCacheBehavior: {ViewerProtocolPolicy: !Ref Any}",
            [],
        ),
        (
            "DefaultCacheBehavior: {ViewerProtocolPolicy: redirect-to-https}",
            [],
        ),
        (
            "ViewerCertificate: {AcmCertificateArn: a, MinimumProtocolVersion: TLSv1}",
            [
                (
                    "Resources/Web/Properties/DistributionConfig/ViewerCertificate/MinimumProtocolVersion",
                    "MinimumProtocolVersion TLSv1 is too weak; give TLSv1.2_2021",
                )
            ],
        ),
        (
            "ViewerCertificate: {AcmCertificateArn: a, MinimumProtocolVersion: TLSv1.2_2021}",
            [],
        ),
        (
            "ViewerCertificate: {CloudFrontDefaultCertificate: true, MinimumProtocolVersion: TLSv1}",
            [],
        ),
        (
            "Origins: [{DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: http-only}}]",
            [
                (
                    "Resources/Web/Properties/DistributionConfig/Origins/0/CustomOriginConfig/OriginProtocolPolicy",
                    "OriginProtocolPolicy http-only is too weak; give https-only",
                )
            ],
        ),
        (
            "Origins: [{DomainName: !GetAtt Balancer.DNSName, CustomOriginConfig: {OriginProtocolPolicy: http-only}}]",
            [
                (
                    "Resources/Web/Properties/DistributionConfig/Origins/0/CustomOriginConfig/OriginProtocolPolicy",
                    "OriginProtocolPolicy http-only is too weak; give https-only",
                )
            ],
        ),
        (
            "Origins: [{DomainName: b.s3-website-eu-west-1.amazonaws.com, CustomOriginConfig: {OriginProtocolPolicy: http-only}}]",
            [],
        ),
        (
            "Origins: [{DomainName: !Ref Any, CustomOriginConfig: {OriginProtocolPolicy: http-only}}]",
            [],
        ),
        (
            "Origins: [{DomainName: a.example.com, CustomOriginConfig: {OriginProtocolPolicy: https-only, OriginSSLProtocols: [TLSv1, TLSv1.2]}}]",
            [
                (
                    "Resources/Web/Properties/DistributionConfig/Origins/0/CustomOriginConfig/OriginSSLProtocols/0",
                    "OriginSSLProtocols TLSv1 is too weak; give TLSv1.2 alone",
                )
            ],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9445") == expected


@pytest.mark.parametrize(
    ("kind", "body", "at", "message"),
    [
        (
            "OpenSearchService::Domain",
            "DomainEndpointOptions: {EnforceHTTPS: false}",
            "DomainEndpointOptions/EnforceHTTPS",
            "EnforceHTTPS false is too weak; give true",
        ),
        (
            "MSK::Cluster",
            "EncryptionInfo: {EncryptionInTransit: {ClientBroker: TLS_PLAINTEXT}}",
            "EncryptionInfo/EncryptionInTransit/ClientBroker",
            "ClientBroker TLS_PLAINTEXT is too weak; give TLS",
        ),
        (
            "MSK::Cluster",
            "EncryptionInfo: {EncryptionInTransit: {InCluster: false}}",
            "EncryptionInfo/EncryptionInTransit/InCluster",
            "InCluster false is too weak; give true",
        ),
        (
            "OpenSearchService::Domain",
            "NodeToNodeEncryptionOptions: {Enabled: false}",
            "NodeToNodeEncryptionOptions/Enabled",
            "Enabled false is too weak; give true",
        ),
        (
            "OpenSearchService::Domain",
            "DomainEndpointOptions: {TLSSecurityPolicy: Policy-Min-TLS-1-0-2019-07}",
            "DomainEndpointOptions/TLSSecurityPolicy",
            (
                "TLSSecurityPolicy Policy-Min-TLS-1-0-2019-07 is too weak; give "
                "Policy-Min-TLS-1-2-2019-07"
            ),
        ),
        (
            "RDS::DBProxy",
            "RequireTLS: false",
            "RequireTLS",
            "RequireTLS false is too weak; give true",
        ),
    ],
)
def test_others(kind: str, body: str, at: str, message: str) -> None:
    resource = f"  It: {{Type: AWS::{kind}, Properties: {{{body}}}}}\n"
    assert report(template(resource, ""), "W9445") == [(f"Resources/It/Properties/{at}", message)]
