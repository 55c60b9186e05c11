import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from variants import template_data

from axonflow_cfn.references import dangling

DECLARED: Mapping[str, Any] = {
    "Parameters": {"Given": {"Type": "String"}},
    "Mappings": {"Limits": {"a": {"b": "c"}}},
    "Conditions": {"IsOn": {"Fn::Equals": [{"Ref": "Given"}, "on"]}},
    "Resources": {"Made": {"Type": "T"}},
}


def with_value(value: Any) -> dict[str, Any]:
    other = {"Type": "T", "Properties": {"Value": value}}
    return {**DECLARED, "Resources": {**DECLARED["Resources"], "Other": other}}


@pytest.mark.parametrize(
    "value",
    [
        {"Ref": "Given"},
        {"Ref": "Made"},
        {"Ref": "AWS::Region"},
        {"Fn::GetAtt": ["Made", "Arn"]},
        {"Fn::GetAtt": ["Made", "Endpoint.Address"]},
        {"Fn::Sub": "${Given}-${Made.Arn}-${AWS::StackName}-${!Literal}"},
        {"Fn::Sub": ["${Local}-${Given}", {"Local": {"Ref": "Made"}}]},
        {"Fn::If": ["IsOn", {"Ref": "Made"}, {"Ref": "AWS::NoValue"}]},
        {"Fn::FindInMap": ["Limits", {"Ref": "Given"}, "b"]},
        {"Fn::FindInMap": [{"Ref": "Given"}, "a", "b"]},
        [{"Fn::Join": ["-", [{"Ref": "Given"}, "x"]]}],
        "${Nothing}",
        5,
    ],
)
def test_what_refers_to_something(value: Any) -> None:
    assert list(dangling(with_value(value))) == []


@pytest.mark.parametrize(
    ("value", "kind", "name"),
    [
        ({"Ref": "Nothing"}, "resource or parameter", "Nothing"),
        ({"Fn::GetAtt": ["Nothing", "Arn"]}, "resource", "Nothing"),
        ({"Fn::GetAtt": ["Given", "Arn"]}, "resource", "Given"),
        ({"Fn::Sub": "a${Nothing}b"}, "resource or parameter", "Nothing"),
        ({"Fn::Sub": "${Nothing.Arn}"}, "resource or parameter", "Nothing"),
        ({"Fn::Sub": ["${A}", {"A": {"Ref": "Nothing"}}]}, "resource or parameter", "Nothing"),
        ({"Fn::If": ["Nothing", 1, 2]}, "condition", "Nothing"),
        ({"Fn::If": ["IsOn", 1, {"Ref": "Nothing"}]}, "resource or parameter", "Nothing"),
        ({"Fn::FindInMap": ["Nothing", "a", "b"]}, "mapping", "Nothing"),
        ([[{"Deep": {"Ref": "Nothing"}}]], "resource or parameter", "Nothing"),
    ],
)
def test_what_refers_to_nothing(value: Any, kind: str, name: str) -> None:
    assert list(dangling(with_value(value))) == [
        f"Resources.Other refers to the {kind} {name}: declare it"
    ]


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        (
            {"Resources": {"A": {"DependsOn": ["B"]}}},
            "Resources.A refers to the resource B: declare it",
        ),
        (
            {"Resources": {"A": {"Condition": "B"}}},
            "Resources.A refers to the condition B: declare it",
        ),
        (
            {"Conditions": {"A": {"Fn::Not": [{"Condition": "B"}]}}},
            "Conditions.A refers to the condition B: declare it",
        ),
        (
            {"Outputs": {"A": {"Condition": "B", "Value": 1}}},
            "Outputs.A refers to the condition B: declare it",
        ),
        (
            {"Outputs": {"A": {"Value": {"Ref": "B"}}}},
            "Outputs.A refers to the resource or parameter B: declare it",
        ),
    ],
)
def test_where_references_stand(template: Mapping[str, Any], sentence: str) -> None:
    assert list(dangling(template)) == [sentence]


def test_one_sentence_for_what_is_missing_twice() -> None:
    twice = with_value([{"Ref": "Nothing"}, {"Fn::Sub": "${Nothing}"}])
    assert len(list(dangling(twice))) == 1


@pytest.mark.parametrize("name", sorted(template_data()["Resources"]))
def test_every_resource_taken_out_of_the_template_is_missed(name: str) -> None:
    template = template_data()
    rest = {key: body for key, body in template["Resources"].items() if key != name}
    text = json.dumps([*rest.values(), template["Outputs"]])
    referred_to = re.search(rf'"{name}"|\$\{{{name}[.}}]', text) is not None
    assert bool(list(dangling({**template, "Resources": rest}))) == referred_to
