"""What there is to draw: read from a template's resources and the references between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from axonflow_cfn.diagram.services import services
from axonflow_cfn.diagram.shapes import Edge, Node
from axonflow_cfn.model import Reference, Resource, Symbol, TemplateModel, Value
from axonflow_cfn.model.ecs import cpu_units, mebibytes, task_definitions
from axonflow_cfn.model.security_groups import GroupRule, attached, ingress

_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer"
_CLUSTER = "AWS::RDS::DBCluster"
_INSTANCE = "AWS::RDS::DBInstance"
_SERVICE = "AWS::ECS::Service"
_ENGINES = {"postgres": "PostgreSQL", "aurora-postgresql": "Aurora PostgreSQL"}


@dataclass(frozen=True)
class Placed:
    """Something that stands in subnets.

    Attributes:
        groups: logical ids of its security groups.
        nodes: by subnet; a load balancer, which spans its subnets, has one under ''.
        one_entry: whether connections go to its first node alone: a database's writer.
        copies: what flows from that node to the others; '' if nothing does.
    """

    groups: frozenset[str]
    nodes: Mapping[str, Node]
    one_entry: bool = False
    copies: str = ""

    def entries(self, subnet: str) -> Sequence[Node]:
        """The nodes that something in that subnet is drawn to reach: its neighbour, or all."""
        nodes = list(self.nodes.values())
        if self.one_entry:
            return nodes[:1]
        return [self.nodes[subnet]] if subnet in self.nodes else nodes


@dataclass(frozen=True, kw_only=True)
class Architecture:
    """A picture's content, in the order it is drawn.

    Attributes:
        clients: who reaches the stack from outside, one node for each source of addresses.
        balancers: load balancers, which span the subnets.
        subnets: names of the subnets, one in each Availability Zone.
        columns: what runs in the subnets, by subnet.
        edges: who reaches whom, on which ports.
        services: the AWS services beside the VPC that the stack uses.
    """

    clients: tuple[Node, ...]
    balancers: tuple[Node, ...]
    subnets: tuple[str, ...]
    columns: tuple[Mapping[str, Node], ...]
    edges: tuple[Edge, ...]
    services: tuple[Node, ...]


def read_architecture(template: Mapping[str, Any]) -> Architecture:
    """Return what there is to draw of a template.

    Args:
        template: plain data, intrinsic functions in long form (``render.to_data``).
    """
    model = TemplateModel(dict(template))
    balancers = [_balancer(resource) for resource in model.of_type(_BALANCER)]
    columns = [
        *(_tasks(service) for service in model.of_type(_SERVICE)),
        *(_cluster(cluster) for cluster in model.of_type(_CLUSTER)),
        *(_instance(i) for i in model.of_type(_INSTANCE) if not any(_clusters(i))),
    ]
    clients: dict[str, Node] = {}
    edges = list(_edges(model, (*balancers, *columns), clients))
    return Architecture(
        clients=tuple(clients.values()),
        balancers=tuple(node for balancer in balancers for node in balancer.nodes.values()),
        subnets=tuple(dict.fromkeys(subnet for placed in columns for subnet in placed.nodes)),
        columns=tuple(placed.nodes for placed in columns),
        edges=tuple(edges),
        services=services(model),
    )


def _balancer(resource: Resource) -> Placed:
    internal = _default(resource, "Scheme") == "internal"
    title = "Internal load balancer" if internal else "Public load balancer"
    lines = (title, *_shown(resource.values("Name")))
    return Placed(_groups(resource), {"": Node(resource.logical_id, lines, "ElasticLoadBalancing")})


def _tasks(service: Resource) -> Placed:
    """One node a subnet; the text says how many tasks there are in all of them."""
    subnets = _names(service.values("NetworkConfiguration.AwsvpcConfiguration.Subnets.*"))
    lines = [f"{service.logical_id.removesuffix('Service')} tasks"]
    for target in service.model.of_type("AWS::ApplicationAutoScaling::ScalableTarget"):
        least, most = _default(target, "MinCapacity"), _default(target, "MaxCapacity")
        if any(
            Reference(service.logical_id, "Name") in v.parts for v in target.values("ResourceId")
        ):
            lines.append(f"{least} to {most} in {len(subnets)} zones")
    for task in task_definitions(service):
        cpu = next(filter(None, map(cpu_units, task.values("Cpu"))), None)
        memory = next(filter(None, map(mebibytes, task.values("Memory"))), None)
        if cpu and memory:
            lines.append(f"{cpu / 1024:g} vCPU, {memory / 1024:g} GB each")
    fargate = _default(service, "LaunchType") == "FARGATE"
    icon = "AWSFargate" if fargate else "AmazonElasticContainerService"
    return Placed(
        _groups(service),
        {subnet: Node(f"{service.logical_id}_{subnet}", tuple(lines), icon) for subnet in subnets},
    )


def _instance(database: Resource) -> Placed:
    """The writer, and with MultiAZ a standby in the second subnet."""
    roles = [f"primary, {_default(database, 'DBInstanceClass')}"]
    if _default(database, "MultiAZ") == "true":
        roles.append("standby")
    return Placed(
        _groups(database),
        {
            subnet: Node(f"{database.logical_id}_{subnet}", (_engine(database), role), "AmazonRDS")
            for subnet, role in zip(_database_subnets(database), roles, strict=False)
        },
        one_entry=True,
        copies="synchronous copy",
    )


def _cluster(cluster: Resource) -> Placed:
    """The cluster's instances, one a subnet; the first one writes."""
    members = [
        instance
        for instance in cluster.model.of_type(_INSTANCE)
        if cluster.logical_id in _clusters(instance)
    ]
    roles = ("writer", *["reader"] * len(members))
    return Placed(
        _groups(cluster),
        {
            subnet: Node(
                f"{cluster.logical_id}_{subnet}",
                (_engine(cluster), f"{role}, {_default(instance, 'DBInstanceClass')}"),
                "AmazonAurora",
            )
            for subnet, instance, role in zip(
                _database_subnets(cluster), members, roles, strict=False
            )
        },
        one_entry=True,
        copies="shared storage",
    )


