"""Runs the pack, and nothing else, over a template."""

import json
from functools import cache
from typing import Any

from cfnlint.config import ConfigMixIn, ManualArgs
from cfnlint.decode import decode_str
from cfnlint.match import Match
from cfnlint.rules._rules import Rules
from cfnlint.runner import run_template_by_data

from axonflow_cfn import rules


@cache
def _pack() -> Rules:
    return Rules.create_from_directory(str(rules.PATH))


def matches(template: str) -> list[Match]:
    """What the rules of the pack, loaded by cfn-lint itself, say about a template."""
    return judge(decode(template))


def decode(template: str) -> Any:
    """The template as cfn-lint reads it."""
    decoded, errors = decode_str(template)
    assert decoded is not None, errors
    return decoded


def judge(decoded: Any) -> list[Match]:
    """What the pack says about a template that is read already."""
    # Read the defaults only, never a .cfnlintrc of whoever runs the tests.
    config = ConfigMixIn([], **ManualArgs(include_checks=["I"], regions=["us-east-1"]))
    return list(run_template_by_data(decoded, config, _pack()))


def ids(template: str) -> list[str]:
    """The ids reported, once each."""
    return sorted({match.rule.id for match in matches(template)})


def report(template: str, rule_id: str) -> list[tuple[str, str]]:
    """(path, message) of each finding of one rule, sorted; paths as A/B/0."""
    found = [match for match in matches(template) if match.rule.id == rule_id]
    return sorted((vars(match)["path_string"], match.message) for match in found)


def as_json(template: str) -> str:
    """The same template in JSON."""
    return json.dumps(decode(template))
