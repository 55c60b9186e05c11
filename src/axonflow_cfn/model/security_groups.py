"""Who may reach whom through the security groups of a template."""

import ipaddress
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from axonflow_cfn.model.conditions import When
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Path, Value

_GROUP = "AWS::EC2::SecurityGroup"
_NUMBERS = {"1": "icmp", "6": "tcp", "17": "udp", "58": "icmpv6"}
_INGRESS_PEERS = ("SourceSecurityGroupId", "SourceSecurityGroupName")
_EGRESS_PEERS = ("DestinationSecurityGroupId",)
_CIDRS = ("CidrIp", "CidrIpv6")
_HOLDERS = {
    "AWS::ECS::Service": "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups",
    "AWS::EFS::MountTarget": "SecurityGroups",
    "AWS::ElastiCache::CacheCluster": "VpcSecurityGroupIds",
    "AWS::ElastiCache::ReplicationGroup": "SecurityGroupIds",
    "AWS::ElasticLoadBalancingV2::LoadBalancer": "SecurityGroups",
    "AWS::Lambda::Function": "VpcConfig.SecurityGroupIds",
    "AWS::RDS::DBCluster": "VpcSecurityGroupIds",
    "AWS::RDS::DBInstance": "VPCSecurityGroups",
    "AWS::RDS::DBProxy": "VpcSecurityGroupIds",
}
"""The property with the security groups, by type."""


@dataclass(frozen=True)
class GroupRule:
    """One rule of a security group.

    Attributes:
        protocol: 'tcp', 'udp', ..., '-1' for all; None if not known.
        ports: first and last port; None if not known. All ports if the protocol has none.
        peer: where traffic comes from or goes to: a security group, a CIDR or a prefix list; None
            if the rule names none, which AWS refuses.
        kind: the property that holds the peer, such as 'CidrIp'; '' if there is none.
        path: the rule in the template.
        when: the assumptions under which it exists.
    """

    protocol: str | None
    ports: tuple[float, float] | None
    peer: Value | None
    kind: str
    path: Path
    when: When


def attached(resource: Resource) -> Iterator[tuple[Value, ...]]:
    """Every non-empty set of security groups that a service, balancer, database, ... can have."""
    for value in resource.values(_HOLDERS[resource.type]):
        for groups in value.elements():
            if groups:
                yield groups


def ingress(group: Resource) -> list[GroupRule]:
    """The ingress rules of a group, its own and those of AWS::EC2::SecurityGroupIngress."""
    return list(_rules(group, "SecurityGroupIngress", (*_INGRESS_PEERS, *_CIDRS)))


def ingress_by_group(model: TemplateModel) -> Iterator[list[GroupRule]]:
    """The ingress rules of each group, those of a group outside the template included."""
    for group in model.of_type(_GROUP):
        yield ingress(group)
    for resource in model.of_type("AWS::EC2::SecurityGroupIngress"):
        outside = [value for value in resource.values("GroupId") if not value.follow(_GROUP)]
        for value in outside:
            yield list(_read(resource.properties, (*_INGRESS_PEERS, *_CIDRS), value.when))


def egress(group: Resource) -> list[GroupRule]:
    """The egress rules of a group, its own and those of AWS::EC2::SecurityGroupEgress.

    A group without any keeps the default rule, which is not listed here: `can_reach` knows it.
    """
    return list(_rules(group, "SecurityGroupEgress", (*_EGRESS_PEERS, *_CIDRS)))


def written(model: TemplateModel) -> Iterator[Value]:
    """Every rule of a security group as it is written, inline or as a resource."""
    for section in ("SecurityGroupIngress", "SecurityGroupEgress"):
        for group in model.of_type(_GROUP):
            yield from group.values(f"{section}.*")
        for resource in model.of_type(f"AWS::EC2::{section}"):
            yield resource.properties


def everyone(rule: GroupRule) -> bool:
    """Whether the peer of a rule is all of IPv4 or IPv6."""
    return rule.peer is not None and rule.peer.text in {"0.0.0.0/0", "::/0"}


def is_everything(rule: GroupRule) -> bool:
    """Whether a rule takes in every port."""
    first, last = rule.ports or (1, 0)
    return rule.protocol in {"-1", "tcp", "udp"} and first <= 1 and last >= _LAST_PORT


_LAST_PORT = 65535


