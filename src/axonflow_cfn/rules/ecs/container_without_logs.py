"""W9146."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.questions import where
from axonflow_cfn.rule import DeployabilityRule, Finding


class ContainerWithoutLogs(DeployabilityRule):
    """A container on Fargate whose output is thrown away."""

    id = "W9146"
    shortdesc = "Fargate container has no log configuration"
    description = (
        "On Fargate there is no host to look at: what a container without LogConfiguration writes "
        "is lost, also the reason why it does not start. Add LogConfiguration, for instance with "
        "the awslogs driver."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html"
    tags = ["resources", "ecs", "logs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      ContainerDefinitions:
        - {Name: web, Image: 'web:1'}
"""
    good = bad.replace("'web:1'", "'web:1', LogConfiguration: {LogDriver: splunk}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each container of tasks that run on Fargate."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for fargate in where(task, "RequiresCompatibilities.*", "FARGATE"):
                for container in fargate.values("ContainerDefinitions.*"):
                    for (logs,) in container.cases("LogConfiguration"):
                        if logs.absent:
                            yield Finding(
                                container.path,
                                "what this container writes is lost; add LogConfiguration",
                            )
