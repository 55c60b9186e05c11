import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Name: {Type: String, Default: shop}
"""
RESOURCES = """  Bus: {Type: AWS::Events::EventBus, Properties: {Name: shop}}
  Fifo: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
  Queue: {Type: AWS::SQS::Queue, Properties: {}}
  BODY
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Rule: {Type: AWS::Events::Rule, Properties: {EventBusName: !Ref Bus, ScheduleExpression: rate(1 hour)}}",
            [
                (
                    "Resources/Rule/Properties/ScheduleExpression",
                    "a rule of the bus ${Bus} takes no ScheduleExpression; use the default bus or EventBridge Scheduler",
                )
            ],
        ),
        (
            "Rule: {Type: AWS::Events::Rule, Properties: {EventBusName: !Ref Name, ScheduleExpression: rate(1 hour)}}",
            [
                (
                    "Resources/Rule/Properties/ScheduleExpression",
                    "a rule of the bus shop (parameter Name) takes no ScheduleExpression; use the default bus or EventBridge Scheduler",
                )
            ],
        ),
        (
            "Rule: {Type: AWS::Events::Rule, Properties: {EventBusName: !If [IsUsed, shop, default], ScheduleExpression: rate(1 hour)}}",
            [
                (
                    "Resources/Rule/Properties/ScheduleExpression",
                    "a rule of the bus shop takes no ScheduleExpression; use the default bus or EventBridge Scheduler",
                )
            ],
        ),
        (
            "Rule: {Type: AWS::Events::Rule, Properties: {EventBusName: default, ScheduleExpression: rate(1 hour)}}",
            [],
        ),
        (
            "Rule: {Type: AWS::Events::Rule, Properties: {EventBusName: !Ref Any, ScheduleExpression: rate(1 hour)}}",
            [],
        ),
        (
            "Rule: {Type: AWS::Events::Rule, Properties: {EventBusName: shop, EventPattern: {source: [a]}}}",
            [],
        ),
        (
            "Rule: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt Fifo.Arn}]}}",
            [
                (
                    "Resources/Rule/Properties/Targets/0",
                    "Fifo is a FIFO queue; add SqsParameters.MessageGroupId",
                )
            ],
        ),
        (
            "Rule: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt Fifo.Arn, SqsParameters: {MessageGroupId: b}}]}}",
            [],
        ),
        (
            "Rule: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt Queue.Arn}]}}",
            [],
        ),
        (
            "Nightly: {Type: AWS::Scheduler::Schedule, Properties: {Target: {Arn: !GetAtt Fifo.Arn}}}",
            [
                (
                    "Resources/Nightly/Properties/Target",
                    "Fifo is a FIFO queue; add SqsParameters.MessageGroupId",
                )
            ],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9925") == expected
