"""The cost model as plain data, for a page that computes while its reader turns the knobs.

The data is derived from the model, not written beside it: each parameter is set to each of its
values, and what changes in the count becomes the data. It is the interface of the interactive
calculator in the documentation.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from axonflow_cfn.cost.estimate import TIER, Line, estimate
from axonflow_cfn.cost.prices import PriceBook
from axonflow_cfn.errors import PriceError

GIVEN = "given"
"""Stands for any value of a parameter whose default is empty."""

Identity = tuple[str, str]
Counted = Mapping[Identity, Line]


def formula(
    template: Mapping[str, Any],
    book: PriceBook,
    *,
    region: str = "us-east-1",
    architecture: str | None = None,
) -> dict[str, Any]:
    """Return how a month's cost follows from the template's parameters.

    ::

        {"region": "us-east-1", "currency": "USD", "architecture": null,
         "items": [
           {"logicalId": "AgentService", "label": "Fargate vCPU, x86", "group": "Fargate",
            "unit": "vCPU-hour", "unitPrice": 0.04048, "assumed": false, "when": null,
            "low": {"base": 0, "per": {"AgentDesiredCount": 730}},
            "high": {"base": 36500, "per": {}}}],
         "outside": [...],
         "licences": {"parameter": "PricingTier", "monthly": {"Pilot": 7000, ...}}}

    An item counts where its ``when`` holds: null always; ``{"parameter": P, "in": [...]}`` where
    P's value is one of these; ``{"parameter": P, "given": true}`` where P is not empty (false: is
    empty). Its quantity, low and high, is ``base`` plus the sum of ``per[P]`` times P's value; its
    cost is that times ``unitPrice``, null where there is no price: then the total is unknown.
    ``outside`` (same form) is in no total. Round sums, not items, half up and only for display;
    with binary fractions, round ``sum + 1e-9``.

    Args:
        template: plain data, intrinsic functions in long form.
        book: prices.
        region: where the stack is deployed.
        architecture: one of ``quantities.ARCHITECTURES``; None means as the template says.

    Raises:
        PriceError: a cost that this form cannot say, such as one that depends on a product of two
            parameters; the stock template has none.
    """
    probes = _Probes(template, book, region, architecture)
    return {
        "region": region,
        "currency": book.currency,
        "architecture": architecture,
        "items": [_item(probes, identity) for identity in probes.identities],
        "outside": [_constant(line) for line in probes.outside],
        "licences": {
            "parameter": TIER,
            "monthly": {tier: float(fee.amount) for tier, fee in book.licences.items()},
        },
    }


class _Probes:
    """What is counted at the defaults, and with each parameter set to each of its values."""

    def __init__(
        self,
        template: Mapping[str, Any],
        book: PriceBook,
        region: str,
        architecture: str | None,
    ) -> None:
        def counted(parameters: Mapping[str, str]) -> Sequence[Line]:
            return estimate(
                template, book, parameters=parameters, region=region, architecture=architecture
            ).lines

        self._counted = counted
        self._known: dict[tuple[tuple[str, str], ...], Counted] = {}
        self.parameters = {
            name: declared
            for name, declared in template.get("Parameters", {}).items()
            if _values(declared)
        }
        self.outside = estimate(template, book, parameters={}, region=region).outside
        self.probes: dict[str, dict[str, Counted]] = {
            name: {value: self.count({name: value}) for value in _values(declared)}
            for name, declared in self.parameters.items()
        }
        every = [
            self.count({}),
            *(counted for values in self.probes.values() for counted in values.values()),
        ]
        order = list(template["Resources"])
        self.identities = sorted(
            dict.fromkeys(identity for each in every for identity in each),
            key=lambda identity: order.index(identity[0]),
        )

    def count(self, parameters: Mapping[str, str]) -> Counted:
        """Return the lines by resource and label, which say what they are wherever they appear."""
        key = tuple(parameters.items())
        if key not in self._known:
            self._known[key] = {
                (line.quantity.logical_id, line.quantity.label): line
                for line in self._counted(parameters)
            }
        return self._known[key]


def _values(declared: Mapping[str, Any]) -> list[str]:
    """Return the values that show all a parameter can do; none if a cost cannot depend on it."""
    if "AllowedValues" in declared:
        return [str(value) for value in declared["AllowedValues"]]
    if declared["Type"] == "Number":
        return [str(declared["MinValue"]), str(declared["MaxValue"])]
    return ["", GIVEN] if declared.get("Default") == "" else []


def _item(probes: _Probes, identity: Identity) -> dict[str, Any]:
    where = {
        name: [value for value, counted in values.items() if identity in counted]
        for name, values in probes.probes.items()
    }
    deciding = {
        name: present
        for name, present in where.items()
        if 0 < len(present) < len(_all(probes, name))
    }
    if len(deciding) > 1:
        raise _inexpressible(identity, f"depends on {' and '.join(deciding)} together")
    when: dict[str, Any] | None = None
    there: dict[str, str] = {}
    for name, present in deciding.items():
        there = {name: present[0]}
        if set(_all(probes, name)) == {"", GIVEN}:
            when = {"parameter": name, "given": present == [GIVEN]}
        else:
            when = {"parameter": name, "in": present}
    line = probes.count(there)[identity]
    return {
        **_described(line),
        "when": when,
        "low": _linear(probes, identity, there, "low"),
        "high": _linear(probes, identity, there, "high"),
    }


def _linear(
    probes: _Probes, identity: Identity, there: Mapping[str, str], side: str
) -> dict[str, Any]:
    """Return the quantity as a base and a factor for each number it grows with."""

    def quantity(parameters: Mapping[str, str]) -> Decimal:
        line = probes.count({**there, **parameters})[identity]
        amount: Decimal = getattr(line.quantity, side)
        return amount

    base = quantity({})
    per: dict[str, float] = {}
    for name, declared in probes.parameters.items():
        values = [value for value in _all(probes, name) if name not in there]
        amounts = [quantity({name: value}) for value in values]
        if len(set(amounts)) < 2:  # noqa: PLR2004 two different ones, or it does not matter
            continue
        if declared["Type"] != "Number":
            raise _inexpressible(identity, f"has another quantity for each {name}")
        least, most = (Decimal(value) for value in values)
        factor = (amounts[1] - amounts[0]) / (most - least)
        default = Decimal(declared["Default"])
        if quantity({}) != amounts[0] + factor * (default - least):
            raise _inexpressible(identity, f"is not proportional to {name}")
        base -= factor * default
        per[name] = float(factor)
    return {"base": float(base), "per": per}


def _constant(line: Line) -> dict[str, Any]:
    return {
        **_described(line),
        "when": None,
        "low": {"base": float(line.quantity.low), "per": {}},
        "high": {"base": float(line.quantity.high), "per": {}},
    }


def _described(line: Line) -> dict[str, Any]:
    quantity = line.quantity
    return {
        "logicalId": quantity.logical_id,
        "label": quantity.label,
        "group": quantity.group,
        "unit": quantity.unit,
        "unitPrice": None if line.price is None else float(line.price.amount),
        "assumed": quantity.assumed,
    }


def _all(probes: _Probes, name: str) -> list[str]:
    return _values(probes.parameters[name])


def _inexpressible(identity: Identity, why: str) -> PriceError:
    return PriceError(f"{identity[0]}, {identity[1]}: {why}, which the calculator cannot show")
