"""E9502."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.principals import trusts
from axonflow_cfn.model.service_roles import uses
from axonflow_cfn.rule import DeployabilityRule, Finding


class ServiceCannotAssumeRole(DeployabilityRule):
    """A role given to a service that it does not trust."""

    id = "E9502"
    shortdesc = "Role does not trust the service that has to assume it"
    description = (
        "The service is refused the role: tasks do not start (ECS was unable to assume the role), "
        "databases and functions are not created. Name the service as Principal in the role's "
        "AssumeRolePolicyDocument: ecs-tasks.amazonaws.com for tasks, "
        "monitoring.rds.amazonaws.com for Enhanced Monitoring."
    )
    source_url = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html"
    tags = ["resources", "iam"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ec2.amazonaws.com}, Action: sts:AssumeRole}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {TaskRoleArn: !GetAtt Role.Arn, ContainerDefinitions: [{Name: web, Image: 'web:1'}]}
"""
    good = bad.replace("ec2.", "ecs-tasks.")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Ask each role about the service that uses it."""
        for value, role, service in uses(model):
            if trusts(role, service) is False:
                yield Finding(
                    value.path,
                    f"{role.logical_id} does not trust {service}.amazonaws.com, which has to "
                    "assume it; name that service as Principal of its AssumeRolePolicyDocument",
                )
