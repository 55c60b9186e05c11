"""W9005."""

from collections.abc import Iterator

from axonflow_cfn.model import Symbol, TemplateModel, Value
from axonflow_cfn.model.name_forms import NAME_FORMS
from axonflow_cfn.rule import DeployabilityRule, Finding

# Further types whose name can be chosen, can't change and is unique in the account and Region (or
# in the world): of those in the CloudFormation registry, the ones with something worth keeping.
MORE = (
    ("AWS::AmazonMQ::Broker", "BrokerName"),
    ("AWS::ApiGateway::DomainName", "DomainName"),
    ("AWS::ApiGatewayV2::DomainName", "DomainName"),
    ("AWS::Athena::DataCatalog", "Name"),
    ("AWS::Athena::WorkGroup", "Name"),
    ("AWS::AutoScaling::AutoScalingGroup", "AutoScalingGroupName"),
    ("AWS::Backup::BackupVault", "BackupVaultName"),
    ("AWS::Backup::LogicallyAirGappedBackupVault", "BackupVaultName"),
    ("AWS::Cassandra::Keyspace", "KeyspaceName"),
    ("AWS::CloudTrail::Trail", "TrailName"),
    ("AWS::CloudWatch::CompositeAlarm", "AlarmName"),
    ("AWS::CodeArtifact::Domain", "DomainName"),
    ("AWS::CodeBuild::Project", "Name"),
    ("AWS::CodeCommit::Repository", "RepositoryName"),
    ("AWS::Cognito::UserPoolDomain", "Domain"),
    ("AWS::DocDB::DBCluster", "DBClusterIdentifier"),
    ("AWS::DocDB::DBInstance", "DBInstanceIdentifier"),
    ("AWS::DocDB::DBSubnetGroup", "DBSubnetGroupName"),
    ("AWS::DynamoDB::GlobalTable", "TableName"),
    ("AWS::EC2::KeyPair", "KeyName"),
    ("AWS::EC2::LaunchTemplate", "LaunchTemplateName"),
    ("AWS::ECR::PublicRepository", "RepositoryName"),
    ("AWS::EKS::Cluster", "Name"),
    ("AWS::ElastiCache::ServerlessCache", "ServerlessCacheName"),
    ("AWS::ElastiCache::SubnetGroup", "CacheSubnetGroupName"),
    ("AWS::Elasticsearch::Domain", "DomainName"),
    ("AWS::Events::Archive", "ArchiveName"),
    ("AWS::Events::Connection", "Name"),
    ("AWS::IAM::Group", "GroupName"),
    ("AWS::IAM::User", "UserName"),
    ("AWS::KinesisFirehose::DeliveryStream", "DeliveryStreamName"),
    ("AWS::MSK::Cluster", "ClusterName"),
    ("AWS::MemoryDB::Cluster", "ClusterName"),
    ("AWS::Neptune::DBCluster", "DBClusterIdentifier"),
    ("AWS::Neptune::DBInstance", "DBInstanceIdentifier"),
    ("AWS::Neptune::DBSubnetGroup", "DBSubnetGroupName"),
    ("AWS::OpenSearchServerless::Collection", "Name"),
    ("AWS::RDS::DBClusterParameterGroup", "DBClusterParameterGroupName"),
    ("AWS::RDS::GlobalCluster", "GlobalClusterIdentifier"),
    ("AWS::RDS::OptionGroup", "OptionGroupName"),
    ("AWS::Redshift::Cluster", "ClusterIdentifier"),
    ("AWS::S3::AccessPoint", "Name"),
    ("AWS::S3Tables::TableBucket", "TableBucketName"),
    ("AWS::SES::ConfigurationSet", "Name"),
    ("AWS::SES::EmailIdentity", "EmailIdentity"),
    ("AWS::SSM::Document", "Name"),
    ("AWS::Synthetics::Canary", "Name"),
    ("AWS::Timestream::Database", "DatabaseName"),
)


class RetainedWithFixedName(DeployabilityRule):
    """A resource that stays behind with the name that the next stack needs."""

    id = "W9005"
    shortdesc = "Retained resource with a fixed name blocks the next deployment"
    description = (
        "After the stack is deleted, or its creation has failed, the resource is still there with "
        "its name, so deploying the same template again under the same stack name fails with "
        "'already exists'. Leave the name out, take it from a parameter, or choose Delete or "
        "Snapshot as the DeletionPolicy."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-attribute-deletionpolicy.html"
    )
    tags = ["resources", "names"]
    bad = """
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties: {LogGroupName: !Sub '/ecs/${AWS::StackName}'}
"""
    good = bad.replace("Retain\n", "Delete\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for both on one resource."""
        for kind, key in (*NAME_FORMS, *MORE):
            for resource in model.of_type(kind) if kind != "AWS::ECS::TaskDefinition" else ():
                body = f"Properties.{key}"
                for name, policy in resource.body.cases(body, "DeletionPolicy"):
                    retained = policy.text in {"Retain", "RetainExceptOnCreate"}
                    if retained and _fixed(name):
                        yield Finding(
                            policy.path,
                            f"{resource.logical_id} is retained with the name {name.shown}, which "
                            "the next deployment needs; leave the name out or delete it",
                        )
                        break


def _fixed(name: Value) -> bool:
    """Whether a stack of the same name would get the same name again, with no choice."""
    return bool(name.parts) and not name.sources and all(
        isinstance(part, str) or (isinstance(part, Symbol) and part.name != "AWS::StackId")
        for part in name.parts
    )  # fmt: skip
