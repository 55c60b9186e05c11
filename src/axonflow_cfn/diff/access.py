"""Tells wider access from narrower: IAM statements and security-group rules as sets of grants."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any


@dataclass(frozen=True)
class Grant:
    """One thing somebody may do.

    Attributes:
        effect: Allow or Deny.
        action: pattern of the action, ``!`` before a NotAction.
        resource: pattern of the resource, as JSON where it is a function.
        principal: who, as JSON; empty where the policy's holder is meant.
        condition: the statement's conditions and the template conditions around it, as JSON.
    """

    effect: str
    action: str
    resource: str
    principal: str
    condition: str

    def within(self, other: "Grant") -> bool:
        """Tell whether the other grant allows (or denies) all that this one does."""
        return (
            self.effect == other.effect
            and fnmatchcase(self.action.lower(), other.action.lower())
            and fnmatchcase(self.resource, other.resource.replace("[", "[[]"))
            and other.principal in (self.principal, '"*"')
            and other.condition in (self.condition, "[]")
        )

    def __str__(self) -> str:
        """Return the grant as a person would say it."""
        who = f"{self.principal}: " if self.principal else ""
        when = f" if {self.condition}" if self.condition != "[]" else ""
        return f"{who}{self.effect} {self.action} on {self.resource}{when}"


def grants(value: Any, around: tuple[str, ...] = ()) -> Iterator[Grant]:  # noqa: ANN401
    """Yield every grant of every policy statement within a value, managed policies included."""
    if isinstance(value, list):
        for item in value:
            yield from grants(item, around)
    elif isinstance(value, Mapping):
        if isinstance(branches := value.get("Fn::If"), list):
            name, when_true, when_false = branches
            yield from grants(when_true, (*around, name))
            yield from grants(when_false, (*around, f"not {name}"))
            return
        if "Statement" in value:
            for statement in _listed(value["Statement"]):
                yield from _statement(statement, around)
        for arn in _listed(value.get("ManagedPolicyArns", [])):
            yield Grant("Allow", f"managed policy {_text(arn)}", "*", "", json.dumps([*around]))
        for key, item in value.items():
            if key not in {"Statement", "ManagedPolicyArns"}:
                yield from grants(item, around)


def _statement(statement: Any, around: tuple[str, ...]) -> Iterator[Grant]:  # noqa: ANN401
    if not isinstance(statement, Mapping):
        return
    if isinstance(branches := statement.get("Fn::If"), list):
        name, when_true, when_false = branches
        yield from _statement(when_true, (*around, name))
        yield from _statement(when_false, (*around, f"not {name}"))
        return
    conditions = [*around, *([statement["Condition"]] if statement.get("Condition") else [])]
    for action in _either(statement, "Action"):
        for resource in _either(statement, "Resource") or ["*"]:
            for principal in _principals(statement):
                yield Grant(
                    _text(statement.get("Effect", "")),
                    action,
                    resource,
                    principal,
                    json.dumps(conditions, sort_keys=True),
                )


def _either(statement: Mapping[str, Any], key: str) -> list[str]:
    """Return the patterns of ``Action`` or ``NotAction`` (or the like), the latter with ``!``."""
    plain = [_text(item) for item in _listed(statement.get(key, []))]
    return plain + [f"!{_text(item)}" for item in _listed(statement.get(f"Not{key}", []))]


def _principals(statement: Mapping[str, Any]) -> list[str]:
    principal = statement.get("Principal", "")
    if isinstance(principal, Mapping):
        return [
            f"{kind} {_text(who)}" for kind, whose in principal.items() for who in _listed(whose)
        ]
    return ['"*"' if principal == "*" else _text(principal)]


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 any template value
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:  # noqa: ANN401 any template value
    return value if isinstance(value, str) else json.dumps(value, sort_keys=True)


def gained(old: set[Grant], new: set[Grant]) -> list[Grant]:
    """Return what is allowed now and was not, and what was denied and is not, in order."""
    allowed = [
        grant
        for grant in new
        if grant.effect == "Allow" and not any(grant.within(known) for known in old)
    ]
    lifted = [
        grant
        for grant in old
        if grant.effect == "Deny" and not any(grant.within(known) for known in new)
    ]
    return sorted([*allowed, *lifted], key=str)


SOURCES = (
    "CidrIp",
    "CidrIpv6",
    "SourcePrefixListId",
    "SourceSecurityGroupId",
    "SourceSecurityGroupName",
)
"""Properties that say where a security-group rule lets traffic come from."""


def openings(value: Any) -> Iterator[str]:  # noqa: ANN401 any template value
    """Yield each source, protocol and port range that ingress rules within a value let in."""
    if isinstance(value, list):
        for item in value:
            yield from openings(item)
    elif isinstance(value, Mapping):
        if "IpProtocol" in value:
            ports = f"{_text(value.get('FromPort', 'any'))}-{_text(value.get('ToPort', 'any'))}"
            for source in SOURCES:
                if source in value:
                    protocol = _text(value["IpProtocol"])
                    yield f"{protocol} {ports} from {_text(value[source])}"
        else:
            for item in value.values():
                yield from openings(item)
