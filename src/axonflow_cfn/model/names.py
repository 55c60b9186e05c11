"""How long physical names may be."""

STACK_NAME_BUDGET = 28
"""The longest stack name that `${AWS::StackName}-alb` leaves room for; CloudFormation takes 128."""

# Each figure is the maximum on the page of the resource type in
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
# or, where that is silent, in the API reference of the service.
NAME_LIMITS: dict[tuple[str, str], int] = {
    ("AWS::DynamoDB::Table", "TableName"): 255,
    ("AWS::ECS::Cluster", "ClusterName"): 255,
    ("AWS::ECS::Service", "ServiceName"): 255,
    ("AWS::ECS::TaskDefinition", "Family"): 255,
    ("AWS::ElastiCache::ReplicationGroup", "ReplicationGroupId"): 40,
    ("AWS::ElasticLoadBalancing::LoadBalancer", "LoadBalancerName"): 32,
    ("AWS::ElasticLoadBalancingV2::LoadBalancer", "Name"): 32,
    ("AWS::ElasticLoadBalancingV2::TargetGroup", "Name"): 32,
    ("AWS::Events::Rule", "Name"): 64,
    ("AWS::IAM::InstanceProfile", "InstanceProfileName"): 128,
    ("AWS::IAM::ManagedPolicy", "ManagedPolicyName"): 128,
    ("AWS::IAM::Role", "RoleName"): 64,
    ("AWS::Lambda::Function", "FunctionName"): 64,
    ("AWS::RDS::DBCluster", "DBClusterIdentifier"): 63,
    ("AWS::RDS::DBInstance", "DBInstanceIdentifier"): 63,
    ("AWS::S3::Bucket", "BucketName"): 63,
    ("AWS::SQS::Queue", "QueueName"): 80,
}
"""The most characters of a name, by resource type and property."""
