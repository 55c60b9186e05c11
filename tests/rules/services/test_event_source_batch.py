import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Size: {Type: Number, Default: 50}
"""
RESOURCES = """  Queue: {Type: AWS::SQS::Queue, Properties: {}}
  Fifo: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true, QueueName: a.fifo}}
  Either: {Type: AWS::SQS::Queue, Properties: {FifoQueue: !Ref Any}}
  Source:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: f, BODY}
"""
PATH = "Resources/Source/Properties"
STANDARD = "EventSourceArn: !GetAtt Queue.Arn"
FIFO = "EventSourceArn: !GetAtt Fifo.Arn"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"{STANDARD}, BatchSize: !Ref Size",
            [
                (
                    f"{PATH}/BatchSize",
                    (
                        "BatchSize 50 (parameter Size) needs MaximumBatchingWindowInSeconds of 1 or "
                        "more"
                    ),
                )
            ],
        ),
        (
            f"{STANDARD}, BatchSize: !If [IsUsed, 11, 10], MaximumBatchingWindowInSeconds: 0",
            [
                (
                    f"{PATH}/BatchSize/Fn::If/1",
                    "BatchSize 11 needs MaximumBatchingWindowInSeconds of 1 or more",
                )
            ],
        ),
        (
            f"{FIFO}, BatchSize: 11, MaximumBatchingWindowInSeconds: 5",
            [
                (f"{PATH}/BatchSize", "BatchSize 11 is above 10, which a FIFO queue takes"),
                (
                    f"{PATH}/MaximumBatchingWindowInSeconds",
                    "a FIFO queue takes no MaximumBatchingWindowInSeconds; remove it",
                ),
            ],
        ),
        (f"{STANDARD}, BatchSize: 10", []),
        (f"{STANDARD}, BatchSize: 11, MaximumBatchingWindowInSeconds: 1", []),
        (f"{STANDARD}, BatchSize: 11, MaximumBatchingWindowInSeconds: !Ref Any", []),
        (f"{FIFO}, BatchSize: 10", []),
        ("EventSourceArn: !GetAtt Either.Arn, BatchSize: 11", []),
        ("EventSourceArn: !Ref Any, BatchSize: 100", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9903") == expected
