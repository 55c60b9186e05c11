"""E9903."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

_LARGEST = 10
"""Messages in a batch without a window, and in any batch of a FIFO queue."""


class EventSourceBatch(DeployabilityRule):
    """A batch of a queue that Lambda does not collect."""

    id = "E9903"
    shortdesc = "Batch of a queue is larger than its kind or its window allows"
    description = (
        "Lambda refuses a BatchSize above 10 for a FIFO queue, and for a standard queue unless "
        "MaximumBatchingWindowInSeconds is 1 or more; a FIFO queue takes no window at all."
    )
    source_url = "https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html"
    tags = ["resources", "lambda", "sqs"]
    bad = """
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Source:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {FunctionName: worker, EventSourceArn: !GetAtt Queue.Arn, BatchSize: 100}
"""
    good = bad.replace("100", "100, MaximumBatchingWindowInSeconds: 5")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the mappings of queues of the template."""
        for mapping in model.of_type("AWS::Lambda::EventSourceMapping"):
            for source, size, window in mapping.cases(
                "EventSourceArn", "BatchSize", "MaximumBatchingWindowInSeconds"
            ):
                queue = source.follow("AWS::SQS::Queue")
                kinds = {value.flag for value in queue.values("FifoQueue")} if queue else {None}
                if kinds == {True}:
                    yield from _fifo(size, window)
                elif kinds <= {False} and (window.absent or window.number == 0):
                    yield from _standard(size)


def _fifo(size: Value, window: Value) -> Iterator[Finding]:
    if size.number is not None and size.number > _LARGEST:
        yield Finding(size.path, f"BatchSize {size.shown} is above 10, which a FIFO queue takes")
    if window.number:
        yield Finding(
            window.path, "a FIFO queue takes no MaximumBatchingWindowInSeconds; remove it"
        )


def _standard(size: Value) -> Iterator[Finding]:
    if size.number is not None and size.number > _LARGEST:
        yield Finding(
            size.path, f"BatchSize {size.shown} needs MaximumBatchingWindowInSeconds of 1 or more"
        )
