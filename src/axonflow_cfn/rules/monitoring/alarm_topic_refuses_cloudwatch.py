"""W9877."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.resource_policies import could_allow, policies_elsewhere, policies_of
from axonflow_cfn.rule import DeployabilityRule, Finding

_SERVICE = "cloudwatch.amazonaws.com"
_TOPIC = "AWS::SNS::Topic"


class AlarmTopicRefusesCloudwatch(DeployabilityRule):
    """An alarm that tells a topic which does not listen."""

    id = "W9877"
    shortdesc = "Topic of an alarm does not let CloudWatch publish"
    description = (
        "The alarm goes off and nobody hears of it. A topic encrypted with alias/aws/sns is closed "
        "to CloudWatch, since the policy of that key can't be changed; a key of one's own must "
        "allow cloudwatch.amazonaws.com kms:Decrypt and kms:GenerateDataKey*; a topic policy of "
        "one's own replaces the default one and must allow cloudwatch.amazonaws.com sns:Publish."
    )
    source_url = (
        "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"
        "#compatibility-with-aws-services"
    )
    tags = ["resources", "cloudwatch", "sns", "kms"]
    bad = """
Resources:
  Topic: {Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: alias/aws/sns}}
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmActions: [!Ref Topic]
      Namespace: App
      MetricName: Errors
      Statistic: Sum
      Period: 60
      EvaluationPeriods: 3
      Threshold: 10
      ComparisonOperator: GreaterThanThreshold
"""
    good = bad.replace("{Type: AWS::SNS::Topic, Properties: {KmsMasterKeyId: alias/aws/sns}}",
                       "{Type: AWS::SNS::Topic}")  # fmt: skip

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow the actions to topics of the template."""
        for alarm in model.of_type("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"):
            for action in alarm.values("AlarmActions.*"):
                topic = action.follow(_TOPIC)
                for problem in _problems(topic) if topic else ():
                    yield Finding(action.path, problem)


def _problems(topic: Resource) -> Iterator[str]:
    name = topic.logical_id
    for key in topic.values("KmsMasterKeyId"):
        if key.text == "alias/aws/sns":
            yield (
                f"CloudWatch can't publish to {name}, which is encrypted with alias/aws/sns; "
                "use a key of your own that admits it, or none"
            )
        own = key.follow("AWS::KMS::Key")
        if own and not could_allow(own.values("KeyPolicy"), _SERVICE, "kms:Decrypt"):
            yield (
                f"CloudWatch can't publish to {name}: the policy of {own.logical_id} does not "
                f"allow {_SERVICE} kms:Decrypt"
            )
    policies = policies_of(topic)
    if policies and not policies_elsewhere(topic.model, _TOPIC):
        documents = [value for policy in policies for value in policy.values("PolicyDocument")]
        if not could_allow(documents, _SERVICE, "sns:Publish"):
            yield (
                f"CloudWatch can't publish to {name}: {policies[0].logical_id} replaces the "
                f"default policy and does not allow {_SERVICE} sns:Publish"
            )
