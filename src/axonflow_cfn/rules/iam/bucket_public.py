"""W9529."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_PUBLIC = {"AuthenticatedRead", "PublicRead", "PublicReadWrite"}
_BLOCKS = (
    "BlockPublicAcls",
    "BlockPublicPolicy",
    "IgnorePublicAcls",
    "RestrictPublicBuckets",
)


class BucketPublic(DeployabilityRule):
    """A bucket that gives up its protection from the public."""

    id = "W9529"
    shortdesc = "Bucket is public, or its protection is switched off"
    description = (
        "New buckets block public access by themselves; a public AccessControl, or false in the "
        "PublicAccessBlockConfiguration, opens that door. Remove it, and serve files through "
        "CloudFront with an origin access control."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/"
        "access-control-block-public-access.html"
    )
    tags = ["resources", "s3", "security"]
    bad = """
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      PublicAccessBlockConfiguration: {BlockPublicAcls: false, BlockPublicPolicy: true,
        IgnorePublicAcls: true, RestrictPublicBuckets: true}
"""
    good = bad.replace("false", "true")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what each bucket states."""
        for bucket in model.of_type("AWS::S3::Bucket"):
            for acl in bucket.values("AccessControl"):
                if acl.text in _PUBLIC:
                    yield Finding(
                        acl.path,
                        f"AccessControl {acl.shown} opens {bucket.logical_id} to everybody; remove "
                        "it",
                    )
            for block in bucket.values("PublicAccessBlockConfiguration"):
                for name in _BLOCKS:
                    for value in block.values(name):
                        if value.flag is False:
                            yield Finding(
                                value.path,
                                f"{name} {value.shown} lets {bucket.logical_id} become public; set "
                                "it to true",
                            )
