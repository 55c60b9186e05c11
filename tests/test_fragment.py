import pytest
from troposphere import Equals, Ref

from axonflow_cfn import Condition, Fragment, Param, Rule, described, ignored


def test_a_param_says_only_what_it_declares() -> None:
    assert Param(name="A", group="G", label="L", description="D").to_dict() == {
        "Type": "String",
        "Description": "D",
    }


def test_a_param_says_all_it_declares() -> None:
    param = Param(
        name="A",
        group="G",
        label="L",
        description="D",
        type="Number",
        default=0,
        allowed_values=("0", "1"),
        allowed_pattern="^[01]$",
        min_value=0,
        max_value=1,
        max_length=1,
        no_echo=True,
        constraint="Give 0 or 1.",
    )
    assert param.to_dict() == {
        "Type": "Number",
        "Description": "D",
        "Default": 0,
        "AllowedValues": ["0", "1"],
        "AllowedPattern": "^[01]$",
        "MinValue": 0,
        "MaxValue": 1,
        "MaxLength": 1,
        "NoEcho": True,
        "ConstraintDescription": "Give 0 or 1.",
    }
    assert param.ref == Ref("A")


def test_a_condition_chooses() -> None:
    condition = Condition("IsA", Equals(Ref("A"), "a"))
    assert condition.choose("yes", "no").to_dict() == {"Fn::If": ["IsA", "yes", "no"]}
    assert condition.choose("yes").to_dict() == {"Fn::If": ["IsA", "yes", {"Ref": "AWS::NoValue"}]}


def test_a_rule_pairs_functions_with_sentences() -> None:
    rule = Rule("R", (({"Fn::Equals": [{"Ref": "A"}, "a"]}, "Give a."),))
    assert rule.to_dict() == {
        "Assertions": [
            {"Assert": {"Fn::Equals": [{"Ref": "A"}, "a"]}, "AssertDescription": "Give a."}
        ]
    }


def test_metadata() -> None:
    found = described("What it is for.", cfn_lint=ignored("W1", "E2", reason="Because."))
    assert found == {
        "Description": "What it is for.",
        "cfn-lint": {"config": {"ignore_checks": ["W1", "E2"]}, "reason": "Because."},
    }


def test_declarations_are_frozen() -> None:
    with pytest.raises(AttributeError):
        Fragment().params = ()  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Param(name="A", group="G", label="L", description="D").name = "B"  # type: ignore[misc]
