"""W9540."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.policies import of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

_HOLDERS = {
    "AWS::S3::BucketPolicy",
    "AWS::SecretsManager::ResourcePolicy",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::QueuePolicy",
}
# Services that act for whoever configured them, and pass that on in these keys.
# https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
_SERVICES = {
    "cloudtrail.amazonaws.com",
    "cloudwatch.amazonaws.com",
    "config.amazonaws.com",
    "delivery.logs.amazonaws.com",
    "events.amazonaws.com",
    "s3.amazonaws.com",
    "ses.amazonaws.com",
    "sns.amazonaws.com",
}
_KEYS = (
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceOrgID",
    "aws:SourceOrgPaths",
    "aws:SourceOwner",
)


class ServiceAllowedForAnyAccount(DeployabilityRule):
    """A bucket, queue or topic that a service may fill for anybody."""

    id = "W9540"
    shortdesc = "Service may use the resource on behalf of any account"
    description = (
        "S3, SNS, EventBridge and others act for whoever configures them: without a Condition on "
        "aws:SourceArn or aws:SourceAccount, the buckets, topics and rules of every account may "
        "send here. Add the Condition."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"
    tags = ["resources", "iam", "security"]
    bad = """
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: sns.amazonaws.com}
            Action: sqs:SendMessage
            Resource: !GetAtt Queue.Arn
"""
    good = (
        bad + "            Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}\n"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the services that a resource lets in."""
        for statement in of_kind(model, "resource"):
            hidden = statement.conditional and not statement.tests
            if statement.holder.type not in _HOLDERS or statement.effect != "Allow" or hidden:
                continue
            for principal in statement.principals:
                if principal.value.text in _SERVICES and not statement.tested(*_KEYS):
                    yield Finding(
                        principal.value.path,
                        f"{principal.value.shown} may use this for any account; add a Condition on "
                        "aws:SourceArn or aws:SourceAccount",
                    )
