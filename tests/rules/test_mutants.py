"""The published template, broken in one place at a time: exactly the defect is reported, there.

`mutants/*.yaml` lists the breaks. Paths start at the properties of a resource, those with a leading
slash at the template; `-` appends to a list. `report` holds every (rule, path) that is true of the
broken template, so a rule that says more or less than that fails.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from axonflow_cfn import rules
from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule

HERE = Path(__file__).parent
PUBLISHED = HERE.parents[1] / "templates" / "axonflow-marketplace.json"
MUTANTS: list[dict[str, Any]] = [
    mutant
    for file in sorted((HERE / "mutants").glob("*.yaml"))
    for mutant in yaml.safe_load(file.read_text(encoding="utf-8"))
]
NOT_APPLICABLE: dict[str, list[str]] = yaml.safe_load(
    (HERE / "not_applicable.yaml").read_text(encoding="utf-8")
)


@cache
def _pack() -> list[DeployabilityRule]:
    return [rule() for rule in rules.load()]


def _keys(path: str) -> list[Any]:
    resource, *inner = path.split("/")
    keys = ["Resources", resource, "Properties", *inner] if resource else inner
    return [int(key) if key.isdecimal() else key for key in keys]


def _path(keys: tuple[str | int, ...]) -> str:
    match keys:
        case "Resources", str(resource), "Properties", first, *rest:
            return "/".join(str(key) for key in (resource, first, *rest))
    return "/" + "/".join(str(key) for key in keys)


def _value(kind: str, given: Any, holder: Any, key: Any) -> Any:
    if kind == "repeat":
        text, count = given
        return text * count
    if kind == "replace":
        old, new = given
        assert old in holder[key]
        return holder[key].replace(old, new)
    return given


def _edits(mutant: dict[str, Any], template: Any) -> Iterator[tuple[Any, Any, Any]]:
    """What to put where: the holder, the key and the new value."""
    for kind in ("set", "repeat", "replace"):
        for path, given in mutant.get(kind, {}).items():
            *parents, key = _keys(path)
            holder = template
            for parent in parents:
                holder = holder[parent]
            yield holder, key, _value(kind, given, holder, key)


def _broken(template: Any, mutant: dict[str, Any]) -> Any:
    for holder, key, value in _edits(mutant, template):
        if key == "-":
            holder.append(value)
        else:
            holder[key] = value
    for path in mutant.get("remove", []):
        *parents, key = _keys(path)
        holder = template
        for parent in parents:
            holder = holder[parent]
        del holder[key]
    return template


def _found(template: Any) -> set[tuple[str, str]]:
    model = TemplateModel(template)
    return {(rule.id, _path(finding.path)) for rule in _pack() for finding in rule.check(model)}


@cache
def _published() -> Any:
    return json.loads(PUBLISHED.read_text(encoding="utf-8"))


def test_the_unbroken_template_reports_nothing() -> None:
    assert _found(_published()) == set()


@pytest.mark.parametrize("mutant", MUTANTS, ids=[mutant["break"] for mutant in MUTANTS])
def test_the_break_is_reported_and_nothing_else(mutant: dict[str, Any]) -> None:
    expected = {(rule, path) for rule, paths in mutant["report"].items() for path in paths}
    assert _found(_broken(deepcopy(_published()), mutant)) == expected


def test_every_rule_has_a_mutant_or_a_reason_why_it_can_have_none() -> None:
    mutated = {rule for mutant in MUTANTS for rule in mutant["report"]}
    excused = [rule for listed in NOT_APPLICABLE.values() for rule in listed]
    assert sorted(mutated.union(excused)) == sorted(rule.id for rule in rules.load())
    assert mutated.isdisjoint(excused)
    assert len(excused) == len(set(excused))
    assert len({mutant["break"] for mutant in MUTANTS}) == len(MUTANTS)
