"""What those AWS managed policies grant that templates of this kind use."""

from axonflow_cfn.model.tables import names

_ECS_TASK_EXECUTION = (
    "ecr:BatchCheckLayerAvailability",
    "ecr:BatchGetImage",
    "ecr:GetAuthorizationToken",
    "ecr:GetDownloadUrlForLayer",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
)
_RDS_MONITORING = (
    "logs:CreateLogGroup",
    "logs:CreateLogStream",
    "logs:DescribeLogStreams",
    "logs:GetLogEvents",
    "logs:PutLogEvents",
    "logs:PutRetentionPolicy",
)
_LAMBDA_LOGS = ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")
_LAMBDA_VPC = (
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:UnassignPrivateIpAddresses",
)
_LAMBDA_SQS = ("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage")
_LAMBDA_KINESIS = (
    "kinesis:DescribeStream",
    "kinesis:DescribeStreamSummary",
    "kinesis:GetRecords",
    "kinesis:GetShardIterator",
    "kinesis:ListShards",
    "kinesis:ListStreams",
    "kinesis:SubscribeToShard",
)
_LAMBDA_DYNAMODB = (
    "dynamodb:DescribeStream",
    "dynamodb:GetRecords",
    "dynamodb:GetShardIterator",
    "dynamodb:ListStreams",
)
_ECR_PULL = (
    "ecr:BatchGetImage",
    "ecr:BatchImportUpstreamImage",
    "ecr:GetAuthorizationToken",
    "ecr:GetDownloadUrlForLayer",
)
_ECR_READ = (
    "ecr:BatchCheckLayerAvailability",
    "ecr:BatchGetImage",
    "ecr:DescribeImageScanFindings",
    "ecr:DescribeImages",
    "ecr:DescribeRepositories",
    "ecr:GetAuthorizationToken",
    "ecr:GetDownloadUrlForLayer",
    "ecr:GetLifecyclePolicy",
    "ecr:GetLifecyclePolicyPreview",
    "ecr:GetRepositoryPolicy",
    "ecr:ListImages",
    "ecr:ListTagsForResource",
)
_SSM_INSTANCE = (
    "ec2messages:AcknowledgeMessage",
    "ec2messages:DeleteMessage",
    "ec2messages:FailMessage",
    "ec2messages:GetEndpoint",
    "ec2messages:GetMessages",
    "ec2messages:SendReply",
    "ssm:DescribeAssociation",
    "ssm:DescribeDocument",
    "ssm:GetDeployablePatchSnapshotForInstance",
    "ssm:GetDocument",
    "ssm:GetManifest",
    "ssm:GetParameter",
    "ssm:GetParameters",
    "ssm:ListAssociations",
    "ssm:ListInstanceAssociations",
    "ssm:PutComplianceItems",
    "ssm:PutConfigurePackageResult",
    "ssm:PutInventory",
    "ssm:UpdateAssociationStatus",
    "ssm:UpdateInstanceAssociationStatus",
    "ssm:UpdateInstanceInformation",
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
)
_XRAY_WRITE = (
    "xray:GetSamplingRules",
    "xray:GetSamplingStatisticSummaries",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
)

# https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
MANAGED_POLICIES: dict[str, tuple[tuple[str, ...], str]] = {
    "AWSXRayDaemonWriteAccess": (_XRAY_WRITE, "*"),
    "AdministratorAccess": (("*",), "*"),
    "AmazonEC2ContainerRegistryPullOnly": (_ECR_PULL, "*"),
    "AmazonEC2ContainerRegistryReadOnly": (_ECR_READ, "*"),
    "AmazonS3FullAccess": (("s3:*", "s3-object-lambda:*"), "*"),
    "AmazonSQSFullAccess": (("sqs:*",), "*"),
    "AmazonSSMManagedInstanceCore": (_SSM_INSTANCE, "*"),
    "AmazonSSMReadOnlyAccess": (("ssm:Describe*", "ssm:Get*", "ssm:List*"), "*"),
    "service-role/AWSBackupServiceRolePolicyForBackup": (
        tuple(sorted(names("backup_actions"))),
        "*",
    ),
    "service-role/AWSBackupServiceRolePolicyForRestores": (
        tuple(sorted(names("restore_actions"))),
        "*",
    ),
    "service-role/AmazonECSTaskExecutionRolePolicy": (_ECS_TASK_EXECUTION, "*"),
    "service-role/AmazonRDSEnhancedMonitoringRole": (
        _RDS_MONITORING,
        "arn:*:logs:*:*:log-group:RDS*",
    ),
    "service-role/AWSLambdaBasicExecutionRole": (_LAMBDA_LOGS, "*"),
    "service-role/AWSLambdaDynamoDBExecutionRole": (_LAMBDA_LOGS + _LAMBDA_DYNAMODB, "*"),
    "service-role/AWSLambdaKinesisExecutionRole": (_LAMBDA_LOGS + _LAMBDA_KINESIS, "*"),
    "service-role/AWSLambdaSQSQueueExecutionRole": (_LAMBDA_LOGS + _LAMBDA_SQS, "*"),
    "service-role/AWSLambdaVPCAccessExecutionRole": (_LAMBDA_LOGS + _LAMBDA_VPC, "*"),
}
"""All that a policy allows, and on what, by its path and name. Of others nothing is known."""
