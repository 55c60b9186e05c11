"""Load balancers, their listeners and what those do."""

from collections.abc import Iterator

from axonflow_cfn.model.template import Resource
from axonflow_cfn.model.values import Value

BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer"
LISTENER = "AWS::ElasticLoadBalancingV2::Listener"
LISTENER_RULE = "AWS::ElasticLoadBalancingV2::ListenerRule"
TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup"

_FAMILIES = {
    "HTTP": "application",
    "HTTPS": "application",
    "TCP": "network",
    "TLS": "network",
    "UDP": "network",
    "TCP_UDP": "network",
    "QUIC": "network",
    "TCP_QUIC": "network",
    "GENEVE": "gateway",
}
"""The type of load balancer that each protocol belongs to.

https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
"""


def kind(value: Value) -> str | None:
    """The type that a load balancer's `Type` says; None if not known."""
    return "application" if value.absent else value.text


def family(protocol: Value) -> str | None:
    """The type of load balancer that a protocol belongs to; None if not known."""
    return _FAMILIES.get(protocol.text or "")


def actions(item: Resource) -> Iterator[tuple[Value, ...]]:
    """Every list of actions that a listener, or a listener rule, can have."""
    for value in item.values("DefaultActions" if item.type == LISTENER else "Actions"):
        yield from value.elements()


def listeners(item: Resource) -> Iterator[Resource]:
    """The listener itself, or the listeners of this template that a listener rule is on."""
    if item.type == LISTENER:
        yield item
    for value in item.values("ListenerArn"):
        listener = value.follow(LISTENER)
        if listener:
            yield listener


def subnets(balancer: Resource) -> Iterator[tuple[Value, ...]]:
    """Every list of subnets that a load balancer can have."""
    for value in balancer.values("Subnets"):
        yield from value.elements()
    for value in balancer.values("SubnetMappings"):
        for mappings in value.elements():
            ids = [list(mapping.values("SubnetId")) for mapping in mappings]
            if all(len(found) == 1 for found in ids):
                yield tuple(found[0] for found in ids)
