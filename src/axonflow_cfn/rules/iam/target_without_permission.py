"""W9533."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.invocations import EDGES, TARGETS, grants, policies
from axonflow_cfn.rule import DeployabilityRule, Finding

_NEEDED = {"events", "sns"}


class TargetWithoutPermission(DeployabilityRule):
    """An event that its target never gets."""

    id = "W9533"
    shortdesc = "Function, queue or topic does not let its source in"
    description = (
        "The stack deploys, and the events, messages or alarms are dropped: a function needs an "
        "AWS::Lambda::Permission for the service, a queue a policy, and a topic with a policy of "
        "its own no longer lets the services of the account publish. Allow the service there."
    )
    source_url = (
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html"
    )
    tags = ["resources", "events", "sns", "sqs", "lambda"]
    bad = """
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      ScheduleExpression: rate(1 day)
      Targets: [{Id: queue, Arn: !GetAtt Queue.Arn}]
"""
    good = (
        bad
        + """
  Policy:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Queue]
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: events.amazonaws.com}
            Action: sqs:SendMessage
            Resource: !GetAtt Queue.Arn
            Condition: {ArnEquals: {'aws:SourceArn': !GetAtt Rule.Arn}}
"""
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each source to its target, and to what lets it in."""
        for kind, path, service in EDGES:
            for source in model.of_type(kind):
                for value in source.values(path):
                    target = value.follow(*TARGETS)
                    if target and not _is_let_in(value, target, service):
                        yield Finding(
                            value.path,
                            f"{target.logical_id} does not let {service}.amazonaws.com in, so that "
                            f"nothing of {source.logical_id} arrives; allow it there",
                        )


def _is_let_in(value: Value, target: Resource, service: str) -> bool:
    """Whether a source may be let in, as far as the template tells."""
    topic = target.type == "AWS::SNS::Topic"
    # Without a policy of its own a topic takes what the services of the account publish, events
    # excepted; a queue and a function take nothing.
    if topic and service != "events" and not policies(target):
        return True
    role = any(True for _ in value.model.resources[str(value.path[1])].values("Targets.*.RoleArn"))
    if service == "events" and role:
        return True
    return grants(target, service) != []
