import json
from dataclasses import replace
from decimal import Decimal

import pytest
from cost.sample import sample

from axonflow_cfn.cost.report import (
    as_json,
    as_table,
    comparison_json,
    comparison_table,
    group_totals,
    money,
)


def test_table() -> None:
    assert as_table(sample()) == (
        "A month in us-east-1: 730 hours, list prices in USD, free tiers and discounts not deducted\n"
        "\n"
        "  Resource            What           Quantity   Unit   Unit price      Idle   At most   Source\n"
        " ──────────────────────────────────────────────────────────────────────────────────────────────\n"
        "  Balancer            Hours               730   hour      $0.0225    $16.43    $16.43      [1]\n"
        "                      Units        ~0 - 1,000   hour       $0.008     $0.00     $8.00      [1]\n"
        "  Database            Instance            730   hour       $0.145   $105.85   $105.85      [1]\n"
        "\n"
        "  The stack                                                         $122.28   $130.28\n"
        "\n"
        "  Outside the stack   Gateway    ~730 - 1,460   hour       $0.045    $32.85    $65.70      [1]\n"
        "                      Data         ~100 - 500   hour        $0.09     $9.00    $45.00      [1]\n"
        "\n"
        "Beside it: the Growth licence, $15,000.00 a month.\n"
        "Idle: the desired counts without traffic. At most: every service at its MaxCapacity.\n"
        "~ depends on traffic: the quantity is an assumption.\n"
        "[1] A [list]; 2026-10-01"
    )


def test_a_missing_price_is_said() -> None:
    lines = as_table(sample(database=None)).splitlines()
    assert lines[6].split() == ["Database", "Instance", "730", "hour", *["no", "price"] * 3]
    assert lines[8].split() == ["The", "stack", *["no", "price"] * 2]
    assert lines[-1] == (
        "Without a sourced price in us-east-1 there is no total; fetch prices with: "
        "axonflow-cfn cost refresh --region us-east-1"
    )


def test_unknown_fees_and_templates_without_tiers() -> None:
    unknown = as_table(replace(sample(), licence=None))
    assert "Beside it: the Growth licence, no price a month." in unknown
    assert "licence" not in as_table(replace(sample(), tier=None, licence=None))


def test_a_narrow_terminal_gets_narrow_lines() -> None:
    table = as_table(sample(), width=70).partition("Beside it")[0]
    assert max(len(row) for row in table.splitlines()) <= 70


def test_json() -> None:
    data = json.loads(as_json(sample(database=None)))
    assert data["items"][1:] == [
        {
            "logicalId": "Balancer",
            "label": "Units",
            "quantity": 0,
            "unit": "hour",
            "unitPrice": 0.008,
            "monthly": 0,
            "quantityAtMost": 1000,
            "monthlyAtMost": 8,
            "assumed": True,
            "source": "A [list]",
            "date": "2026-10-01",
        },
        {
            "logicalId": "Database",
            "label": "Instance",
            "quantity": 730,
            "unit": "hour",
            "unitPrice": None,
            "monthly": None,
            "quantityAtMost": 730,
            "monthlyAtMost": None,
            "assumed": False,
            "source": None,
            "date": None,
        },
    ]
    assert [item["monthly"] for item in data["outside"]] == [32.85, 9]
    assert {key: value for key, value in data.items() if key not in {"items", "outside"}} == {
        "region": "us-east-1",
        "currency": "USD",
        "hours": 730,
        "total": None,
        "totalAtMost": None,
        "licence": {"tier": "Growth", "monthly": 15000},
    }


def test_json_is_exact() -> None:
    data = json.loads(as_json(sample()))
    # Not 16.43 + 105.85: sums are made of exact amounts.
    assert (data["items"][0]["monthly"], data["total"], data["totalAtMost"]) == (
        16.425,
        122.275,
        130.275,
    )


COMPARED = [
    sample(region=region, architecture=architecture, database=database)
    for region, database in (("us-east-1", "0.145"), ("eu-west-1", None))
    for architecture in ("x86", "arm", "spot")
]


def test_comparison() -> None:
    assert comparison_table(COMPARED) == (
        "The stack a month, idle to at most\n"
        "\n"
        "  Region          x86 on demand       Arm on demand            x86 Spot\n"
        " ───────────────────────────────────────────────────────────────────────\n"
        "  us-east-1   $122.28 - $130.28   $122.28 - $130.28   $122.28 - $130.28\n"
        "  eu-west-1            no price            no price            no price\n"
        "\n"
        "A region has no total while it lacks a price; axonflow-cfn cost --region shows which.\n"
        "The published images are built for x86, and the services run on demand: Arm and Spot show "
        "what a variant would cost."
    )


def test_comparison_as_json() -> None:
    rows = json.loads(comparison_json(COMPARED))["comparison"]
    assert len(rows) == 6
    assert rows[1] == {
        "region": "us-east-1",
        "architecture": "arm",
        "total": 122.275,
        "totalAtMost": 130.275,
    }
    assert rows[5] == {
        "region": "eu-west-1",
        "architecture": "spot",
        "total": None,
        "totalAtMost": None,
    }


def test_groups() -> None:
    found = sample(database=None)
    assert group_totals(found, at_most=True) == {"Network": Decimal("24.425"), "Database": None}
    assert group_totals(found, at_most=False) == {"Network": Decimal("16.425"), "Database": None}


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        ("0", "$0.00"),
        ("0.004", "$0.00"),
        ("0.005", "$0.01"),
        ("16.425", "$16.43"),
        ("16.4249", "$16.42"),
        ("1234567.891", "$1,234,567.89"),
        (None, "no price"),
    ],
)
def test_money(amount: str | None, shown: str) -> None:
    assert money(None if amount is None else Decimal(amount)) == shown
