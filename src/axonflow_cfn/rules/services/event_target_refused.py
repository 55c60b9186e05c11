"""E9925."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_TARGETS = {"AWS::Events::Rule": "Targets.*", "AWS::Scheduler::Schedule": "Target"}


class EventTargetRefused(DeployabilityRule):
    """A schedule on a bus of one's own, or a FIFO queue without a group."""

    id = "E9925"
    shortdesc = "EventBridge refuses the schedule or its FIFO target"
    description = (
        "A rule with ScheduleExpression belongs to the default event bus ('ScheduleExpression is "
        "supported only on the default event bus'). A FIFO queue takes no message without a group: "
        "name it in SqsParameters.MessageGroupId."
    )
    source_url = (
        "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html"
    )
    tags = ["resources", "events", "scheduler", "sqs"]
    bad = """
Resources:
  Bus: {Type: AWS::Events::EventBus, Properties: {Name: !Sub '${AWS::StackName}-bus'}}
  Rule:
    Type: AWS::Events::Rule
    Properties: {EventBusName: !Ref Bus, ScheduleExpression: rate(1 hour)}
"""
    good = bad.replace("EventBusName: !Ref Bus, ", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at rules and schedules."""
        for rule in model.of_type("AWS::Events::Rule"):
            for bus, schedule in rule.cases("EventBusName", "ScheduleExpression"):
                if schedule.present and schedule.text != "" and _is_own(bus):
                    yield Finding(
                        schedule.path,
                        f"a rule of the bus {bus.shown} takes no ScheduleExpression; use the "
                        "default bus or EventBridge Scheduler",
                    )
        for starter in model.of_type(*_TARGETS):
            for target in starter.values(_TARGETS[starter.type]):
                for arn, group in target.cases("Arn", "SqsParameters.MessageGroupId"):
                    queue = arn.follow("AWS::SQS::Queue")
                    fifo = [value.flag for value in queue.values("FifoQueue")] if queue else []
                    if queue and fifo == [True] and group.absent:
                        yield Finding(
                            target.path,
                            f"{queue.logical_id} is a FIFO queue; add SqsParameters.MessageGroupId",
                        )


def _is_own(bus: Value) -> bool:
    named = bus.text not in {None, "", "default"} and not str(bus.text).endswith("/default")
    return named or bus.follow("AWS::Events::EventBus") is not None
