"""From the places that differ to what they do to a running stack."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from axonflow_cfn.diff.access import gained, grants, openings
from axonflow_cfn.diff.changes import MASK, Change, Severity
from axonflow_cfn.diff.compare import Delta, deltas
from axonflow_cfn.diff.normal import normal
from axonflow_cfn.diff.parameters import parameter_change
from axonflow_cfn.diff.updates import STATEFUL, effect, name_property

_INGRESS = frozenset({"AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress"})

_EXPOSING: Mapping[tuple[str, str], str] = {
    ("AWS::ElasticLoadBalancingV2::LoadBalancer", "Scheme"): "internet-facing",
    ("AWS::RDS::DBInstance", "PubliclyAccessible"): "true",
    ("AWS::RDS::DBCluster", "PubliclyAccessible"): "true",
}
"""Properties whose value puts a resource on the internet."""


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Return every change, the most harmful first.

    Args:
        old: the template a stack was made from, as plain data.
        new: the template it is updated with.
    """
    found = [
        change
        for delta in deltas(old, new)
        for change in _SECTIONS.get(delta.section, _other)(delta, old, new)
    ]
    found += [*_access(old, new), *_through_mappings(old, new)]
    once = {(change.path, change.message): change for change in found}
    return sorted(once.values(), key=lambda change: -change.severity)


