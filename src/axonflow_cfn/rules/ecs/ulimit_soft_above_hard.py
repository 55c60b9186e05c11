"""E9154."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class UlimitSoftAboveHard(DeployabilityRule):
    """A soft limit above the hard one."""

    id = "E9154"
    shortdesc = "SoftLimit of a ulimit is above its HardLimit"
    description = (
        "The hard limit bounds the soft one; a container with a SoftLimit above its HardLimit is "
        "not started. Raise HardLimit or lower SoftLimit."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Ulimits: [{Name: nofile, SoftLimit: 65536, HardLimit: 1024}]
"""
    good = bad.replace("HardLimit: 1024", "HardLimit: 65536")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the two numbers of each limit; a negative one means no limit."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for limit in task.values("ContainerDefinitions.*.Ulimits.*"):
                for soft, hard in limit.cases("SoftLimit", "HardLimit"):
                    low, high = soft.number, hard.number
                    if low is not None and high is not None and low > high >= 0:
                        yield Finding(
                            soft.path, f"SoftLimit {soft.shown} is above HardLimit {hard.shown}"
                        )