def can_reach(
    sources: Iterable[Value],
    targets: Iterable[Value],
    port: float,
    *,
    protocol: str = "tcp",
) -> bool | None:
    """Whether security groups let traffic through, as far as the template tells.

    Args:
        sources: the groups of the sender, as its SecurityGroups property refers to them.
        targets: the groups of the receiver.
        port: the receiver's port.
        protocol: 'tcp' or 'udp'.

    Returns:
        True if some pair of groups allows it, False if none can, None if it depends on something
        that the template does not tell: groups from parameters, CIDRs, prefix lists, conditions.
    """
    sources, targets = list(sources), list(targets)
    if not sources or not targets:
        return None
    when = sources[0].model.together(*sources, *targets)
    if when is None:
        return None
    senders, receivers = _groups(sources, when), _groups(targets, when)
    # What a group outside the template allows is not known.
    outside = None in senders or None in receivers
    goes_out = _any(
        _allowed("SecurityGroupEgress", sender, receivers, (protocol, port), when)
        for sender in senders
        if sender
    )
    comes_in = _any(
        _allowed("SecurityGroupIngress", receiver, senders, (protocol, port), when)
        for receiver in receivers
        if receiver
    )
    if outside:
        blocked = (goes_out is False and None not in senders) or (
            comes_in is False and None not in receivers
        )
        return False if blocked else None
    if False in {goes_out, comes_in}:
        return False
    return None if None in {goes_out, comes_in} else True


def _groups(values: Iterable[Value], when: When) -> list[Resource | None]:
    """The groups that values refer to; None for one that the template does not declare."""
    found = [value.follow(_GROUP) for value in values]
    return [group.given(when) if group else None for group in found]


def _any(found: Iterable[bool | None]) -> bool | None:
    results = set(found)
    return True if True in results else None if None in results else False


def _allowed(
    section: str,
    group: Resource,
    peers: list[Resource | None],
    traffic: tuple[str, float],
    when: When,
) -> bool | None:
    """Whether one group lets traffic from or to any of the peers through."""
    implies = group.model.conditions.implies
    outgoing = section == "SecurityGroupEgress"
    rules = (egress if outgoing else ingress)(group)
    hidden = any(value.present and not value.known for (value,) in group.cases(section))
    if outgoing and not hidden and not any(implies(when, rule.when) for rule in rules):
        # A group with no egress rule, or an empty list, has the default one, which allows all.
        return None if rules else True
    found: set[bool | None] = {None} if hidden else set()
    for rule in rules:
        result = _matches(rule, peers, traffic)
        if group.given(when & rule.when):
            found.add(result if result is False or implies(when, rule.when) else None)
    return True if True in found else None if None in found else False


def _matches(
    rule: GroupRule, peers: list[Resource | None], traffic: tuple[str, float]
) -> bool | None:
    protocol, port = traffic
    reached = _reaches(rule, peers)
    if rule.protocol not in {None, "-1", protocol} or reached is False:
        return False
    if rule.ports is not None and not rule.ports[0] <= port <= rule.ports[1]:
        return False
    return True if reached and rule.protocol is not None and rule.ports is not None else None


def _reaches(rule: GroupRule, peers: list[Resource | None]) -> bool | None:
    """Whether the peer of a rule is one of the groups."""
    if rule.peer is None:
        return False
    if rule.kind in _CIDRS:
        return _cidr(rule.peer.text)
    if rule.peer.reference is None:
        return None
    if any(peer and peer.logical_id == rule.peer.reference.logical_id for peer in peers):
        return True
    return None if None in peers else False


def _cidr(text: str | None) -> bool | None:
    """Whether a CIDR takes in the members of a group: only the two extremes are known."""
    try:
        network = ipaddress.ip_network(text or "", strict=False)
    except ValueError:
        return None
    if network.is_loopback:
        return False
    return True if network.prefixlen == 0 and network.version == 4 else None  # noqa: PLR2004 - IPv4


def _rules(group: Resource, section: str, peers: tuple[str, ...]) -> Iterator[GroupRule]:
    for rule in group.values(f"{section}.*"):
        yield from _read(rule, peers, group.when)
    for resource in group.model.of_type(f"AWS::EC2::{section}"):
        for owner in resource.values("GroupId"):
            if owner.reference and owner.reference.logical_id == group.logical_id:
                yield from _read(resource.properties, peers, owner.when)


def _read(rule: Value, peers: tuple[str, ...], when: When) -> Iterator[GroupRule]:
    """One rule for each combination of protocol, ports and peer that it can have."""
    prefix_lists = tuple(f"{end}PrefixListId" for end in ("Source", "Destination"))
    kinds = (*peers, *prefix_lists)
    for protocol, first, last, *ends in rule.cases("IpProtocol", "FromPort", "ToPort", *kinds):
        named = [(k, e) for k, e in zip(kinds, ends, strict=True) if e.present]
        ends_named: list[tuple[str, Value | None]] = [*named] or [("", None)]
        for kind, peer in ends_named:
            yield GroupRule(
                protocol=_protocol(protocol),
                ports=_ports(_protocol(protocol), first, last),
                peer=peer,
                kind=kind,
                path=rule.path,
                when=protocol.when & when,
            )


def _protocol(value: Value) -> str | None:
    return _NUMBERS.get(value.text, value.text.lower()) if value.text is not None else None


def _ports(protocol: str | None, first: Value, last: Value) -> tuple[float, float] | None:
    if protocol == "-1" or (first.absent and last.absent) or first.number == -1:
        return (0, 65535)
    if first.number is None or last.number is None:
        return None
    return (first.number, last.number)
