from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from axonflow_cfn import Deployment, resolve_template
from axonflow_cfn.resolve import parameter_values, resolve_conditions

PARAMETERS: Mapping[str, Any] = {
    "Text": {"Type": "String", "Default": "text"},
    "Count": {"Type": "Number", "Default": 5},
    "Names": {"Type": "CommaDelimitedList", "Default": "a,b"},
    "Subnets": {"Type": "List<AWS::EC2::Subnet::Id>", "Default": "s-1,s-2"},
    "Needed": {"Type": "String"},
}
CONDITIONS: Mapping[str, Any] = {
    "Yes": {"Fn::Equals": [{"Ref": "Text"}, "text"]},
    "No": {"Fn::Not": [{"Condition": "Yes"}]},
    "Both": {"Fn::And": [{"Condition": "Yes"}, {"Condition": "No"}]},
    "Either": {"Fn::Or": [{"Condition": "Yes"}, {"Condition": "No"}]},
    "FiveIsFive": {"Fn::Equals": [{"Ref": "Count"}, "5"]},
}
TEMPLATE: Mapping[str, Any] = {
    "Parameters": PARAMETERS,
    "Conditions": CONDITIONS,
    "Mappings": {"Map": {"us-east-1": {"key": "east"}, "text": {"key": "mapped"}}},
    "Resources": {"Made": {"Type": "T", "Properties": {}}},
}


def resolved(value: Any, **deployment: Any) -> Any:
    other = {"Type": "T", "Properties": {"Value": value}}
    template = {**TEMPLATE, "Resources": {**TEMPLATE["Resources"], "Other": other}}
    resources = resolve_template(template, Deployment(**deployment))["Resources"]
    return resources["Other"]["Properties"].get("Value", "absent")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"Ref": "Text"}, "text"),
        ({"Ref": "Count"}, "5"),
        ({"Ref": "Names"}, ["a", "b"]),
        ({"Ref": "Subnets"}, ["s-1", "s-2"]),
        ({"Ref": "Made"}, "${Made}"),
        ({"Ref": "AWS::Region"}, "us-east-1"),
        ({"Ref": "AWS::AccountId"}, "123456789012"),
        ({"Ref": "AWS::StackName"}, "axonflow-prod"),
        (
            {"Ref": "AWS::StackId"},
            "arn:aws:cloudformation:us-east-1:123456789012:stack/axonflow-prod/00000000-0000-0000-0000-000000000000",
        ),
        ({"Ref": "AWS::NotificationARNs"}, []),
        ({"Ref": "AWS::NoValue"}, "absent"),
        ([{"Ref": "AWS::NoValue"}, 1], [1]),
        ({"A": {"Ref": "AWS::NoValue"}, "B": 1}, {"B": 1}),
        ({"Fn::GetAtt": ["Made", "Endpoint.Address"]}, "${Made.Endpoint.Address}"),
        ({"Fn::If": ["Yes", "a", "b"]}, "a"),
        ({"Fn::If": ["No", "a", "b"]}, "b"),
        ({"Fn::If": ["No", "a", {"Fn::If": ["Yes", {"Ref": "Text"}, "c"]}]}, "text"),
        ({"Fn::If": ["No", "a", {"Ref": "AWS::NoValue"}]}, "absent"),
        ({"Fn::Sub": "${Text}-${Made}-${Made.Arn}"}, "text-${Made}-${Made.Arn}"),
        ({"Fn::Sub": "${!Literal} $Text {Text}"}, "${Literal} $Text {Text}"),
        ({"Fn::Sub": ["${Text}-${Local}", {"Local": {"Ref": "Count"}}]}, "text-5"),
        ({"Fn::Sub": ["${Text}", {"Text": "hidden"}]}, "hidden"),
        ({"Fn::Sub": "{{resolve:secretsmanager:${Made}:SecretString}}"},
         "{{resolve:secretsmanager:${Made}:SecretString}}"),
        ({"Fn::Join": ["-", ["a", {"Ref": "Count"}, 1]]}, "a-5-1"),
        ({"Fn::Join": [",", {"Ref": "Names"}]}, "a,b"),
        ({"Fn::Select": ["1", {"Ref": "Names"}]}, "b"),
        ({"Fn::Select": [0, ["x", "y"]]}, "x"),
        ({"Fn::Split": ["-", {"Fn::Sub": "${Text}-b"}]}, ["text", "b"]),
        ({"Fn::FindInMap": ["Map", {"Ref": "Text"}, "key"]}, "mapped"),
        ({"Fn::FindInMap": ["Map", {"Ref": "AWS::Region"}, "key"]}, "east"),
        ({"Nested": [{"Deep": {"Ref": "Text"}}]}, {"Nested": [{"Deep": "text"}]}),
        ({"Ref": "Text", "Other": 1}, {"Ref": "Text", "Other": 1}),
        ({"Condition": "Yes"}, {"Condition": "Yes"}),
        (True, True),
        (5, 5),
    ],
)  # fmt: skip
def test_functions(value: Any, expected: Any) -> None:
    assert resolved(value) == expected


