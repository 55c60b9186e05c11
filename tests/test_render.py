import json
from typing import Any

import pytest
from cfnlint.decode import decode_str
from hypothesis import given
from hypothesis import strategies as st
from troposphere import Equals, GetAtt, If, Output, Ref, Sub, Template
from troposphere.logs import LogGroup
from variants import template_data

from axonflow_cfn import BODY_LIMIT, TemplateConfig, build_template, render_template, to_data
from axonflow_cfn.errors import RenderError
from axonflow_cfn.render import to_json, to_yaml


def read(yaml_text: str) -> Any:
    """What cfn-lint's loader, which knows CloudFormation's short functions, makes of a text."""
    template, errors = decode_str(yaml_text)
    assert errors == []
    return template


def plain(value: Any) -> Any:
    return json.loads(json.dumps(value))


def test_both_forms_of_the_template_are_its_data() -> None:
    template = build_template(TemplateConfig())
    assert plain(read(render_template(template, "yaml"))) == template_data()
    assert json.loads(render_template(template, "json")) == template_data()


def test_sections_and_keys_stand_in_cloudformations_order() -> None:
    template = Template(Description="D")
    template.add_output(Output("O", Value="v"))
    template.add_resource(
        LogGroup(
            "L",
            RetentionInDays=1,
            Metadata={"Description": "M"},
            UpdateReplacePolicy="Delete",
            DeletionPolicy="Delete",
            DependsOn=["B"],
            Condition="C",
        )
    )
    template.add_resource(LogGroup("B"))
    template.add_condition("C", Equals("a", "a"))
    template.add_mapping("M", {"a": {"b": "c"}})
    template.add_rule("R", {"Assertions": []})
    template.set_metadata({"A": "B"})
    template.set_version()
    data = to_data(template)
    assert list(data) == [
        "AWSTemplateFormatVersion",
        "Description",
        "Metadata",
        "Rules",
        "Mappings",
        "Conditions",
        "Resources",
        "Outputs",
    ]
    assert list(data["Resources"]["L"]) == [
        "Type",
        "Condition",
        "DependsOn",
        "DeletionPolicy",
        "UpdateReplacePolicy",
        "Metadata",
        "Properties",
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"Ref": "A"}, "!Ref A"),
        ({"Condition": "A"}, "!Condition A"),
        ({"Fn::GetAtt": ["A", "B.C"]}, "!GetAtt A.B.C"),
        ({"Fn::Sub": "${A}-b"}, "!Sub '${A}-b'"),
        ({"Fn::Sub": ["${A}", {"A": "b"}]}, "!Sub ['${A}', {A: b}]"),
        ({"Fn::If": ["C", "a", {"Ref": "AWS::NoValue"}]}, "!If [C, a, !Ref 'AWS::NoValue']"),
        ({"Fn::FindInMap": ["M", "a", "b"]}, "!FindInMap [M, a, b]"),
        ({"Fn::Join": ["-", ["a", "b"]]}, "!Join ['-', [a, b]]"),
        ({"Fn::EachMemberIn": [["a"], ["b"]]}, "{'Fn::EachMemberIn': [[a], [b]]}"),
        # A key that only looks like a function's
        ({"Condition": {"StringEquals": {"a": "b"}}}, "{Condition: {StringEquals: {a: b}}}"),
        ({"Ref": "A", "Other": "B"}, "{Ref: A, Other: B}"),
        ("5432", "'5432'"),
        ("true", "'true'"),
        ("yes", "'yes'"),
        ("", "''"),
        ("a: b", "'a: b'"),
        ("03:00-04:00", "'03:00-04:00'"),
        ("2012-10-17", "'2012-10-17'"),
        (5432, "5432"),
        (True, "true"),
        (False, "false"),
        ([], "[]"),
        ({}, "{}"),
    ],
)  # fmt: skip
def test_values_in_yaml(value: Any, text: str) -> None:
    assert to_yaml({"A": {"B": {"C": {"D": value}}}}) == f"A:\n  B:\n    C: {{D: {text}}}\n"


def test_text_of_several_lines_stands_as_it_is() -> None:
    assert to_yaml({"A": "one\ntwo"}) == "A: |-\n  one\n  two\n"


