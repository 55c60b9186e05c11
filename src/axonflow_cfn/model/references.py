"""What a property takes of another resource: its Ref, or which attribute."""

from collections.abc import Iterator
from dataclasses import dataclass

from axonflow_cfn.model.template import TemplateModel
from axonflow_cfn.model.values import Value

_Right = tuple[str | None, ...]
_Takes = dict[str, _Right]

_REF: _Right = (None,)
_ARN: _Right = ("Arn",)
_BALANCER: _Takes = {"AWS::ElasticLoadBalancingV2::LoadBalancer": (None, "LoadBalancerArn")}
_TARGET_GROUP: _Takes = {"AWS::ElasticLoadBalancingV2::TargetGroup": (None, "TargetGroupArn")}
_LISTENER: _Takes = {"AWS::ElasticLoadBalancingV2::Listener": (None, "ListenerArn")}
_FUNCTION: _Takes = {
    "AWS::Lambda::Function": _ARN,
    "AWS::Lambda::Alias": (None, "AliasArn"),
    "AWS::Lambda::Version": (None, "FunctionArn"),
}
_FUNCTION_NAME: _Takes = {
    "AWS::Lambda::Function": (None, "Arn"),
    "AWS::Lambda::Alias": (None, "AliasArn"),
    "AWS::Lambda::Version": (None, "FunctionArn"),
}
_TOPIC: _Takes = {"AWS::SNS::Topic": (None, "TopicArn")}
_QUEUE: _Takes = {"AWS::SQS::Queue": _ARN}
_SECRET: _Takes = {
    "AWS::SecretsManager::Secret": (None, "Id"),
    "AWS::SecretsManager::SecretTargetAttachment": (None, "Id"),
}
_NAMESPACE: _Takes = {
    "AWS::ServiceDiscovery::HttpNamespace": (None, "Id"),
    "AWS::ServiceDiscovery::PrivateDnsNamespace": (None, "Id"),
    "AWS::ServiceDiscovery::PublicDnsNamespace": (None, "Id"),
}
_FILES: _Takes = {"AWS::EFS::FileSystem": (None, "FileSystemId")}
_ROLE_NAME: _Takes = {"AWS::IAM::Role": _REF}

