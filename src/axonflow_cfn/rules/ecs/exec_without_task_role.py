"""E9103."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import runs_on_fargate, task_definitions
from axonflow_cfn.rule import DeployabilityRule, Finding


class ExecWithoutTaskRole(DeployabilityRule):
    """ECS Exec switched on for a task definition without a task role."""

    id = "E9103"
    shortdesc = "ECS Exec needs a task role"
    description = (
        "ECS refuses to create or update a Fargate service with EnableExecuteCommand whose task "
        "definition has no TaskRoleArn ('a valid taskRoleArn is not being used'). Give the task "
        "definition a role with the four ssmmessages actions, or leave exec off."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {RequiresCompatibilities: [FARGATE]}
  Service:
    Type: AWS::ECS::Service
    Properties:
      EnableExecuteCommand: true
      TaskDefinition: !Ref Task
"""
    good = bad.replace("EnableExecuteCommand: true", "EnableExecuteCommand: false")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the task definitions of each service that switches exec on."""
        for service in model.of_type("AWS::ECS::Service"):
            for enabled in service.values("EnableExecuteCommand"):
                under = service.given(enabled.when)
                for task in task_definitions(under) if under and enabled.flag else ():
                    for (role,) in task.cases("TaskRoleArn"):
                        if role.absent and runs_on_fargate(service, task):
                            yield Finding(
                                enabled.path,
                                f"exec is enabled, but {task.logical_id} has no TaskRoleArn; add a "
                                "role or set EnableExecuteCommand to false",
                            )
