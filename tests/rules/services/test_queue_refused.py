import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Key: {Type: String, Default: alias/aws/sqs}
"""
RESOURCES = """  Closed: {Type: AWS::SQS::Queue, Properties: {RedriveAllowPolicy: {redrivePermission: denyAll}}}
  Open: {Type: AWS::SQS::Queue, Properties: {RedriveAllowPolicy: {redrivePermission: allowAll}}}
  Queue: {Type: AWS::SQS::Queue, Properties: {BODY}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "SqsManagedSseEnabled: true, KmsMasterKeyId: alias/aws/sqs",
            [
                (
                    "Resources/Queue/Properties/SqsManagedSseEnabled",
                    "SqsManagedSseEnabled and KmsMasterKeyId exclude each other; remove one",
                )
            ],
        ),
        (
            "SqsManagedSseEnabled: true, KmsMasterKeyId: !Ref Key",
            [
                (
                    "Resources/Queue/Properties/SqsManagedSseEnabled",
                    "SqsManagedSseEnabled and KmsMasterKeyId exclude each other; remove one",
                )
            ],
        ),
        (
            "SqsManagedSseEnabled: !If [IsUsed, true, false], KmsMasterKeyId: a",
            [
                (
                    "Resources/Queue/Properties/SqsManagedSseEnabled/Fn::If/1",
                    "SqsManagedSseEnabled and KmsMasterKeyId exclude each other; remove one",
                )
            ],
        ),
        (
            "SqsManagedSseEnabled: !If [IsUsed, true, false], KmsMasterKeyId: !If [IsUsed, !Ref AWS::NoValue, a]",
            [],
        ),
        (
            "SqsManagedSseEnabled: !Ref Any, KmsMasterKeyId: a",
            [],
        ),
        (
            "QueueName: jobs.fifo",
            [
                (
                    "Resources/Queue/Properties/QueueName",
                    "jobs.fifo is the name of a FIFO queue; add FifoQueue: true",
                )
            ],
        ),
        (
            "QueueName: !Sub '${AWS::StackName}.fifo', FifoQueue: false",
            [
                (
                    "Resources/Queue/Properties/QueueName",
                    "${AWS::StackName}.fifo is the name of a FIFO queue; add FifoQueue: true",
                )
            ],
        ),
        (
            "QueueName: jobs.fifo, FifoQueue: true",
            [],
        ),
        (
            "QueueName: jobs.fifo, FifoQueue: !Ref Any",
            [],
        ),
        (
            "QueueName: !Ref Any",
            [],
        ),
        (
            "FifoQueue: true, FifoThroughputLimit: perMessageGroupId",
            [
                (
                    "Resources/Queue/Properties/FifoThroughputLimit",
                    "FifoThroughputLimit perMessageGroupId needs DeduplicationScope: messageGroup",
                )
            ],
        ),
        (
            "FifoQueue: true, FifoThroughputLimit: perMessageGroupId, DeduplicationScope: messageGroup",
            [],
        ),
        (
            "FifoQueue: true, FifoThroughputLimit: perQueue",
            [],
        ),
        (
            "RedrivePolicy: {maxReceiveCount: 0}",
            [
                (
                    "Resources/Queue/Properties/RedrivePolicy/maxReceiveCount",
                    "maxReceiveCount is 1 to 1000, got 0",
                )
            ],
        ),
        (
            "RedrivePolicy: {maxReceiveCount: 1001}",
            [
                (
                    "Resources/Queue/Properties/RedrivePolicy/maxReceiveCount",
                    "maxReceiveCount is 1 to 1000, got 1001",
                ),
            ],
        ),
        (
            "RedrivePolicy: {maxReceiveCount: 1000}",
            [],
        ),
        ("RedrivePolicy: {maxReceiveCount: 1}", []),
        (
            "RedrivePolicy: {deadLetterTargetArn: !GetAtt Closed.Arn, maxReceiveCount: 3}",
            [
                (
                    "Resources/Queue/Properties/RedrivePolicy/deadLetterTargetArn",
                    "Closed lets no queue send its dead letters there (redrivePermission denyAll); use allowAll",
                )
            ],
        ),
        (
            "RedrivePolicy: {deadLetterTargetArn: !GetAtt Open.Arn, maxReceiveCount: 3}",
            [],
        ),
        (
            "RedrivePolicy: {deadLetterTargetArn: !Ref Any, maxReceiveCount: 3}",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9921") == expected
