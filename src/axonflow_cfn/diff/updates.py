"""What CloudFormation does to a resource when one of its properties changes."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from cfnlint.schema import PROVIDER_SCHEMA_MANAGER

from axonflow_cfn.diff.changes import Severity
from axonflow_cfn.model.names import NAME_LIMITS

_REGION = "us-east-1"  # replacement does not differ between regions

STATEFUL = frozenset(
    {
        "AWS::DocDB::DBCluster",
        "AWS::DynamoDB::Table",
        "AWS::EC2::Volume",
        "AWS::EFS::FileSystem",
        "AWS::ElastiCache::ReplicationGroup",
        "AWS::KMS::Key",
        "AWS::Kinesis::Stream",
        "AWS::Neptune::DBCluster",
        "AWS::OpenSearchService::Domain",
        "AWS::RDS::DBCluster",
        "AWS::RDS::DBInstance",
        "AWS::Redshift::Cluster",
        "AWS::S3::Bucket",
        "AWS::SQS::Queue",
    }
)
"""Types that hold data which exists nowhere else."""

_REVISIONS = frozenset({"AWS::ECS::TaskDefinition"})
"""Types of which each change makes a new revision, by design and without harm."""

_FIXED_NAMES: Mapping[str, str] = MappingProxyType(
    {
        **dict(NAME_LIMITS.keys()),
        "AWS::CloudWatch::Dashboard": "DashboardName",
        "AWS::EC2::SecurityGroup": "GroupName",
        "AWS::Logs::LogGroup": "LogGroupName",
        "AWS::SecretsManager::Secret": "Name",
    }
)
"""The property that fixes a resource's physical name, by type."""

_RDS_INTERRUPTIONS: Mapping[str, str] = MappingProxyType(
    {
        "AllowMajorVersionUpgrade": "",
        "AutoMinorVersionUpgrade": "",
        "BackupRetentionPeriod": "",
        "CACertificateIdentifier": "the instance restarts",
        "DBInstanceClass": "the instance fails over or restarts",
        "DBParameterGroupName": "static parameters take effect at a restart",
        "EnableIAMDatabaseAuthentication": "",
        "Engine": "the engine is upgraded in place where RDS can",
        "EngineVersion": "the engine is upgraded, with downtime",
        "LicenseModel": "the instance restarts",
        "MultiAZ": "",
        "OptionGroupName": "some options need a restart",
        "Port": "the instance restarts, and clients use another port",
        "PreferredMaintenanceWindow": "",
        "ProcessorFeatures": "the instance restarts",
        "StorageType": "a change from or to magnetic storage restarts the instance",
    }
)
"""What changing a DB instance's setting does, where the provider schema is silent or says only
that it depends; empty: no interruption. Source: Amazon RDS user guide, "Settings for DB instances"
(USER_ModifyInstance.Settings), read 2026-11."""


def effect(kind: str, path: Sequence[str], *, named: bool) -> tuple[str, Severity, str]:
    """Return kind, severity and consequence of changing one property.

    Args:
        kind: resource type.
        path: keys below ``Properties``.
        named: whether the resource has the same fixed physical name before and after.
    """
    if kind in _REVISIONS:
        return "new-revision", Severity.NO_INTERRUPTION, "a new revision is rolled out"
    if kind == "AWS::RDS::DBInstance" and path[0] in _RDS_INTERRUPTIONS:
        consequence = _RDS_INTERRUPTIONS[path[0]]
        if consequence:
            return "interruption", Severity.INTERRUPTION, consequence
        return "no-interruption", Severity.NO_INTERRUPTION, "it is changed while it runs"
    if _listed(kind, "createOnlyProperties", path):
        return _replacement(kind, path, named=named)
    if _listed(kind, "conditionalCreateOnlyProperties", path):
        if kind in STATEFUL:
            return (
                "possible-stateful-replacement",
                Severity.STATEFUL_REPLACEMENT,
                "it may be replaced, and its data is not in the new one",
            )
        return "possible-replacement", Severity.REPLACEMENT, "it may be replaced"
    return "no-interruption", Severity.NO_INTERRUPTION, "it is changed while it runs"


def _replacement(kind: str, path: Sequence[str], *, named: bool) -> tuple[str, Severity, str]:
    if kind in STATEFUL:
        ending = "; while its name stays, the update fails instead" if named else ""
        return (
            "stateful-replacement",
            Severity.STATEFUL_REPLACEMENT,
            f"IT IS REPLACED, and its data is not in the new one{ending}",
        )
    if path[0] == name_property(kind):
        return (
            "name-changed",
            Severity.UPDATE_FAILS,
            "the update fails where others hold on to the old name, else it is replaced",
        )
    if named:
        return (
            "named-replacement",
            Severity.UPDATE_FAILS,
            "the update fails: a resource with a fixed name cannot be replaced",
        )
    return "replacement", Severity.REPLACEMENT, "it is replaced"


def name_property(kind: str) -> str | None:
    """Return the property that fixes the physical name of a resource type, if one does."""
    return _FIXED_NAMES.get(kind)


def _listed(kind: str, which: str, path: Sequence[str]) -> bool:
    """Tell whether the schema's list has this property, one above or one below it."""
    for pointer in _schema(kind).get(which, ()):
        keys = pointer.removeprefix("/properties/").split("/")
        if all(key in ("*", part) for key, part in zip(keys, path, strict=False)):
            return True
    return False


@cache
def _schema(kind: str) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = PROVIDER_SCHEMA_MANAGER.get_resource_schema(_REGION, kind).schema
    except KeyError:  # a custom resource, or a type newer than the schemas
        return {}
    return found