@pytest.mark.parametrize(
    ("region", "partition", "suffix"),
    [
        ("eu-central-1", "aws", "amazonaws.com"),
        ("us-gov-east-1", "aws-us-gov", "amazonaws.com"),
        ("cn-northwest-1", "aws-cn", "amazonaws.com.cn"),
    ],
)
def test_partitions(region: str, partition: str, suffix: str) -> None:
    text = {"Fn::Sub": "${AWS::Partition} ${AWS::URLSuffix} ${AWS::Region}"}
    assert resolved(text, region=region) == f"{partition} {suffix} {region}"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"Ref": "Made"}, "physical-id"),
        ({"Fn::GetAtt": ["Made", "Arn"]}, "arn:made"),
        ({"Fn::Sub": "${Made}/${Made.Arn}/${Made.Other}"}, "physical-id/arn:made/${Made.Other}"),
    ],
)
def test_known_values(value: Any, expected: Any) -> None:
    known = {"Made": "physical-id", "Made.Arn": "arn:made"}
    assert resolved(value, known=known) == expected


def test_conditions() -> None:
    assert resolve_conditions(TEMPLATE, Deployment()) == {
        "Yes": True,
        "No": False,
        "Both": False,
        "Either": True,
        "FiveIsFive": True,
    }
    other = resolve_conditions(TEMPLATE, Deployment(parameters={"Text": "other", "Count": "6"}))
    assert other == {"Yes": False, "No": True, "Both": False, "Either": True, "FiveIsFive": False}


def test_conditional_resources_and_outputs() -> None:
    template = {
        **TEMPLATE,
        "Resources": {
            "Always": {"Type": "T"},
            "Kept": {"Type": "T", "Condition": "Yes"},
            "Gone": {"Type": "T", "Condition": "No"},
        },
        "Outputs": {"Kept": {"Value": 1, "Condition": "Yes"}, "Gone": {"Condition": "No"}},
    }
    assert resolve_template(template, Deployment()) == {
        "Conditions": resolve_conditions(TEMPLATE, Deployment()),
        "Resources": {"Always": {"Type": "T"}, "Kept": {"Type": "T"}},
        "Outputs": {"Kept": {"Value": 1}},
    }


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"Ref": "Nothing"}, "Nothing"),
        ({"Ref": "Needed"}, "Needed"),
        ({"Fn::GetAtt": ["Nothing", "Arn"]}, "Nothing.Arn"),
        ({"Fn::Sub": "${Nothing}"}, "Nothing"),
        ({"Fn::If": ["Nothing", 1, 2]}, "Nothing"),
        ({"Fn::FindInMap": ["Map", "nothing", "key"]}, "nothing"),
    ],
)
def test_what_is_not_there(value: Any, name: str) -> None:
    with pytest.raises(KeyError) as caught:
        resolved(value)
    assert caught.value.args == (name,)


def test_functions_it_does_not_know() -> None:
    with pytest.raises(ValueError, match=r"^Fn::Base64 cannot be resolved here$"):
        resolved({"Fn::Base64": "x"})
    template = {"Conditions": {"A": {"Fn::Contains": [["a"], "a"]}}, "Resources": {}}
    with pytest.raises(ValueError, match=r"^Fn::Contains is not a condition function$"):
        resolve_conditions(template, Deployment())


def test_parameter_values_are_text() -> None:
    assert parameter_values(TEMPLATE, {"Text": "given", "Needed": ""}) == {
        "Text": "given",
        "Count": "5",
        "Names": "a,b",
        "Subnets": "s-1,s-2",
        "Needed": "",
    }


LITERALS = st.recursive(
    st.text() | st.integers() | st.booleans(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text().filter(lambda key: not key.startswith("Fn::")), inner).filter(
            lambda table: set(table) != {"Ref"}
        )
    ),
    max_leaves=10,
)


@given(LITERALS)
def test_what_holds_no_function_stays_as_it_is(value: Any) -> None:
    assert resolved(value) == value


@given(st.text(), st.text())
def test_a_substituted_value_is_not_substituted_again(before: str, text: str) -> None:
    plain = before.replace("${", "")
    value = {"Fn::Sub": f"{plain}${{Text}}"}
    assert resolved(value, parameters={"Text": text}) == plain + text
