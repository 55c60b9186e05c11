"""E9145."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.questions import declared
from axonflow_cfn.rule import DeployabilityRule, Finding


class FirelensIncomplete(DeployabilityRule):
    """Half of a FireLens log route."""

    id = "E9145"
    shortdesc = "FireLens needs a log router and a container that logs through it"
    description = (
        "A container with the awsfirelens driver needs another with FirelensConfiguration, and the "
        "reverse; ECS refuses a task definition with one of the two only. Add the log router "
        "container, or choose another driver."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html"
    tags = ["resources", "ecs", "logs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - {Name: web, Image: 'web:1', LogConfiguration: {LogDriver: awsfirelens}}
"""
    good = (
        bad + "        - {Name: log, Image: 'fluent:1', FirelensConfiguration: {Type: fluentbit}}\n"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for drivers and routers in each task definition."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            routers = list(task.values("ContainerDefinitions.*.FirelensConfiguration"))
            drivers = declared(task, "ContainerDefinitions.*.LogConfiguration.LogDriver")
            for driver in task.values("ContainerDefinitions.*.LogConfiguration.LogDriver"):
                if driver.text == "awsfirelens" and not routers:
                    yield Finding(
                        driver.path,
                        "awsfirelens needs a container with FirelensConfiguration; add one",
                    )
            for router in routers:
                if router.known and drivers is not None and "awsfirelens" not in drivers:
                    yield Finding(
                        router.path, "no container logs with the awsfirelens driver; use or drop it"
                    )
