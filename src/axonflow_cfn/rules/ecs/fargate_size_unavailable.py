"""E9161."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import cpu_units, mebibytes
from axonflow_cfn.model.ecs_limits import FARGATE_SIZES
from axonflow_cfn.model.questions import plausible, where
from axonflow_cfn.rule import DeployabilityRule, Finding


class FargateSizeUnavailable(DeployabilityRule):
    """A pair of CPU and memory that Fargate does not offer."""

    id = "E9161"
    shortdesc = "Fargate has no task size with this Cpu and Memory"
    description = (
        "Fargate offers fixed pairs of CPU and memory: 256 with 512 to 2048 MiB, 512 with 1 to 4 "
        "GiB, 1024 with 2 to 8 GiB and so on. ECS refuses others ('No Fargate configuration exists "
        "for given values'). cfn-lint knows the pairs too, but not where parameters or mappings "
        "give them. Choose a memory that the finding names."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Parameters:
  Memory: {Type: String, Default: '9216'}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {RequiresCompatibilities: [FARGATE], Cpu: '1024', Memory: !Ref Memory}
"""
    good = bad.replace("9216", "2048")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up each pair that can occur together."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for fargate in where(task, "RequiresCompatibilities.*", "FARGATE"):
                for cpu, memory in fargate.cases("Cpu", "Memory"):
                    units, mib = cpu_units(cpu), mebibytes(memory)
                    if units is None or not plausible(model, cpu.when):
                        continue
                    sizes = FARGATE_SIZES.get(int(units))
                    if sizes is None:
                        yield Finding(cpu.path, f"Fargate has no task with Cpu {cpu.shown}")
                    elif mib is not None and mib not in sizes:
                        yield Finding(
                            memory.path,
                            f"with Cpu {cpu.shown} Fargate has {sizes[0]} to {sizes[-1]} MiB in "
                            f"{len(sizes)} steps, not {memory.shown}",
                        )
