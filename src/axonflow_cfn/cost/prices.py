"""Prices by region, each with its source and date; what is not in the file has no price."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from axonflow_cfn.errors import PriceError

PRICES = Path(__file__).parent / "prices.json"
"""The prices this package comes with."""


@dataclass(frozen=True, order=True)
class Source:
    """Where a price was read.

    Attributes:
        text: the publication.
        date: of the publication, or when it was checked, as YYYY-MM-DD.
    """

    text: str
    date: str


@dataclass(frozen=True)
class Price:
    """One unit price.

    Attributes:
        amount: in the book's currency, for one unit of its key (``quantities``).
        source: where it was read.
    """

    amount: Decimal
    source: Source


@dataclass(frozen=True, kw_only=True)
class PriceBook:
    """Everything that is known about prices.

    Attributes:
        currency: of every amount.
        regions: prices by region and key; a key that is not there has no price.
        licences: monthly licence fee by pricing tier, from the infrastructure details page.
    """

    currency: str
    regions: Mapping[str, Mapping[str, Price]]
    licences: Mapping[str, Price]


def load_prices(path: Path = PRICES) -> PriceBook:
    """Read a price file.

    Raises:
        PriceError: the file is missing, or not in the form of the one in this package.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"), parse_float=_no_float)
        sources = {name: Source(**source) for name, source in data["sources"].items()}
        licences = data["licences"]
        return PriceBook(
            currency=data["currency"],
            regions={
                region: {
                    key: Price(Decimal(price["price"]), sources[price["source"]])
                    for key, price in prices.items()
                }
                for region, prices in data["regions"].items()
            },
            licences={
                tier: Price(Decimal(fee), sources[licences["source"]])
                for tier, fee in licences["monthly"].items()
            },
        )
    except OSError as error:
        raise PriceError(f"{path}: cannot read the prices: {error.strerror}") from None
    except (ValueError, KeyError, TypeError, AttributeError, ArithmeticError) as error:
        raise PriceError(
            f"{path}: is not a price file ({type(error).__name__}: {error}); "
            "write one with axonflow-cfn cost refresh"
        ) from None


def to_json(book: PriceBook) -> str:
    """Return the text of the price file: the same bytes for the same prices."""
    every = [price for prices in book.regions.values() for price in prices.values()]
    sources = sorted({price.source for price in (*every, *book.licences.values())})
    names = {source: f"source-{number}" for number, source in enumerate(sources, 1)}
    (licence_source,) = {price.source for price in book.licences.values()}
    data: dict[str, Any] = {
        "currency": book.currency,
        "licences": {
            "source": names[licence_source],
            "monthly": {tier: str(price.amount) for tier, price in book.licences.items()},
        },
        "sources": {names[s]: {"text": s.text, "date": s.date} for s in sources},
        "regions": {
            region: {
                key: {"price": f"{price.amount:f}", "source": names[price.source]}
                for key, price in sorted(prices.items())
            }
            for region, prices in book.regions.items()
        },
    }
    return json.dumps(data, indent=2) + "\n"


def _no_float(text: str) -> float:
    raise ValueError(f"{text} must stand in quotes, or it would be rounded")
