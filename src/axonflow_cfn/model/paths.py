"""Which connections of a template no security group lets through."""

from collections.abc import Iterator

from axonflow_cfn.model.connections import Connection, connections, database_links
from axonflow_cfn.model.security_groups import attached, can_reach
from axonflow_cfn.model.template import TemplateModel
from axonflow_cfn.model.values import Path


def blocked(model: TemplateModel, *kinds: str) -> Iterator[tuple[Path, str]]:
    """Place and description of each connection that can't be made.

    Args:
        model: the template.
        kinds: of servers, such as 'database'.
    """
    links = list(connections(model))
    if "database" in kinds:
        links += database_links(model)
    for link in links:
        if link.server.kind in kinds and link.server.resource.logical_id != link.client.logical_id:
            yield from _outside(link) if _has_no_vpc(link) else _between(link)


def _between(link: Connection) -> Iterator[tuple[Path, str]]:
    port = _port(link)
    client, server = link.client, link.server.resource
    for sources in attached(client) if port is not None else ():
        for targets in attached(server):
            possible = link.value.model.together(link.value, *sources, *targets) is not None
            if possible and can_reach(sources, targets, port or 0) is False:
                message = (
                    f"{client.logical_id} has the address of {server.logical_id} but can't reach "
                    f"it on TCP port {port:g}: allow it out of the groups of {client.logical_id} "
                    f"and into those of {server.logical_id}"
                )
                yield link.value.path, message


def _outside(link: Connection) -> Iterator[tuple[Path, str]]:
    public = any(v.flag is not False for v in link.server.resource.values("PubliclyAccessible"))
    if link.server.kind in {"database", "cache"} and not public:
        message = (
            f"{link.client.logical_id} has the address of {link.server.resource.logical_id} but "
            "no VpcConfig, so it can't reach anything in the VPC; give it one"
        )
        yield link.value.path, message


def _has_no_vpc(link: Connection) -> bool:
    function = link.client.type == "AWS::Lambda::Function"
    return function and all(config.absent for (config,) in link.client.cases("VpcConfig"))


def _port(link: Connection) -> float | None:
    """The port that must be open; None if not known."""
    if link.server.reached_at is not None:
        return link.server.reached_at
    if link.port is not None:
        return link.port
    return min(link.server.ports) if link.server.ports and len(link.server.ports) == 1 else None
