"""What a change is called, and how much it hurts a customer's running stack."""

from dataclasses import asdict, dataclass
from enum import IntEnum
from typing import Any

MASK = "********"
"""Stands for the value of a NoEcho parameter."""


class Severity(IntEnum):
    """How much a change hurts, least first."""

    NO_INTERRUPTION = 0
    """AWS changes it while it runs; or it changes nothing that runs."""
    CONTRACT = 1
    """Who deploys or reads the stack must act: parameters, outputs, rules."""
    SECURITY = 2
    """Somebody may do or reach more than before."""
    INTERRUPTION = 3
    """What runs stops for a while."""
    REPLACEMENT = 4
    """AWS makes a new resource and deletes the old one."""
    UPDATE_FAILS = 5
    """CloudFormation cannot make the change in an existing stack."""
    STATEFUL_REPLACEMENT = 6
    """A resource that holds data is replaced or removed: the data is not in the new one."""

    @property
    def label(self) -> str:
        """The name on the command line and in JSON."""
        return self.name.lower().replace("_", "-")


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change, from the customer's point of view.

    Attributes:
        logical_id: the resource, parameter, output, … that changes.
        path: where, joined by dots, from the section on.
        kind: what happens, such as ``replacement`` or ``iam-widened``.
        severity: how much it hurts.
        message: a sentence for people.
        old: the value before, masked where it is secret; None if there was none.
        new: the value after.
    """

    logical_id: str
    path: str
    kind: str
    severity: Severity
    message: str
    old: Any = None
    new: Any = None

    def to_dict(self) -> dict[str, Any]:
        """Return the change as the JSON output has it."""
        values = asdict(self)
        return {
            "logicalId": values.pop("logical_id"),
            **values,
            "severity": self.severity.label,
        }
