"""W9908."""

from collections.abc import Iterator
from dataclasses import replace

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.load_balancers import BALANCER
from axonflow_cfn.rule import DeployabilityRule, Finding

_BUCKET, _VAULT = "AWS::S3::Bucket", "AWS::Backup::BackupVault"
_LOGS = ("access_logs", "connection_logs", "health_check_logs")
# Where other services write by themselves: type, bucket, and a property that has to say so.
_WRITERS = (
    ("AWS::CloudFront::Distribution", "DistributionConfig.Logging.Bucket", None),
    ("AWS::CloudTrail::Trail", "S3BucketName", ("IsLogging", "true")),
    ("AWS::CodePipeline::Pipeline", "ArtifactStore.Location", None),
    ("AWS::Config::DeliveryChannel", "S3BucketName", None),
    ("AWS::EC2::FlowLog", "LogDestination", ("LogDestinationType", "s3")),
    (_BUCKET, "LoggingConfiguration.DestinationBucketName", None),
)


class StoreDeletedWhileFull(DeployabilityRule):
    """A bucket or vault that fills by itself and is to be deleted with the stack."""

    id = "W9908"
    shortdesc = "Bucket or vault that is never empty keeps the stack from being deleted"
    description = (
        "A bucket or backup vault can be deleted only while it is empty, and logs, artifacts or "
        "recovery points are always in this one: the deletion of the stack, or of the resource in "
        "an update, ends in DELETE_FAILED. Give it DeletionPolicy Retain or RetainExceptOnCreate, "
        "or a custom resource that empties it."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-s3-bucket.html"
    )
    tags = ["resources", "s3"]
    bad = """
Resources:
  Logs: {Type: AWS::S3::Bucket}
  Trail:
    Type: AWS::CloudTrail::Trail
    Properties: {IsLogging: true, S3BucketName: !Ref Logs}
"""
    good = bad.replace("Bucket}", "Bucket, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow each writer to its bucket or vault, once each."""
        said: set[str] = set()
        for writer, value in (*_logs_of_balancers(model), *_others(model), *_backups(model)):
            for store in _store(value):
                if store.logical_id in said or _may_be_emptied(store):
                    continue
                if writer.type == _BUCKET and not _lets_in(store):
                    continue
                for (policy,) in store.body.cases("DeletionPolicy"):
                    if policy.absent or policy.text == "Delete":
                        said.add(store.logical_id)
                        yield Finding(
                            policy.path,
                            f"{writer.logical_id} writes to {store.logical_id}, which is to be "
                            "deleted with the stack: that fails, as it is never empty; state "
                            "DeletionPolicy: Retain",
                        )
                        break


def _logs_of_balancers(model: TemplateModel) -> Iterator[tuple[Resource, Value]]:
    """Elastic Load Balancing writes a test file as soon as its logs are on."""
    for balancer in model.of_type(BALANCER):
        for attributes in balancer.values("LoadBalancerAttributes"):
            for listed in attributes.elements():
                pairs = [pair for item in listed for pair in item.cases("Key", "Value")]
                for log in _LOGS:
                    on = [v for k, v in pairs if k.text == f"{log}.s3.enabled" and v.flag]
                    for key, value in pairs:
                        on_too = any(value.given(flag.when) for flag in on)
                        if key.text == f"{log}.s3.bucket" and on_too:
                            yield balancer, value


def _others(model: TemplateModel) -> Iterator[tuple[Resource, Value]]:
    for kind, path, needed in _WRITERS:
        for writer in model.of_type(kind):
            if needed is None:
                yield from ((writer, value) for value in writer.values(path))
                continue
            for value, setting in writer.cases(path, needed[0]):
                if (setting.text or "").lower() == needed[1]:
                    yield writer, value


def _backups(model: TemplateModel) -> Iterator[tuple[Resource, Value]]:
    """The vaults of plans that have a schedule and resources to save."""
    busy = {
        value.reference.logical_id
        for selection in model.of_type("AWS::Backup::BackupSelection")
        for value, listed in selection.cases("BackupPlanId", "BackupSelection.Resources.0")
        if value.reference and listed.present
    }
    for plan in model.of_type("AWS::Backup::BackupPlan"):
        for rule in plan.values("BackupPlan.BackupPlanRule.*"):
            for vault, schedule in rule.cases("TargetBackupVault", "ScheduleExpression"):
                if plan.logical_id in busy and schedule.present:
                    yield plan, vault


def _store(value: Value) -> Iterator[Resource]:
    """The bucket or vault whose name, ARN or domain name begins a value."""
    first = value.parts[0] if value.parts else None
    if isinstance(first, Reference):
        store = replace(value, data=first).follow(_BUCKET, _VAULT)
        if store:
            yield store


def _lets_in(bucket: Resource) -> bool:
    """Whether server access logs, whose bucket S3 does not try, may be written."""
    policies = bucket.model.of_type("AWS::S3::BucketPolicy")
    held = {v.reference.logical_id for p in policies for v in p.values("Bucket") if v.reference}
    acl = any(value.text == "LogDeliveryWrite" for value in bucket.values("AccessControl"))
    return acl or bucket.logical_id in held


def _may_be_emptied(store: Resource) -> bool:
    """Whether a custom resource may know the bucket or vault, whatever it does with it."""
    model = store.model
    named = any(True for key in ("BackupVaultName", "BucketName") for _ in store.values(key))
    return any(
        named or store.logical_id in model.waits_for(other.logical_id)
        for other in model.resources.values()
        if other.type.startswith(("Custom::", "AWS::CloudFormation::CustomResource"))
    )
