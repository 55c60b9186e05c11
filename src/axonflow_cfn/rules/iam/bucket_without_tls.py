"""I9531."""

from collections.abc import Iterator

from axonflow_cfn.model import UNKNOWN, TemplateModel
from axonflow_cfn.model.policies import of_holder
from axonflow_cfn.rule import DeployabilityRule, Finding


class BucketWithoutTls(DeployabilityRule):
    """A bucket policy that does not demand TLS."""

    id = "I9531"
    shortdesc = "Bucket policy accepts requests without TLS"
    description = (
        "S3 answers plain HTTP as well. A statement that denies s3:* while aws:SecureTransport is "
        "false closes that; add it to the bucket's policy."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html"
    )
    tags = ["resources", "s3", "security"]
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
            Resource: !Sub ${Bucket.Arn}/*
"""
    good = (
        bad
        + """
          - Effect: Deny
            Principal: '*'
            Action: s3:*
            Resource: [!GetAtt Bucket.Arn, !Sub '${Bucket.Arn}/*']
            Condition: {Bool: {'aws:SecureTransport': false}}
"""
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for the statement in each bucket policy."""
        for policy in model.of_type("AWS::S3::BucketPolicy"):
            found = of_holder(policy, "resource")
            demands = any(s.tested("aws:SecureTransport", "s3:TlsVersion") for s in found)
            items = policy.values("PolicyDocument.Statement.*")
            unknown = any(item.data is UNKNOWN for item in items) or any(
                s.conditional and not s.tests for s in found
            )
            if found and not demands and not unknown:
                yield Finding(
                    policy.path,
                    f"{policy.logical_id} accepts requests without TLS; deny those whose "
                    "aws:SecureTransport is false",
                )
