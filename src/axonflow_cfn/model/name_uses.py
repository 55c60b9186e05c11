"""Where a physical name can be typed although a Ref would do, and who bears it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import UNKNOWN, Part, Reference, Symbol, Value, compose

# (type, property) that holds a name; (type, property) that gives it. The service looks the name up
# when the resource is created: each is described as the name of an existing resource on its page in
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
_LOG_GROUP = ("AWS::Logs::LogGroup", "LogGroupName")
_FUNCTION = ("AWS::Lambda::Function", "FunctionName")
_ROLE = ("AWS::IAM::Role", "RoleName")
_CLUSTER = ("AWS::ECS::Cluster", "ClusterName")
_CAPACITY = ("AWS::ECS::CapacityProvider", "Name")
_SUBNETS = ("AWS::RDS::DBSubnetGroup", "DBSubnetGroupName")
CHECKED_USES: dict[tuple[str, str], tuple[str, str]] = {
    ("AWS::ECS::ClusterCapacityProviderAssociations", "CapacityProviders.*"): _CAPACITY,
    ("AWS::ECS::ClusterCapacityProviderAssociations", "Cluster"): _CLUSTER,
    ("AWS::ECS::Service", "CapacityProviderStrategy.*.CapacityProvider"): _CAPACITY,
    ("AWS::ECS::Service", "Cluster"): _CLUSTER,
    ("AWS::ECS::Service", "TaskDefinition"): ("AWS::ECS::TaskDefinition", "Family"),
    ("AWS::ElastiCache::CacheCluster", "CacheSubnetGroupName"): (
        "AWS::ElastiCache::SubnetGroup",
        "CacheSubnetGroupName",
    ),
    ("AWS::ElastiCache::ReplicationGroup", "CacheSubnetGroupName"): (
        "AWS::ElastiCache::SubnetGroup",
        "CacheSubnetGroupName",
    ),
    ("AWS::Events::Rule", "EventBusName"): ("AWS::Events::EventBus", "Name"),
    ("AWS::IAM::InstanceProfile", "Roles.*"): _ROLE,
    ("AWS::IAM::ManagedPolicy", "Roles.*"): _ROLE,
    ("AWS::IAM::Policy", "Roles.*"): _ROLE,
    ("AWS::IAM::RolePolicy", "RoleName"): _ROLE,
    ("AWS::Lambda::Alias", "FunctionName"): _FUNCTION,
    ("AWS::Lambda::EventSourceMapping", "FunctionName"): _FUNCTION,
    ("AWS::Lambda::Permission", "FunctionName"): _FUNCTION,
    ("AWS::Lambda::Version", "FunctionName"): _FUNCTION,
    ("AWS::Logs::MetricFilter", "LogGroupName"): _LOG_GROUP,
    ("AWS::Logs::SubscriptionFilter", "LogGroupName"): _LOG_GROUP,
    ("AWS::RDS::DBCluster", "DBClusterParameterGroupName"): (
        "AWS::RDS::DBClusterParameterGroup",
        "DBClusterParameterGroupName",
    ),
    ("AWS::RDS::DBCluster", "DBSubnetGroupName"): _SUBNETS,
    ("AWS::RDS::DBInstance", "DBClusterIdentifier"): (
        "AWS::RDS::DBCluster",
        "DBClusterIdentifier",
    ),
    ("AWS::RDS::DBInstance", "DBParameterGroupName"): (
        "AWS::RDS::DBParameterGroup",
        "DBParameterGroupName",
    ),
    ("AWS::RDS::DBInstance", "DBSubnetGroupName"): _SUBNETS,
    ("AWS::RDS::DBInstance", "OptionGroupName"): ("AWS::RDS::OptionGroup", "OptionGroupName"),
    ("AWS::RDS::DBProxyTargetGroup", "DBProxyName"): ("AWS::RDS::DBProxy", "DBProxyName"),
}
"""Uses that the service refuses while the name does not exist."""

TASK_LOG_GROUP = ("AWS::ECS::TaskDefinition", "ContainerDefinitions.*.LogConfiguration.Options")
"""The options of a container's log driver; awslogs-group is looked up when a task starts."""

