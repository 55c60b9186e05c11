"""What those AWS managed policies grant that templates of this kind use."""

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

# https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
MANAGED_POLICIES: dict[str, tuple[tuple[str, ...], str]] = {
    "AdministratorAccess": (("*",), "*"),
    "service-role/AmazonECSTaskExecutionRolePolicy": (_ECS_TASK_EXECUTION, "*"),
    "service-role/AmazonRDSEnhancedMonitoringRole": (
        _RDS_MONITORING,
        "arn:*:logs:*:*:log-group:RDS*",
    ),
    "service-role/AWSLambdaBasicExecutionRole": (_LAMBDA_LOGS, "*"),
}
"""All that a policy allows, and on what, by its path and name. Of others nothing is known."""
