"""W9160."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.questions import declared
from axonflow_cfn.rule import DeployabilityRule, Finding


class PortVariableDiffers(DeployabilityRule):
    """A container told to listen on a port that it does not map."""

    id = "W9160"
    shortdesc = "Variable PORT is not the port that the container maps"
    description = (
        "By convention a program listens on the port in PORT; here the only port mapping of the "
        "container is another one, so load balancer and clients find nobody there. Make the two "
        "agree."
    )
    source_url = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html"
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          PortMappings: [{ContainerPort: 8080}]
          Environment: [{Name: PORT, Value: '8081'}]
"""
    good = bad.replace("'8081'", "'8080'")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare PORT with the port of containers that map exactly one."""
        for task in model.of_type("AWS::ECS::TaskDefinition"):
            for container in task.values("ContainerDefinitions.*"):
                for variable in container.values("Environment.*"):
                    for name, port in variable.cases("Name", "Value"):
                        under = container.given(port.when)
                        if name.text != "PORT" or port.number is None or under is None:
                            continue
                        if any(under.values("PortMappings.*.ContainerPortRange")):
                            continue
                        mapped = declared(under, "PortMappings.*.ContainerPort")
                        if mapped and len(mapped) == 1 and port.text not in mapped:
                            yield Finding(
                                port.path,
                                f"PORT is {port.shown}, but the container maps "
                                f"{next(iter(mapped))}; make them agree",
                            )
