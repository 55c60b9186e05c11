"""Who connects to whom: the addresses in environment variables, secrets and parameters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from axonflow_cfn.model.ecs import task_definitions
from axonflow_cfn.model.host_names import spelled
from axonflow_cfn.model.json_texts import parse
from axonflow_cfn.model.memo import once
from axonflow_cfn.model.servers import Server, servers
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Reference, Value, show

_STORES = {"AWS::SecretsManager::Secret": "SecretString", "AWS::SSM::Parameter": "Value"}
_SCHEME_PORTS = {"http": 80, "https": 443}
_HOST_NAME = re.compile(
    r"(.*?)_?(HOST|HOSTNAME|SERVER|ADDRESS|ADDR|ENDPOINT)(NAME)?", re.IGNORECASE
)
_BEFORE = r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?:[^\s/@]*@)?|^|(?<=[\s,;@\"'=(]))"
_AFTER = r"(?::(?:(?P<port>\d+)|(?P<put_in>\$\{[^}]*\})))?(?=[/?#,;\s\"')&]|$)"


@dataclass(frozen=True)
class Connection:
    """One address in the configuration of a client.

    Attributes:
        client: an ECS service or a Lambda function.
        server: what the address names.
        port: the port in the address or beside it; None if there is none.
        value: where it stands, under the client's assumptions.
    """

    client: Resource
    server: Server
    port: float | None
    value: Value


@once
def connections(model: TemplateModel) -> tuple[Connection, ...]:
    """Every address that names a server of the template."""
    return tuple(_connections(model))


def _connections(model: TemplateModel) -> Iterator[Connection]:
    known = list(dict.fromkeys(servers(model)))
    clients = model.of_type("AWS::ECS::Service", "AWS::Lambda::Function") if known else []
    for client in clients:
        for settings in _settings(client):
            for name, value in settings:
                text = spelled(value)
                for server in known:
                    if server.host in text:
                        yield from _addressed(client, server, (name, value), settings)


def database_links(model: TemplateModel) -> Iterator[Connection]:
    """Every secret attached to a database that a client reads, with no address of its own."""
    known = {server.resource.logical_id: server for server in servers(model)}
    attached = {}
    for item in model.of_type("AWS::SecretsManager::SecretTargetAttachment"):
        for secret, target in item.cases("SecretId", "TargetId"):
            if secret.reference and target.reference and target.reference.logical_id in known:
                attached[secret.reference.logical_id] = known[target.reference.logical_id]
                attached[item.logical_id] = known[target.reference.logical_id]
    for client in model.of_type("AWS::ECS::Service") if attached else ():
        for task in task_definitions(client):
            for used in task.values("ContainerDefinitions.*.Secrets.*.ValueFrom"):
                first = used.parts[0] if used.parts else None
                if isinstance(first, Reference) and first.logical_id in attached:
                    yield Connection(client, attached[first.logical_id], None, used)


def _settings(client: Resource) -> Iterator[list[tuple[str, Value]]]:
    """Name and value of the settings of each container, or of a function."""
    if client.type == "AWS::Lambda::Function":
        for variables in client.values("Environment.Variables"):
            yield list(variables.items())
        return
    for task in task_definitions(client):
        for container in task.values("ContainerDefinitions.*"):
            injected = [
                (name, value) for name, used in secrets(container) for value in stored(used)
            ]
            yield [*in_clear(container), *injected]


def in_clear(container: Value) -> Iterator[tuple[str, Value]]:
    """Name and value of the environment variables of a container."""
    for variable in container.values("Environment.*"):
        for name, value in variable.cases("Name", "Value"):
            yield name.text or "", value


def secrets(container: Value) -> Iterator[tuple[str, Value]]:
    """Name and reference of the secrets that ECS injects into a container."""
    for variable in container.values("Secrets.*"):
        for name, used in variable.cases("Name", "ValueFrom"):
            yield name.text or "", used


def stored(used: Value) -> Iterator[Value]:
    """What the secret or parameter of the template holds that ECS injects; at the place of use."""
    first = used.parts[0] if used.parts else None
    source = replace(used, data=first).follow(*_STORES) if isinstance(first, Reference) else None
    for value in source.values(_STORES[source.type]) if source else ():
        yield replace(value, path=used.path)


def _addressed(
    client: Resource, server: Server, setting: tuple[str, Value], settings: list[tuple[str, Value]]
) -> Iterator[Connection]:
    name, value = setting
    text = spelled(value)
    for found in re.finditer(_BEFORE + re.escape(server.host) + _AFTER, text):
        port = float(found["port"]) if found["port"] else None
        if port is None and found["put_in"]:
            if "." not in found["put_in"]:
                continue  # a parameter; the server's own Endpoint.Port would need no look
        elif port is None and found["scheme"]:
            port = _SCHEME_PORTS.get(found["scheme"].lower())
        if port is None and not found["put_in"]:
            whole = found.group() == text
            port = _beside(name, value, settings) if whole else _in_json(server.host, value)
        yield Connection(client, server, port, value)


def _in_json(host: str, value: Value) -> float | None:
    """The port of {"host": ..., "port": ...}."""
    content = parse(value).content if "{" in "".join(map(show, value.parts)) else None
    if not isinstance(content, dict) or not isinstance(content.get("host"), str):
        return None
    named = parse(value).value(content["host"])
    port = str(content.get("port"))
    return float(port) if spelled(named) == host and port.isdecimal() else None


def _beside(name: str, value: Value, settings: list[tuple[str, Value]]) -> float | None:
    """The port in the setting DB_PORT for the host in DB_HOST."""
    match = _HOST_NAME.fullmatch(name)
    prefix = match[1].upper() if match else None
    ports = {
        other.number
        for key, other in settings
        if prefix is not None
        and key.upper().replace("_", "") == f"{prefix}PORT".replace("_", "")
        and value.model.together(value, other) is not None
    } - {None}
    return ports.pop() if len(ports) == 1 else None
