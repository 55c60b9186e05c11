"""E9917."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

# https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html and
# https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html
_VISIBILITY, _TIMEOUT = 30, 3


class QueueShorterThanFunction(DeployabilityRule):
    """A queue whose messages come back while the function still works on them."""

    id = "E9917"
    shortdesc = "Visibility timeout of a queue is below the timeout of its function"
    description = (
        "Lambda refuses an event source mapping for a queue whose VisibilityTimeout (30 seconds if "
        "left out) is less than the function's Timeout: 'Queue visibility timeout is less than "
        "Function timeout'. Make it six times the function's timeout."
    )
    source_url = "https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html"
    tags = ["resources", "lambda", "sqs"]
    bad = """
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Role: !ImportValue role
      Handler: index.handler
      Timeout: 60
      Code: {ZipFile: 'def handler(event, context): return None'}
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: {EventSourceArn: !GetAtt Queue.Arn, FunctionName: !Ref Function}
"""
    good = bad.replace(
        "{Type: AWS::SQS::Queue}", "{Type: AWS::SQS::Queue, Properties: {VisibilityTimeout: 360}}"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the two ends of each mapping."""
        for mapping in model.of_type("AWS::Lambda::EventSourceMapping"):
            for source, target in mapping.cases("EventSourceArn", "FunctionName"):
                queue = source.follow("AWS::SQS::Queue")
                function = _function(target)
                if queue and function:
                    yield from _compare(queue, function, source)


def _function(target: Value) -> Resource | None:
    """The function behind a name, a version or an alias."""
    found = target.follow("AWS::Lambda::Function", "AWS::Lambda::Version", "AWS::Lambda::Alias")
    while found and found.type != "AWS::Lambda::Function":
        names = list(found.values("FunctionName"))
        # A version keeps the timeout that its function had.
        found = names[0].follow("AWS::Lambda::Function") if len(names) == 1 else None
    return found


def _compare(queue: Resource, function: Resource, source: Value) -> Iterator[Finding]:
    for (visible,) in queue.cases("VisibilityTimeout"):
        for (timeout,) in function.cases("Timeout"):
            joint = source.model.together(source, visible, timeout)
            hidden = _seconds(visible, _VISIBILITY)
            needed = _seconds(timeout, _TIMEOUT)
            if joint is None or hidden is None or needed is None or hidden >= needed:
                continue
            yield Finding(
                source.path,
                f"VisibilityTimeout of {queue.logical_id} is {hidden:g} seconds, less than the "
                f"{needed:g} that {function.logical_id} may take; make it {6 * needed:g}",
            )


def _seconds(value: Value, default: float) -> float | None:
    return default if value.absent else value.number
