"""E9113."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.questions import where
from axonflow_cfn.rule import DeployabilityRule, Finding


class ContainerWithoutMemory(DeployabilityRule):
    """A container on EC2 whose memory nothing limits."""

    id = "E9113"
    shortdesc = "Container needs Memory or MemoryReservation where the task has no Memory"
    description = (
        "ECS refuses a task definition for EC2 if neither the task has Memory nor a container "
        "Memory or MemoryReservation ('at least one must be specified'). Give one of them."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [EC2]
      ContainerDefinitions: [{Name: web, Image: 'web:1'}]
"""
    good = bad.replace("'web:1'", "'web:1', MemoryReservation: 128")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the containers of tasks that say they are for EC2 and have no memory."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for (whole,) in task.cases("Memory"):
                under = task.given(whole.when) if whole.absent else None
                for on_ec2 in where(under, "RequiresCompatibilities.*", "EC2") if under else ():
                    for container in on_ec2.values("ContainerDefinitions.*"):
                        for hard, soft in container.cases("Memory", "MemoryReservation"):
                            if hard.absent and soft.absent:
                                yield Finding(
                                    container.path,
                                    "neither the task has Memory nor the container Memory or "
                                    "MemoryReservation; give one",
                                )
