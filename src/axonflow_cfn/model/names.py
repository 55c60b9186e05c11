"""How long physical names may be."""

STACK_NAME_BUDGET = 28
"""The longest stack name that `${AWS::StackName}-alb` leaves room for; CloudFormation takes 128."""

# Each figure is the maximum on the page of the resource type in
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
# or, where that is silent, in the API reference of the service.
NAME_LIMITS: dict[tuple[str, str], int] = {
    ("AWS::ApplicationAutoScaling::ScalingPolicy", "PolicyName"): 256,
    ("AWS::AutoScaling::AutoScalingGroup", "AutoScalingGroupName"): 255,
    ("AWS::CloudWatch::Alarm", "AlarmName"): 255,
    ("AWS::CloudWatch::CompositeAlarm", "AlarmName"): 255,
    ("AWS::CloudWatch::Dashboard", "DashboardName"): 255,
    ("AWS::DynamoDB::Table", "TableName"): 255,
    ("AWS::EC2::LaunchTemplate", "LaunchTemplateName"): 128,
    ("AWS::EC2::SecurityGroup", "GroupName"): 255,
    ("AWS::ECR::Repository", "RepositoryName"): 256,
    ("AWS::ECS::CapacityProvider", "Name"): 255,
    ("AWS::ECS::Cluster", "ClusterName"): 255,
    ("AWS::ECS::Service", "ServiceName"): 255,
    ("AWS::ECS::TaskDefinition", "Family"): 255,
    ("AWS::ElastiCache::CacheCluster", "ClusterName"): 50,
    ("AWS::ElastiCache::ReplicationGroup", "ReplicationGroupId"): 40,
    ("AWS::ElastiCache::SubnetGroup", "CacheSubnetGroupName"): 255,
    ("AWS::ElasticLoadBalancing::LoadBalancer", "LoadBalancerName"): 32,
    ("AWS::ElasticLoadBalancingV2::LoadBalancer", "Name"): 32,
    ("AWS::ElasticLoadBalancingV2::TargetGroup", "Name"): 32,
    ("AWS::Events::EventBus", "Name"): 256,
    ("AWS::Events::Rule", "Name"): 64,
    ("AWS::IAM::Group", "GroupName"): 128,
    ("AWS::IAM::InstanceProfile", "InstanceProfileName"): 128,
    ("AWS::IAM::ManagedPolicy", "ManagedPolicyName"): 128,
    ("AWS::IAM::Role", "RoleName"): 64,
    ("AWS::IAM::User", "UserName"): 64,
    ("AWS::KMS::Alias", "AliasName"): 256,
    ("AWS::Kinesis::Stream", "Name"): 128,
    ("AWS::KinesisFirehose::DeliveryStream", "DeliveryStreamName"): 64,
    ("AWS::Lambda::Function", "FunctionName"): 64,
    ("AWS::Logs::LogGroup", "LogGroupName"): 512,
    ("AWS::OpenSearchService::Domain", "DomainName"): 28,
    ("AWS::RDS::DBCluster", "DBClusterIdentifier"): 63,
    ("AWS::RDS::DBInstance", "DBInstanceIdentifier"): 63,
    ("AWS::RDS::DBParameterGroup", "DBParameterGroupName"): 255,
    ("AWS::RDS::DBProxy", "DBProxyName"): 63,
    ("AWS::RDS::DBSubnetGroup", "DBSubnetGroupName"): 255,
    ("AWS::S3::Bucket", "BucketName"): 63,
    ("AWS::SNS::Topic", "TopicName"): 256,
    ("AWS::SQS::Queue", "QueueName"): 80,
    ("AWS::Scheduler::Schedule", "Name"): 64,
    ("AWS::SecretsManager::Secret", "Name"): 512,
    ("AWS::ServiceDiscovery::Service", "Name"): 127,
    ("AWS::StepFunctions::StateMachine", "StateMachineName"): 80,
    ("AWS::WAFv2::WebACL", "Name"): 128,
}
"""The most characters of a name, by resource type and property."""
