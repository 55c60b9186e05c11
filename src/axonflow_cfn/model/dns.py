"""Names of DNS: which lies in which, and the record sets of a template."""

from collections.abc import Iterator

from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import UNKNOWN, Part, Value, show

ZONE = "AWS::Route53::HostedZone"
RECORD = "AWS::Route53::RecordSet"
RECORD_GROUP = "AWS::Route53::RecordSetGroup"

PRIVATE_SUFFIXES = frozenset({
    "corp", "example", "home", "internal", "intranet", "invalid", "lan", "local", "localdomain",
    "localhost", "private", "test",
})  # fmt: skip
"""Last labels that the public DNS does not have.

RFC 6761 and RFC 6762 (with its appendix G), https://www.iana.org/domains/root/db, and ICANN's
reservation of `internal` of July 2024.
"""


def name(value: Value) -> tuple[Part, ...]:
    """A name in pieces, in lower case and without the last dot; () if there is none."""
    parts = [part.lower() if isinstance(part, str) else part for part in value.parts]
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].removesuffix(".")
    return tuple(part for part in parts if part != "")


def within(inner: Value, outer: Value) -> bool | None:
    """Whether a name is another one or lies below it; None if not known."""
    low, high = name(inner), name(outer)
    if not low or not high:
        return None
    low_text, high_text = _marked(low), _marked(high)
    if UNKNOWN not in high and (low_text == high_text or low_text.endswith("." + high_text)):
        return True
    # What is literal at the end of both must be the same.
    tail, suffix = low_text.rpartition(_MARK)[2], ("." + high_text).rpartition(_MARK)[2]
    shorter = min(len(tail), len(suffix))
    literal = _MARK not in low_text + high_text
    return (
        False if literal or tail[len(tail) - shorter :] != suffix[len(suffix) - shorter :] else None
    )


_MARK = "\0"


def _marked(parts: tuple[Part, ...]) -> str:
    """The name as text, with everything symbolic between marks."""
    return "".join(p if isinstance(p, str) else f"{_MARK}{show(p)}{_MARK}" for p in parts)


def is_private(value: Value) -> bool:
    """Whether no public certificate authority can issue for a name."""
    last = name(value)[-1:]
    if not last or not isinstance(last[0], str):
        return False
    before, dot, label = last[0].rpartition(".")
    single = len(name(value)) == 1 and not before
    return (bool(dot) and label in PRIVATE_SUFFIXES) or single


def records(model: TemplateModel) -> Iterator[tuple[Value, Resource]]:
    """Each record set with the resource that holds it, and names its hosted zone."""
    for owner in model.of_type(RECORD):
        yield owner.properties, owner
    for owner in model.of_type(RECORD_GROUP):
        for record in owner.values("RecordSets.*"):
            yield record, owner


def zones(owner: Resource) -> Iterator[tuple[Value, Resource]]:
    """The hosted zones of this template that a record set goes into, with the reference."""
    for value in owner.values("HostedZoneId"):
        zone = value.follow(ZONE)
        if zone:
            yield value, zone


def public(zone: Resource) -> bool | None:
    """Whether a hosted zone is public; None if that depends on something not known."""
    found = {value.absent or value.data == [] for (value,) in zone.cases("VPCs")}
    return found.pop() if len(found) == 1 else None
