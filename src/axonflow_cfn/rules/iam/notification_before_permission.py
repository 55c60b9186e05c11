"""E9532."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.invocations import TARGETS, grants
from axonflow_cfn.rule import DeployabilityRule, Finding

# Sources that try their target while they are created.
_EDGES = (
    ("AWS::Logs::SubscriptionFilter", "DestinationArn", "logs"),
    ("AWS::S3::Bucket", "NotificationConfiguration.LambdaConfigurations.*.Function", "s3"),
    ("AWS::S3::Bucket", "NotificationConfiguration.QueueConfigurations.*.Queue", "s3"),
    ("AWS::S3::Bucket", "NotificationConfiguration.TopicConfigurations.*.Topic", "s3"),
)


class NotificationBeforePermission(DeployabilityRule):
    """A bucket or log group that notifies what it may not yet."""

    id = "E9532"
    shortdesc = "Notification target does not let the service in beforehand"
    description = (
        "S3 and CloudWatch Logs try the target while the notification or subscription is created, "
        "and refuse it (Unable to validate the following destination configurations; Could not "
        "execute the lambda function). Add the AWS::Lambda::Permission, queue or topic policy, and "
        "let the source DependsOn it; for its SourceArn use the bucket's name, not its reference."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-s3-bucket-notificationconfiguration.html"
    )
    tags = ["resources", "s3", "logs", "lambda"]
    bad = """
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      NotificationConfiguration:
        QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !GetAtt Queue.Arn}]
"""
    good = """
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
            Principal: {Service: s3.amazonaws.com}
            Action: sqs:SendMessage
            Resource: !GetAtt Queue.Arn
            Condition: {StringEquals: {'aws:SourceAccount': !Ref AWS::AccountId}}
  Bucket:
    Type: AWS::S3::Bucket
    DependsOn: Policy
    Properties:
      NotificationConfiguration:
        QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !GetAtt Queue.Arn}]
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each source to its target, to what lets it in, and to the order."""
        for kind, path, service in _EDGES:
            for source in model.of_type(kind):
                for value in source.values(path):
                    target = value.follow(*TARGETS)
                    problem = _problem(source, value, target, service) if target else None
                    if problem:
                        yield Finding(value.path, problem)


def _problem(source: Resource, value: Value, target: Resource, service: str) -> str | None:
    found = grants(target, service)
    if found is None or value.given(target.when) is None:
        return None
    if not found:
        return f"{target.logical_id} does not let {service}.amazonaws.com in; add a permission"
    if source.model.waits_for(source.logical_id).isdisjoint(one.logical_id for one in found):
        names = " or ".join(sorted(one.logical_id for one in found))
        return f"{source.logical_id} may be created before {names} lets it in; add DependsOn"
    return None
