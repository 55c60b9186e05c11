"""Against responses in the form the AWS Price List API documents (price_list.json).

They were made by hand for us-east-1, and hold what a filter lets through beside the product itself:
Spot beside on demand, Outposts beside a region, a Local Zone, other engines, free and later tiers.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber

from axonflow_cfn.cost.catalog import products
from axonflow_cfn.cost.prices import Price, PriceBook, load_prices, to_json
from axonflow_cfn.cost.refresh import fetch, refreshed
from axonflow_cfn.errors import PriceError

CLASSES = ["db.t3.medium", "db.r9z.large"]
RECORDED: Mapping[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "price_list.json").read_text(encoding="utf-8")
)
BOOK = load_prices()


@pytest.fixture
def client() -> Any:
    return boto3.client(
        "pricing", region_name="us-east-1", aws_access_key_id="x", aws_secret_access_key="x"
    )


def filters(key: str, region: str = "us-east-1") -> list[dict[str, str]]:
    product = products(CLASSES)[key]
    wanted = [("TERM_MATCH", name, value) for name, value in product.attributes.items()]
    if product.region_field:
        wanted.append(("TERM_MATCH", product.region_field, region))
    if product.usage_type:
        wanted.append(("CONTAINS", "usagetype", product.usage_type))
    return [{"Type": kind, "Field": name, "Value": value} for kind, name, value in wanted]


def passes(item: Mapping[str, Any], filters: list[dict[str, str]]) -> bool:
    """Whether AWS would return the product for these filters."""
    product = item["product"]
    values = {**product["attributes"], "productFamily": product["productFamily"]}
    return all(
        wanted["Value"] in values[wanted["Field"]]
        if wanted["Type"] == "CONTAINS"
        else wanted["Value"] == values.get(wanted["Field"])
        for wanted in filters
    )


def answer(stub: Stubber, key: str, items: list[dict[str, Any]]) -> None:
    """One page an item, as long lists come in pages."""
    assert all(passes(item, filters(key)) for item in items), key
    request: dict[str, Any] = {
        "ServiceCode": products(CLASSES)[key].service,
        "FormatVersion": "aws_v1",
        "Filters": filters(key),
    }
    pages = [[json.dumps(item)] for item in items] or [[]]
    for number, page in enumerate(pages, 1):
        more = {"NextToken": f"page-{number}"} if number < len(pages) else {}
        stub.add_response("get_products", {"PriceList": page, **more}, request)
        request = {**request, "NextToken": f"page-{number}"}


@pytest.fixture
def found(client: Any) -> Iterator[tuple[PriceBook, list[str]]]:
    with Stubber(client) as stub:
        for key in products(CLASSES):
            answer(stub, key, RECORDED[key])
        yield refreshed(BOOK, "us-east-1", CLASSES, client)
        stub.assert_no_pending_responses()


def test_the_recordings_cover_every_price() -> None:
    assert list(RECORDED) == list(products(CLASSES))
    priced = {key for prices in BOOK.regions.values() for key in prices}
    assert priced <= set(products(key.removeprefix("rds.multi-az.") for key in priced))


def test_it_finds_the_prices_the_package_comes_with(found: tuple[PriceBook, list[str]]) -> None:
    book, missing = found
    new, old = book.regions["us-east-1"], BOOK.regions["us-east-1"]
    assert missing == ["fargate.spot.vcpu", "fargate.spot.gb", "rds.multi-az.db.r9z.large"]
    assert {key: price.amount for key, price in new.items()} == {
        key: old[key].amount for key in products(CLASSES) if key not in missing
    }


def test_sources_and_what_is_kept(found: tuple[PriceBook, list[str]]) -> None:
    book, _ = found
    source = book.regions["us-east-1"]["alb.lcu"].source
    assert source.text == "AWS Price List, AWSELB, us-east-1, version 20261008101544"
    assert source.date == "2026-10-08"
    assert book.regions["ap-southeast-1"] == BOOK.regions["ap-southeast-1"]
    assert book.licences == BOOK.licences
    assert list(book.regions) == list(BOOK.regions)


def test_what_is_found_can_be_read_again(
    found: tuple[PriceBook, list[str]], tmp_path: Path
) -> None:
    file = tmp_path / "prices.json"
    file.write_text(to_json(found[0]))
    assert load_prices(file) == found[0]
    assert '"price": "0.4"' in file.read_text()


def test_two_prices_for_one_thing(client: Any) -> None:
    dearer = json.loads(json.dumps(RECORDED["fargate.x86.vcpu"][1]))
    (term,) = dearer["terms"]["OnDemand"].values()
    (tier,) = term["priceDimensions"].values()
    tier["pricePerUnit"]["USD"] = "0.0500000000"
    with Stubber(client) as stub:
        answer(stub, "fargate.x86.vcpu", [*RECORDED["fargate.x86.vcpu"], dearer])
        with pytest.raises(PriceError) as caught:
            refreshed(BOOK, "us-east-1", CLASSES, client)
    assert str(caught.value) == (
        "us-east-1: the price list has several prices for fargate.x86.vcpu: 0.04048, 0.05"
    )


@pytest.fixture
def no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "none"))
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)


@pytest.mark.usefixtures("no_credentials")
def test_without_credentials() -> None:
    with pytest.raises(PriceError) as caught:
        fetch(BOOK, "us-east-1", CLASSES)
    assert str(caught.value) == (
        "cannot fetch prices: Unable to locate credentials; it needs AWS credentials with the "
        "permission pricing:GetProducts"
    )


def test_without_permission(monkeypatch: pytest.MonkeyPatch) -> None:
    denied = ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "GetProducts")
    asked: list[Any] = []

    def made(*name: str, **region: str) -> Any:
        asked.append((name, region))
        raise denied

    monkeypatch.setattr(boto3, "client", made)
    with pytest.raises(PriceError) as caught:
        fetch(BOOK, "eu-west-1", CLASSES)
    assert str(caught.value) == (
        "cannot fetch prices: An error occurred (AccessDenied) when calling the GetProducts "
        "operation: no; it needs AWS credentials with the permission pricing:GetProducts"
    )
    # The list of every region is served in few.
    assert asked == [(("pricing",), {"region_name": "us-east-1"})]


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "boto3", None)
    with pytest.raises(PriceError) as caught:
        fetch(BOOK, "us-east-1", CLASSES)
    assert str(caught.value) == (
        "cost refresh needs boto3; install it with: pip install 'axonflow-cfn[refresh]'"
    )


def test_amounts_are_exact(found: tuple[PriceBook, list[str]]) -> None:
    price = found[0].regions["us-east-1"]["fargate.x86.gb"]
    assert isinstance(price, Price)
    assert price.amount == Decimal("0.004445")
