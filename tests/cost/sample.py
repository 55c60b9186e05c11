"""A small estimate, and one without its database's price."""

from decimal import Decimal

from axonflow_cfn.cost.estimate import Estimate, Line
from axonflow_cfn.cost.prices import Price, Source
from axonflow_cfn.cost.quantities import Quantity

LIST = Source("A [list]", "2026-10-01")


def line(  # noqa: PLR0917 a row of a table
    resource: str, label: str, group: str, low: int, high: int, price: str | None
) -> Line:
    return Line(
        quantity=Quantity(
            logical_id=resource,
            label=label,
            group=group,
            unit="hour",
            price_key="k",
            low=Decimal(low),
            high=Decimal(high),
            assumed=low != high,
        ),
        price=None if price is None else Price(Decimal(price), LIST),
    )


def sample(
    database: str | None = "0.145", region: str = "us-east-1", architecture: str = "x86"
) -> Estimate:
    return Estimate(
        region=region,
        architecture=architecture,
        currency="USD",
        lines=(
            line("Balancer", "Hours", "Network", 730, 730, "0.0225"),
            line("Balancer", "Units", "Network", 0, 1000, "0.008"),
            line("Database", "Instance", "Database", 730, 730, database),
        ),
        outside=(
            line("", "Gateway", "Network", 730, 1460, "0.045"),
            line("", "Data", "Network", 100, 500, "0.09"),
        ),
        tier="Growth",
        licence=Price(Decimal(15000), LIST),
    )
