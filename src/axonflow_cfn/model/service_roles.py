"""Which service assumes the role that a property names."""

from axonflow_cfn.model.memo import once
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Value

# (type, property): what stands before '.amazonaws.com'. From the page of each property in
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
_ROLES = {
    ("AWS::ApiGateway::Account", "CloudWatchRoleArn"): "apigateway",
    ("AWS::AutoScaling::LifecycleHook", "RoleARN"): "autoscaling",
    ("AWS::Backup::BackupSelection", "BackupSelection.IamRoleArn"): "backup",
    ("AWS::Batch::JobDefinition", "ContainerProperties.ExecutionRoleArn"): "ecs-tasks",
    ("AWS::Batch::JobDefinition", "ContainerProperties.JobRoleArn"): "ecs-tasks",
    ("AWS::CloudTrail::Trail", "CloudWatchLogsRoleArn"): "cloudtrail",
    ("AWS::CodeBuild::Project", "ServiceRole"): "codebuild",
    ("AWS::CodeDeploy::DeploymentGroup", "ServiceRoleArn"): "codedeploy",
    ("AWS::CodePipeline::Pipeline", "RoleArn"): "codepipeline",
    ("AWS::Config::ConfigurationRecorder", "RoleARN"): "config",
    ("AWS::DLM::LifecyclePolicy", "ExecutionRoleArn"): "dlm",
    ("AWS::EC2::FlowLog", "DeliverLogsPermissionArn"): "vpc-flow-logs",
    ("AWS::ECS::Service", "Role"): "ecs",
    ("AWS::ECS::Service", "VolumeConfigurations.*.ManagedEBSVolume.RoleArn"): "ecs",
    ("AWS::ECS::Service", "VpcLatticeConfigurations.*.RoleArn"): "ecs",
    ("AWS::ECS::TaskDefinition", "ExecutionRoleArn"): "ecs-tasks",
    ("AWS::ECS::TaskDefinition", "TaskRoleArn"): "ecs-tasks",
    ("AWS::Events::Rule", "RoleArn"): "events",
    ("AWS::Events::Rule", "Targets.*.RoleArn"): "events",
    ("AWS::IAM::InstanceProfile", "Roles.*"): "ec2",
    ("AWS::KinesisFirehose::DeliveryStream", "ExtendedS3DestinationConfiguration.RoleARN"): (
        "firehose"
    ),
    ("AWS::KinesisFirehose::DeliveryStream", "S3DestinationConfiguration.RoleARN"): "firehose",
    ("AWS::Lambda::Function", "Role"): "lambda",
    ("AWS::Logs::SubscriptionFilter", "RoleArn"): "logs",
    ("AWS::Pipes::Pipe", "RoleArn"): "pipes",
    ("AWS::RDS::DBCluster", "AssociatedRoles.*.RoleArn"): "rds",
    ("AWS::RDS::DBCluster", "MonitoringRoleArn"): "monitoring.rds",
    ("AWS::RDS::DBInstance", "AssociatedRoles.*.RoleArn"): "rds",
    ("AWS::RDS::DBInstance", "MonitoringRoleArn"): "monitoring.rds",
    ("AWS::RDS::DBProxy", "RoleArn"): "rds",
    ("AWS::S3::Bucket", "ReplicationConfiguration.Role"): "s3",
    ("AWS::SNS::Topic", "DeliveryStatusLogging.*.FailureFeedbackRoleArn"): "sns",
    ("AWS::SNS::Topic", "DeliveryStatusLogging.*.SuccessFeedbackRoleArn"): "sns",
    ("AWS::Scheduler::Schedule", "Target.RoleArn"): "scheduler",
    ("AWS::StepFunctions::StateMachine", "RoleArn"): "states",
}


@once
def uses(model: TemplateModel) -> tuple[tuple[Value, Resource, str], ...]:
    """Each place that names a role of this template, that role, and the service that assumes it."""
    paths: dict[str, list[tuple[str, str]]] = {}
    for (kind, path), service in _ROLES.items():
        paths.setdefault(kind, []).append((path, service))
    return tuple(
        (value, role, service)
        for resource in model.of_type(*paths)
        for path, service in paths[resource.type]
        for value in resource.values(path)
        if (role := value.follow("AWS::IAM::Role"))
    )
