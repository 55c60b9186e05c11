"""E9149."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class HealthCheckWithoutCommand(DeployabilityRule):
    """A container health check that checks nothing."""

    id = "E9149"
    shortdesc = "Container health check has no command to run"
    description = (
        "HealthCheck needs a Command that starts with CMD or CMD-SHELL and goes on with what to "
        "run. ECS refuses the task definition, or the check never succeeds."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - {Name: web, Image: 'web:1', HealthCheck: {Interval: 30}}
"""
    good = bad.replace("{Interval: 30}", "{Command: [CMD, /check], Interval: 30}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for commands that are absent, empty or only the first word."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for check in task.values("ContainerDefinitions.*.HealthCheck"):
                if not check.known:
                    continue
                for (command,) in check.cases("Command"):
                    words = list(command.elements())
                    bare = [w for w in words if not w or (len(w) == 1 and w[0].text in _STARTS)]
                    if command.absent or bare:
                        yield Finding(
                            command.path, "HealthCheck has nothing to run; complete its Command"
                        )


_STARTS = {"CMD", "CMD-SHELL"}
