"""E9921."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_MOST_RECEIVES = 1000


class QueueRefused(DeployabilityRule):
    """Settings of a queue that exclude each other."""

    id = "E9921"
    shortdesc = "Settings of an SQS queue contradict each other"
    description = (
        "SQS refuses the queue: it is encrypted by SQS or with a KMS key, not both; a name with "
        ".fifo is a FIFO queue's; perMessageGroupId needs DeduplicationScope messageGroup; a "
        "message is received 1 to 1000 times; and a dead-letter queue may forbid its use."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-sqs-queue.html"
    )
    tags = ["resources", "sqs"]
    bad = """
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties: {SqsManagedSseEnabled: true, KmsMasterKeyId: alias/aws/sqs}
"""
    good = bad.replace("SqsManagedSseEnabled: true, ", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the settings of each queue that belong together."""
        for queue in model.of_type("AWS::SQS::Queue"):
            for managed, key in queue.cases("SqsManagedSseEnabled", "KmsMasterKeyId"):
                if managed.flag and key.present and key.text != "":
                    yield Finding(
                        managed.path,
                        "SqsManagedSseEnabled and KmsMasterKeyId exclude each other; remove one",
                    )
            for name, fifo in queue.cases("QueueName", "FifoQueue"):
                last = name.parts[-1] if name.parts else ""
                ends = isinstance(last, str) and last.endswith(".fifo")
                if ends and (fifo.absent or fifo.flag is False):
                    yield Finding(
                        name.path, f"{name.shown} is the name of a FIFO queue; add FifoQueue: true"
                    )
            for limit, scope in queue.cases("FifoThroughputLimit", "DeduplicationScope"):
                if limit.text == "perMessageGroupId" and (scope.absent or scope.text == "queue"):
                    yield Finding(
                        limit.path,
                        "FifoThroughputLimit perMessageGroupId needs DeduplicationScope: "
                        "messageGroup",
                    )
            yield from _redrive(queue)


def _redrive(queue: Resource) -> Iterator[Finding]:
    for count in queue.values("RedrivePolicy.maxReceiveCount"):
        if count.number is not None and not 1 <= count.number <= _MOST_RECEIVES:
            yield Finding(count.path, f"maxReceiveCount is 1 to 1000, got {count.shown}")
    for arn in queue.values("RedrivePolicy.deadLetterTargetArn"):
        dead = arn.follow("AWS::SQS::Queue")
        for permission in dead.values("RedriveAllowPolicy.redrivePermission") if dead else ():
            if dead and permission.text == "denyAll":
                yield Finding(
                    arn.path,
                    f"{dead.logical_id} lets no queue send its dead letters there "
                    "(redrivePermission denyAll); use allowAll",
                )
