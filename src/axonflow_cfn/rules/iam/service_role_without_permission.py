"""W9539."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
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


class ServiceRoleWithoutPermission(DeployabilityRule):
    """A role without what its service needs it for."""

    id = "W9539"
    shortdesc = "Role of a service lacks the permission that the service needs"
    description = (
        "The resource is created, and the logs or metrics never arrive: Enhanced Monitoring needs "
        "service-role/AmazonRDSEnhancedMonitoringRole, a function "
        "service-role/AWSLambdaBasicExecutionRole, flow logs logs:PutLogEvents, a database proxy "
        "secretsmanager:GetSecretValue. Attach it."
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
        for value, role, service in uses(model):
            kind = model.resources[str(value.path[1])].type
            action = _NEEDS.get((service, kind))
            if action and allows(role, action) is False:
                yield Finding(
                    value.path,
                    f"{role.logical_id} may not {action}, which {service}.amazonaws.com needs it "
                    "for; allow it",
                )
