"""What can be connected to in a template: under which host, at which port."""

from collections.abc import Iterator
from dataclasses import dataclass

from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.questions import by_default
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import UNKNOWN, Part, Value, show

# Default ports, by the beginning of the engine's name.
# https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html (Port)
# https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html
_ENGINE_PORTS = {
    "aurora-mysql": 3306,
    "aurora-postgresql": 5432,
    "mariadb": 3306,
    "memcached": 11211,
    "mysql": 3306,
    "oracle": 1521,
    "postgres": 5432,
    "redis": 6379,
    "sqlserver": 1433,
    "valkey": 6379,
}
_NAMESPACES = ("AWS::ServiceDiscovery::HttpNamespace", "AWS::ServiceDiscovery::PrivateDnsNamespace")
_PROXY_PORTS = {"MYSQL": 3306, "POSTGRESQL": 5432, "SQLSERVER": 1433}

# Type: what it is, and the attributes that are its host.
_HOSTS = {
    "AWS::ElastiCache::CacheCluster": (
        "cache",
        ("ConfigurationEndpoint.Address", "RedisEndpoint.Address"),
    ),
    "AWS::ElastiCache::ReplicationGroup": (
        "cache",
        ("ConfigurationEndPoint.Address", "PrimaryEndPoint.Address", "ReaderEndPoint.Address"),
    ),
    "AWS::ElasticLoadBalancingV2::LoadBalancer": ("load balancer", ("DNSName",)),
    "AWS::RDS::DBCluster": ("database", ("Endpoint.Address", "ReadEndpoint.Address")),
    "AWS::RDS::DBInstance": ("database", ("Endpoint.Address",)),
    "AWS::RDS::DBProxy": ("database", ("Endpoint",)),
}


@dataclass(frozen=True)
class Server:
    """Something that listens.

    Attributes:
        resource: the database, cache, load balancer or ECS service.
        kind: 'service', 'database', 'cache' or 'load balancer'.
        host: its name as `show` spells it: '${Database.Endpoint.Address}', 'web.${Namespace}'.
        ports: the ports that clients can use; None if not known.
        reached_at: the port that its security groups must let in; None if it is the client's.
    """

    resource: Resource
    kind: str
    host: str
    ports: frozenset[float] | None
    reached_at: float | None = None


def servers(model: TemplateModel) -> Iterator[Server]:
    """Everything in the template that others can connect to by a name."""
    for kind, (what, attributes) in _HOSTS.items():
        for resource in model.of_type(kind):
            for attribute in attributes:
                host = f"${{{resource.logical_id}.{attribute}}}"
                yield Server(resource, what, host, _ports(resource))
    for service in model.of_type("AWS::ECS::Service"):
        yield from _registered(service)
        yield from _connected(service)


def discovery_hosts(discovery: Resource) -> list[str]:
    """The DNS names that a Cloud Map service can have in a private namespace, as far as known."""
    hosts = {
        f"{_spelled(name.parts)}.{domain}"
        for (name,) in discovery.cases("Name")
        for path in ("NamespaceId", "DnsConfig.NamespaceId")
        for namespace in discovery.values(path)
        for domain in namespace_names(namespace)
        if name.parts and UNKNOWN not in name.parts
    }
    return sorted(hosts)


def namespace_names(namespace: Value) -> list[str]:
    """The domain of the Cloud Map DNS namespace that a value refers to; [] if not known."""
    found = namespace.follow("AWS::ServiceDiscovery::PrivateDnsNamespace")
    names = [value for value in found.values("Name") if UNKNOWN not in value.parts] if found else []
    return [_spelled(name.parts) for name in names]


def container_ports(service: Resource) -> frozenset[float] | None:
    """The container ports that a service's tasks map, by default; None if not known."""
    found: set[float] = set()
    tasks = list(task_definitions(service))
    for task in tasks:
        for containers in task.values("ContainerDefinitions"):
            if not containers.known:
                return None
        mapped = task.values("ContainerDefinitions.*.PortMappings.*.ContainerPort")
        for port in by_default(mapped):
            if port.number is None:
                return None
            found.add(port.number)
    complete = tasks and len(tasks) == sum(1 for _ in service.values("TaskDefinition"))
    return frozenset(found) if complete and found else None


def _registered(service: Resource) -> Iterator[Server]:
    """A service under its names in Cloud Map."""
    for registry in service.values("ServiceRegistries.*.RegistryArn"):
        discovery = registry.follow("AWS::ServiceDiscovery::Service")
        for host in discovery_hosts(discovery) if discovery else ():
            yield Server(service, "service", host, container_ports(service))


def _connected(service: Resource) -> Iterator[Server]:
    """A service under its Service Connect aliases."""
    for offer in service.values("ServiceConnectConfiguration.Services.*"):
        for name in offer.values("PortName"):
            behind = {
                port.number
                for task in task_definitions(service)
                for mapping in task.values("ContainerDefinitions.*.PortMappings.*")
                for label, port in mapping.cases("Name", "ContainerPort")
                if label.text == name.text
            }
            for alias in offer.values("ClientAliases.*"):
                for given, port in alias.cases("DnsName", "Port"):
                    host = given.text or ("" if given.present else _endpoint(service, offer))
                    if host and port.number is not None and len(behind) == 1:
                        yield Server(service, "service", host, frozenset({port.number}), *behind)


def _endpoint(service: Resource, offer: Value) -> str:
    """The name of an alias that states none: the endpoint's in its namespace; '' if not known."""
    names = {
        (name.text if name.present else port.text) or ""
        for name, port in offer.cases("DiscoveryName", "PortName")
    }
    domains = {
        _spelled(value.parts)
        for namespace in service.values("ServiceConnectConfiguration.Namespace")
        for resource in [namespace.follow(*_NAMESPACES)]
        for value in (resource.values("Name") if resource else ())
        if UNKNOWN not in value.parts
    }
    if len(names) != 1 or len(domains) != 1 or "" in names:
        return ""
    return f"{names.pop()}.{domains.pop()}"


def _ports(resource: Resource) -> frozenset[float] | None:
    """The ports of a database, cache or load balancer."""
    if resource.type == "AWS::ElasticLoadBalancingV2::LoadBalancer":
        return _listened(resource)
    found: set[float | None] = set()
    if resource.type == "AWS::RDS::DBProxy":
        found = {
            _PROXY_PORTS.get(family.text or "") for (family,) in resource.cases("EngineFamily")
        }
    else:
        for port, engine in resource.cases("Port", "Engine"):
            names = [n for n in _ENGINE_PORTS if (engine.text or "").lower().startswith(n)]
            found.add(port.number if port.present else _ENGINE_PORTS[names[0]] if names else None)
    # Of a parameter its default counts, although it may hold another port.
    return frozenset(port for port in found if port is not None) or None


def _listened(balancer: Resource) -> frozenset[float] | None:
    found = set()
    for listener in balancer.model.of_type("AWS::ElasticLoadBalancingV2::Listener"):
        for owner, port in listener.cases("LoadBalancerArn", "Port"):
            if owner.reference is None or port.number is None:
                return None
            if owner.reference.logical_id == balancer.logical_id:
                found.add(port.number)
    return frozenset(found) or None


def _spelled(parts: tuple[Part, ...]) -> str:
    return "".join(map(show, parts))
