"""The published template, broken in one place at a time: exactly the defect is reported, there.

`mutants/*.yaml` lists the breaks; `report` holds every (rule, path) that is true of the broken
template, so a rule that says more or less than that fails.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from editing import broken, declared, shown

from axonflow_cfn import rules
from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule

HERE = Path(__file__).parent
PUBLISHED = HERE.parents[1] / "templates" / "axonflow-marketplace.json"
MUTANTS = declared(*sorted((HERE / "mutants").glob("*.yaml")))
NOT_APPLICABLE: dict[str, list[str]] = yaml.safe_load(
    (HERE / "not_applicable.yaml").read_text(encoding="utf-8")
)


@cache
def _pack() -> list[DeployabilityRule]:
    return [rule() for rule in rules.load()]


def _found(template: Any) -> set[tuple[str, str]]:
    model = TemplateModel(template)
    return {(rule.id, shown(finding.path)) for rule in _pack() for finding in rule.check(model)}


@cache
def _published() -> Any:
    return json.loads(PUBLISHED.read_text(encoding="utf-8"))


def test_the_unbroken_template_reports_nothing() -> None:
    assert _found(_published()) == set()


@pytest.mark.parametrize("mutant", MUTANTS, ids=[mutant["break"] for mutant in MUTANTS])
def test_the_break_is_reported_and_nothing_else(mutant: dict[str, Any]) -> None:
    expected = {(rule, path) for rule, paths in mutant["report"].items() for path in paths}
    assert _found(broken(_published(), mutant)) == expected


def test_every_rule_has_a_mutant_or_a_reason_why_it_can_have_none() -> None:
    mutated = {rule for mutant in MUTANTS for rule in mutant["report"]}
    excused = [rule for listed in NOT_APPLICABLE.values() for rule in listed]
    assert sorted(mutated.union(excused)) == sorted(rule.id for rule in rules.load())
    assert mutated.isdisjoint(excused)
    assert len(excused) == len(set(excused))
    assert len({mutant["break"] for mutant in MUTANTS}) == len(MUTANTS)