# Each from the property's description, and the Return values of the other type, in
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
TAKES: dict[tuple[str, str], _Takes] = {
    ("AWS::ApplicationAutoScaling::ScalingPolicy", "ScalingTargetId"): {
        "AWS::ApplicationAutoScaling::ScalableTarget": (None, "Id"),
    },
    ("AWS::ECS::Service", "Cluster"): {"AWS::ECS::Cluster": (None, "Arn")},
    ("AWS::ECS::Service", "LoadBalancers.*.TargetGroupArn"): _TARGET_GROUP,
    ("AWS::ECS::Service", "ServiceRegistries.*.RegistryArn"): {
        "AWS::ServiceDiscovery::Service": _ARN,
    },
    ("AWS::ECS::Service", "TaskDefinition"): {
        "AWS::ECS::TaskDefinition": (None, "TaskDefinitionArn"),
    },
    ("AWS::ECS::TaskDefinition", "Volumes.*.EFSVolumeConfiguration.FilesystemId"): _FILES,
    (
        "AWS::ECS::TaskDefinition",
        "Volumes.*.EFSVolumeConfiguration.AuthorizationConfig.AccessPointId",
    ): {"AWS::EFS::AccessPoint": (None, "AccessPointId")},
    ("AWS::EFS::AccessPoint", "FileSystemId"): _FILES,
    ("AWS::EFS::MountTarget", "FileSystemId"): _FILES,
    ("AWS::ElasticLoadBalancingV2::Listener", "DefaultActions.*.TargetGroupArn"): _TARGET_GROUP,
    ("AWS::ElasticLoadBalancingV2::Listener", "LoadBalancerArn"): _BALANCER,
    ("AWS::ElasticLoadBalancingV2::ListenerCertificate", "ListenerArn"): _LISTENER,
    ("AWS::ElasticLoadBalancingV2::ListenerRule", "Actions.*.TargetGroupArn"): _TARGET_GROUP,
    ("AWS::ElasticLoadBalancingV2::ListenerRule", "ListenerArn"): _LISTENER,
    ("AWS::Events::Rule", "Targets.*.Arn"): {
        **_FUNCTION, **_TOPIC, **_QUEUE,
        "AWS::ECS::Cluster": _ARN,
        "AWS::KinesisFirehose::DeliveryStream": _ARN,
        "AWS::Kinesis::Stream": _ARN,
        "AWS::Logs::LogGroup": _ARN,
        "AWS::StepFunctions::StateMachine": (None, "Arn"),
    },
    ("AWS::IAM::InstanceProfile", "Roles.*"): _ROLE_NAME,
    ("AWS::IAM::ManagedPolicy", "Roles.*"): _ROLE_NAME,
    ("AWS::IAM::Policy", "Roles.*"): _ROLE_NAME,
    ("AWS::IAM::RolePolicy", "RoleName"): _ROLE_NAME,
    ("AWS::Lambda::EventSourceMapping", "EventSourceArn"): {
        **_QUEUE,
        "AWS::DynamoDB::Table": ("StreamArn",),
        "AWS::Kinesis::Stream": _ARN,
    },
    ("AWS::Lambda::EventSourceMapping", "FunctionName"): _FUNCTION_NAME,
    ("AWS::Lambda::Function", "DeadLetterConfig.TargetArn"): {**_QUEUE, **_TOPIC},
    ("AWS::Lambda::Permission", "FunctionName"): _FUNCTION_NAME,
    ("AWS::Lambda::Permission", "SourceArn"): {
        **_TOPIC, **_QUEUE, **_SECRET, **_TARGET_GROUP,
        "AWS::Events::Rule": _ARN,
        "AWS::Logs::LogGroup": _ARN,
        "AWS::S3::Bucket": _ARN,
    },
    ("AWS::Logs::SubscriptionFilter", "DestinationArn"): {
        **_FUNCTION,
        "AWS::KinesisFirehose::DeliveryStream": _ARN,
        "AWS::Kinesis::Stream": _ARN,
    },
    ("AWS::RDS::DBInstance", "DBClusterIdentifier"): {"AWS::RDS::DBCluster": _REF},
    ("AWS::RDS::DBInstance", "DBParameterGroupName"): {
        "AWS::RDS::DBParameterGroup": (None, "DBParameterGroupName"),
    },
    ("AWS::RDS::DBInstance", "DBSubnetGroupName"): {"AWS::RDS::DBSubnetGroup": _REF},
    ("AWS::RDS::DBCluster", "DBClusterParameterGroupName"): {
        "AWS::RDS::DBClusterParameterGroup": (None, "DBClusterParameterGroupName"),
    },
    ("AWS::RDS::DBCluster", "DBSubnetGroupName"): {"AWS::RDS::DBSubnetGroup": _REF},
    ("AWS::S3::Bucket", "NotificationConfiguration.LambdaConfigurations.*.Function"): _FUNCTION,
    ("AWS::S3::Bucket", "NotificationConfiguration.QueueConfigurations.*.Queue"): _QUEUE,
    ("AWS::S3::Bucket", "NotificationConfiguration.TopicConfigurations.*.Topic"): _TOPIC,
    ("AWS::S3::BucketPolicy", "Bucket"): {"AWS::S3::Bucket": _REF},
    ("AWS::SNS::Subscription", "TopicArn"): _TOPIC,
    ("AWS::SNS::TopicPolicy", "Topics.*"): _TOPIC,
    ("AWS::SQS::Queue", "RedrivePolicy.deadLetterTargetArn"): _QUEUE,
    ("AWS::SQS::QueuePolicy", "Queues.*"): {"AWS::SQS::Queue": (None, "QueueUrl")},
    ("AWS::SecretsManager::RotationSchedule", "RotationLambdaARN"): _FUNCTION,
    ("AWS::SecretsManager::RotationSchedule", "SecretId"): _SECRET,
    ("AWS::SecretsManager::SecretTargetAttachment", "SecretId"): _SECRET,
    ("AWS::SecretsManager::SecretTargetAttachment", "TargetId"): {
        "AWS::RDS::DBCluster": _REF,
        "AWS::RDS::DBInstance": _REF,
    },
    ("AWS::ServiceDiscovery::Service", "DnsConfig.NamespaceId"): _NAMESPACE,
    ("AWS::ServiceDiscovery::Service", "NamespaceId"): _NAMESPACE,
    ("AWS::WAFv2::WebACLAssociation", "WebACLArn"): {"AWS::WAFv2::WebACL": _ARN},
}  # fmt: skip
"""By type and property: the types it can refer to, and Ref (None) or attribute to use."""