def _resource(delta: Delta, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before: Mapping[str, Any] = old["Resources"].get(delta.logical_id, {})
    after: Mapping[str, Any] = new["Resources"].get(delta.logical_id, {})
    kind = str(before.get("Type") or after.get("Type"))
    retyped = before and after and before.get("Type") != after.get("Type")
    if retyped and delta.path != ("Type",):
        return  # nothing else about it matters
    match delta.path:
        case ():
            yield _came_or_went(delta, kind)
        case ("Type",):
            yield _change(
                delta,
                "type-changed",
                Severity.UPDATE_FAILS,
                f"{delta.logical_id}: CloudFormation cannot change a resource's type; "
                "give the new resource another logical id",
            )
        case ("DeletionPolicy" | "UpdateReplacePolicy" as policy, *_):
            yield _policy(delta, kind, policy)
        case ("Condition", *_):
            harm = Severity.STATEFUL_REPLACEMENT if kind in STATEFUL else Severity.REPLACEMENT
            yield _change(
                delta,
                "condition-changed",
                harm,
                f"{delta.logical_id} ({kind}) exists under another condition: "
                "stacks for which it is false lose the resource",
            )
        case ("Properties",):
            keys = {*_properties(before), *_properties(after)}
            yield from (_property(delta, kind, (key,), before, after) for key in sorted(keys))
        case ("Properties", *path):
            yield _property(delta, kind, path, before, after)
        case _:
            yield _change(
                delta,
                "no-interruption",
                Severity.NO_INTERRUPTION,
                f"{delta.logical_id}: {delta.path[0]} changes nothing that runs",
            )


def _property(
    delta: Delta,
    kind: str,
    path: Sequence[str],
    before: Mapping[str, Any],
    after: Mapping[str, Any],
) -> Change:
    name = name_property(kind)
    first, second = (_properties(body).get(name or "") for body in (before, after))
    named = first is not None and normal(first) == normal(second)
    what, severity, consequence = effect(kind, path, named=named)
    return _change(
        delta,
        what,
        severity,
        f"{delta.logical_id} ({kind}): when {'.'.join(path)} changes, {consequence}",
    )


def _came_or_went(delta: Delta, kind: str) -> Change:
    if delta.old is None:
        return _change(
            delta, "added", Severity.NO_INTERRUPTION, f"{delta.logical_id} ({kind}) is made"
        )
    if kind in STATEFUL:
        kept = delta.old.get("DeletionPolicy", "Delete")
        return _change(
            delta,
            "stateful-removal",
            Severity.STATEFUL_REPLACEMENT,
            f"{delta.logical_id} ({kind}) IS DELETED with its data; its DeletionPolicy is {kept}",
        )
    return _change(
        delta, "removed", Severity.REPLACEMENT, f"{delta.logical_id} ({kind}) is deleted"
    )


def _policy(delta: Delta, kind: str, policy: str) -> Change:
    safe = {"Retain", "RetainExceptOnCreate", "Snapshot"}
    weaker = delta.old in safe and delta.new not in safe
    if weaker and kind in STATEFUL:
        return _change(
            delta,
            "data-unprotected",
            Severity.STATEFUL_REPLACEMENT,
            f"{delta.logical_id} ({kind}): {policy} no longer keeps the data",
        )
    return _change(
        delta,
        "no-interruption",
        Severity.NO_INTERRUPTION,
        f"{delta.logical_id}: {policy} takes effect when the resource is deleted or replaced",
    )


def _parameter(delta: Delta, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    change = parameter_change(delta)
    declared = {**old.get("Parameters", {}).get(delta.logical_id, {})}
    declared.update(new.get("Parameters", {}).get(delta.logical_id, {}))
    secret = str(declared.get("NoEcho", "")).lower() == "true"
    yield _masked(change) if secret else change


def _masked(change: Change) -> Change:
    def mask(value: Any) -> Any:  # noqa: ANN401 any template value
        if isinstance(value, Mapping):
            return {k: MASK if k == "Default" else item for k, item in value.items()}
        return value if value is None or not change.path.endswith(".Default") else MASK

    return Change(
        logical_id=change.logical_id,
        path=change.path,
        kind=change.kind,
        severity=change.severity,
        message=change.message,
        old=mask(change.old),
        new=mask(change.new),
    )


def _output(delta: Delta, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    del old, new  # an output is judged by itself
    if delta.path == () and delta.new is None:
        yield _change(
            delta,
            "removed-output",
            Severity.CONTRACT,
            f"output {delta.logical_id} is gone; what reads it breaks",
        )
    elif delta.path == ():
        yield _change(
            delta, "added-output", Severity.NO_INTERRUPTION, f"output {delta.logical_id} is new"
        )
    elif delta.path[0] in {"Value", "Condition", "Export"}:
        yield _change(
            delta,
            "changed-output",
            Severity.CONTRACT,
            f"output {delta.logical_id} has another {delta.path[0].lower()}",
        )
    else:
        yield from _other(delta, {}, {})


def _rule(delta: Delta, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    del old, new  # a rule is judged by itself
    if delta.new is None:
        yield _change(
            delta, "removed-rule", Severity.NO_INTERRUPTION, f"rule {delta.logical_id} is gone"
        )
    else:
        yield _change(
            delta,
            "changed-rule",
            Severity.CONTRACT,
            f"rule {delta.logical_id} may refuse parameter values that were accepted before",
        )


def _condition(delta: Delta, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    del old
    users = [
        name
        for name, body in new.get("Resources", {}).items()
        if body.get("Condition") == delta.logical_id
    ]
    stateful = [name for name in users if new["Resources"][name].get("Type") in STATEFUL]
    severity = Severity.STATEFUL_REPLACEMENT if stateful else Severity.REPLACEMENT
    if users and delta.new is not None and delta.old is not None:
        yield _change(
            delta,
            "condition-changed",
            severity,
            f"condition {delta.logical_id} decides anew whether these exist: {', '.join(users)}",
        )
    else:
        yield from _other(delta, {}, {})


def _other(delta: Delta, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    del old, new
    where = ".".join((delta.section, *filter(None, [delta.logical_id]), *delta.path))
    yield _change(
        delta, "no-interruption", Severity.NO_INTERRUPTION, f"{where} changes nothing that runs"
    )


def _access(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """Yield what somebody may do or reach that was not possible before, and the reverse."""
    for name in dict.fromkeys((*old["Resources"], *new["Resources"])):
        before, after = (template["Resources"].get(name, {}) for template in (old, new))
        kind = str(after.get("Type") or before.get("Type"))
        first, second = set(grants(_properties(before))), set(grants(_properties(after)))
        for what, some, others, severity in (
            ("iam-widened", first, second, Severity.SECURITY),
            ("iam-narrowed", second, first, Severity.NO_INTERRUPTION),
        ):
            for grant in gained(some, others):
                yield _about(name, what, severity, f"{name}: {what.replace('-', ' ')}: {grant}")
        if kind in _INGRESS:
            opened = set(openings(_ingress(before))), set(openings(_ingress(after)))
            for rule in sorted(opened[1] - opened[0]):
                message = f"{name}: network opened: {rule}"
                yield _about(name, "network-opened", Severity.SECURITY, message)
            for rule in sorted(opened[0] - opened[1]):
                message = f"{name}: network closed: {rule}"
                yield _about(name, "network-closed", Severity.NO_INTERRUPTION, message)
        for (exposed, key), value in _EXPOSING.items():
            values = [normal(_properties(body).get(key)) for body in (before, after)]
            if kind == exposed and values[0] != value == values[1]:
                message = f"{name}: network opened: {key} is {value}"
                yield _about(name, "network-opened", Severity.SECURITY, message)


def _ingress(body: Mapping[str, Any]) -> Any:  # noqa: ANN401 any template value
    properties = _properties(body)
    return properties.get("SecurityGroupIngress", properties if "IpProtocol" in properties else [])


def _through_mappings(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    """Yield what a changed mapping changes in the resources that look into it."""
    changed = {delta.logical_id for delta in deltas(old, new) if delta.section == "Mappings"}
    for name, body in new["Resources"].items():
        before = old["Resources"].get(name)
        for path, mapping in _lookups(_properties(body), ()):
            if before is not None and mapping in changed:
                delta = Delta("Resources", name, ("Properties", *path), None, None)
                change = _property(delta, str(body.get("Type")), path, before, body)
                yield Change(
                    logical_id=name,
                    path=change.path,
                    kind=change.kind,
                    severity=change.severity,
                    message=f"{change.message}; mapping {mapping} changed",
                )


def _lookups(value: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:  # noqa: ANN401
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _lookups(item, (*path, str(index)))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key == "Fn::FindInMap" and isinstance(item, list):
                yield path, str(item[0])
            else:
                yield from _lookups(item, path if key.startswith("Fn::") else (*path, key))


def _properties(body: Mapping[str, Any]) -> Mapping[str, Any]:
    return body.get("Properties") or {}


def _about(name: str, kind: str, severity: Severity, message: str) -> Change:
    return Change(
        logical_id=name, path=f"Resources.{name}", kind=kind, severity=severity, message=message
    )


def _change(delta: Delta, kind: str, severity: Severity, message: str) -> Change:
    return Change(
        logical_id=delta.logical_id,
        path=".".join((delta.section, *filter(None, [delta.logical_id]), *delta.path)),
        kind=kind,
        severity=severity,
        message=message,
        old=delta.old,
        new=delta.new,
    )


_SECTIONS = {
    "Resources": _resource,
    "Parameters": _parameter,
    "Outputs": _output,
    "Rules": _rule,
    "Conditions": _condition,
}
