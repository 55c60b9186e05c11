"""Fetches a region's prices from the AWS Price List."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from axonflow_cfn.cost.catalog import Product, products
from axonflow_cfn.cost.prices import Price, PriceBook, Source
from axonflow_cfn.errors import PriceError

ENDPOINT = "us-east-1"
"""A region that serves the Price List; it has the prices of all the others."""


def fetch(book: PriceBook, region: str, classes: Iterable[str]) -> tuple[PriceBook, list[str]]:
    """Return the book with that region's prices as AWS lists them now, and the keys not listed.

    Raises:
        PriceError: boto3 is not installed, there are no credentials, or AWS does not answer.
    """
    try:
        import boto3  # noqa: PLC0415 an extra, and only this needs it
        from botocore.exceptions import BotoCoreError, ClientError  # noqa: PLC0415 as above
    except ImportError:
        raise PriceError(
            "cost refresh needs boto3; install it with: pip install 'axonflow-cfn[refresh]'"
        ) from None
    try:
        return refreshed(book, region, classes, boto3.client("pricing", region_name=ENDPOINT))
    except (BotoCoreError, ClientError) as error:
        raise PriceError(
            f"cannot fetch prices: {error}; it needs AWS credentials with the permission "
            "pricing:GetProducts"
        ) from None


def refreshed(
    book: PriceBook,
    region: str,
    classes: Iterable[str],
    client: Any,  # noqa: ANN401 boto3 makes its clients' classes at run time
) -> tuple[PriceBook, list[str]]:
    """Return the book with that region's prices replaced by those the client finds, and the rest.

    What is not on the list, or not in that region, has no price afterwards.

    Args:
        book: whose other regions and licences are kept.
        region: AWS region.
        classes: database instance classes to price.
        client: boto3's client of the ``pricing`` service.

    Raises:
        PriceError: two different prices answer to one key.
    """
    found: dict[str, Price] = {}
    wanted = products(classes)
    for key, product in wanted.items():
        prices = {price.amount: price for price in _prices(client, product, region)}
        if len(prices) > 1:
            amounts = ", ".join(f"{amount:f}" for amount in sorted(prices))
            raise PriceError(f"{region}: the price list has several prices for {key}: {amounts}")
        if prices:
            (found[key],) = prices.values()
    new = replace(book, regions={**book.regions, region: found})
    return new, [key for key in wanted if key not in found]


def _prices(client: Any, product: Product, region: str) -> Iterator[Price]:  # noqa: ANN401 as above
    wanted = dict(product.attributes)
    if product.region_field:
        wanted[product.region_field] = region
    filters = [{"Type": "TERM_MATCH", "Field": name, "Value": wanted[name]} for name in wanted]
    if product.usage_type:
        filters.append({"Type": "CONTAINS", "Field": "usagetype", "Value": product.usage_type})
    request = {"ServiceCode": product.service, "FormatVersion": "aws_v1", "Filters": filters}
    exactly = re.compile(rf"([A-Z]+[0-9]*-)?{re.escape(product.usage_type)}")
    for page in client.get_paginator("get_products").paginate(**request):
        for text in page["PriceList"]:
            item = json.loads(text)
            usage_type = item["product"]["attributes"]["usagetype"]
            if product.usage_type and not exactly.fullmatch(usage_type):
                continue
            yield from _on_demand(item, product.service, region)


def _on_demand(item: Mapping[str, Any], service: str, region: str) -> Iterator[Price]:
    source = Source(
        text=f"AWS Price List, {service}, {region}, version {item['version']}",
        date=item["publicationDate"][:10],
    )
    for term in item["terms"].get("OnDemand", {}).values():
        tiers = sorted(
            term["priceDimensions"].values(), key=lambda tier: Decimal(tier["beginRange"])
        )
        # Free tiers are the account's, not this stack's: the first price above them counts.
        amounts = [Decimal(tier["pricePerUnit"]["USD"]) for tier in tiers]
        paid = [amount.normalize() for amount in amounts if amount]
        if paid:
            yield Price(paid[0], source)
