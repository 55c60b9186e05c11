"""E9136."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.questions import declared
from axonflow_cfn.rule import DeployabilityRule, Finding


class ServiceRegistryPort(DeployabilityRule):
    """A registry entry whose port does not go with the record type."""

    id = "E9136"
    shortdesc = "Port of ServiceRegistries does not go with the record type"
    description = (
        "In the awsvpc network mode an SRV record needs Port, or ContainerName and ContainerPort; "
        "an A record takes none of them ('do not require a value for containerPort'). In bridge "
        "and host mode Cloud Map needs an SRV record with ContainerName and ContainerPort. ECS "
        "refuses the service."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceRegistry.html"
    )
    tags = ["resources", "ecs", "servicediscovery"]
    bad = """
Resources:
  Registry:
    Type: AWS::ServiceDiscovery::Service
    Properties:
      DnsConfig: {NamespaceId: ns-1, DnsRecords: [{Type: A, TTL: 10}]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions: [{Name: web, Image: 'web:1', PortMappings: [{ContainerPort: 80}]}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      ServiceRegistries:
        - {RegistryArn: !GetAtt Registry.Arn, ContainerName: web, ContainerPort: 80}
"""
    good = bad.replace("Type: A,", "Type: SRV,")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare each entry with the records of its registry."""
        for service in model.of_type("AWS::ECS::Service"):
            for entry in service.values("ServiceRegistries.*"):
                for case in entry.cases("RegistryArn", "Port", "ContainerName", "ContainerPort"):
                    arn, *ports = case
                    registry = arn.follow("AWS::ServiceDiscovery::Service")
                    under = service.given(arn.when)
                    for task in task_definitions(under) if under and registry else ():
                        if registry:
                            yield from _faults(registry, task, (arn, *ports))


def _faults(registry: Resource, task: Resource, case: tuple[Value, ...]) -> Iterator[Finding]:
    arn, port, name, container_port = case
    types = declared(registry, "DnsConfig.DnsRecords.*.Type")
    modes = declared(task, "NetworkMode") or frozenset()
    given = next((value for value in (port, container_port) if value.present), None)
    if not types:
        return
    if modes == {"awsvpc"} and "SRV" not in types and given:
        yield Finding(
            given.path,
            f"{registry.logical_id} has no SRV record, so a port is refused; remove it",
        )
    if "SRV" in types and given is None:
        yield Finding(
            arn.path,
            f"{registry.logical_id} has an SRV record; give ContainerName and ContainerPort",
        )
    if modes and modes <= {"bridge", "host"} and name.absent and "SRV" not in types:
        yield Finding(
            arn.path,
            f"in the {'/'.join(sorted(modes))} network mode the registry needs an SRV record, "
            "ContainerName and ContainerPort",
        )
