"""E9868."""

import re
from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.values import Symbol, show
from axonflow_cfn.rule import DeployabilityRule, Finding

_KINDS: dict[str, tuple[str | None, ...]] = {
    "AWS::ApplicationAutoScaling::ScalingPolicy": (None, "Arn"),
    "AWS::AutoScaling::ScalingPolicy": (None, "Arn"),
    "AWS::Lambda::Alias": (None, "AliasArn"),
    "AWS::Lambda::Function": ("Arn",),
    "AWS::Lambda::Version": (None, "FunctionArn"),
    "AWS::SNS::Topic": (None, "TopicArn"),
}
# Types of which it is certain that an alarm can't call them.
_OTHERS = (
    *("AWS::SQS::Queue", "AWS::Events::Rule", "AWS::Events::EventBus", "AWS::IAM::Role"),
    *("AWS::StepFunctions::StateMachine", "AWS::ECS::Service", "AWS::ECS::Cluster"),
    *("AWS::SNS::Subscription", "AWS::Logs::LogGroup", "AWS::KinesisFirehose::DeliveryStream"),
)
_SERVICES = r"(sns|lambda|autoscaling|application-autoscaling|ssm|ssm-incidents|swf|automate|aiops)"
_ARN = re.compile(rf"arn:[^:]*:{_SERVICES}:")


class AlarmActionCannotAct(DeployabilityRule):
    """An alarm that calls what alarms can't call."""

    id = "E9868"
    shortdesc = "Alarm action is not the ARN of something that an alarm can call"
    description = (
        "CloudWatch refuses the alarm ('Invalid arn syntax'). An action is the ARN of an SNS "
        "topic, a scaling policy, a Lambda function, or one of EC2's and Systems Manager's own: "
        "not a queue, and not the name of a topic."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"
    )
    tags = ["resources", "cloudwatch", "sns"]
    bad = """
Resources:
  Topic: {Type: AWS::SNS::Topic}
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties:
      AlarmActions: [!GetAtt Topic.TopicName]
      Namespace: App
      MetricName: Errors
      Statistic: Sum
      Period: 60
      EvaluationPeriods: 3
      Threshold: 10
      ComparisonOperator: GreaterThanThreshold
"""
    good = bad.replace("!GetAtt Topic.TopicName", "!Ref Topic")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the actions of all three states."""
        for alarm in model.of_type("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm"):
            for key in ("AlarmActions", "OKActions", "InsufficientDataActions"):
                for action in alarm.values(f"{key}.*"):
                    if _refused(action):
                        shown = show(action.reference) if action.reference else action.shown
                        yield Finding(
                            action.path,
                            f"{key} has {shown}, which is no ARN that an alarm can call; give the "
                            "ARN of a topic, scaling policy or function",
                        )


def _refused(action: Value) -> bool:
    resource = action.follow(*_KINDS, *_OTHERS)
    if resource and action.reference:
        return action.reference.attribute not in _KINDS.get(resource.type, ())
    first = action.parts[0] if action.parts else None
    if action.text is not None:
        return not _ARN.match(action.text)
    if not isinstance(first, str) or first != "arn:":
        return isinstance(first, str) and not first.startswith("arn:")
    second, third = (*action.parts[1:3], "")[:2]
    known = isinstance(second, Symbol) and isinstance(third, str)
    return known and not re.match(rf":{_SERVICES}:", str(third))
