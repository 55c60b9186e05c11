"""W9536."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.policies import covers_action, of_holder
from axonflow_cfn.model.principals import label
from axonflow_cfn.rule import DeployabilityRule, Finding

# Services that publish by themselves, and so need the key of an encrypted topic or queue.
_EDGES = (
    ("AWS::CloudWatch::Alarm", "AlarmActions.*", "cloudwatch"),
    ("AWS::CloudWatch::CompositeAlarm", "AlarmActions.*", "cloudwatch"),
    ("AWS::Events::Rule", "Targets.*.Arn", "events"),
    ("AWS::SNS::Subscription", "Endpoint", "sns"),
)
_KEYS = {"AWS::SNS::Topic": "KmsMasterKeyId", "AWS::SQS::Queue": "KmsMasterKeyId"}
_OWNED_BY_AWS = {"alias/aws/sns", "alias/aws/sqs"}


class EncryptedTargetClosed(DeployabilityRule):
    """An encrypted topic or queue whose key its source may not use."""

    id = "W9536"
    shortdesc = "Alarm, rule or topic may not use the key of its encrypted target"
    description = (
        "The stack deploys, and alarms or events never arrive: CloudWatch, EventBridge and SNS "
        "need kms:GenerateDataKey* and kms:Decrypt on the key of an encrypted topic or queue. The "
        "keys alias/aws/sns and alias/aws/sqs can't allow it: use a key of your own whose policy "
        "names the service."
    )
    source_url = "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"
    tags = ["resources", "kms", "sns", "sqs", "cloudwatch"]
    bad = """
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: alias/aws/sns}}
  Alarm:
    Type: AWS::CloudWatch::Alarm
    Properties: {ComparisonOperator: LessThanThreshold, EvaluationPeriods: 1, Threshold: 1,
      MetricName: Requests, Namespace: App, Period: 60, Statistic: Sum,
      AlarmActions: [!Ref Topic]}
"""
    good = bad.replace(", Properties: {KmsMasterKeyId: alias/aws/sns}", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """From each source to the key of its target."""
        for kind, path, service in _EDGES:
            for source in model.of_type(kind):
                for value in source.values(path):
                    target = value.follow(*_KEYS)
                    for key in target.values(_KEYS[target.type]) if target else ():
                        own = key.follow("AWS::KMS::Key")
                        closed = key.text in _OWNED_BY_AWS or (own and not _lets_in(own, service))
                        if closed and target:
                            yield Finding(
                                value.path,
                                f"{service}.amazonaws.com may not use {key.shown}, the key of "
                                f"{target.logical_id}, so that nothing arrives; use a key whose "
                                "policy allows it kms:GenerateDataKey* and kms:Decrypt",
                            )


def _lets_in(key: Resource, service: str) -> bool:
    """Whether the policy of a key may let a service use it."""
    own = of_holder(key, "resource")
    for statement in own:
        if statement.effect == "Deny":
            continue
        uses = any(
            action.text is None or covers_action(action, "kms:GenerateDataKey")
            for action in statement.actions
        )
        for principal in statement.principals:
            name = principal.value.text
            who = name is None or name == "*" or label(name) == service
            if uses and who and principal.kind in {"Service", "*"}:
                return True
    return not own