_ALARMS = ("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")
_MARK = "\ue000"  # a private character: no template has it
_CHILD = re.compile(
    r"""\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*("[^"]*"|'[^']*'|[^\s()"',]+)\s*\)"""
)


@dataclass(frozen=True)
class NameUse:
    """A name typed where it is used.

    Attributes:
        user: the resource that uses it.
        name: the name, not a Reference.
        owners: the resources of this template that bear exactly this name.
        certain: whether no other resource of the template can turn out to bear it.
        kind: the type that should bear it.
        key: the property that gives the name.
    """

    user: Resource
    name: Value
    owners: tuple[Resource, ...]
    certain: bool
    kind: str
    key: str


def typed_names(model: TemplateModel) -> Iterator[NameUse]:
    """Every use of CHECKED_USES, and in the rule of a composite alarm, that is not a Ref."""
    for (kind, path), owner in CHECKED_USES.items():
        for user in model.of_type(kind):
            for name in user.values(path):
                yield from _use(user, name, *owner)
    yield from alarm_children(model)


def alarm_children(model: TemplateModel) -> Iterator[NameUse]:
    """Every alarm that a composite alarm names without a Ref."""
    for user in model.of_type("AWS::CloudWatch::CompositeAlarm"):
        suppressors = user.values("ActionsSuppressor")
        rules = user.values("AlarmRule")
        for name in (*suppressors, *(name for rule in rules for name in _children(rule))):
            if _is_arn(name):
                continue
            uses = [use for kind in _ALARMS for use in _use(user, name, kind, "AlarmName")]
            owned = [use for use in uses if use.owners]
            certain = all(use.certain for use in uses)
            yield from owned or [replace(use, certain=certain) for use in uses[:1]]


def _is_arn(name: Value) -> bool:
    start = name.parts[0] if name.parts else ""
    return isinstance(start, str) and start.startswith("arn:")


def _children(rule: Value) -> Iterator[Value]:
    marked = "".join(part if isinstance(part, str) else _MARK for part in rule.parts)
    others = [part for part in rule.parts if not isinstance(part, str)]
    # Parameters of which it is not known which piece they gave.
    sources = rule.sources - {part.name for part in others if isinstance(part, Symbol)}
    for found in _CHILD.finditer(marked):
        text = found[1].strip("\"'")
        first = marked.count(_MARK, 0, found.start(1))
        pieces: list[Part] = []
        for index, literal in enumerate(text.split(_MARK)):
            pieces += [others[first + index - 1], literal] if index else [literal]
        yield replace(rule, data=compose(pieces), sources=sources)


def task_log_groups(model: TemplateModel) -> Iterator[NameUse]:
    """Every log group that a container names without a Ref, unless it may create it."""
    kind, path = TASK_LOG_GROUP
    for user in model.of_type(kind):
        for options in user.values(path):
            for name, create in options.cases("awslogs-group", "awslogs-create-group"):
                if name.present and (create.absent or create.flag is False):
                    yield from _use(user, name, *_LOG_GROUP)


def _use(user: Resource, name: Value, kind: str, key: str) -> Iterator[NameUse]:
    if not name.parts or UNKNOWN in name.parts or any(isinstance(p, Reference) for p in name.parts):
        return
    owners, certain = [], True
    for resource in user.model.of_type(kind):
        names = [value for (value,) in resource.cases(key) if value.given(name.when)]
        if any(value.parts == name.parts for value in names):
            owners.append(resource)
        elif any(not _differs(value.parts, name.parts) for value in names if value.present):
            certain = False
    yield NameUse(user, name, tuple(owners), certain, kind, key)


def _differs(one: tuple[Part, ...], other: tuple[Part, ...]) -> bool:
    """Whether two names certainly differ.

    What they begin with in common may be anything; the rest must be known but for the stack's own
    pseudo parameters.
    """
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    known = all(
        isinstance(part, str) or (isinstance(part, Symbol) and part.pseudo)
        for part in (*one[same:], *other[same:])
    )
    return known and one != other
