"""E9432."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.rule import DeployabilityRule, Finding


class ServiceRegistryRefused(DeployabilityRule):
    """A service registry that ECS can not use."""

    id = "E9432"
    shortdesc = "ECS service registry does not fit its Cloud Map service"
    description = (
        "ECS refuses the service: RegistryArn is GetAtt Arn of the Cloud Map service (Ref "
        "gives its id); SRV records need the port, or container name and port, of the tasks; "
        "tasks with network mode bridge or host can have SRV records only."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html"
    )
    tags = ["resources", "ecs", "servicediscovery"]
    bad = """
Resources:
  Namespace:
    Type: AWS::ServiceDiscovery::PrivateDnsNamespace
    Properties: {Name: !Sub '${AWS::StackName}.internal', Vpc: vpc-12345678}
  Discovery:
    Type: AWS::ServiceDiscovery::Service
    Properties:
      Name: web
      NamespaceId: !Ref Namespace
      DnsConfig: {DnsRecords: [{Type: SRV, TTL: 10}]}
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !ImportValue task
      ServiceRegistries: [{RegistryArn: !GetAtt Discovery.Arn}]
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: !ImportValue subnets}}
"""
    good = bad.replace("Discovery.Arn}", "Discovery.Arn, Port: 8080}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow each registry of a service."""
        for service in model.of_type("AWS::ECS::Service"):
            for registry in service.values("ServiceRegistries.*"):
                for arn, port, container in registry.cases("RegistryArn", "Port", "ContainerPort"):
                    discovery = arn.follow("AWS::ServiceDiscovery::Service")
                    if discovery is None or arn.reference is None:
                        continue
                    if arn.reference.attribute != "Arn":
                        yield Finding(
                            arn.path,
                            f"{arn.shown} is not an ARN; use GetAtt {discovery.logical_id}.Arn",
                        )
                    kinds = {v.text for v in discovery.values("DnsConfig.DnsRecords.*.Type")}
                    if kinds == {"SRV"} and port.absent and container.absent:
                        yield Finding(
                            arn.path,
                            f"{discovery.logical_id} has SRV records, which need a port; add Port, "
                            "or "
                            "ContainerName and ContainerPort",
                        )
                    start = service.given(arn.when)
                    if kinds == {"A"} and start and _shares_host(start):
                        yield Finding(
                            arn.path,
                            f"{discovery.logical_id} has A records, which need network mode "
                            "awsvpc; use "
                            "SRV records",
                        )


def _shares_host(service: Resource) -> bool:
    """Whether the tasks certainly have no network interface of their own."""
    modes = {
        "bridge" if mode.absent else mode.text
        for task in task_definitions(service)
        for (mode,) in task.cases("NetworkMode")
    }
    own = any(service.values("NetworkConfiguration"))
    fargate = any(value.text != "EC2" for value in service.values("LaunchType"))
    return bool(modes) and modes <= {"bridge", "host"} and not own and not fargate
