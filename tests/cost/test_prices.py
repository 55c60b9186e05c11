import json
import re
from pathlib import Path

import pytest
from variants import template_data

from axonflow_cfn.cost.prices import PRICES, load_prices, to_json
from axonflow_cfn.errors import PriceError

BOOK = load_prices()


def test_the_file_is_what_a_refresh_would_write() -> None:
    assert PRICES.read_text(encoding="utf-8") == to_json(BOOK)


@pytest.mark.parametrize("region", BOOK.regions)
def test_every_price_names_its_source_and_date(region: str) -> None:
    for key, price in (*BOOK.regions[region].items(), *BOOK.licences.items()):
        assert price.amount > 0, key
        assert len(price.source.text) > 10, key
        assert re.fullmatch(r"20[0-9]{2}-[01][0-9]-[0-3][0-9]", price.source.date), key


def test_every_database_class_has_a_price_in_the_default_region() -> None:
    classes = template_data()["Parameters"]["DBInstanceClass"]["AllowedValues"]
    priced = {key for key in BOOK.regions["us-east-1"] if key.startswith("rds.multi-az.db.")}
    assert priced == {f"rds.multi-az.{name}" for name in classes}


def test_every_tier_has_a_licence_fee() -> None:
    tiers = template_data()["Parameters"]["PricingTier"]["AllowedValues"]
    assert {tier: int(fee.amount) for tier, fee in BOOK.licences.items()} == {
        "Pilot": 7_000,
        "Growth": 15_000,
        "Enterprise": 25_000,
    }
    assert list(BOOK.licences) == tiers


def with_price(price: object) -> str:
    data = json.loads(PRICES.read_text(encoding="utf-8"))
    data["regions"]["us-east-1"]["secret"]["price"] = price
    return json.dumps(data)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "{",
            "JSONDecodeError: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        ),
        ("[]", "TypeError: list indices must be integers or slices, not str"),
        ("{}", "KeyError: 'sources'"),
        (with_price(0.4), "ValueError: 0.4 must stand in quotes, or it would be rounded"),
    ],
)
def test_what_is_no_price_file(tmp_path: Path, text: str, reason: str) -> None:
    file = tmp_path / "p.json"
    file.write_text(text)
    with pytest.raises(PriceError) as caught:
        load_prices(file)
    assert str(caught.value) == (
        f"{file}: is not a price file ({reason}); write one with axonflow-cfn cost refresh"
    )


def test_a_price_that_is_no_number(tmp_path: Path) -> None:
    file = tmp_path / "p.json"
    file.write_text(with_price("cheap"))
    with pytest.raises(PriceError, match="is not a price file"):
        load_prices(file)


def test_a_missing_price_file(tmp_path: Path) -> None:
    file = tmp_path / "p.json"
    with pytest.raises(PriceError) as caught:
        load_prices(file)
    assert str(caught.value) == f"{file}: cannot read the prices: No such file or directory"
