import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from linting import as_json

from axonflow_cfn import rules
from axonflow_cfn.model import TemplateModel

EXAMPLES = [json.loads(as_json(text)) for rule in rules.load() for text in (rule.bad, rule.good)]
ODD: list[Any] = [
    None, True, 7, "", "x", [], {}, [[]], [None], {"Ref": 1}, {"Ref": "AWS::NoValue"},
    {"Ref": "Missing"}, {"Fn::If": ["C", {"Ref": "AWS::NoValue"}, []]}, {"Fn::If": []},
    {"Fn::Sub": [1, 2]}, {"Fn::GetAtt": []}, {"Fn::Transform": {"Name": "m"}},
    {"Fn::ForEach::X": ["x", [], {}]}, {"Fn::Join": ["", {"Ref": "X"}]}, {"a": {"Ref": []}},
]  # fmt: skip


def places(node: object, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place below a node."""
    entries = list(node.items()) if isinstance(node, dict) else []
    entries += enumerate(node) if isinstance(node, list) else []
    return [place for key, item in entries for place in ((*path, key), *places(item, (*path, key)))]


def run_all(template: dict[str, Any]) -> None:
    # Not through cfn-lint, which turns an exception into a finding and refuses some templates.
    model = TemplateModel(template)
    for rule in rules.load():
        list(rule().check(model))


@given(data=st.data())
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_rule_crashes_where_something_odd_stands_in_an_example(data: st.DataObject) -> None:
    template = deepcopy(data.draw(st.sampled_from(EXAMPLES)))
    for _ in range(data.draw(st.integers(1, 3))):
        *parents, last = data.draw(st.sampled_from(places(template)))
        holder = template
        for key in parents:
            holder = holder[key]
        holder[last] = deepcopy(data.draw(st.sampled_from(ODD)))
    run_all(template)


@pytest.mark.parametrize("section", ["Resources", "Parameters", "Conditions", "Rules", "Mappings"])
@pytest.mark.parametrize("odd", ODD, ids=repr)
def test_no_rule_crashes_on_an_odd_section(section: str, odd: object) -> None:
    run_all({section: odd})
