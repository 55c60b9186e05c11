"""W9748."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.model.connections import Connection, connections
from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.rule import DeployabilityRule, Finding

_CONNECT = "ServiceConnectConfiguration"
# Other ways in which a container comes to know a short name.
_OWN_NAMES = ("DnsSearchDomains", "ExtraHosts", "Hostname", "Links")


class ClientOutsideServiceConnect(DeployabilityRule):
    """A service that reads a Service Connect alias without being part of Service Connect."""

    id = "W9748"
    shortdesc = "Service calls a Service Connect alias but is not in its namespace"
    description = (
        "The aliases of Service Connect exist only in tasks of services that have "
        "ServiceConnectConfiguration enabled, in the same namespace; the DNS of the VPC does not "
        "know them. Enable it for the client, if only with Enabled and Namespace."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "service-connect-concepts-deploy.html"
    )
    tags = ["resources", "ecs", "wiring"]
    bad = """
Resources:
  Namespace: {Type: AWS::ServiceDiscovery::HttpNamespace, Properties: {Name: shop}}
  RatesTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - {Name: rates, Image: 'r:1', PortMappings: [{ContainerPort: 9090, Name: http}]}
  Rates:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref RatesTask
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1]}}
      ServiceConnectConfiguration:
        Enabled: true
        Namespace: !GetAtt Namespace.Arn
        Services: [{PortName: http, ClientAliases: [{DnsName: rates, Port: 9090}]}]
  WebTask:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          Image: w:1
          Environment: [{Name: RATES_URL, Value: 'http://rates:9090'}]
  Web:
    Type: AWS::ECS::Service
    DependsOn: Rates
    Properties:
      TaskDefinition: !Ref WebTask
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1]}}
      ServiceConnectConfiguration: {Enabled: false}
"""
    good = bad.replace("Enabled: false", "Enabled: true, Namespace: !GetAtt Namespace.Arn")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each alias that a service reads."""
        for link in connections(model):
            client, server = link.client, link.server.resource
            # A name with dots may be one of the DNS as well.
            if link.port is None or "." in link.server.host or link.server.kind != "service":
                continue
            if client.type != "AWS::ECS::Service" or client.logical_id == server.logical_id:
                continue
            why = _outside(link)
            if why and not _knows_names(client):
                yield Finding(
                    link.value.path,
                    f"{client.logical_id} calls {server.logical_id} as {link.server.host}, a "
                    f"Service Connect alias, but {why}; the name does not resolve",
                )


def _outside(link: Connection) -> str | None:
    """Why the alias does not exist for the client; None if it does, or may."""
    client = link.client.given(link.value.when)
    server = link.server.resource.given(link.value.when)
    if client is None or server is None:
        return None
    for connect, enabled, ours in client.cases(
        _CONNECT, f"{_CONNECT}.Enabled", f"{_CONNECT}.Namespace"
    ):
        if connect.absent:
            return "has no ServiceConnectConfiguration"
        if enabled.flag is False:
            return "has Service Connect switched off"
        for (theirs,) in server.cases(f"{_CONNECT}.Namespace"):
            one, other = ours.reference, theirs.reference
            together = link.value.model.together(ours, theirs) is not None
            if together and one and other and one.logical_id != other.logical_id:
                return f"is in {one.logical_id}, not in {other.logical_id}"
    return None


def _knows_names(client: Resource) -> bool:
    return any(
        True
        for task in task_definitions(client)
        for name in _OWN_NAMES
        for _ in task.values(f"ContainerDefinitions.*.{name}")
    )
