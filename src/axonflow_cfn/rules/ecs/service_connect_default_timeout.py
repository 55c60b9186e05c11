"""W9134."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.rule import DeployabilityRule, Finding

_PROTOCOLS = {"http", "http2", "grpc"}


class ServiceConnectDefaultTimeout(DeployabilityRule):
    """An HTTP endpoint of Service Connect with the short default timeout."""

    id = "W9134"
    shortdesc = "Service Connect cuts HTTP requests after 15 seconds by default"
    description = (
        "For a port with AppProtocol http, http2 or grpc the Service Connect proxy ends every "
        "request that takes longer than 15 seconds (408 or 504). State PerRequestTimeoutSeconds "
        "in the Timeout of the endpoint: what the slowest request needs, or 0 for no limit."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-properties-ecs-service-timeoutconfiguration.html"
    )
    tags = ["resources", "ecs"]
    bad = """
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          PortMappings: [{ContainerPort: 80, Name: http, AppProtocol: http}]
  Service:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      ServiceConnectConfiguration:
        Enabled: true
        Namespace: !ImportValue namespace
        Services:
          - PortName: http
"""
    good = bad.replace(
        "- PortName: http", "- {PortName: http, Timeout: {PerRequestTimeoutSeconds: 60}}"
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look for endpoints without a timeout on ports with such a protocol."""
        for service in model.of_type("AWS::ECS::Service"):
            for endpoint in service.values("ServiceConnectConfiguration.Services.*"):
                for name, timeout in endpoint.cases("PortName", "Timeout.PerRequestTimeoutSeconds"):
                    under = service.given(name.when)
                    for task in task_definitions(under) if under and timeout.absent else ():
                        protocol = _protocol(task, name.text)
                        if protocol:
                            yield Finding(
                                name.path,
                                f"requests to {name.shown} ({protocol}) end after 15 seconds; set "
                                "Timeout.PerRequestTimeoutSeconds",
                            )


def _protocol(task: Resource, port_name: str | None) -> str | None:
    """The protocol with a request timeout that a named port certainly has."""
    for mapping in task.values("ContainerDefinitions.*.PortMappings.*"):
        for name, protocol in mapping.cases("Name", "AppProtocol"):
            if name.text is not None and name.text == port_name and protocol.text in _PROTOCOLS:
                return protocol.text
    return None
