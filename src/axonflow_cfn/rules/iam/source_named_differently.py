"""W9548."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.invocations import EDGES, TARGETS, named_sources
from axonflow_cfn.rule import DeployabilityRule, Finding


class SourceNamedDifferently(DeployabilityRule):
    """A policy that lets another source in than the one that sends."""

    id = "W9548"
    shortdesc = "Policy of the target lets another source in than the one that sends"
    description = (
        "The service is allowed, but only on behalf of another topic or rule (aws:SourceArn, "
        "SourceArn), so what this one sends is dropped. Name this source, or both."
    )
    source_url = (
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/"
        "reference_policies_condition-keys.html#condition-keys-sourcearn"
    )
    tags = ["resources", "sns", "sqs", "lambda", "events"]
    bad = """
Resources:
  Orders: {Type: AWS::SNS::Topic}
  Alarms: {Type: AWS::SNS::Topic}
  Queue: {Type: AWS::SQS::Queue}
  Subscription:
    Type: AWS::SNS::Subscription
    Properties: {TopicArn: !Ref Orders, Protocol: sqs, Endpoint: !GetAtt Queue.Arn}
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
            Condition: {ArnEquals: {'aws:SourceArn': !Ref Alarms}}
"""
    good = bad.replace("!Ref Alarms", "!Ref Orders")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each source to its target, and to the sources that this one names."""
        for kind, path, service in EDGES:
            for source in model.of_type(kind):
                sender = _sender(source)
                for value in source.values(path):
                    target = value.follow(*TARGETS)
                    named = named_sources(target, service) if target else None
                    if target and named and sender and sender not in named:
                        yield Finding(
                            value.path,
                            f"{target.logical_id} lets {service}.amazonaws.com in for "
                            f"{' and '.join(sorted(named))} only; name {sender} there",
                        )


def _sender(source: Resource) -> str | None:
    """Whose ARN the service gives as the source."""
    if source.type != "AWS::SNS::Subscription":
        return source.logical_id
    topics = [topic.reference for topic in source.values("TopicArn")]
    return topics[0].logical_id if len(topics) == 1 and topics[0] else None
