"""W9539."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.iam import allows
from axonflow_cfn.model.service_roles import uses
from axonflow_cfn.rule import DeployabilityRule, Finding

# What a service does with the role of this property, whatever else it may do.
_NEEDS = {
    ("lambda", "AWS::Lambda::Function"): "logs:PutLogEvents",
    ("monitoring.rds", "AWS::RDS::DBCluster"): "logs:PutLogEvents",
    ("monitoring.rds", "AWS::RDS::DBInstance"): "logs:PutLogEvents",
    ("rds", "AWS::RDS::DBProxy"): "secretsmanager:GetSecretValue",
    ("vpc-flow-logs", "AWS::EC2::FlowLog"): "logs:PutLogEvents",
}

# What AWS Backup does to a resource of each type; one of the actions is enough.
_BACKUPS: dict[str, tuple[str, ...]] = {
    "AWS::DynamoDB::Table": ("dynamodb:CreateBackup", "dynamodb:StartAwsBackupJob"),
    "AWS::EC2::Instance": ("ec2:CreateImage",),
    "AWS::EC2::Volume": ("ec2:CreateSnapshot",),
    "AWS::EFS::FileSystem": ("elasticfilesystem:Backup",),
    "AWS::RDS::DBCluster": ("rds:CreateDBClusterSnapshot",),
    "AWS::RDS::DBInstance": ("rds:CreateDBSnapshot",),
    "AWS::S3::Bucket": ("s3:GetBucketVersioning",),
}
# Resources whose own policy may allow the role what its policies don't.
_WITH_POLICY = {"AWS::DynamoDB::Table", "AWS::EFS::FileSystem", "AWS::S3::BucketPolicy"}


class ServiceRoleWithoutPermission(DeployabilityRule):
    """A role without what its service needs it for."""

    id = "W9539"
    shortdesc = "Role of a service lacks the permission that the service needs"
    description = (
        "The resource is created, and the logs or metrics never arrive: Enhanced Monitoring needs "
        "service-role/AmazonRDSEnhancedMonitoringRole, a function "
        "service-role/AWSLambdaBasicExecutionRole, flow logs logs:PutLogEvents, a database proxy "
        "secretsmanager:GetSecretValue. Backup jobs fail without "
        "service-role/AWSBackupServiceRolePolicyForBackup (that of restores is not enough, and of "
        "buckets it is AWSBackupServiceRolePolicyForS3Backup). Attach it."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html"
    )
    tags = ["resources", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: monitoring.rds.amazonaws.com}
            Action: sts:AssumeRole
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, MonitoringInterval: 60, MonitoringRoleArn: !GetAtt Role.Arn}
"""
    good = bad.replace(
        "      AssumeRole",
        "      ManagedPolicyArns:\n        - !Sub arn:${AWS::Partition}:iam::aws:policy/"
        "service-role/AmazonRDSEnhancedMonitoringRole\n      AssumeRole",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask each role about what its service needs."""
        yield from _of_backups(model)
        for value, role, service in uses(model):
            kind = model.resources[str(value.path[1])].type
            action = _NEEDS.get((service, kind))
            if action and allows(role, action) is False:
                yield Finding(
                    value.path,
                    f"{role.logical_id} may not {action}, which {service}.amazonaws.com needs it "
                    "for; allow it",
                )


def _of_backups(model: TemplateModel) -> Iterator[Finding]:
    """The first resource of each selection that its role can't back up."""
    for value, role, service in uses(model):
        selection = model.resources[str(value.path[1])].given(value.when)
        if service != "backup" or selection is None or _may_be_let_in(role):
            continue
        for selected in selection.values("BackupSelection.Resources.*"):
            actions = _BACKUPS.get(kind) if (kind := _type(selected)) else None
            under = role.given(selected.when)
            if actions and under and all(allows(under, action) is False for action in actions):
                yield Finding(
                    value.path,
                    f"{role.logical_id} may not {actions[0]}, so that backups of "
                    f"{selected.shown} fail; allow it",
                )
                break


def _type(selected: Value) -> str | None:
    """The type of a resource that a selection names: by an attribute, or within an ARN."""
    names = {part.logical_id for part in selected.parts if isinstance(part, Reference)}
    found = {selected.model.resources[name].type for name in names}
    return found.pop() if len(found) == 1 else None


def _may_be_let_in(role: Resource) -> bool:
    return any(user.type in _WITH_POLICY for user in role.model.users_of(role.logical_id))
