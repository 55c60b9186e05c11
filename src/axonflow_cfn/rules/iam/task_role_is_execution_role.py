"""I9544."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class TaskRoleIsExecutionRole(DeployabilityRule):
    """One role for ECS and for the application."""

    id = "I9544"
    shortdesc = "Task role and execution role are the same"
    description = (
        "The execution role is what ECS starts a task with: it reads its secrets and pulls its "
        "image. As task role it gives that to the application as well. Use two roles, each with "
        "what it needs."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "security-ecs-iam-role-overview.html"
    )
    tags = ["resources", "ecs", "iam", "security"]
    bad = """
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Principal: {Service: ecs-tasks.amazonaws.com}, Action: sts:AssumeRole}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
      ExecutionRoleArn: !GetAtt Role.Arn
      ContainerDefinitions: [{Name: web, Image: 'web:1'}]
"""
    good = bad.replace("      TaskRoleArn: !GetAtt Role.Arn\n", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the two roles of each task definition."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for own, execution in task.cases("TaskRoleArn", "ExecutionRoleArn"):
                if own.reference and own.reference == execution.reference:
                    yield Finding(
                        own.path,
                        f"{own.reference.logical_id} is task role and execution role of "
                        f"{task.logical_id}; use two roles",
                    )
