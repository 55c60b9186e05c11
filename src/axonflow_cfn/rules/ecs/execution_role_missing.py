"""E9141."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.questions import where
from axonflow_cfn.rule import DeployabilityRule, Finding


class ExecutionRoleMissing(DeployabilityRule):
    """A task definition that needs ECS to act for it, and lets it not."""

    id = "E9141"
    shortdesc = "Task definition needs an ExecutionRoleArn"
    description = (
        "On Fargate ECS writes awslogs, pulls from private ECR repositories and reads secrets with "
        "the execution role, and refuses a task definition that needs this without one ('Fargate "
        "requires task definition to have execution role ARN to support ...'). Set "
        "ExecutionRoleArn."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html"
    )
    tags = ["resources", "ecs", "iam"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      ContainerDefinitions:
        - Name: web
          Image: web:1
          LogConfiguration:
            LogDriver: awslogs
            Options: {awslogs-group: app, awslogs-region: eu-west-1, awslogs-stream-prefix: web}
"""
    good = bad.replace(
        "      RequiresCompatibilities",
        "      ExecutionRoleArn: !ImportValue role\n      RequiresCompatibilities",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for what needs the role where it can be absent."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for fargate in where(task, "RequiresCompatibilities.*", "FARGATE"):
                for (role,) in fargate.cases("ExecutionRoleArn"):
                    under = fargate.given(role.when) if role.absent else None
                    for need in dict.fromkeys(_needs(under)) if under else ():
                        yield Finding(
                            role.path, f"{need} on Fargate needs ExecutionRoleArn; set it"
                        )


def _needs(task: Resource) -> Iterator[str]:
    for driver in task.values("ContainerDefinitions.*.LogConfiguration.LogDriver"):
        if driver.text == "awslogs":
            yield "the awslogs driver"
    for image in task.values("ContainerDefinitions.*.Image"):
        if _private_ecr(image):
            yield "a private ECR image"
    if any(value.known for value in task.values("ContainerDefinitions.*.Secrets.*")):
        yield "a container secret"


def _private_ecr(image: Value) -> bool:
    if image.reference and image.reference.attribute == "RepositoryUri":
        return True
    return any(isinstance(part, str) and ".dkr.ecr." in part for part in image.parts)
