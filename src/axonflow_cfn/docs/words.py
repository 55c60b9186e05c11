"""What the template cannot say about itself: why a permission is there, what a change does."""

from collections.abc import Mapping

PERMISSIONS: Mapping[str, str] = {
    "aws-marketplace:MeterUsage": "reports usage to AWS Marketplace",
    "aws-marketplace:RegisterUsage": "registers each task with AWS Marketplace when it starts",
    "cloudwatch:PutMetricData": "publishes the product's own metrics",
    "ecr:BatchCheckLayerAvailability": "pulls the container image",
    "ecr:BatchGetImage": "pulls the container image",
    "ecr:GetAuthorizationToken": "signs in to the image registry",
    "ecr:GetDownloadUrlForLayer": "pulls the container image",
    "license-manager:CheckInLicense": "gives the AWS Marketplace licence back",
    "license-manager:CheckoutLicense": "takes the AWS Marketplace licence",
    "license-manager:ExtendLicenseConsumption": "keeps the AWS Marketplace licence while it runs",
    "license-manager:GetLicense": "reads the AWS Marketplace licence",
    "license-manager:ListReceivedLicenses": "finds the AWS Marketplace licence",
    "logs:CreateLogGroup": "makes the log group of Enhanced Monitoring if there is none",
    "logs:CreateLogStream": "opens a log stream",
    "logs:DescribeLogStreams": "finds its own log streams again",
    "logs:GetLogEvents": "reads its own metrics back",
    "logs:PutLogEvents": "writes log lines",
    "logs:PutRetentionPolicy": "limits how long Enhanced Monitoring's metrics are kept",
    "secretsmanager:GetSecretValue": "reads the secrets that tasks receive when they start",
    "ssmmessages:CreateControlChannel": "lets ECS Exec open a session",
    "ssmmessages:CreateDataChannel": "lets ECS Exec open a session",
    "ssmmessages:OpenControlChannel": "lets ECS Exec open a session",
    "ssmmessages:OpenDataChannel": "lets ECS Exec open a session",
}
"""Why an action is allowed, for every action of every role and metering model."""

_ROLLING = "New tasks replace the old ones, without interruption."
_CERTIFICATE = "The listener presents the other certificate. The name clients call may change."
_COUNT = "Auto scaling adds tasks at once, or removes them as the load allows. No interruption."
_SUBNET = (
    "Do not change it: the database's subnet group cannot give up a subnet in use. "
    "Deploy a new stack."
)

CHANGES: Mapping[str, str] = {
    "AccessLogsBucket": "Access logs start, stop or go elsewhere. No interruption.",
    "AgentDesiredCount": _COUNT,
    "AlarmTopicArn": "Alarms notify the other topic. No interruption.",
    "AllowedCidr": "The security group changes at once. No interruption for addresses still in it.",
    "CertificateArn": _CERTIFICATE,
    "DBAllocatedStorage": "The volume grows while the database runs. A smaller value is refused.",
    "DBEngineVersion": "The database is upgraded at once and is not available meanwhile.",
    "DBInstanceClass": "The database fails over: connections break and are refused for a while.",
    "DBPassword": (
        "The database takes the new password at once; tasks see it when they restart, so change "
        "DeploymentId too."
    ),
    "DeploymentId": _ROLLING,
    "DomainName": _CERTIFICATE,
    "EnableExecuteCommand": "Holds for new tasks: change DeploymentId too.",
    "HostedZoneId": _CERTIFICATE,
    "OrchestratorDesiredCount": _COUNT,
    "PricingTier": _ROLLING,
    "PrivateCertificateAuthorityArn": _CERTIFICATE,
    "PrivateSubnet1": _SUBNET,
    "PrivateSubnet2": _SUBNET,
    "VpcId": "Cannot be changed: the update fails and changes nothing. Deploy a new stack.",
}
"""What changing a parameter of a running stack does."""

CHANGED_SECRET = _ROLLING
"""The same for the ARN of an extra secret of the build-time config."""
