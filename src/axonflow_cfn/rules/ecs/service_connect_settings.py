"""E9135."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.questions import repeated
from axonflow_cfn.rule import DeployabilityRule, Finding

_CONNECT = "ServiceConnectConfiguration"


class ServiceConnectSettings(DeployabilityRule):
    """A Service Connect configuration that contradicts itself."""

    id = "E9135"
    shortdesc = "Service Connect lacks a namespace or has settings that conflict"
    description = (
        "Service Connect needs a Namespace (its name or ARN, not its id), in the service or in "
        "ServiceConnectDefaults of its cluster; a request timeout needs an AppProtocol on the port "
        "mapping (TCP takes an idle timeout only); discovery names must differ. ECS refuses the "
        "service otherwise."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/"
        "API_ServiceConnectConfiguration.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Cluster: {Type: AWS::ECS::Cluster, Properties: {}}
  Service:
    Type: AWS::ECS::Service
    Properties:
      Cluster: !Ref Cluster
      ServiceConnectConfiguration: {Enabled: true}
"""
    good = bad.replace("Properties: {}", "Properties: {ServiceConnectDefaults: {Namespace: app}}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for the namespace, then at each endpoint."""
        for service in model.of_type("AWS::ECS::Service"):
            for enabled, namespace, cluster in service.cases(
                f"{_CONNECT}.Enabled", f"{_CONNECT}.Namespace", "Cluster"
            ):
                owner = cluster.follow("AWS::ECS::Cluster")
                if enabled.flag and namespace.absent and owner:
                    for (default,) in owner.cases("ServiceConnectDefaults.Namespace"):
                        if default.absent:
                            yield Finding(
                                enabled.path,
                                f"Service Connect has no Namespace, and {owner.logical_id} has no "
                                "ServiceConnectDefaults; give one",
                            )
                if namespace.reference and namespace.reference.attribute in {None, "Id"}:
                    yield Finding(
                        namespace.path,
                        f"{namespace.shown} is the id of the namespace; use its Arn",
                    )
            for name in repeated(service, f"{_CONNECT}.Services.*.DiscoveryName"):
                yield Finding(
                    name.path, f"another endpoint has the DiscoveryName {name.shown} as well"
                )
            yield from _timeouts(service)


def _timeouts(service: Resource) -> Iterator[Finding]:
    for endpoint in service.values(f"{_CONNECT}.Services.*"):
        for name, timeout in endpoint.cases("PortName", "Timeout.PerRequestTimeoutSeconds"):
            under = service.given(name.when) if timeout.present else None
            for task in task_definitions(under) if under else ():
                for mapping in task.values("ContainerDefinitions.*.PortMappings.*"):
                    for own, protocol in mapping.cases("Name", "AppProtocol"):
                        if own.text and own.text == name.text and protocol.absent:
                            yield Finding(
                                timeout.path,
                                f"{name.shown} has no AppProtocol and so is TCP, which takes no "
                                "PerRequestTimeoutSeconds; set AppProtocol or IdleTimeoutSeconds",
                            )
