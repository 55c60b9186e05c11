"""E9102."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_STARTS = {"CMD", "CMD-SHELL", "NONE"}


class HealthCheckCommandWithoutCmd(DeployabilityRule):
    """A container health check that says not how to run it."""

    id = "E9102"
    shortdesc = "Container health check must start with CMD or CMD-SHELL"
    description = (
        "ECS runs the first word of HealthCheck.Command as CMD (a program and its arguments) or "
        "CMD-SHELL (a line for the shell). Anything else is refused or never succeeds, so that the "
        "tasks turn UNHEALTHY and are replaced without end. Write [CMD-SHELL, 'curl -f URL || "
        "exit 1']."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          HealthCheck:
            Command: [curl -f http://localhost/ || exit 1]
"""
    good = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          HealthCheck:
            Command: [CMD-SHELL, curl -f http://localhost/ || exit 1]
"""

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the first word of each command."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for command in task.values("ContainerDefinitions.*.HealthCheck.Command"):
                for words in command.elements():
                    if words and words[0].text is not None and words[0].text not in _STARTS:
                        yield Finding(
                            words[0].path,
                            f"Command starts with '{words[0].shown}'; ECS expects CMD or CMD-SHELL "
                            "first, then what to run",
                        )
