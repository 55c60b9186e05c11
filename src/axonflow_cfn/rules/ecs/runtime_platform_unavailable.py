"""E9153."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import cpu_units
from axonflow_cfn.model.questions import where
from axonflow_cfn.rule import DeployabilityRule, Finding

_SMALLEST = 1024


class RuntimePlatformUnavailable(DeployabilityRule):
    """An operating system that Fargate does not have in that shape."""

    id = "E9153"
    shortdesc = "Runtime platform does not exist in this shape on Fargate"
    description = (
        "Windows containers on Fargate run on X86_64 with 1 vCPU or more; ARM64 is for Linux. ECS "
        "refuses the task definition otherwise. Change CpuArchitecture, Cpu or the operating "
        "system."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      RuntimePlatform: {OperatingSystemFamily: WINDOWS_SERVER_2022_CORE, CpuArchitecture: ARM64}
      ContainerDefinitions: [{Name: web, Image: 'web:1'}]
"""
    good = bad.replace("ARM64", "X86_64")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the platform of tasks for Fargate."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for fargate in where(task, "RequiresCompatibilities.*", "FARGATE"):
                for system, architecture, cpu in fargate.cases(
                    "RuntimePlatform.OperatingSystemFamily",
                    "RuntimePlatform.CpuArchitecture",
                    "Cpu",
                ):
                    if not (system.text or "").startswith("WINDOWS"):
                        continue
                    if architecture.text == "ARM64":
                        yield Finding(architecture.path, f"{system.shown} does not run on ARM64")
                    if (cpu_units(cpu) or _SMALLEST) < _SMALLEST:
                        yield Finding(
                            cpu.path, f"Windows on Fargate needs 1024 CPU units, not {cpu.shown}"
                        )
