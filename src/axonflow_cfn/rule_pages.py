"""The rule pack in words: a listing, one rule explained, a page of documentation, JSON."""

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from axonflow_cfn.errors import AxonflowCfnError

if TYPE_CHECKING:
    from axonflow_cfn.rule import DeployabilityRule

    Rules = Iterable[type[DeployabilityRule]]


class UnknownRuleError(AxonflowCfnError):
    """An id that no rule of the pack has."""


def find(rules: "Rules", rule_id: str) -> "type[DeployabilityRule]":
    """Return the rule with that id, in any case.

    Raises:
        UnknownRuleError: there is none.
    """
    for rule in rules:
        if rule.id == rule_id.upper():
            return rule
    raise UnknownRuleError(f"no rule {rule_id}; list them with: axonflow-cfn rules")


def listing(rules: "Rules") -> str:
    """Return a line for each rule."""
    return "\n".join(f"{rule.id}  {rule.shortdesc}" for rule in rules)


def explained(rule: "type[DeployabilityRule]") -> str:
    """Return everything about one rule, its bad and its good example included."""
    return "\n".join(
        (
            f"{rule.id}: {rule.shortdesc}",
            "",
            rule.description,
            "",
            f"Source: {rule.source_url}",
            f"Tags: {', '.join(rule.tags)}",
            "",
            "Bad:",
            _indented(rule.bad),
            "",
            "Good:",
            _indented(rule.good),
        )
    )


def as_json(rules: "Rules") -> str:
    """Return a list of objects, one for each rule."""
    return json.dumps([_facts(rule) for rule in rules], indent=2)


def page(rules: "Rules") -> str:
    """Return the Markdown page of all rules."""
    chosen = list(rules)
    lines = [
        "# Rules",
        "",
        "What cfn-lint does not see: ways in which a template that lints clean still fails on AWS,",
        "or hurts later. E: the deployment or the tasks fail. W: it hurts later. I: advice.",
        "",
        "Beside cfn-lint's own rules: `axonflow-cfn lint FILE`. With plain cfn-lint:",
        '`cfn-lint --append-rules "$(axonflow-cfn rules path)" FILE`.',
        "",
        "| id | what it finds |",
        "|---|---|",
        *(f"| [{rule.id}](#{rule.id.lower()}) | {rule.shortdesc} |" for rule in chosen),
    ]
    for rule in chosen:
        lines += [
            "",
            f"## {rule.id}",
            "",
            f"**{rule.shortdesc}.**",
            "",
            f"{rule.description} ([source]({rule.source_url}))",
            "",
            "```yaml",
            "# bad",
            rule.bad.strip(),
            "```",
            "",
            "```yaml",
            "# good",
            rule.good.strip(),
            "```",
        ]
    return "\n".join(lines)


def _indented(example: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in example.strip().splitlines())


def _facts(rule: "type[DeployabilityRule]") -> Mapping[str, object]:
    return {
        "id": rule.id,
        "shortDescription": rule.shortdesc,
        "description": rule.description,
        "source": rule.source_url,
        "tags": rule.tags,
        "bad": rule.bad.strip(),
        "good": rule.good.strip(),
    }
