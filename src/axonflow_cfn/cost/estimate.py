"""Quantities times prices: what one deployment of a template costs a month."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from axonflow_cfn.cost.prices import Price, PriceBook
from axonflow_cfn.cost.quantities import ARCHITECTURES, Quantity, count, outside
from axonflow_cfn.resolve import Deployment, parameter_values, resolve_template

TIER = "PricingTier"
"""The template parameter that names the licence."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that is charged for, and its price.

    Attributes:
        quantity: how much of what.
        price: of one unit; None if there is no sourced price.
    """

    quantity: Quantity
    price: Price | None

    @property
    def low(self) -> Decimal | None:
        """Cost a month at the desired counts, idle; None without a price."""
        return None if self.price is None else self.quantity.low * self.price.amount

    @property
    def high(self) -> Decimal | None:
        """Cost a month at MaxCapacity; None without a price."""
        return None if self.price is None else self.quantity.high * self.price.amount


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """What a deployment costs a month; amounts exact, rounded only for display.

    Attributes:
        region: where.
        architecture: how Fargate is bought, see ``quantities.ARCHITECTURES``; None means as the
            template says.
        currency: of every amount.
        lines: what the stack is charged for.
        outside: what the VPC is charged for; assumptions, in no total of the stack.
        tier: the pricing tier; None if the template has none.
        licence: its monthly fee, in no total; None if unknown.
    """

    region: str
    architecture: str | None
    currency: str
    lines: Sequence[Line]
    outside: Sequence[Line]
    tier: str | None
    licence: Price | None

    @property
    def low(self) -> Decimal | None:
        """The stack at the desired counts, idle; None if anything in it has no price."""
        return total(line.low for line in self.lines)

    @property
    def high(self) -> Decimal | None:
        """The stack at MaxCapacity; None if anything in it has no price."""
        return total(line.high for line in self.lines)


def estimate(
    template: Mapping[str, Any],
    book: PriceBook,
    *,
    parameters: Mapping[str, str],
    region: str = "us-east-1",
    architecture: str | None = None,
) -> Estimate:
    """Return what a deployment costs a month.

    Args:
        template: plain data, intrinsic functions in long form (``render.to_data``).
        book: prices.
        parameters: template parameters by name; one left out has its default. What a cost cannot
            depend on (VPC, subnets) may be left out even where it has none.
        region: where the stack is deployed.
        architecture: one of ``ARCHITECTURES`` to buy Fargate that way; None as the template says.
    """
    unknown = dict.fromkeys(template.get("Parameters", {}), "")
    values = {**unknown, **parameter_values(template, parameters)}
    resolved = resolve_template(template, Deployment(parameters=values, region=region))
    prices = book.regions.get(region, {})

    def priced(quantities: Iterable[Quantity]) -> list[Line]:
        return [Line(quantity=item, price=prices.get(item.price_key)) for item in quantities]

    tier = values.get(TIER)
    return Estimate(
        region=region,
        architecture=architecture,
        currency=book.currency,
        lines=priced(count(resolved, architecture)),
        outside=priced(outside()),
        tier=tier,
        licence=book.licences.get(tier) if tier else None,
    )


def compare(
    template: Mapping[str, Any],
    book: PriceBook,
    *,
    parameters: Mapping[str, str],
    region: str = "us-east-1",
) -> list[Estimate]:
    """Return the estimates of every region with a price, and of the named one, by architecture."""
    regions = list(dict.fromkeys((region, *book.regions)))
    return [
        estimate(template, book, parameters=parameters, region=each, architecture=architecture)
        for each in regions
        for architecture in ARCHITECTURES
    ]


def total(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Return the sum; None if any of them is unknown, as a part is not the whole."""
    known: list[Decimal] = []
    for amount in amounts:
        if amount is None:
            return None
        known.append(amount)
    return sum(known, Decimal(0))
