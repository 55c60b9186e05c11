import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from axonflow_cfn import TemplateConfig, build_template, to_data
from axonflow_cfn.diff.classify import changes
from axonflow_cfn.diff.compare import deltas
from axonflow_cfn.diff.normal import normal
from axonflow_cfn.diff.source import parse_template
from axonflow_cfn.render import to_json, to_yaml

DATA = to_data(build_template(TemplateConfig()))


@pytest.mark.parametrize(
    "dump", [to_yaml, to_json, yaml.safe_dump], ids=["yaml", "json", "long yaml"]
)
def test_form_makes_no_difference(dump: Callable[[Any], str]) -> None:
    text = dump(json.loads(json.dumps(DATA)))
    assert changes(DATA, parse_template(text, "a form")) == []


def test_key_order_makes_no_difference() -> None:
    assert changes(DATA, json.loads(json.dumps(DATA, sort_keys=True))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"Port": 80}, {"Port": "80"}),
        ({"MultiAZ": True}, {"MultiAZ": "true"}),
        ({"V": {"Fn::GetAtt": "A.B.C"}}, {"V": {"Fn::GetAtt": ["A", "B.C"]}}),
        ({"DependsOn": "A"}, {"DependsOn": ["A"]}),
        ({"Action": ["b", "a"]}, {"Action": ["a", "b"]}),
        (
            {"Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}]},
            {"Tags": [{"Key": "b", "Value": "2"}, {"Key": "a", "Value": "1"}]},
        ),
    ],
)
def test_spelling_makes_no_difference(one: object, other: object) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"Command": ["a", "b"]}, {"Command": ["b", "a"]}),
        ({"Port": 80}, {"Port": 81}),
        ({"V": {"Ref": "A"}}, {"V": "A"}),
        ({"V": ""}, {}),
    ],
)
def test_meaning_makes_one(one: object, other: object) -> None:
    assert normal(one) != normal(other)


VALUES = st.recursive(
    st.one_of(st.text(), st.integers(), st.booleans(), st.none()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["Ref", "Fn::If", "Name", "Key", "Tags", "Action", "a"]), inner
        ),
    ),
    max_leaves=12,
)


@given(VALUES)
def test_nothing_differs_from_itself(value: object) -> None:
    template = {"Resources": {"R": {"Type": "T", "Properties": {"P": value}}}}
    assert list(deltas(template, template)) == []
