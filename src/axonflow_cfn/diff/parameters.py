"""What a changed parameter asks of the customer."""

from collections.abc import Mapping

from axonflow_cfn.diff.changes import Change, Severity
from axonflow_cfn.diff.compare import Delta

_CONSTRAINTS = frozenset(
    {
        "AllowedPattern",
        "AllowedValues",
        "MaxLength",
        "MaxValue",
        "MinLength",
        "MinValue",
        "Type",
    }
)


def parameter_change(delta: Delta) -> Change:
    """Return the change of one parameter, or of one of its attributes."""
    kind, severity, message = _judged(delta)
    return Change(
        logical_id=delta.logical_id,
        path=".".join(("Parameters", delta.logical_id, *delta.path)),
        kind=kind,
        severity=severity,
        message=message,
        old=delta.old,
        new=delta.new,
    )


def _judged(delta: Delta) -> tuple[str, Severity, str]:
    name = delta.logical_id
    if delta.path == () and delta.new is None:
        return (
            "removed-parameter",
            Severity.CONTRACT,
            f"parameter {name} is gone; deployments that still give it are refused",
        )
    if delta.path == ():
        if isinstance(delta.new, Mapping) and "Default" not in delta.new:
            return (
                "new-required-parameter",
                Severity.CONTRACT,
                f"parameter {name} is new and has no default; every update must give it",
            )
        return "new-parameter", Severity.NO_INTERRUPTION, f"parameter {name} is new, with a default"
    if delta.path[0] == "Default":
        if delta.new is None:
            return (
                "new-required-parameter",
                Severity.CONTRACT,
                f"parameter {name} has no default any more; new stacks must give it",
            )
        return (
            "changed-default",
            Severity.CONTRACT,
            f"parameter {name} has another default; it does not reach existing stacks",
        )
    if delta.path[0] == "NoEcho" and str(delta.old).lower() == "true":
        return (
            "no-longer-masked",
            Severity.SECURITY,
            f"parameter {name} is shown in clear text from now on",
        )
    if delta.path[0] in _CONSTRAINTS:
        return (
            "changed-constraint",
            Severity.CONTRACT,
            f"parameter {name}: another {delta.path[0]} may refuse an existing stack's value",
        )
    return "no-interruption", Severity.NO_INTERRUPTION, f"parameter {name}: {delta.path[0]} is text"
