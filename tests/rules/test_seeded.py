"""A web shop that is right, and defects seeded into it one at a time.

Of each seed `report` says which rules of the pack see it, `cfn_lint` which of cfn-lint's own do
where the pack leaves it to them, and `unseen` why neither does.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from editing import broken, declared
from linting import as_json

from axonflow_cfn import rules
from axonflow_cfn.lint import Linter
from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule

HERE = Path(__file__).parent / "seeded"
CLASSES = ("deployment", "running", "iam", "security")
SEEDS = {name: declared(HERE / f"{name}.yaml") for name in CLASSES}
ALL = [seed for seeds in SEEDS.values() for seed in seeds]
# Seeded, seen by the pack, left to cfn-lint, unseen.
COUNTS = {
    "deployment": (99, 78, 20, 1),
    "running": (28, 28, 0, 0),
    "iam": (28, 27, 0, 1),
    "security": (53, 42, 2, 9),
}
LEFT_TO_CFN_LINT = [seed for seed in ALL if "cfn_lint" in seed]


@cache
def _shop() -> Any:
    return json.loads(as_json((HERE / "shop.yaml").read_text(encoding="utf-8")))


@cache
def _pack() -> list[DeployabilityRule]:
    return [rule() for rule in rules.load()]


def _found(template: Any) -> list[str]:
    model = TemplateModel(template)
    return sorted(rule.id for rule in _pack() if any(True for _ in rule.check(model)))


def test_the_shop_is_large_and_has_no_defect() -> None:
    assert len(_shop()["Resources"]) > 60
    assert _found(_shop()) == []


@pytest.mark.parametrize("seed", ALL, ids=[seed["break"] for seed in ALL])
def test_the_pack_sees_the_seed(seed: dict[str, Any]) -> None:
    assert _found(broken(_shop(), seed)) == seed.get("report", [])


def test_how_many_seeds_are_seen() -> None:
    counts = {
        name: tuple(
            sum(key in seed for seed in seeds) for key in ("break", "report", "cfn_lint", "unseen")
        )
        for name, seeds in SEEDS.items()
    }
    assert counts == COUNTS
    assert len({seed["break"] for seed in ALL}) == len(ALL)


@pytest.mark.verify
def test_cfn_lint_sees_what_is_left_to_it(tmp_path: Path) -> None:
    linter = Linter()
    for seed in LEFT_TO_CFN_LINT:
        file = tmp_path / "shop.json"
        file.write_text(json.dumps(broken(_shop(), seed)), encoding="utf-8")
        found = {match.rule.id for match in linter.lint([file])}
        assert found.issuperset(seed["cfn_lint"]), seed["break"]
