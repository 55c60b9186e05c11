from collections.abc import Mapping
from typing import Any

import pytest
from deployments import DEFAULTS, SUBNETS
from hypothesis import given
from hypothesis import strategies as st
from variants import template_data

from axonflow_cfn import refusals

EXISTING = {"s-1": {"Zone": "a", "Net": "n"}, "s-2": {"Zone": "b", "Net": "n"}}
SUBNET = "AWS::EC2::Subnet::Id"
PARAMETERS: Mapping[str, Any] = {
    "Text": {"Type": "String", "Default": "text"},
    "One": {"Type": SUBNET, "Default": "s-1"},
    "Two": {"Type": SUBNET, "Default": "s-2"},
}


def asserting(function: Mapping[str, Any], **rule: Any) -> dict[str, Any]:
    assertions = [{"Assert": function, "AssertDescription": "refused"}]
    return {"Parameters": PARAMETERS, "Rules": {"R": {**rule, "Assertions": assertions}}}


YES: Mapping[str, Any] = {"Fn::Equals": ["a", "a"]}
NO: Mapping[str, Any] = {"Fn::Equals": ["a", "b"]}


@pytest.mark.parametrize(
    ("function", "holds"),
    [
        (YES, True),
        (NO, False),
        ({"Fn::Equals": [{"Ref": "Text"}, "text"]}, True),
        ({"Fn::Not": [YES]}, False),
        ({"Fn::Not": [NO]}, True),
        ({"Fn::And": [YES, YES]}, True),
        ({"Fn::And": [YES, NO]}, False),
        ({"Fn::Or": [NO, YES]}, True),
        ({"Fn::Or": [NO, NO]}, False),
        ({"Fn::Contains": [["a", "text"], {"Ref": "Text"}]}, True),
        ({"Fn::Contains": [["a"], {"Ref": "Text"}]}, False),
        ({"Fn::EachMemberEquals": [["a", "a"], "a"]}, True),
        ({"Fn::EachMemberEquals": [["a", "b"], "a"]}, False),
        ({"Fn::EachMemberIn": [["a", "b"], ["a", "b", "c"]]}, True),
        ({"Fn::EachMemberIn": [["a", "d"], ["a", "b", "c"]]}, False),
        ({"Fn::Equals": [{"Fn::ValueOf": ["One", "Zone"]}, "a"]}, True),
        ({"Fn::EachMemberEquals": [{"Fn::ValueOfAll": [SUBNET, "Net"]}, "n"]}, True),
        ({"Fn::EachMemberEquals": [{"Fn::ValueOfAll": [SUBNET, "Zone"]}, "a"]}, False),
        ({"Fn::Contains": [{"Fn::RefAll": SUBNET}, "s-2"]}, True),
        ({"Fn::Contains": [{"Fn::RefAll": SUBNET}, "text"]}, False),
    ],
)
def test_rule_functions(function: Mapping[str, Any], *, holds: bool) -> None:
    assert refusals(asserting(function), {}, EXISTING) == ([] if holds else ["refused"])


@pytest.mark.parametrize(("condition", "sentences"), [(YES, ["refused"]), (NO, [])])
def test_a_rule_holds_under_its_condition(
    condition: Mapping[str, Any], sentences: list[str]
) -> None:
    assert refusals(asserting(NO, RuleCondition=condition), {}, EXISTING) == sentences


def test_what_is_no_rule_function() -> None:
    with pytest.raises(ValueError, match=r"^Fn::Sub is not a rule function$"):
        refusals(asserting({"Fn::Sub": ["a", "b"]}), {}, EXISTING)


@pytest.mark.parametrize(
    ("declared", "good", "bad"),
    [
        ({"Type": "String", "AllowedValues": ["a", "b"]}, ["a", "b"], ["", "c", "A"]),
        ({"Type": "String", "AllowedPattern": "a+"}, ["a", "aa"], ["", "b", "ab", "a\n"]),
        ({"Type": "String", "MaxLength": 2}, ["", "ab"], ["abc"]),
        ({"Type": "Number"}, ["0", "-1", "1.5"], ["", "a", "1e3", "\u0661"]),
        ({"Type": "Number", "MinValue": 0, "MaxValue": 2}, ["0", "2", "1.5"], ["-1", "3", "2.1"]),
    ],
)
def test_constraints(declared: Mapping[str, Any], good: list[str], bad: list[str]) -> None:
    template = {"Parameters": {"P": {**declared, "ConstraintDescription": "Why."}}}
    assert [refusals(template, {"P": value}, {}) for value in good] == [[]] * len(good)
    assert [refusals(template, {"P": value}, {}) for value in bad] == [["P: Why."]] * len(bad)


def test_a_value_refused_without_a_description() -> None:
    template = {"Parameters": {"P": {"Type": "String", "AllowedValues": ["a"]}}}
    assert refusals(template, {"P": "b"}, {}) == ["P: not allowed"]


def test_wrong_values_come_before_rules() -> None:
    template = {
        "Parameters": {"Needed": {"Type": "String"}},
        "Rules": {"R": {"Assertions": [{"Assert": NO, "AssertDescription": "refused"}]}},
    }
    assert refusals(template, {"Other": "x"}, {}) == [
        "Other is not a parameter of this template",
        "Needed needs a value",
    ]
    assert refusals(template, {"Needed": "x"}, {}) == ["refused"]


UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~-"


@given(st.text(st.sampled_from(UNRESERVED), min_size=16, max_size=64))
def test_every_unreserved_password_is_accepted(password: str) -> None:
    given_values = {**DEFAULTS.parameters("aws"), "DBPassword": password}
    assert refusals(template_data(), given_values, SUBNETS) == []


@given(
    st.text(st.sampled_from(UNRESERVED), min_size=15, max_size=62),
    st.characters().filter(lambda character: character not in UNRESERVED),
    st.integers(0, 15),
)
def test_one_other_character_spoils_a_password(password: str, other: str, place: int) -> None:
    """It would break the URL, the JSON or RDS's own rules."""
    spoilt = password[:place] + other + password[place:]
    given_values = {**DEFAULTS.parameters("aws"), "DBPassword": spoilt}
    constraint = template_data()["Parameters"]["DBPassword"]["ConstraintDescription"]
    assert refusals(template_data(), given_values, SUBNETS) == [f"DBPassword: {constraint}"]
