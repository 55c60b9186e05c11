"""E9238."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_REGION = 3
"""The field of an ARN that holds the Region."""


class CloudfrontCertificateOfOtherRegion(DeployabilityRule):
    """A CloudFront distribution with a certificate of another Region."""

    id = "E9238"
    shortdesc = "CloudFront certificate is not in us-east-1"
    description = (
        "CloudFront refuses the distribution: it takes ACM certificates from us-east-1 only, "
        "wherever the stack is. Request the certificate there."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/"
        "cnames-and-https-requirements.html"
    )
    tags = ["resources", "cloudfront", "acm"]
    bad = """
Resources:
  Distribution:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        Origins: [{Id: web, DomainName: www.example.com, S3OriginConfig: {}}]
        DefaultCacheBehavior: {TargetOriginId: web, ViewerProtocolPolicy: https-only}
        ViewerCertificate:
          SslSupportMethod: sni-only
          AcmCertificateArn: arn:aws:acm:eu-west-1:123456789012:certificate/one
"""
    good = bad.replace("eu-west-1", "us-east-1")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Read the Region out of literal ARNs."""
        for distribution in model.of_type("AWS::CloudFront::Distribution"):
            for arn in distribution.values(
                "DistributionConfig.ViewerCertificate.AcmCertificateArn"
            ):
                parts = (arn.text or "").split(":")
                if len(parts) > _REGION and parts[_REGION] != "us-east-1" and parts[1] == "aws":
                    yield Finding(
                        arn.path,
                        f"CloudFront takes certificates of us-east-1 only, this one is in "
                        f"{parts[_REGION]}; request it there",
                    )
