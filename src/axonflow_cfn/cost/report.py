"""Estimates in print: a table for people, JSON for machines."""

import io
import json
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from axonflow_cfn.cost.estimate import Estimate, Line, total
from axonflow_cfn.cost.prices import Source
from axonflow_cfn.cost.quantities import ARCHITECTURES, HOURS

NO_PRICE = "no price"
WIDTH = 150
"""Characters a line where no terminal says how many fit."""
_CENT = Decimal("0.01")


def as_table(estimate: Estimate, width: int = WIDTH) -> str:
    """Return the estimate as a table with its sources.

    Args:
        estimate: what is shown.
        width: characters a line at most; cells that are longer are wrapped.
    """
    every = (*estimate.lines, *estimate.outside)
    sources = sorted({line.price.source for line in every if line.price})
    table = _table(
        f"A month in {estimate.region}: {HOURS} hours, list prices in {estimate.currency}, "
        "free tiers and discounts not deducted",
        ("Resource", "What", "Quantity", "Unit", "Unit price", "Idle", "At most", "Source"),
        left=2,
    )
    above = ""
    for line in estimate.lines:
        shown = line.quantity.logical_id
        table.add_row("" if shown == above else shown, *_cells(line, sources))
        above = shown
    table.add_section()
    table.add_row("The stack", *[""] * 4, money(estimate.low), money(estimate.high))
    table.add_section()
    for number, line in enumerate(estimate.outside):
        table.add_row("" if number else "Outside the stack", *_cells(line, sources))
    notes = [
        "Idle: the desired counts without traffic. At most: every service at its MaxCapacity.",
        "~ depends on traffic: the quantity is an assumption.",
        *(f"[{number}] {source.text}; {source.date}" for number, source in enumerate(sources, 1)),
    ]
    if estimate.tier:
        fee = money(estimate.licence.amount if estimate.licence else None)
        notes.insert(0, f"Beside it: the {estimate.tier} licence, {fee} a month.")
    if estimate.low is None:
        notes.append(
            f"Without a sourced price in {estimate.region} there is no total; fetch prices with: "
            f"axonflow-cfn cost refresh --region {estimate.region}"
        )
    return _printed(table, width) + "\n".join(notes)


def comparison_table(estimates: Sequence[Estimate], width: int = WIDTH) -> str:
    """Return what each region costs with each way to buy Fargate, as a table.

    Args:
        estimates: of each region on each architecture (``estimate.compare``).
        width: characters a line at most.
    """
    table = _table(
        "The stack a month, idle to at most",
        ("Region", *(_NAMES[name] for name in ARCHITECTURES)),
        left=1,
    )
    for region in dict.fromkeys(each.region for each in estimates):
        cells = {each.architecture: _range(each) for each in estimates if each.region == region}
        table.add_row(region, *(cells[name] for name in ARCHITECTURES))
    return _printed(table, width) + (
        "A region has no total while it lacks a price; axonflow-cfn cost --region shows which.\n"
        "The published images are built for x86, and the services run on demand: Arm and Spot show "
        "what a variant would cost."
    )


def as_json(estimate: Estimate) -> str:
    """Return the estimate as JSON; amounts are exact, a missing price is null."""
    return json.dumps(
        {
            "region": estimate.region,
            "currency": estimate.currency,
            "hours": int(HOURS),
            "items": [_data(line) for line in estimate.lines],
            "total": _number(estimate.low),
            "totalAtMost": _number(estimate.high),
            "outside": [_data(line) for line in estimate.outside],
            "licence": {
                "tier": estimate.tier,
                "monthly": _number(estimate.licence.amount if estimate.licence else None),
            },
        },
        indent=2,
    )


def comparison_json(estimates: Sequence[Estimate]) -> str:
    """Return the totals by region and architecture as JSON; null where a price is missing."""
    return json.dumps(
        {
            "comparison": [
                {
                    "region": each.region,
                    "architecture": each.architecture,
                    "total": _number(each.low),
                    "totalAtMost": _number(each.high),
                }
                for each in estimates
            ]
        },
        indent=2,
    )


def group_totals(estimate: Estimate, *, at_most: bool) -> dict[str, Decimal | None]:
    """Return what each group of lines costs, in the order of the lines."""
    groups = dict.fromkeys(line.quantity.group for line in estimate.lines)

    def amounts(group: str) -> Iterable[Decimal | None]:
        of_group = (line for line in estimate.lines if line.quantity.group == group)
        return (line.high if at_most else line.low for line in of_group)

    return {group: total(amounts(group)) for group in groups}


def money(amount: Decimal | None) -> str:
    """Return an amount in whole cents, half a cent up."""
    if amount is None:
        return NO_PRICE
    return f"${amount.quantize(_CENT, ROUND_HALF_UP):,}"


_NAMES = {"x86": "x86 on demand", "arm": "Arm on demand", "spot": "x86 Spot"}


def _cells(line: Line, sources: Sequence[Source]) -> list[str]:
    quantity, price = line.quantity, line.price
    amounts = dict.fromkeys((quantity.low, quantity.high))
    return [
        quantity.label,
        ("~" if quantity.assumed else "") + " - ".join(f"{amount:,f}" for amount in amounts),
        quantity.unit,
        NO_PRICE if price is None else f"${price.amount:f}",
        money(line.low),
        money(line.high),
        "" if price is None else f"[{sources.index(price.source) + 1}]",
    ]


def _data(line: Line) -> dict[str, Any]:
    quantity, price = line.quantity, line.price
    return {
        "logicalId": quantity.logical_id,
        "label": quantity.label,
        "quantity": _number(quantity.low),
        "unit": quantity.unit,
        "unitPrice": _number(price.amount if price else None),
        "monthly": _number(line.low),
        "quantityAtMost": _number(quantity.high),
        "monthlyAtMost": _number(line.high),
        "assumed": quantity.assumed,
        "source": price.source.text if price else None,
        "date": price.source.date if price else None,
    }


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _range(estimate: Estimate) -> str:
    if estimate.low is None:
        return NO_PRICE
    return f"{money(estimate.low)} - {money(estimate.high)}"


def _table(title: str, columns: Sequence[str], *, left: int) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD)
    for number, column in enumerate(columns):
        table.add_column(column, justify="left" if number < left else "right")
    return table


def _printed(table: Table, width: int) -> str:
    """Return the table's text; brackets in it are only brackets."""
    stream = io.StringIO()
    Console(file=stream, width=width, markup=False, emoji=False, color_system=None).print(table)
    return "\n".join(line.rstrip() for line in stream.getvalue().splitlines()) + "\n"
