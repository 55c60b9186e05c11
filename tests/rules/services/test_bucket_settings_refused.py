import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Acl: {Type: String, Default: PublicRead}
"""
RESOURCES = """  Fifo: {Type: AWS::SQS::Queue, Properties: {FifoQueue: true}}
  Queue: {Type: AWS::SQS::Queue, Properties: {}}
  Bucket: {Type: AWS::S3::Bucket, Properties: {BODY}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "AccessControl: LogDeliveryWrite, OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerEnforced}]}",
            [
                (
                    "Resources/Bucket/Properties/AccessControl",
                    "a bucket with BucketOwnerEnforced takes no AccessControl LogDeliveryWrite; remove it",
                )
            ],
        ),
        (
            "AccessControl: !Ref Acl, OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerEnforced}]}",
            [
                (
                    "Resources/Bucket/Properties/AccessControl",
                    "a bucket with BucketOwnerEnforced takes no AccessControl PublicRead (parameter Acl); remove it",
                )
            ],
        ),
        (
            "AccessControl: !If [IsUsed, PublicRead, Private], OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerEnforced}]}",
            [
                (
                    "Resources/Bucket/Properties/AccessControl/Fn::If/1",
                    "a bucket with BucketOwnerEnforced takes no AccessControl PublicRead; remove it",
                )
            ],
        ),
        (
            "AccessControl: LogDeliveryWrite, OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerPreferred}]}",
            [],
        ),
        (
            "AccessControl: Private, OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerEnforced}]}",
            [],
        ),
        (
            "AccessControl: !Ref Any, OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerEnforced}]}",
            [],
        ),
        (
            "ReplicationConfiguration: {Role: a}",
            [
                (
                    "Resources/Bucket/Properties/ReplicationConfiguration",
                    "replication needs VersioningConfiguration: {Status: Enabled}",
                )
            ],
        ),
        (
            "ReplicationConfiguration: {Role: a}, VersioningConfiguration: {Status: Suspended}",
            [
                (
                    "Resources/Bucket/Properties/ReplicationConfiguration",
                    "replication needs VersioningConfiguration: {Status: Enabled}",
                )
            ],
        ),
        (
            "ReplicationConfiguration: {Role: a}, VersioningConfiguration: {Status: Enabled}",
            [],
        ),
        (
            "ReplicationConfiguration: {Role: a}, VersioningConfiguration: {Status: !Ref Any}",
            [],
        ),
        (
            "WebsiteConfiguration: {IndexDocument: a, RedirectAllRequestsTo: {HostName: b}}",
            [
                (
                    "Resources/Bucket/Properties/WebsiteConfiguration/IndexDocument",
                    "RedirectAllRequestsTo excludes IndexDocument; remove one",
                )
            ],
        ),
        (
            "WebsiteConfiguration: {RedirectAllRequestsTo: {HostName: b}}",
            [],
        ),
        (
            "NotificationConfiguration: {LambdaConfigurations: [{Event: 's3:ObjectCreated:*', Function: a}, {Event: 's3:ObjectCreated:Put', Function: b}]}",
            [
                (
                    "Resources/Bucket/Properties/NotificationConfiguration/LambdaConfigurations/1/Event",
                    "s3:ObjectCreated:Put overlaps s3:ObjectCreated:* of another notification; give both a Filter, or join them by a topic",
                )
            ],
        ),
        (
            "NotificationConfiguration: {LambdaConfigurations: [{Event: 's3:ObjectCreated:*', Function: a}, {Event: 's3:ObjectCreated:*', Function: b, Filter: {S3Key: {Rules: [{Name: prefix, Value: a}]}}}]}",
            [
                (
                    "Resources/Bucket/Properties/NotificationConfiguration/LambdaConfigurations/1/Event",
                    "s3:ObjectCreated:* overlaps s3:ObjectCreated:* of another notification; give both a Filter, or join them by a topic",
                )
            ],
        ),
        (
            "NotificationConfiguration: {LambdaConfigurations: [{Event: 's3:ObjectCreated:*', Function: a, Filter: {S3Key: {Rules: [{Name: prefix, Value: a}]}}}, {Event: 's3:ObjectCreated:*', Function: b, Filter: {S3Key: {Rules: [{Name: prefix, Value: b}]}}}]}",
            [],
        ),
        (
            "NotificationConfiguration: {LambdaConfigurations: [{Event: 's3:ObjectCreated:*', Function: a}, {Event: 's3:ObjectRemoved:*', Function: b}]}",
            [],
        ),
        (
            "NotificationConfiguration: {QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !GetAtt Fifo.Arn}]}",
            [
                (
                    "Resources/Bucket/Properties/NotificationConfiguration/QueueConfigurations/0/Queue",
                    "Fifo is a FIFO queue, to which S3 sends nothing; use a standard queue",
                )
            ],
        ),
        (
            "NotificationConfiguration: {QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !GetAtt Queue.Arn}]}",
            [],
        ),
        (
            "NotificationConfiguration: {QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: !Ref Any}]}",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9923") == expected
