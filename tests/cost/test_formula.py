from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from variants import template_data

from axonflow_cfn.cost.estimate import estimate
from axonflow_cfn.cost.formula import formula
from axonflow_cfn.cost.prices import load_prices
from axonflow_cfn.errors import PriceError

BOOK = load_prices()
FORMULA = formula(template_data(), BOOK)
PARAMETERS = template_data()["Parameters"]
DEFAULTS = {name: str(item["Default"]) for name, item in PARAMETERS.items() if "Default" in item}


def holds(when: Mapping[str, Any] | None, values: Mapping[str, str]) -> bool:
    match when:
        case None:
            return True
        case {"parameter": name, "in": allowed}:
            return values[name] in allowed
        case {"parameter": name, "given": wanted}:
            return (values[name] != "") is wanted
    raise AssertionError(when)


def evaluated(values: Mapping[str, str], side: str) -> float:
    """What a page computes, in the binary fractions it computes with."""
    cost = 0.0
    for item in FORMULA["items"]:
        if holds(item["when"], values):
            quantity = item[side]["base"]
            for name, factor in item[side]["per"].items():
                quantity += factor * float(values[name])
            cost += quantity * item["unitPrice"]
    return cost


def choices(name: str) -> st.SearchStrategy[str]:
    declared = PARAMETERS[name]
    if "AllowedValues" in declared:
        return st.sampled_from(declared["AllowedValues"])
    if declared["Type"] == "Number":
        return st.integers(declared["MinValue"], declared["MaxValue"]).map(str)
    return st.sampled_from(["", "something"])


CHANGED = [
    name
    for name, declared in PARAMETERS.items()
    if "AllowedValues" in declared or declared["Type"] == "Number" or declared.get("Default") == ""
]


@given(st.fixed_dictionaries({name: choices(name) for name in CHANGED}))
def test_it_gives_what_the_command_gives(parameters: dict[str, str]) -> None:
    found = estimate(template_data(), BOOK, parameters=parameters)
    values = {**DEFAULTS, **parameters}
    assert evaluated(values, "low") == pytest.approx(float(found.low or 0), abs=1e-9)
    assert evaluated(values, "high") == pytest.approx(float(found.high or 0), abs=1e-9)


def test_an_item_in_full() -> None:
    (item,) = (
        item
        for item in FORMULA["items"]
        if (item["logicalId"], item["unit"]) == ("AgentService", "vCPU-hour")
    )
    assert item == {
        "logicalId": "AgentService",
        "label": "Fargate vCPU, x86",
        "group": "Fargate",
        "unit": "vCPU-hour",
        "unitPrice": 0.04048,
        "assumed": False,
        "when": None,
        "low": {"base": 0, "per": {"AgentDesiredCount": 730}},
        "high": {"base": 36500, "per": {}},
    }


def test_what_stands_beside_the_items() -> None:
    assert {key: value for key, value in FORMULA.items() if key not in {"items", "outside"}} == {
        "region": "us-east-1",
        "currency": "USD",
        "architecture": None,
        "licences": {
            "parameter": "PricingTier",
            "monthly": {"Pilot": 7000, "Growth": 15000, "Enterprise": 25000},
        },
    }
    assert [item["label"] for item in FORMULA["outside"]] == [
        "NAT gateway: one, or one a zone",
        "Data through NAT gateways",
        "Data to the internet",
    ]


def test_another_region_and_architecture() -> None:
    found = formula(template_data(), BOOK, region="ap-southeast-1", architecture="arm")
    prices = {item["label"]: item["unitPrice"] for item in found["items"]}
    assert prices["Fargate vCPU, arm"] == 0.04045
    assert prices["Instance db.t3.medium, multi-az"] is None


def number(name: str) -> dict[str, Any]:
    return {name: {"Type": "Number", "Default": 2, "MinValue": 1, "MaxValue": 9}}


def switch(name: str) -> dict[str, Any]:
    return {name: {"Type": "String", "Default": "", "AllowedValues": ["", "x", "y"]}}


def given_if(name: str) -> dict[str, Any]:
    return {"Fn::Not": [{"Fn::Equals": [{"Ref": name}, ""]}]}


def storage(size: Any) -> dict[str, Any]:
    return {
        "Type": "AWS::RDS::DBInstance",
        "Properties": {"DBInstanceClass": "db.x", "AllocatedStorage": size},
    }


@pytest.mark.parametrize(
    ("template", "why"),
    [
        (
            {
                "Parameters": {**switch("A"), **switch("B")},
                "Conditions": {"Either": {"Fn::Or": [given_if("A"), given_if("B")]}},
                "Resources": {"S": {"Type": "AWS::SecretsManager::Secret", "Condition": "Either"}},
            },
            "S, Secret: depends on A and B together",
        ),
        (
            {
                "Parameters": switch("A"),
                "Conditions": {"Given": given_if("A")},
                "Resources": {"D": storage({"Fn::If": ["Given", "10", "20"]})},
            },
            "D, Storage gp2, single-az: has another quantity for each A",
        ),
        (
            {
                "Parameters": number("N"),
                "Mappings": {"Square": {str(n): {"GB": str(n * n)} for n in range(1, 10)}},
                "Resources": {"D": storage({"Fn::FindInMap": ["Square", {"Ref": "N"}, "GB"]})},
            },
            "D, Storage gp2, single-az: is not proportional to N",
        ),
    ],
)
def test_what_it_cannot_say(template: dict[str, Any], why: str) -> None:
    with pytest.raises(PriceError) as caught:
        formula(template, BOOK)
    assert str(caught.value) == f"{why}, which the calculator cannot show"
