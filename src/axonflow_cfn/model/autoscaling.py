"""What Application Auto Scaling scales, and by which metrics.

From the API reference of RegisterScalableTarget and PredefinedMetricSpecification,
https://docs.aws.amazon.com/autoscaling/application/APIReference/ (botocore 1.44, November 2026).
"""

RESOURCE_PREFIXES: dict[str, str] = {
    "appstream:fleet:DesiredCapacity": "fleet/",
    "cassandra:table:ReadCapacityUnits": "keyspace/",
    "cassandra:table:WriteCapacityUnits": "keyspace/",
    "dynamodb:index:ReadCapacityUnits": "table/",
    "dynamodb:index:WriteCapacityUnits": "table/",
    "dynamodb:table:ReadCapacityUnits": "table/",
    "dynamodb:table:WriteCapacityUnits": "table/",
    "ec2:spot-fleet-request:TargetCapacity": "spot-fleet-request/",
    "ecs:service:DesiredCount": "service/",
    "elasticache:replication-group:NodeGroups": "replication-group/",
    "elasticache:replication-group:Replicas": "replication-group/",
    "elasticmapreduce:instancegroup:InstanceCount": "instancegroup/",
    "lambda:function:ProvisionedConcurrency": "function:",
    "neptune:cluster:ReadReplicaCount": "cluster:",
    "rds:cluster:ReadReplicaCount": "cluster:",
    "sagemaker:variant:DesiredInstanceCount": "endpoint/",
}
"""How the ResourceId of a scalable dimension starts."""

METRIC_SERVICES: dict[str, tuple[str, ...]] = {
    "ALBRequestCountPerTarget": ("ec2", "ecs"),
    "AppStreamAverageCapacityUtilization": ("appstream",),
    "CassandraReadCapacityUtilization": ("cassandra",),
    "CassandraWriteCapacityUtilization": ("cassandra",),
    "ComprehendInferenceUtilization": ("comprehend",),
    "DynamoDBReadCapacityUtilization": ("dynamodb",),
    "DynamoDBWriteCapacityUtilization": ("dynamodb",),
    "EC2SpotFleetRequestAverageCPUUtilization": ("ec2",),
    "EC2SpotFleetRequestAverageNetworkIn": ("ec2",),
    "EC2SpotFleetRequestAverageNetworkOut": ("ec2",),
    "ECSServiceAverageCPUUtilization": ("ecs",),
    "ECSServiceAverageCPUUtilizationHighResolution": ("ecs",),
    "ECSServiceAverageMemoryUtilization": ("ecs",),
    "ECSServiceAverageMemoryUtilizationHighResolution": ("ecs",),
    "ElastiCacheDatabaseCapacityUsageCountedForEvictPercentage": ("elasticache",),
    "ElastiCacheDatabaseMemoryUsageCountedForEvictPercentage": ("elasticache",),
    "ElastiCacheDatabaseMemoryUsagePercentage": ("elasticache",),
    "ElastiCacheEngineCPUUtilization": ("elasticache",),
    "ElastiCachePrimaryEngineCPUUtilization": ("elasticache",),
    "ElastiCacheReplicaEngineCPUUtilization": ("elasticache",),
    "KafkaBrokerStorageUtilization": ("kafka",),
    "LambdaProvisionedConcurrencyUtilization": ("lambda",),
    "NeptuneReaderAverageCPUUtilization": ("neptune",),
    "RDSReaderAverageCPUUtilization": ("rds",),
    "RDSReaderAverageDatabaseConnections": ("rds",),
    "SageMakerInferenceComponentConcurrentRequestsPerCopyHighResolution": ("sagemaker",),
    "SageMakerInferenceComponentInvocationsPerCopy": ("sagemaker",),
    "SageMakerVariantConcurrentRequestsPerModelHighResolution": ("sagemaker",),
    "SageMakerVariantInvocationsPerInstance": ("sagemaker",),
    "SageMakerVariantProvisionedConcurrencyUtilization": ("sagemaker",),
    "WorkSpacesAverageUserSessionsCapacityUtilization": ("workspaces",),
}
"""The service namespaces whose resources have a predefined metric."""

TARGET = "AWS::ApplicationAutoScaling::ScalableTarget"
POLICY = "AWS::ApplicationAutoScaling::ScalingPolicy"
TRACKING = "TargetTrackingScalingPolicyConfiguration"
STEPS = "StepScalingPolicyConfiguration"
