"""W9616."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

# Off unless stated, and a property whose change replaces the resource.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
_OFF_BY_DEFAULT = (
    ("AWS::DocDB::DBCluster", "StorageEncrypted"),
    ("AWS::EC2::Volume", "Encrypted"),
    ("AWS::EFS::FileSystem", "Encrypted"),
    ("AWS::ElastiCache::ReplicationGroup", "AtRestEncryptionEnabled"),
    ("AWS::ElastiCache::ReplicationGroup", "TransitEncryptionEnabled"),
    ("AWS::Neptune::DBCluster", "StorageEncrypted"),
    ("AWS::Redshift::Cluster", "Encrypted"),
)
# On unless switched off.
_ON_BY_DEFAULT = (
    ("AWS::EC2::Instance", "BlockDeviceMappings.*.Ebs.Encrypted"),
    ("AWS::EC2::LaunchTemplate", "LaunchTemplateData.BlockDeviceMappings.*.Ebs.Encrypted"),
    ("AWS::OpenSearchService::Domain", "EncryptionAtRestOptions.Enabled"),
    ("AWS::SQS::Queue", "SqsManagedSseEnabled"),
)
# Restored or replicated: it takes the setting of its origin.
_ORIGINS = (
    "GlobalReplicationGroupId",
    "ReplicationOverwriteProtection",
    "SnapshotArns",
    "SnapshotId",
    "SnapshotIdentifier",
    "SnapshotName",
)


class EncryptionOff(DeployabilityRule):
    """Storage or traffic in plain text that can't be changed later."""

    id = "W9616"
    shortdesc = "Encryption of a file system, cache, volume or queue is off"
    description = (
        "What is stored or sent here is plain text. Of most of these resources encryption can't be "
        "switched on later: the update replaces them, and the data with them. State it now."
    )
    source_url = "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html"
    tags = ["resources", "security", "kms"]
    bad = """
Resources:
  Files: {Type: AWS::EFS::FileSystem}
"""
    good = """
Resources:
  Files: {Type: AWS::EFS::FileSystem, Properties: {Encrypted: true}}
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at what each resource states."""
        for kind, name in _OFF_BY_DEFAULT:
            for resource in model.of_type(kind):
                if any(True for origin in _ORIGINS for _ in resource.values(origin)):
                    continue
                for (value,) in resource.cases(name):
                    if value.absent or value.flag is False:
                        yield Finding(
                            value.path,
                            f"{name} of {resource.logical_id} is off"
                            f"{' by default' if value.absent else ''}; state {name}: true",
                        )
        for kind, name in _ON_BY_DEFAULT:
            for resource in model.of_type(kind):
                for value in resource.values(name):
                    if value.flag is False:
                        key = name.rpartition(".")[2]
                        yield Finding(
                            value.path,
                            f"{key} of {resource.logical_id} is {value.shown}; set it to true",
                        )
