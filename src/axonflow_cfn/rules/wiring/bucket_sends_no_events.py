"""W9746."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.event_patterns import Pattern, patterns
from axonflow_cfn.rule import DeployabilityRule, Finding

# Of API calls CloudTrail tells, whatever the bucket's settings.
# https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html
_CLOUDTRAIL = "AWS API Call via CloudTrail"
_SWITCH = "NotificationConfiguration.EventBridgeConfiguration"


class BucketSendsNoEvents(DeployabilityRule):
    """A rule that waits for events which its bucket does not send."""

    id = "W9746"
    shortdesc = "Rule for the events of a bucket that does not send any to EventBridge"
    description = (
        "S3 sends its events to EventBridge only if the bucket is told to: without "
        "NotificationConfiguration.EventBridgeConfiguration the rule never matches. Set "
        "EventBridgeEnabled: true there."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-event-notifications-"
        "eventbridge.html"
    )
    tags = ["resources", "events", "s3", "wiring"]
    bad = """
Resources:
  Uploads: {Type: AWS::S3::Bucket}
  Uploaded:
    Type: AWS::Events::Rule
    Properties:
      EventPattern:
        source: [aws.s3]
        detail-type: [Object Created]
        detail: {bucket: {name: [!Ref Uploads]}}
"""
    good = bad.replace(
        "  Uploads: {Type: AWS::S3::Bucket}",
        "  Uploads: {Type: AWS::S3::Bucket, Properties: {NotificationConfiguration: "
        "{EventBridgeConfiguration: {EventBridgeEnabled: true}}}}",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the buckets that the rules name."""
        for pattern in patterns(model):
            if pattern.owner.type != "AWS::Events::Rule" or not _of_s3(pattern):
                continue
            for names, field in pattern.fields():
                for value in field.values("*") if names == ("detail", "bucket", "name") else ():
                    bucket = _bucket(value)
                    if bucket and _is_silent(bucket):
                        yield Finding(
                            pattern.path(value),
                            f"{bucket.logical_id} sends no events to EventBridge, so "
                            f"{pattern.owner.logical_id} never matches; give it "
                            "EventBridgeConfiguration",
                        )


def _of_s3(pattern: Pattern) -> bool:
    """Whether a pattern is about events that S3 itself sends: only these have a bucket's name."""
    stated: dict[str, set[str | None]] = {"source": set(), "detail-type": set()}
    for names, field in pattern.fields():
        if len(names) == 1 and names[0] in stated:
            stated[names[0]] |= {value.text for value in field.values("*")}
    return stated["source"] == {"aws.s3"} and _CLOUDTRAIL not in stated["detail-type"]


def _bucket(value: Value) -> Resource | None:
    """The bucket of the template that a value names."""
    bucket = value.follow("AWS::S3::Bucket")
    if bucket or not value.parts or isinstance(value.data, Reference):
        return bucket if value.reference and value.reference.attribute is None else None
    named = [
        found
        for one in value.model.of_type("AWS::S3::Bucket")
        for name in one.values("BucketName")
        if value.equals(name) and (found := one.given(value.when & name.when))
    ]
    return named[0] if len(named) == 1 else None


def _is_silent(bucket: Resource) -> bool:
    """Whether nothing makes a bucket send its events."""
    others = {"AWS::CloudFormation::CustomResource"}  # it may switch the events on
    switched = any(
        user.type in others or user.type.startswith("Custom::")
        for user in bucket.model.users_of(bucket.logical_id)
    )
    stated = list(bucket.cases(_SWITCH, f"{_SWITCH}.EventBridgeEnabled"))
    silent = [
        switch.absent or (enabled.present and enabled.flag is False) for switch, enabled in stated
    ]
    return any(silent) and not switched