def test_what_is_too_long_for_a_line_stands_in_block_style() -> None:
    words = ["twenty characters...."] * 4
    assert to_yaml({"A": {"B": {"C": words}}}).splitlines() == [
        "A:",
        "  B:",
        "    C:",
        *["    - twenty characters...."] * 4,
    ]


@pytest.mark.parametrize("value", [1.5, None, b"x", {1, 2}])
def test_what_no_template_holds(value: Any) -> None:
    with pytest.raises(RenderError) as caught:
        to_yaml({"A": value})
    assert str(caught.value) == (
        f"{value!r} is not a value for a template; use text, whole numbers, booleans, lists, maps"
    )


def test_json_is_compact_and_ends_with_a_newline() -> None:
    assert to_json({"A": ["b", 1, True]}) == '{"A":["b",1,true]}\n'


def large(size: int, form: Any) -> Template:
    """A template whose text has exactly that many bytes."""
    template = Template(Description="x")
    template.add_resource(LogGroup("L"))
    missing = size - len(render_template(template, form).encode())
    template.set_description("x" * (1 + missing))
    return template


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_body_may_have_51200_bytes(form: Any) -> None:
    assert BODY_LIMIT == 51_200
    assert len(render_template(large(51_200, form), form).encode()) == 51_200


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_body_of_51201_bytes_is_refused(form: Any) -> None:
    with pytest.raises(RenderError) as caught:
        render_template(large(51_201, form), form)
    assert str(caught.value) == (
        f"the {form} template has 51,201 bytes, 1 more than the 51,200 CloudFormation takes "
        "without a bucket; shorten the configuration (fewer extra variables) or split the template"
    )


def test_bytes_count_not_characters() -> None:
    template = Template(Description="é" * 26_000)
    template.add_resource(LogGroup("L"))
    with pytest.raises(RenderError, match=r"^the yaml template has 52,"):
        render_template(template)


TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40
) | st.sampled_from(
    ["", " ", "a ", " a", "\n", "a\n", "\na", "a\n\n", "#", "- a", "%", "@", "`", "null", "~", "1e3",
     "0x1", "1_000", "0o7", "1:30", "=", "<<", "*a", "&a", "!a", "|", ">", "{", "[", "'", '"', "\t",
     "a\tb", "\x85", "\u2028", "\ufeff", "\x7f", "\x1b", "é", "日本", "😀", "a #b", "a: b", "---", "..."]
)  # fmt: skip
KEYS = st.from_regex(r"[A-Za-z][A-Za-z0-9:.-]{0,20}", fullmatch=True).filter(
    lambda key: key not in {"Ref", "Condition"}
)
FUNCTIONS = st.one_of(
    KEYS.map(lambda name: {"Ref": name}),
    st.tuples(KEYS, KEYS).map(lambda pair: {"Fn::GetAtt": [pair[0].replace(".", ""), pair[1]]}),
    TEXT.map(lambda text: {"Fn::Sub": text}),
)
VALUES = st.recursive(
    TEXT | st.integers(-(10**12), 10**12) | st.booleans() | FUNCTIONS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(KEYS, inner, max_size=4)
        | st.lists(inner, min_size=3, max_size=3).map(lambda items: {"Fn::If": ["C", *items[1:]]})
        | st.tuples(TEXT, st.dictionaries(KEYS, inner, min_size=1, max_size=2)).map(
            lambda pair: {"Fn::Sub": list(pair)}
        )
    ),
    max_leaves=12,
)


@given(VALUES)
def test_yaml_says_what_the_data_says(value: Any) -> None:
    data = {"Resources": {"A": {"Type": "T", "Properties": {"Value": value}}}}
    assert plain(read(to_yaml(data))) == data


@given(VALUES)
def test_json_says_what_the_data_says(value: Any) -> None:
    assert json.loads(to_json({"A": value})) == {"A": value}


def test_nested_functions() -> None:
    template = Template()
    template.add_resource(
        LogGroup(
            "L",
            LogGroupName=If("C", Sub("${A}", A=GetAtt("B", "C")), Ref("AWS::NoValue")),
        )
    )
    found = to_data(template)["Resources"]["L"]["Properties"]["LogGroupName"]
    assert found == {
        "Fn::If": [
            "C",
            {"Fn::Sub": ["${A}", {"A": {"Fn::GetAtt": ["B", "C"]}}]},
            {"Ref": "AWS::NoValue"},
        ]
    }
