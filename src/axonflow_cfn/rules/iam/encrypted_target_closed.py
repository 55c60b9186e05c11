"""W9536."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.invocations import who
from axonflow_cfn.model.policies import Statement, covers_action, of_holder
from axonflow_cfn.rule import DeployabilityRule, Finding

# Services that publish by themselves, and so need the key of an encrypted topic or queue: where the
# target stands, and how a key policy calls the service.
_ALARMS = ("AlarmActions.*", "OKActions.*", "InsufficientDataActions.*")
_EDGES = (
    ("AWS::CloudWatch::Alarm", _ALARMS, ("cloudwatch",)),
    ("AWS::CloudWatch::CompositeAlarm", _ALARMS, ("cloudwatch",)),
    ("AWS::Events::Rule", ("Targets.*", "Targets.*.DeadLetterConfig.Arn"), ("events",)),
    ("AWS::RDS::EventSubscription", ("SnsTopicArn",), ("events.rds", "rds")),
    (
        "AWS::S3::Bucket",
        (
            "NotificationConfiguration.TopicConfigurations.*.Topic",
            "NotificationConfiguration.QueueConfigurations.*.Queue",
        ),
        ("s3",),
    ),
    ("AWS::SNS::Subscription", ("Endpoint", "RedrivePolicy.deadLetterTargetArn"), ("sns",)),
    ("AWS::SNS::Topic", ("Subscription.*.Endpoint",), ("sns",)),
)
_KEYS = {"AWS::SNS::Topic": "KmsMasterKeyId", "AWS::SQS::Queue": "KmsMasterKeyId"}
_OWNED_BY_AWS = {"alias/aws/sns", "alias/aws/sqs"}
_NEEDED = ("kms:Decrypt", "kms:GenerateDataKey")
# EventBridge does not say for which rule it publishes to a topic.
# https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
_SOURCES = {"aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid"}


class EncryptedTargetClosed(DeployabilityRule):
    """An encrypted topic or queue whose key its source may not use."""

    id = "W9536"
    shortdesc = "Alarm, rule or topic may not use the key of its encrypted target"
    description = (
        "The stack deploys, and alarms or events never arrive (S3 even refuses the notification): "
        "CloudWatch, EventBridge, RDS, S3 and SNS need kms:GenerateDataKey* and kms:Decrypt on the "
        "key of an encrypted topic or queue, EventBridge without a condition on aws:SourceArn or "
        "aws:SourceAccount. The keys alias/aws/sns and alias/aws/sqs can't allow it: use a key of "
        "your own whose policy names the service."
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
        for kind, paths, services in _EDGES:
            for source in model.of_type(kind):
                said = set()
                for path in paths:
                    for value in source.values(path):
                        for arn in _delivered(value):
                            finding = _closed(arn, services)
                            if finding and finding.message not in said:
                                said.add(finding.message)
                                yield finding


def _delivered(value: Value) -> Iterator[Value]:
    """The target itself; of a rule's target, the one that EventBridge uses no role for."""
    if not isinstance(value.data, dict):
        yield value
        return
    for arn, role in value.cases("Arn", "RoleArn"):
        if role.absent:
            yield arn


def _closed(arn: Value, services: tuple[str, ...]) -> Finding | None:
    target = arn.follow(*_KEYS)
    for key in target.values(_KEYS[target.type]) if target else ():
        own = _key(key)
        closed = key.text in _OWNED_BY_AWS or (own and not _lets_in(own, services, target))
        if closed and target:
            return Finding(
                arn.path,
                f"{services[0]}.amazonaws.com may not use {key.shown}, the key of "
                f"{target.logical_id}, so that nothing arrives; use a key whose policy allows it "
                "kms:GenerateDataKey* and kms:Decrypt",
            )
    return None


def _key(value: Value) -> Resource | None:
    """The key of the template behind its id, its ARN, or its alias."""
    aliases = value.model.of_type("AWS::KMS::Alias")
    named = {a.logical_id for a in aliases for n in a.values("AliasName") if value.equals(n)}
    if value.reference:
        named.add(value.reference.logical_id)
    for alias in aliases:
        under = alias.given(value.when) if alias.logical_id in named else None
        for key in under.values("TargetKeyId") if under else ():
            return key.follow("AWS::KMS::Key")
    return value.follow("AWS::KMS::Key")


def _lets_in(key: Resource, services: tuple[str, ...], target: Resource | None) -> bool:
    """Whether the policy of a key may let a service use it."""
    own = [one for one in of_holder(key, "resource") if one.origin.given(key.when)]
    theirs = [one for one in own if _is_for(one, services)]
    if services == ("events",) and target and target.type == "AWS::SNS::Topic":
        theirs = [one for one in theirs if not _asks_for_source(one)]
    return not own or all(any(_may(one, action) for one in theirs) for action in _NEEDED)


def _asks_for_source(statement: Statement) -> bool:
    return any(
        test.key.lower() in _SOURCES and re.fullmatch("(string|arn)(equals|like)", operator)
        for test in statement.tests
        if (operator := test.operator.lower())
    )


def _is_for(statement: Statement, services: tuple[str, ...]) -> bool:
    if statement.effect == "Deny":
        return False
    names = {who(one.value) for one in statement.principals if one.kind in {"Service", "*"}}
    anybody = not statement.principals or any(one.everybody for one in statement.principals)
    return anybody or bool(names & {None, *services})


def _may(statement: Statement, action: str) -> bool:
    return bool(statement.not_actions) or any(
        one.text is None or covers_action(one, action) for one in statement.actions
    )
