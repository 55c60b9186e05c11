"""W9909."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.policies import Principal, of_holder
from axonflow_cfn.rule import DeployabilityRule, Finding

_SERVICE = "logging.s3.amazonaws.com"


class AccessLogsNotDelivered(DeployabilityRule):
    """Access logs of a bucket that go to one which does not take them."""

    id = "W9909"
    shortdesc = "Access logs of a bucket go to one that nobody may write them to"
    description = (
        "S3 takes the LoggingConfiguration and delivers nothing: the target needs a bucket policy "
        f"that allows s3:PutObject for {_SERVICE}. The ACL LogDeliveryWrite does as well, if the "
        "target has ACLs enabled."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html"
    )
    tags = ["resources", "s3", "logs"]
    bad = """
Resources:
  Logs: {Type: AWS::S3::Bucket, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}
  Bucket:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties: {LoggingConfiguration: {DestinationBucketName: !Ref Logs}}
"""
    good = (
        bad
        + """
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Logs
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: logging.s3.amazonaws.com}
            Action: s3:PutObject
            Resource: !Sub ${Logs.Arn}/*
            Condition: {StringEquals: {aws:SourceAccount: !Ref AWS::AccountId}}
"""
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow the logs of each bucket, and look for somebody who lets them in."""
        for bucket in model.of_type("AWS::S3::Bucket"):
            for name in bucket.values("LoggingConfiguration.DestinationBucketName"):
                target = name.follow("AWS::S3::Bucket")
                if target and not _by_acl(target) and not _by_policy(target):
                    yield Finding(
                        name.path,
                        f"{target.logical_id} does not let S3 write access logs; allow "
                        f"s3:PutObject for {_SERVICE} in a bucket policy",
                    )


def _by_acl(target: Resource) -> bool:
    """Whether an ACL may let the logs in."""
    return any(acl.text in {None, "LogDeliveryWrite"} for acl in target.values("AccessControl"))


def _by_policy(target: Resource) -> bool:
    """Whether a policy may let the logs in, of the template, a module or a custom resource."""
    model = target.model
    users = model.users_of(target.logical_id)
    if any(user.type.startswith(("Custom::", "AWS::CloudFormation::")) for user in users):
        return True
    if any(_is_module(resource.type) for resource in model.resources.values()):
        return True
    for policy in model.of_type("AWS::S3::BucketPolicy"):
        owners = [value.follow("AWS::S3::Bucket") for value in policy.values("Bucket")]
        if any(owner is None or owner.logical_id == target.logical_id for owner in owners):
            statements = of_holder(policy, "resource")
            if not statements or any(
                statement.effect != "Deny"
                and (not statement.principals or any(map(_may_be, statement.principals)))
                for statement in statements
            ):
                return True
    return False


def _is_module(kind: str) -> bool:
    return kind.endswith("::MODULE") or not kind.startswith(("AWS::", "Custom::"))


def _may_be(principal: Principal) -> bool:
    return principal.everybody or principal.value.text in {None, "*", _SERVICE}
