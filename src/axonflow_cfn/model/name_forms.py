"""Which characters physical names may have, and within what they must be unique."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class NameForm:
    """What a service accepts as a name.

    Attributes:
        pattern: the whole name, apart from its length.
        says: the pattern in words, for a message.
        folds: whether names that differ only in upper and lower case collide.
        scope: the property within whose value the name must be unique; '' for the account and
            Region.
    """

    pattern: re.Pattern[str]
    says: str
    folds: bool = False
    scope: str = ""


def _form(pattern: str, says: str, *, folds: bool = False, scope: str = "") -> NameForm:
    return NameForm(re.compile(pattern), says, folds=folds, scope=scope)


_HOST_LIKE = r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
_HOST_WORDS = "letters, digits and hyphens, no hyphen at either end"
_IDENTIFIER = r"[A-Za-z](-?[A-Za-z0-9])*"
_IDENTIFIER_WORDS = (
    "a letter first, then letters, digits and single hyphens, no hyphen at the end or doubled"
)
_WORD = r"[A-Za-z0-9_-]+"
_WORD_WORDS = "letters, digits, hyphens and underscores"
_IAM = _form(r"[\w+=,.@-]+", "letters, digits and + = , . @ _ -", folds=True)

# Each pattern is in the property's description on the page of the resource type in
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
# or, where that is silent, in the API reference of the service.
NAME_FORMS: dict[tuple[str, str], NameForm] = {
    ("AWS::CloudWatch::Alarm", "AlarmName"): _form(r"[^\x00-\x1f]+", "no control characters"),
    ("AWS::CloudWatch::Dashboard", "DashboardName"): _form(_WORD, _WORD_WORDS),
    ("AWS::DynamoDB::Table", "TableName"): _form(
        r"[A-Za-z0-9_.-]{3,}", "3 or more letters, digits and _ . -"
    ),
    ("AWS::EC2::SecurityGroup", "GroupName"): _form(
        r"(?!sg-)[A-Za-z0-9 ._\-:/()#,@\[\]+=&;{}!$*]+",
        "not 'sg-' first, and only letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*",
        scope="VpcId",
    ),
    ("AWS::ECR::Repository", "RepositoryName"): _form(
        r"([a-z0-9]+([._-]+[a-z0-9]+)*/)*[a-z0-9]+([._-]+[a-z0-9]+)*",
        "lower-case letters and digits, with single . _ - / between them",
    ),
    ("AWS::ECS::CapacityProvider", "Name"): _form(
        r"(?!aws|ecs|fargate)[A-Za-z0-9_-]+", f"{_WORD_WORDS}, not aws, ecs or fargate first"
    ),
    ("AWS::ECS::Cluster", "ClusterName"): _form(_WORD, _WORD_WORDS),
    ("AWS::ECS::Service", "ServiceName"): _form(_WORD, _WORD_WORDS, scope="Cluster"),
    ("AWS::ECS::TaskDefinition", "Family"): _form(_WORD, _WORD_WORDS),
    ("AWS::ElastiCache::CacheCluster", "ClusterName"): _form(
        _IDENTIFIER, _IDENTIFIER_WORDS, folds=True
    ),
    ("AWS::ElastiCache::ReplicationGroup", "ReplicationGroupId"): _form(
        _IDENTIFIER, _IDENTIFIER_WORDS, folds=True
    ),
    ("AWS::ElasticLoadBalancing::LoadBalancer", "LoadBalancerName"): _form(_HOST_LIKE, _HOST_WORDS),
    ("AWS::ElasticLoadBalancingV2::LoadBalancer", "Name"): _form(
        rf"(?!internal-){_HOST_LIKE}", f"{_HOST_WORDS}, and not 'internal-' first"
    ),
    ("AWS::ElasticLoadBalancingV2::TargetGroup", "Name"): _form(_HOST_LIKE, _HOST_WORDS),
    ("AWS::Events::EventBus", "Name"): _form(
        r"(?!default$)[A-Za-z0-9._/-]+", "letters, digits and . _ / -, not 'default'"
    ),
    ("AWS::Events::Rule", "Name"): _form(r"[A-Za-z0-9._-]+", "letters, digits and . _ -"),
    ("AWS::IAM::InstanceProfile", "InstanceProfileName"): _IAM,
    ("AWS::IAM::ManagedPolicy", "ManagedPolicyName"): _IAM,
    ("AWS::IAM::Role", "RoleName"): _IAM,
    ("AWS::KMS::Alias", "AliasName"): _form(
        r"alias/(?!aws/)[A-Za-z0-9/_-]+", "'alias/' (not 'alias/aws/'), letters, digits and / _ -"
    ),
    ("AWS::Kinesis::Stream", "Name"): _form(r"[A-Za-z0-9_.-]+", "letters, digits and _ . -"),
    ("AWS::Lambda::Function", "FunctionName"): _form(
        r"(arn:.+:)?[A-Za-z0-9_-]+", "letters, digits, hyphens and underscores"
    ),
    ("AWS::Logs::LogGroup", "LogGroupName"): _form(
        r"(?!aws/)[A-Za-z0-9._/#-]+", "letters, digits and . _ / # -, not 'aws/' first"
    ),
    ("AWS::OpenSearchService::Domain", "DomainName"): _form(
        r"[a-z][a-z0-9-]{2,}", "a lower-case letter, then lower-case letters, digits and hyphens"
    ),
    ("AWS::RDS::DBCluster", "DBClusterIdentifier"): _form(
        _IDENTIFIER, _IDENTIFIER_WORDS, folds=True
    ),
    ("AWS::RDS::DBInstance", "DBInstanceIdentifier"): _form(
        _IDENTIFIER, _IDENTIFIER_WORDS, folds=True
    ),
    ("AWS::RDS::DBParameterGroup", "DBParameterGroupName"): _form(
        _IDENTIFIER, _IDENTIFIER_WORDS, folds=True
    ),
    ("AWS::RDS::DBProxy", "DBProxyName"): _form(_IDENTIFIER, _IDENTIFIER_WORDS, folds=True),
    ("AWS::RDS::DBSubnetGroup", "DBSubnetGroupName"): _form(
        r"(?![Dd]efault$)[A-Za-z0-9._ -]+", "letters, digits, spaces and . _ -, not 'default'",
        folds=True,
    ),
    ("AWS::S3::Bucket", "BucketName"): _form(
        r"(?!xn--|sthree-|amzn-s3-demo-)(?!.*(-s3alias|--ol-s3|\.mrap|--x-s3)$)(?!.*\.\.)"
        r"[a-z0-9][a-z0-9.-]+[a-z0-9]",
        "lower-case letters, digits, hyphens and single dots, a letter or digit at both ends",
    ),
    ("AWS::SNS::Topic", "TopicName"): _form(
        rf"{_WORD}(\.fifo)?", f"{_WORD_WORDS}, and .fifo at the end of a FIFO topic"
    ),
    ("AWS::SQS::Queue", "QueueName"): _form(
        rf"{_WORD}(\.fifo)?", f"{_WORD_WORDS}, and .fifo at the end of a FIFO queue"
    ),
    ("AWS::SSM::Parameter", "Name"): _form(
        r"(?!/?(aws|ssm))(/([A-Za-z0-9_.-]+/)*)?[A-Za-z0-9_.-]+",
        "letters, digits and _ . -, a slash first if there is any, not aws or ssm first",
    ),
    ("AWS::Scheduler::Schedule", "Name"): _form(
        r"[A-Za-z0-9._-]+", "letters, digits and . _ -", scope="GroupName"
    ),
    ("AWS::SecretsManager::Secret", "Name"): _form(
        r"[A-Za-z0-9/_+=.@-]+", "letters, digits and / _ + = . @ -"
    ),
    ("AWS::ServiceDiscovery::Service", "Name"): _form(
        r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?",
        "letters, digits, hyphens, dots and underscores, no hyphen at either end",
        folds=True,
        scope="NamespaceId",
    ),
    ("AWS::StepFunctions::StateMachine", "StateMachineName"): _form(_WORD, _WORD_WORDS),
    ("AWS::WAFv2::WebACL", "Name"): _form(_WORD, _WORD_WORDS, scope="Scope"),
}  # fmt: skip
"""The form of a name, by resource type and property."""