def _clusters(instance: Resource) -> list[str]:
    """Logical ids of the cluster that an instance belongs to, if any."""
    values = instance.values("DBClusterIdentifier")
    return [value.reference.logical_id for value in values if value.reference]


def _database_subnets(database: Resource) -> list[str]:
    groups = (value.follow() for value in database.values("DBSubnetGroupName"))
    return [name for group in groups if group for name in _names(group.values("SubnetIds.*"))]


def _engine(database: Resource) -> str:
    engine = _default(database, "Engine")
    return f"{_ENGINES.get(engine, engine)} {_default(database, 'EngineVersion')}".strip()


def _edges(
    model: TemplateModel, placed: Sequence[Placed], clients: dict[str, Node]
) -> Iterator[Edge]:
    """The arrows that security groups allow; sources outside the template become clients."""
    for target in placed:
        rules = [
            rule
            for group in model.of_type("AWS::EC2::SecurityGroup")
            if group.logical_id in target.groups
            for rule in ingress(group)
        ]
        yield from _from_outside(rules, target, clients)
        for source in placed:
            yield from _from(source, rules, target)
    for database in placed:
        nodes = list(database.nodes.values())
        for other in nodes[1:] if database.copies else ():
            yield Edge(nodes[0].id, other.id, database.copies, dashed=True)


def _from(source: Placed, rules: Sequence[GroupRule], target: Placed) -> Iterator[Edge]:
    peers = ((rule, rule.peer.reference) for rule in rules if rule.peer)
    label = _ports(rule for rule, peer in peers if peer and peer.logical_id in source.groups)
    if label:
        for subnet, node in source.nodes.items():
            for entry in target.entries(subnet):
                yield Edge(node.id, entry.id, label)


def _from_outside(
    rules: Sequence[GroupRule], target: Placed, clients: dict[str, Node]
) -> Iterator[Edge]:
    ranges: dict[str, list[GroupRule]] = {}
    for rule in rules:
        if rule.peer and rule.peer.reference is None:
            where = " ".join(sorted(rule.peer.sources)) or rule.peer.shown
            ranges.setdefault(where, []).append(rule)
    for where, allowed in ranges.items():
        node = clients.setdefault(
            where, Node(f"Clients{len(clients) + 1}", ("Clients", f"in {where}"), "Client")
        )
        for entry in target.entries(""):
            yield Edge(node.id, entry.id, _ports(allowed))


def _ports(rules: "Iterator[GroupRule] | Sequence[GroupRule]") -> str:
    """The ports of rules, in their order: '443, 80'; '' without rules."""
    found = dict.fromkeys(rule.ports for rule in rules)
    return ", ".join(_range(ports) for ports in found)


def _range(ports: tuple[float, float] | None) -> str:
    if ports is None:
        return "some ports"
    first, last = ports
    return f"{first:g}" if first == last else f"{first:g}-{last:g}"


def _groups(resource: Resource) -> frozenset[str]:
    return frozenset(
        value.reference.logical_id
        for groups in attached(resource)
        for value in groups
        if value.reference
    )


def _default(resource: Resource, path: str) -> str:
    """The first value of a property, which of a parameter is its default; '' without one."""
    return next((value.text for value in resource.values(path) if value.text is not None), "")


def _names(values: Iterator[Value]) -> list[str]:
    """The distinct names behind references to parameters and resources, in order."""
    names = []
    for value in values:
        if isinstance(value.data, Symbol):
            names.append(value.data.name)
        elif value.reference:
            names.append(value.reference.logical_id)
    return list(dict.fromkeys(names))


def _shown(values: Iterator[Value]) -> list[str]:
    """The first value as a line of text, if there is one."""
    return [value.shown.replace("${AWS::StackName}", "[stack]") for value in values][:1]
