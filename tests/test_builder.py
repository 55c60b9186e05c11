from collections.abc import Callable
from typing import Any

import pytest
from troposphere import Equals, Output, Ref, Template
from troposphere.logs import LogGroup

from axonflow_cfn import (
    AgentConfig,
    AssemblyError,
    Condition,
    Fragment,
    Param,
    Rule,
    TemplateConfig,
    assemble,
    build_stack,
    build_template,
    describe,
    to_data,
)

GROUPS = ("First", "Second")


def param(name: str = "A", group: str = "First", **declared: Any) -> Param:
    return Param(name=name, group=group, label=f"Label {name}", description="D", **declared)


def assembled(*fragments: Fragment) -> Template:
    return assemble(*fragments, description="Text", groups=GROUPS)


def test_sections_hold_what_the_fragments_hand_over() -> None:
    template = assembled(
        Fragment(
            params=(param("B", "Second"), param("A", default="x")),
            conditions=(Condition("IsX", Equals(Ref("A"), "x")),),
            mappings={"M": {"a": {"b": "c"}}},
            rules=(Rule("R", (({"Fn::Equals": [{"Ref": "A"}, "x"]}, "Give x."),)),),
            resources=(LogGroup("Logs", Condition="IsX"),),
        ),
        Fragment(
            params=(param("C"),),
            outputs=(Output("Name", Value=Ref("C")),),
        ),
    )
    assert to_data(template) == {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": "Text",
        "Metadata": {
            "AWS::CloudFormation::Interface": {
                "ParameterGroups": [
                    {"Label": {"default": "First"}, "Parameters": ["A", "C"]},
                    {"Label": {"default": "Second"}, "Parameters": ["B"]},
                ],
                "ParameterLabels": {
                    "A": {"default": "Label A"},
                    "C": {"default": "Label C"},
                    "B": {"default": "Label B"},
                },
            }
        },
        "Parameters": {
            "A": {"Type": "String", "Description": "D", "Default": "x"},
            "C": {"Type": "String", "Description": "D"},
            "B": {"Type": "String", "Description": "D"},
        },
        "Rules": {
            "R": {
                "Assertions": [
                    {"Assert": {"Fn::Equals": [{"Ref": "A"}, "x"]}, "AssertDescription": "Give x."}
                ]
            }
        },
        "Mappings": {"M": {"a": {"b": "c"}}},
        "Conditions": {"IsX": {"Fn::Equals": [{"Ref": "A"}, "x"]}},
        "Resources": {"Logs": {"Type": "AWS::Logs::LogGroup", "Condition": "IsX"}},
        "Outputs": {"Name": {"Value": {"Ref": "C"}}},
    }


def test_equal_declarations_merge() -> None:
    one = Fragment(params=(param(),), conditions=(Condition("IsX", Equals(Ref("A"), "x")),))
    two = Fragment(params=(param(),), conditions=(Condition("IsX", Equals(Ref("A"), "x")),))
    found = to_data(assembled(one, two, Fragment(resources=(LogGroup("Logs"),))))
    assert list(found["Parameters"]) == ["A"]
    assert list(found["Conditions"]) == ["IsX"]


RULE = Rule("R", (({"Fn::Equals": ["a", "a"]}, "S."),))


@pytest.mark.parametrize(
    ("fragments", "message"),
    [
        (
            lambda: (Fragment(resources=(LogGroup("L"),)), Fragment(resources=(LogGroup("L"),))),
            "parameter or resource L is declared 2 times; rename all but one of them",
        ),
        (
            lambda: (Fragment(params=(param("L"),)), Fragment(resources=(LogGroup("L"),))),
            "parameter or resource L is declared 2 times; rename all but one of them",
        ),
        (
            lambda: (Fragment(outputs=(Output("O", Value="1"), Output("O", Value="1"))),),
            "output O is declared 2 times; rename all but one of them",
        ),
        (
            lambda: (Fragment(mappings={"M": {}}), Fragment(mappings={"M": {}})),
            "mapping M is declared 2 times; rename all but one of them",
        ),
        (
            lambda: (Fragment(rules=(RULE,)), Fragment(rules=(RULE,)), Fragment(rules=(RULE,))),
            "rule R is declared 3 times; rename all but one of them",
        ),
        (
            lambda: (
                Fragment(conditions=(Condition("C", Equals("a", "b")),)),
                Fragment(conditions=(Condition("C", Equals("a", "c")),)),
            ),
            "condition C is declared twice and differently: {'Fn::Equals': ['a', 'b']} and {'Fn::Equals': ['a', 'c']}; declare it once and share the declaration",
        ),
        (
            lambda: (Fragment(params=(param("A", "Third"),)),),
            "parameter A is in the group 'Third'; allowed: First, Second",
        ),
        (
            lambda: (
                Fragment(
                    resources=(LogGroup("L", DependsOn=["Gone"], LogGroupName=Ref("Nothing")),),
                    outputs=(Output("O", Value=Ref("Nothing")),),
                ),
            ),
            "Resources.L refers to the resource or parameter Nothing: declare it\nResources.L refers to the resource Gone: declare it\nOutputs.O refers to the resource or parameter Nothing: declare it",
        ),
    ],
)
def test_what_does_not_fit_together(
    fragments: Callable[[], tuple[Fragment, ...]], message: str
) -> None:
    with pytest.raises(AssemblyError) as caught:
        assembled(*fragments())
    assert str(caught.value) == message


def test_unequal_parameters_do_not_merge() -> None:
    with pytest.raises(AssemblyError) as caught:
        assembled(Fragment(params=(param(),)), Fragment(params=(param(default="x"),)))
    assert str(caught.value) == (
        f"parameter A is declared twice and differently: {param()} and {param(default='x')}; "
        "declare it once and share the declaration"
    )


def test_an_extra_secret_cannot_take_a_name_of_the_template() -> None:
    config = TemplateConfig(agent=AgentConfig(secrets={"KEY": "Database"}))
    with pytest.raises(AssemblyError, match=" Database is declared "):
        build_template(config)


def test_building_is_pure() -> None:
    config = TemplateConfig()
    first, second = build_template(config), build_template(config)
    assert first is not second
    assert to_data(first) == to_data(second)


def test_the_stack_hands_over_its_layers_in_reading_order() -> None:
    stack = build_stack(TemplateConfig())
    assert stack.fragments == tuple(
        getattr(stack, layer).fragment
        for layer in ("network", "logs", "database", "iam", "compute", "monitoring")
    )


def test_the_description_names_version_and_limit() -> None:
    assert describe(TemplateConfig(version="3.2.1")) == (
        "AxonFlow 3.2.1 on ECS Fargate with a Multi-AZ PostgreSQL database. The stack's name may "
        "have at most 28 characters, in lower case. Before you start: subscribe to AxonFlow in "
        "AWS Marketplace, have a certificate source, NAT or endpoints for the subnets, and 30 "
        "Fargate vCPU."
    )


def test_the_description_fits_with_the_longest_version() -> None:
    """1,024 bytes (CloudFormation quotas)."""
    assert len(describe(TemplateConfig(version="1" * 128)).encode()) <= 1024
