"""W9445."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_CACHES = ("DefaultCacheBehavior", "CacheBehaviors.*")
_OLD = ("SSLv3", "TLSv1", "TLSv1_2016", "TLSv1.1", "TLSv1.1_2016")
# Type, property, values that let traffic pass in clear or under an old protocol, what to give.
# https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html
_SETTINGS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("AWS::ApiGateway::DomainName", "SecurityPolicy", ("TLS_1_0",), "TLS_1_2"),
    *(
        (
            "AWS::CloudFront::Distribution",
            f"DistributionConfig.{where}.ViewerProtocolPolicy",
            ("allow-all",),
            "redirect-to-https",
        )
        for where in _CACHES
    ),
    (
        "AWS::CloudFront::Distribution",
        "DistributionConfig.Origins.*.CustomOriginConfig.OriginSSLProtocols.*",
        _OLD,
        "TLSv1.2 alone",
    ),
    (
        "AWS::MSK::Cluster",
        "EncryptionInfo.EncryptionInTransit.ClientBroker",
        ("PLAINTEXT", "TLS_PLAINTEXT"),
        "TLS",
    ),
    ("AWS::MSK::Cluster", "EncryptionInfo.EncryptionInTransit.InCluster", ("false",), "true"),
    (
        "AWS::OpenSearchService::Domain",
        "DomainEndpointOptions.TLSSecurityPolicy",
        ("Policy-Min-TLS-1-0-2019-07",),
        "Policy-Min-TLS-1-2-2019-07",
    ),
    ("AWS::OpenSearchService::Domain", "DomainEndpointOptions.EnforceHTTPS", ("false",), "true"),
    (
        "AWS::OpenSearchService::Domain",
        "NodeToNodeEncryptionOptions.Enabled",
        ("false",),
        "true",
    ),
    ("AWS::RDS::DBProxy", "RequireTLS", ("false",), "true"),
)


class OtherTlsBelow12(DeployabilityRule):
    """A distribution, domain or proxy that takes clear text or an old TLS."""

    id = "W9445"
    shortdesc = "Distribution, domain or proxy takes clear text or old TLS"
    description = (
        "Whoever is on the way can read or change what is sent: the setting lets clients connect "
        "without TLS, or with a version below 1.2, which has known weaknesses. Require TLS 1.2."
    )
    source_url = (
        "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/"
        "sec_protect_data_transit_encrypt.html"
    )
    tags = ["resources", "security", "tls"]
    bad = """
Resources:
  Domain:
    Type: AWS::ApiGateway::DomainName
    Properties: {DomainName: api.example.com, SecurityPolicy: TLS_1_0}
"""
    good = bad.replace("TLS_1_0", "TLS_1_2")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each setting with the values that are too weak."""
        for kind, path, weak, better in _SETTINGS:
            for resource in model.of_type(kind):
                for value in resource.values(path):
                    if value.text in weak:
                        keys = [key for key in path.split(".") if key != "*"]
                        yield Finding(
                            value.path, f"{keys[-1]} {value.shown} is too weak; give {better}"
                        )
        for distribution in model.of_type("AWS::CloudFront::Distribution"):
            yield from _distribution(distribution)


def _distribution(distribution: Resource) -> Iterator[Finding]:
    for viewer in distribution.values("DistributionConfig.ViewerCertificate"):
        for version, default in viewer.cases(
            "MinimumProtocolVersion", "CloudFrontDefaultCertificate"
        ):
            # With the certificate of CloudFront the version is not one's own to choose.
            if version.text in _OLD and (default.absent or default.flag is False):
                yield Finding(
                    version.path,
                    f"MinimumProtocolVersion {version.shown} is too weak; give TLSv1.2_2021",
                )
    for origin in distribution.values("DistributionConfig.Origins.*"):
        for name, policy in origin.cases("DomainName", "CustomOriginConfig.OriginProtocolPolicy"):
            # The website of a bucket speaks nothing but HTTP.
            known = name.text is not None and "s3-website" not in name.text
            balancer = name.follow("AWS::ElasticLoadBalancingV2::LoadBalancer")
            if policy.text == "http-only" and (known or balancer):
                yield Finding(
                    policy.path, "OriginProtocolPolicy http-only is too weak; give https-only"
                )
