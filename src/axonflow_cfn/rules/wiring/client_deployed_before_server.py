"""W9744."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel, Value
from axonflow_cfn.model.connections import Connection, connections
from axonflow_cfn.rule import DeployabilityRule, Finding

_NAMESPACE = "ServiceConnectConfiguration.Namespace"


class ClientDeployedBeforeServer(DeployabilityRule):
    """A Service Connect client that does not wait for the service it calls."""

    id = "W9744"
    shortdesc = "Service Connect client does not wait for the service that it calls"
    description = (
        "Tasks of a Service Connect client know the endpoints that existed when the client was "
        "deployed, and no later ones: a client that is created beside its server may not resolve "
        "it until it is deployed again. Name the server in the client's DependsOn."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/"
        "service-connect-concepts-deploy.html"
    )
    tags = ["resources", "ecs", "dependencies", "wiring"]
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
    Properties:
      TaskDefinition: !Ref WebTask
      NetworkConfiguration: {AwsvpcConfiguration: {Subnets: [subnet-1]}}
      ServiceConnectConfiguration: {Enabled: true, Namespace: !GetAtt Namespace.Arn}
"""
    good = bad.replace("  Web:\n    Type: AWS::ECS::Service\n",
                       "  Web:\n    Type: AWS::ECS::Service\n    DependsOn: Rates\n")  # fmt: skip

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each alias of a service that another service reads."""
        calls = [link for link in connections(model) if _by_service_connect(link)]
        before = {name: set(used) for name, used in model.dependencies.items()}
        for link in calls:
            before[link.client.logical_id].add(link.server.resource.logical_id)
        for link in calls:
            client, server = link.client.logical_id, link.server.resource.logical_id
            # Of two that call each other, however indirectly, one has to be first.
            if server not in model.waits_for(client) and client not in _reached(before, server):
                yield Finding(
                    link.client.path,
                    f"{client} calls {server} as {link.server.host} but does not wait for it; add "
                    f"DependsOn {server}, or its first tasks may not know the name",
                )


def _by_service_connect(link: Connection) -> bool:
    """Whether a client certainly reads an address that Service Connect would resolve."""
    client, server = link.client, link.server.resource
    if link.port is None or client.type != "AWS::ECS::Service" or client == server:
        return False
    if link.server.kind != "service" or client.logical_id == server.logical_id:
        return False
    registered = any(True for _ in server.values("ServiceRegistries.*"))
    enabled = all(_is_enabled(service) for service in (client, server))
    possible = link.value.model.conditions.possible(link.value.when & client.when & server.when)
    return enabled and possible and not registered and _same_namespace(client, server)


def _is_enabled(service: Resource) -> bool:
    return all(
        enabled.flag is True for (enabled,) in service.cases("ServiceConnectConfiguration.Enabled")
    )


def _same_namespace(client: Resource, server: Resource) -> bool:
    ours, theirs = (
        {
            (_key(namespace), _key(cluster))
            for namespace, cluster in one.cases(_NAMESPACE, "Cluster")
        }
        for one in (client, server)
    )
    return len(ours) == 1 and ours == theirs


def _key(value: Value) -> object:
    return value.reference.logical_id if value.reference else value.parts


def _reached(before: dict[str, set[str]], start: str) -> set[str]:
    found: set[str] = set()
    todo = [start]
    while todo:
        following = before.get(todo.pop(), set()) - found
        found |= following
        todo.extend(following)
    return found
