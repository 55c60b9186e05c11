"""W9710."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.health import mapped_ports, own_checks
from axonflow_cfn.rule import DeployabilityRule, Finding


class ContainerChecksUnmappedPort(DeployabilityRule):
    """A container that asks itself for its health at a port it does not map."""

    id = "W9710"
    shortdesc = "Container health check asks a port that no container maps"
    description = (
        "The command asks localhost at a port that no container of the task maps and no variable "
        "mentions, so most likely nobody listens there: the container becomes UNHEALTHY and ECS "
        "replaces the task until the deployment fails. Ask the port that the program listens at."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html"
    tags = ["resources", "ecs", "wiring"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          PortMappings: [{ContainerPort: 8080}]
          HealthCheck: {Command: [CMD-SHELL, 'curl -f http://localhost:8000/health || exit 1']}
"""
    good = bad.replace("localhost:8000", "localhost:8080")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the port of each check with the mapped ones."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            ports = mapped_ports(task)
            for check in own_checks(task) if ports else ():
                spoken_of = check.port is None or _mentioned(check.container, f"{check.port:g}")
                if ports and check.port not in ports and not spoken_of:
                    mapped = ", ".join(f"{known:g}" for known in sorted(ports))
                    yield Finding(
                        check.command.path,
                        f"the health check asks port {check.port:g}, but {task.logical_id} maps "
                        f"{mapped}; ask the port that the program listens at",
                    )


def _mentioned(container: Value, port: str) -> bool:
    """Whether a variable or argument speaks of the port, or can't be read."""
    values = [v for key in ("Environment.*.Value", "Command.*", "EntryPoint.*")
              for v in container.values(key)]  # fmt: skip
    return any(port in part for v in values for part in v.parts if isinstance(part, str))
