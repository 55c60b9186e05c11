"""E9918."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_LOGS = (
    ("AWS::CloudFront::Distribution", "DistributionConfig.Logging.Bucket"),
    ("AWS::CloudFront::StreamingDistribution", "StreamingDistributionConfig.Logging.Bucket"),
)
_OWNERSHIP = "OwnershipControls.Rules.0.ObjectOwnership"


class LogBucketWithoutAcls(DeployabilityRule):
    """A bucket that CloudFront can't put its logs into."""

    id = "E9918"
    shortdesc = "CloudFront logs to a bucket that has ACLs disabled"
    description = (
        "CloudFront writes its standard logs by an ACL and refuses the distribution otherwise "
        "('The S3 bucket that you specified for CloudFront logs does not enable ACL access'). A "
        "new bucket has ACLs disabled unless OwnershipControls say BucketOwnerPreferred or "
        "ObjectWriter."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/"
        "standard-logging-legacy-s3.html"
    )
    tags = ["resources", "cloudfront", "s3", "logs"]
    bad = """
Resources:
  Logs:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties: {OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerEnforced}]}}
  Distribution:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: true
        DefaultCacheBehavior: {TargetOriginId: x, ViewerProtocolPolicy: https-only}
        Origins: [{Id: x, DomainName: example.org, CustomOriginConfig: {
          OriginProtocolPolicy: https-only}}]
        Logging: {Bucket: !GetAtt Logs.DomainName}
"""
    good = bad.replace("BucketOwnerEnforced", "BucketOwnerPreferred")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow the logs of each distribution to their bucket."""
        for kind, path in _LOGS:
            for distribution in model.of_type(kind):
                for address in distribution.values(path):
                    bucket = _bucket(address)
                    for ownership, acl in (
                        bucket.cases(_OWNERSHIP, "AccessControl") if bucket else ()
                    ):
                        # An ACL without OwnershipControls fails at the bucket already.
                        if bucket and (
                            ownership.text == "BucketOwnerEnforced"
                            or (ownership.absent and acl.absent)
                        ):
                            yield Finding(
                                address.path,
                                f"{bucket.logical_id} has ACLs disabled, by which CloudFront "
                                "writes logs; give it OwnershipControls with BucketOwnerPreferred",
                            )


def _bucket(address: Value) -> Resource | None:
    """The bucket of a domain name: of an attribute, or name.s3.amazonaws.com put together."""
    first = address.parts[0] if address.parts else None
    if not isinstance(first, Reference):
        return None
    return address.but(data=first).follow("AWS::S3::Bucket")
