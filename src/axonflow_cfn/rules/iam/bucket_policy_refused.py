"""E9530."""

from collections.abc import Iterator
from dataclasses import replace

from axonflow_cfn.model import Reference, TemplateModel, Value
from axonflow_cfn.model.permissions import acts_on, covered
from axonflow_cfn.model.policies import of_holder
from axonflow_cfn.rule import DeployabilityRule, Finding

_FIELDS = 6


class BucketPolicyRefused(DeployabilityRule):
    """A bucket policy that S3 does not take."""

    id = "E9530"
    shortdesc = "Bucket policy names another bucket, or an action no resource of it has"
    description = (
        "S3 refuses a bucket policy with the ARN of another bucket (Policy has invalid resource) "
        "and one whose action none of the resources has (Action does not apply to any resource(s) "
        "in statement): object actions take the bucket's ARN with /*, bucket actions the one "
        "without."
    )
    source_url = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html"
    tags = ["resources", "s3", "iam"]
    bad = """
Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {AWS: !Ref AWS::AccountId}
            Action: s3:GetObject
            Resource: !GetAtt Bucket.Arn
"""
    good = bad.replace("!GetAtt Bucket.Arn", "!Sub '${Bucket.Arn}/*'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Match actions and resources of each statement, and these with the bucket."""
        for policy in model.of_type("AWS::S3::BucketPolicy"):
            buckets = list(policy.values("Bucket"))
            for statement in of_holder(policy, "resource"):
                for resource in statement.resources:
                    if len(buckets) == 1 and _is_other(resource, buckets[0]):
                        yield Finding(
                            resource.path,
                            f"{resource.shown} is not of the bucket {buckets[0].shown}, whose "
                            "policy this is",
                        )
                for action in statement.actions:
                    names = covered(action.text or "")
                    found = {acts_on(one, name) for one in names for name in statement.resources}
                    if found == {False}:
                        shown = ", ".join(one.shown for one in statement.resources)
                        yield Finding(
                            action.path,
                            f"{action.shown} does not apply to {shown}; objects are <bucket>/*",
                        )


def _is_other(resource: Value, bucket: Value) -> bool:
    """Whether an ARN is certainly of another bucket."""
    first = resource.parts[0] if resource.parts else ""
    if isinstance(first, Reference):
        own = bucket.reference
        other = replace(resource, data=first).follow("AWS::S3::Bucket")
        return bool(own and other and other.logical_id != own.logical_id)
    named = bucket.follow("AWS::S3::Bucket")
    names = {value.text for value in (named.values("BucketName") if named else (bucket,))}
    fields = (resource.text or "").split(":", 5)
    if len(names) != 1 or None in names or len(fields) < _FIELDS:
        return False
    name = fields[-1].partition("/")[0]
    return not set("*?") & set(name) and name not in names
