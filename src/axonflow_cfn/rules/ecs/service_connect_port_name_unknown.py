"""E9132."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.questions import declared
from axonflow_cfn.rule import DeployabilityRule, Finding

_PLACES = ("ServiceConnectConfiguration.Services.*.PortName", "VpcLatticeConfigurations.*.PortName")


class ServiceConnectPortNameUnknown(DeployabilityRule):
    """An endpoint of a service for a port that has not that name."""

    id = "E9132"
    shortdesc = "PortName matches no named port mapping of the task definition"
    description = (
        "Service Connect and VPC Lattice find a port by the Name of a port mapping in the task "
        "definition. ECS refuses a service whose PortName no mapping has. Add Name to the port "
        "mapping, or correct PortName."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceConnectService.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - {Name: web, Image: 'web:1', PortMappings: [{ContainerPort: 80, Name: http}]}
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      ServiceConnectConfiguration:
        Enabled: true
        Namespace: !ImportValue namespace
        Services: [{PortName: web}]
"""
    good = bad.replace("PortName: web", "PortName: http")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look up each port name in the task definitions of its service."""
        for service in model.of_type("AWS::ECS::Service"):
            for path in _PLACES:
                for name in service.values(path):
                    under = service.given(name.when)
                    for task in task_definitions(under) if under else ():
                        names = declared(task, "ContainerDefinitions.*.PortMappings.*.Name")
                        if names is not None and name.text is not None and name.text not in names:
                            yield Finding(
                                name.path,
                                f"no port mapping of {task.logical_id} is named '{name.shown}'; it "
                                f"has {', '.join(sorted(names)) or 'none with a name'}",
                            )
