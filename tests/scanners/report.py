"""Runs all scanners over the published template and says in docs/security.md what they found."""

import json
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scanners import inputs, tools
from scanners.tools import ROOT, Place, Result

PAGE = ROOT / "docs" / "security.md"
_TEMPLATES = ROOT / "templates"
_EXCEPTIONS = Path(__file__).with_name("exceptions.toml")

READS: Mapping[str, str] = {
    "checkov": "the published template",
    "trivy": "the published template",
    "guard": "three deployments",
    "cdk-nag": "three deployments",
    "parliament": "the IAM policies",
    "cloudsplaining": "the IAM policies and trust policies",
}
"""What each scanner reads, in the order of the report."""


@dataclass(frozen=True, kw_only=True)
class Scan:
    """What all scanners said.

    Attributes:
        results: by scanner.
        left_empty: rules that fail, by scanner, only when optional parameters are left empty.
    """

    results: Mapping[str, Result]
    left_empty: Mapping[str, frozenset[str]]


def scan() -> Scan:
    """Run every scanner over templates/ as committed.

    Raises:
        RuntimeError: a scanner is not installed, or failed by itself.
    """
    template = json.loads((_TEMPLATES / "axonflow-marketplace.json").read_text(encoding="utf-8"))
    published = _TEMPLATES / "axonflow-marketplace.yaml"
    with tempfile.TemporaryDirectory(prefix="axonflow-scan-") as directory:
        scratch = Path(directory)

        def deployed(name: str, parameters: Mapping[str, str]) -> Path:
            file = scratch / f"{name}.json"
            file.write_text(json.dumps(inputs.inlined(template, parameters)), encoding="utf-8")
            return file

        deployments = [deployed(*item) for item in inputs.DEPLOYMENTS.items()]
        least = deployed("least", inputs.LEAST)
        results = {
            "checkov": tools.checkov(published, scratch),
            "trivy": tools.trivy(published, scratch),
            "guard": tools.guard(deployments, scratch),
            "cdk-nag": tools.cdk_nag(deployments, scratch),
            **tools.iam(inputs.policies(), scratch),
        }
        fewest = {
            "guard": tools.guard([least], scratch),
            "cdk-nag": tools.cdk_nag([least], scratch),
        }
    return Scan(
        results={name: results[name] for name in READS},
        left_empty={
            name: frozenset(rule for rule, _ in result.findings - results[name].findings)
            for name, result in fewest.items()
        },
    )


def exceptions() -> dict[str, Any]:
    """Return exceptions.toml."""
    return tomllib.loads(_EXCEPTIONS.read_text(encoding="utf-8"))


def accepted(scanner: str) -> dict[Place, str]:
    """Return the reasons for which findings of a scanner are accepted."""
    return {
        (rule, resource): entry["reason"]
        for entry in exceptions()["exception"]
        for rule in entry.get(scanner, ())
        for resource in entry["on"]
    }


def left_empty(scanner: str) -> frozenset[str]:
    """Return the rules of a scanner that may fail when optional parameters are left empty."""
    return frozenset(
        rule for rules in exceptions()["left-empty"].values() for rule in rules[scanner]
    )


def page(done: Scan) -> str:
    """Return docs/security.md."""
    return _PAGE.format(
        scanners=_table(_summary(done)),
        parameters=_table(_parameters()),
        suppressed=_table(_suppressed(done)),
        accepted=_table(_accepted()),
        left_empty=_table(_left_empty()),
    )


_PAGE = """\
# Security: what the scanners say

Written by `make security` from a run of the scanners; `make verify` fails if a run says anything
else. They run offline, on Linux (x86-64), in the versions that the lock files in `tests/scanners/`
fix.

{scanners}

*Rules* are those that found something to judge (trivy, parliament and cloudsplaining name all they
have). *Pass* are the rules that failed nowhere. *Exceptions* counts each rule on each resource; a
test pins these numbers.

checkov and trivy read `templates/axonflow-marketplace.yaml`. guard (the proactive controls of AWS
Control Tower) and cdk-nag (its packs AwsSolutions and NIST 800-53 revision 5) do not evaluate
parameters, conditions and mappings: they read the same resources with these parameters put in,
every other parameter at its default:

{parameters}

parliament (with its community auditors) and cloudsplaining read every inline policy, for each
metering model of the build-time configuration, and the AWS managed policies that the roles name, as
the package moto carries them. Trust policies are no input for parliament; cloudsplaining looks
there for principals outside the account.

## Suppressed in the template

By checkov's own key in the resource's Metadata.

{suppressed}

## Accepted in tests/scanners/exceptions.toml

These scanners cannot take an exception from the published template: trivy and cdk-nag 3 read none
from any template, the others do not read the published one.

{accepted}

An organisation that enforces one of the optional controls `CT.…` above in AWS Control Tower cannot
deploy the template into an account which the control covers.

## Left to the customer

What fails in addition while a parameter is empty:

{left_empty}
"""


def _summary(done: Scan) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = [("scanner", "version", "reads", "rules", "pass", "exceptions")]
    for name, result in done.results.items():
        places = [*result.findings, *result.suppressed]
        failed = {rule.partition("[")[0] for rule, _ in places}
        passed = len(result.rules - failed)
        figures = (str(len(result.rules)), str(passed), str(len(places)))
        rows.append((name, result.version, READS[name], *figures))
    return rows


def _parameters() -> list[tuple[str, ...]]:
    return [
        ("deployment", "parameters"),
        *(
            (name, "<br>".join(f"`{key}={value}`" for key, value in parameters.items()))
            for name, parameters in inputs.DEPLOYMENTS.items()
        ),
    ]


def _suppressed(done: Scan) -> list[tuple[str, ...]]:
    return [
        ("scanner", "rule", "resource", "why"),
        *(
            (name, rule, resource, reason)
            for name, result in done.results.items()
            for (rule, resource), reason in sorted(result.suppressed.items())
        ),
    ]


def _accepted() -> list[tuple[str, ...]]:
    return [
        ("on", "rules", "why"),
        *(
            ("<br>".join(entry["on"]), _rules(entry), entry["reason"])
            for entry in exceptions()["exception"]
        ),
    ]


def _left_empty() -> list[tuple[str, ...]]:
    return [
        ("parameter", "rules"),
        *((parameter, _rules(rules)) for parameter, rules in exceptions()["left-empty"].items()),
    ]


def _rules(entry: Mapping[str, Iterable[str]]) -> str:
    return "<br>".join(f"{name}: `{rule}`" for name in READS for rule in entry.get(name, ()))


def _table(rows: list[tuple[str, ...]]) -> str:
    head, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([head, "|" + "---|" * len(rows[0]), *body])


if __name__ == "__main__":
    PAGE.write_text(page(scan()), encoding="utf-8")