# Properties that take further types than these; of those only the attribute is looked at.
_OPEN = {
    ("AWS::Events::Rule", "Targets.*.Arn"),
    ("AWS::Lambda::EventSourceMapping", "EventSourceArn"),
    ("AWS::Lambda::Permission", "SourceArn"),
    ("AWS::Logs::SubscriptionFilter", "DestinationArn"),
    ("AWS::SecretsManager::SecretTargetAttachment", "TargetId"),
}
# Types whose attributes can hold anything.
_CARRIERS = ("AWS::CloudFormation::", "AWS::SSM::Parameter", "AWS::Serverless::", "Custom::")

# What Ref gives, from the Return values of each type in
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
ARN_BY_REF = {
    "AWS::CertificateManager::Certificate", "AWS::ECS::Service", "AWS::ECS::TaskDefinition",
    "AWS::ElasticLoadBalancingV2::Listener", "AWS::ElasticLoadBalancingV2::LoadBalancer",
    "AWS::ElasticLoadBalancingV2::TargetGroup", "AWS::IAM::ManagedPolicy", "AWS::SNS::Topic",
    "AWS::SecretsManager::Secret", "AWS::StepFunctions::StateMachine",
}  # fmt: skip
"""Types of which Ref is the ARN."""
NO_ARN_BY_REF = {
    "AWS::CloudWatch::Alarm": "name",
    "AWS::DynamoDB::Table": "name",
    "AWS::ECR::Repository": "name",
    "AWS::ECS::Cluster": "name",
    "AWS::EFS::AccessPoint": "id",
    "AWS::EFS::FileSystem": "id",
    "AWS::Events::EventBus": "name",
    "AWS::IAM::Role": "name",
    "AWS::Kinesis::Stream": "name",
    "AWS::KinesisFirehose::DeliveryStream": "name",
    "AWS::Lambda::Function": "name",
    "AWS::Logs::LogGroup": "name",
    "AWS::RDS::DBCluster": "id",
    "AWS::RDS::DBInstance": "id",
    "AWS::S3::Bucket": "name",
    "AWS::SQS::Queue": "URL",
    "AWS::SSM::Parameter": "name",
}
"""Types of which Ref is certainly no ARN, and what it is."""

_CUSTOM_TOKEN: _Takes = {**_FUNCTION, **_TOPIC}


@dataclass(frozen=True)
class WrongReference:
    """A reference that the property does not take.

    Attributes:
        value: the reference.
        key: the property.
        right: the types it takes, with what of each.
    """

    value: Value
    key: str
    right: _Takes


def wrong_references(model: TemplateModel) -> Iterator[WrongReference]:
    """Every reference to something else than TAKES says."""
    for (kind, path), takes in TAKES.items():
        for user in model.of_type(kind):
            for value in user.values(path):
                yield from _compare(value, path, takes, closed=(kind, path) not in _OPEN)
    for user in model.resources.values():
        if user.type.startswith("Custom::") or user.type == "AWS::CloudFormation::CustomResource":
            for value in user.values("ServiceToken"):
                yield from _compare(value, "ServiceToken", _CUSTOM_TOKEN)
    for user in model.of_type("AWS::SNS::Subscription"):
        for protocol, endpoint in user.cases("Protocol", "Endpoint"):
            ends = {"lambda": _FUNCTION, "sqs": _QUEUE}.get(protocol.text or "")
            if ends:
                yield from _compare(endpoint, f"Endpoint with Protocol {protocol.text}", ends)


def _compare(
    value: Value, key: str, takes: _Takes, *, closed: bool = True
) -> Iterator[WrongReference]:
    found = value.follow()
    if found is None or value.reference is None or found.type.startswith(_CARRIERS):
        return
    right = takes.get(found.type)
    if value.reference.attribute not in right if right else closed:
        yield WrongReference(value, key.removesuffix(".*").rpartition(".")[2], takes)
