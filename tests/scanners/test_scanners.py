import json
from pathlib import Path
from typing import Any

import pytest

from scanners import inputs, report, tools
from scanners.report import Scan
from scanners.tools import ROOT

pytestmark = pytest.mark.verify

EXCEPTIONS = {
    "checkov": 7,
    "trivy": 10,
    "guard": 13,
    "cdk-nag": 27,
    "parliament": 7,
    "cloudsplaining": 3,
}


@pytest.fixture(scope="module")
def scan() -> Scan:
    return report.scan()


@pytest.mark.parametrize("scanner", report.READS)
def test_every_finding_is_accepted_and_every_exception_is_found(scan: Scan, scanner: str) -> None:
    assert scan.results[scanner].findings == set(report.accepted(scanner))


def test_exceptions_do_not_grow(scan: Scan) -> None:
    found = {
        name: len(result.findings) + len(result.suppressed) for name, result in scan.results.items()
    }
    print(f"exceptions by scanner: {found}")  # noqa: T201 `make verify` shows it
    assert found == EXCEPTIONS


@pytest.mark.parametrize("scanner", ["guard", "cdk-nag"])
def test_what_empty_parameters_add_is_documented(scan: Scan, scanner: str) -> None:
    assert scan.left_empty[scanner] == report.left_empty(scanner)


def test_no_exception_names_an_unknown_scanner() -> None:
    entries = [*report.exceptions()["exception"], *report.exceptions()["left-empty"].values()]
    names = {name for entry in entries for name in entry} - {"reason", "on"}
    assert names <= set(report.READS)


def test_the_page_says_what_the_run_said(scan: Scan) -> None:
    assert report.PAGE.read_text(encoding="utf-8") == report.page(scan), "run `make security`"


def test_inlined_keeps_references_and_nothing_else(published: dict[str, Any]) -> None:
    text = json.dumps(inputs.inlined(published, inputs.DEPLOYMENTS["private-ca"]))
    functions = {word for word in text.split('"') if word == "Ref" or word.startswith("Fn::")}
    assert functions == {"Ref", "Fn::GetAtt", "Fn::Sub"}


def test_each_template_scanner_sees_a_planted_defect(
    published: dict[str, Any], tmp_path: Path
) -> None:
    published["Resources"]["Database"]["Properties"]["PubliclyAccessible"] = True
    whole = tmp_path / "whole.json"
    whole.write_text(json.dumps(published, indent=1), encoding="utf-8")  # trivy names lines
    deployed = tmp_path / "deployed.json"
    deployed.write_text(json.dumps(inputs.inlined(published, inputs.LEAST)), encoding="utf-8")
    assert ("CKV_AWS_17", "Database") in tools.checkov(whole, tmp_path).findings
    assert ("AVD-AWS-0180", "Database") in tools.trivy(whole, tmp_path).findings
    assert ("CT.RDS.PR.23", "Database") in tools.guard([deployed], tmp_path).findings
    assert ("NIST.800.53.R5-RDSInstancePublicAccess", "Database") in tools.cdk_nag(
        [deployed], tmp_path
    ).findings


def test_both_iam_scanners_see_a_planted_defect(tmp_path: Path) -> None:
    everything = {"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": ["*"]}
    anyone = {"Effect": "Allow", "Action": ["sts:AssumeRole"], "Principal": {"AWS": "*"}}
    policies = {
        "inline": {"Role/policy": {"Version": "2012-10-17", "Statement": [everything]}},
        "trust": {"Role": {"Version": "2012-10-17", "Statement": [anyone]}},
        "managed": {},
    }
    results = tools.iam(policies, tmp_path)
    assert ("RESOURCE_STAR[iam:PassRole]", "Role/policy") in results["parliament"].findings
    assert {
        ("InfrastructureModification[iam:PassRole]", "Role/policy"),
        ("AssumableByAnyPrincipal[*]", "Role"),
    } <= results["cloudsplaining"].findings


def test_a_missing_scanner_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tools, "TOOLS", tmp_path)
    with pytest.raises(RuntimeError) as raised:
        tools.checkov(ROOT / "README.md", tmp_path)
    assert (
        str(raised.value) == f"{tmp_path}/checkov/bin/checkov is not installed: run `make security`"
    )


@pytest.fixture
def published() -> dict[str, Any]:
    file = ROOT / "templates" / "axonflow-marketplace.json"
    template: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return template
