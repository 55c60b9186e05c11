"""E9923."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.rule import DeployabilityRule, Finding

# The ACLs that a bucket without ACLs takes all the same.
_HARMLESS = {"Private", "BucketOwnerFullControl"}
_CONFIGURATIONS = ("LambdaConfigurations", "QueueConfigurations", "TopicConfigurations")


class BucketSettingsRefused(DeployabilityRule):
    """Settings of a bucket that S3 does not take together."""

    id = "E9923"
    shortdesc = "Settings of an S3 bucket contradict each other"
    description = (
        "S3 refuses the bucket: BucketOwnerEnforced takes no AccessControl, replication needs "
        "versioning, two notifications may not be about the same event and objects, FIFO queues "
        "take none, and a website that redirects all requests has nothing else."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html"
    )
    tags = ["resources", "s3"]
    bad = """
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: LogDeliveryWrite
      OwnershipControls: {Rules: [{ObjectOwnership: BucketOwnerEnforced}]}
"""
    good = bad.replace("BucketOwnerEnforced", "BucketOwnerPreferred")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the settings of each bucket that belong together."""
        for bucket in model.of_type("AWS::S3::Bucket"):
            for rule in bucket.values("OwnershipControls.Rules.*.ObjectOwnership"):
                for acl in bucket.values("AccessControl"):
                    both = model.together(rule, acl) is not None
                    enforced = rule.text == "BucketOwnerEnforced" and both
                    if enforced and acl.text is not None and acl.text not in _HARMLESS:
                        yield Finding(
                            acl.path,
                            f"a bucket with BucketOwnerEnforced takes no AccessControl "
                            f"{acl.shown}; remove it",
                        )
            for copies, status in bucket.cases(
                "ReplicationConfiguration", "VersioningConfiguration.Status"
            ):
                if (
                    copies.present
                    and copies.known
                    and (status.absent or status.text == "Suspended")
                ):
                    yield Finding(
                        copies.path,
                        "replication needs VersioningConfiguration: {Status: Enabled}",
                    )
            for website in bucket.values("WebsiteConfiguration"):
                for redirect, index in website.cases("RedirectAllRequestsTo", "IndexDocument"):
                    if redirect.present and index.present and redirect.known:
                        yield Finding(
                            index.path,
                            "RedirectAllRequestsTo excludes IndexDocument; remove one",
                        )
            yield from _notifications(bucket)


def _notifications(bucket: Resource) -> Iterator[Finding]:
    listed: list[tuple[Value, bool]] = []
    for kind in _CONFIGURATIONS:
        for one in bucket.values(f"NotificationConfiguration.{kind}.*"):
            for event, filtered, queue in one.cases("Event", "Filter", "Queue"):
                target = queue.follow("AWS::SQS::Queue")
                fifo = [value.flag for value in target.values("FifoQueue")] if target else []
                if target and fifo == [True]:
                    yield Finding(
                        queue.path,
                        f"{target.logical_id} is a FIFO queue, to which S3 sends nothing; use a "
                        "standard queue",
                    )
                for other, other_filtered in listed:
                    whole = filtered.absent or not other_filtered
                    if whole and _overlap(event, other) and event.path != other.path:
                        yield Finding(
                            event.path,
                            f"{event.shown} overlaps {other.shown} of another notification; give "
                            "both a Filter, or join them by a topic",
                        )
                listed.append((event, filtered.present))


def _overlap(one: Value, other: Value) -> bool:
    if one.model.together(one, other) is None or not one.text or not other.text:
        return False
    pairs = ((one.text, other.text), (other.text, one.text))
    return any(a == b or (a.endswith("*") and b.startswith(a[:-1])) for a, b in pairs)
