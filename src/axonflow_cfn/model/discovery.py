"""Names in a Cloud Map DNS namespace of the template: used, declared, and registered."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.host_names import spelled
from axonflow_cfn.model.servers import discovery_hosts
from axonflow_cfn.model.template import Resource, TemplateModel, mentions
from axonflow_cfn.model.values import UNKNOWN, Symbol, Value, show

_SETTINGS = "ContainerDefinitions.*.Environment.*.Value"


@dataclass(frozen=True)
class NameInUse:
    """A name below a namespace that a container is given.

    Attributes:
        value: the environment variable.
        host: the whole name, spelled as by `show`.
        declared: the Cloud Map service of that name; None if there is none.
    """

    value: Value
    host: str
    declared: Resource | None


def names_in_use(model: TemplateModel) -> Iterator[NameInUse]:
    """Every such name in an environment variable; nothing if a name can't be told."""
    domains = _domains(model)
    discoveries = model.of_type("AWS::ServiceDiscovery::Service") if domains else []
    declared = {host: one for one in discoveries for host in discovery_hosts(one)}
    certain = bool(domains) and all(map(_is_known, discoveries))
    services = model.of_type("AWS::ECS::Service") if certain else []
    for service in services:
        for task in task_definitions(service):
            for value in task.values(_SETTINGS):
                text = spelled(value)
                for domain in domains:
                    name = rf"(?<![\w.}}-])([\w-]+)\.{re.escape(domain)}(?![\w.-])"
                    found = re.search(name, text)
                    if found:
                        host = f"{found[1]}.{domain}"
                        yield NameInUse(value, host, declared.get(host))


def _is_known(discovery: Resource) -> bool:
    """Whether its name can be compared with a literal one, which a parameter's can't."""
    names = [name for (name,) in discovery.cases("Name")]
    certain = all(
        isinstance(part, str) or (isinstance(part, Symbol) and part.pseudo)
        for name in names
        for part in name.parts
    )
    return certain and all(name.parts for name in names) and bool(discovery_hosts(discovery))


def _domains(model: TemplateModel) -> list[str]:
    """The namespaces in which only Cloud Map services have names; [] if that is not certain."""
    namespaces = model.of_type("AWS::ServiceDiscovery::PrivateDnsNamespace")
    names = [name for namespace in namespaces for name in namespace.values("Name")]
    records = {
        mention.name
        for record in model.of_type("AWS::Route53::RecordSet", "AWS::Route53::RecordSetGroup")
        for mention in model.mentions(record.logical_id)
    }
    connected = any(
        True
        for service in model.of_type("AWS::ECS::Service")
        for _ in service.values("ServiceConnectConfiguration.Services")
    )
    own = not connected and not any(n.logical_id in records for n in namespaces)
    known = all(name.parts and UNKNOWN not in name.parts for name in names)
    return sorted({"".join(map(show, name.parts)) for name in names}) if own and known else []


def is_registered(discovery: Resource) -> bool | None:
    """Whether an ECS service registers its tasks there; None if another may, by another way."""
    services = discovery.model.of_type("AWS::ECS::Service")
    for service in services:
        for registry in service.values("ServiceRegistries.*.RegistryArn"):
            if registry.reference is None:
                return None
            if registry.reference.logical_id == discovery.logical_id:
                return True
    instances = discovery.model.of_type("AWS::ServiceDiscovery::Instance")
    exported = any(
        mention.name == discovery.logical_id
        for output in discovery.model.outputs.values()
        for mention in mentions(output.data)
    )
    return None if instances or exported else False
