"""W9920."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_RETAIN = {"Retain", "RetainExceptOnCreate"}
_KEPT = {*_RETAIN, "Snapshot"}
# Type: the property that names the key of what is kept.
_KEYS = {
    "AWS::Backup::BackupVault": "EncryptionKeyArn",
    "AWS::DocDB::DBCluster": "KmsKeyId",
    "AWS::DynamoDB::Table": "SSESpecification.KMSMasterKeyId",
    "AWS::EC2::Volume": "KmsKeyId",
    "AWS::ECR::Repository": "EncryptionConfiguration.KmsKey",
    "AWS::EFS::FileSystem": "KmsKeyId",
    "AWS::ElastiCache::ReplicationGroup": "KmsKeyId",
    "AWS::Kinesis::Stream": "StreamEncryption.KeyId",
    "AWS::Logs::LogGroup": "KmsKeyId",
    "AWS::Neptune::DBCluster": "KmsKeyId",
    "AWS::OpenSearchService::Domain": "EncryptionAtRestOptions.KmsKeyId",
    "AWS::RDS::DBCluster": "KmsKeyId",
    "AWS::RDS::DBInstance": "KmsKeyId",
    "AWS::Redshift::Cluster": "KmsKeyId",
    "AWS::S3::Bucket": (
        "BucketEncryption.ServerSideEncryptionConfiguration.*.ServerSideEncryptionByDefault"
        ".KMSMasterKeyID"
    ),
    "AWS::SQS::Queue": "KmsMasterKeyId",
    "AWS::SecretsManager::Secret": "KmsKeyId",
}


class KeyDeletedBeforeItsData(DeployabilityRule):
    """A key that goes with the stack while what it encrypts stays."""

    id = "W9920"
    shortdesc = "KMS key is deleted with the stack, what it encrypts is kept"
    description = (
        "When the stack is deleted, its key is scheduled for deletion, and after the waiting "
        "period nobody can read the snapshot, bucket or file system that DeletionPolicy kept. Give "
        "the key DeletionPolicy: Retain as well."
    )
    source_url = "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"
    tags = ["resources", "kms", "rds", "s3", "efs"]
    bad = """
Resources:
  Key: {Type: AWS::KMS::Key}
  Files:
    Type: AWS::EFS::FileSystem
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties: {Encrypted: true, KmsKeyId: !GetAtt Key.Arn}
"""
    good = bad.replace("::Key}", "::Key, DeletionPolicy: Retain, UpdateReplacePolicy: Retain}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the key of each resource that is kept."""
        for resource in model.of_type(*_KEYS):
            for (policy,) in resource.body.cases("DeletionPolicy"):
                kept = resource.given(policy.when) if policy.text in _KEPT else None
                for value in kept.values(_KEYS[resource.type]) if kept else ():
                    key = value.follow("AWS::KMS::Key")
                    for (fate,) in key.body.cases("DeletionPolicy") if key else ():
                        if key and (fate.absent or fate.text == "Delete"):
                            yield Finding(
                                key.path if fate.absent else fate.path,
                                f"{key.logical_id} is deleted with the stack, and "
                                f"{resource.logical_id}, kept by {policy.text}, can't be read any "
                                "more; give the key DeletionPolicy: Retain",
                            )
