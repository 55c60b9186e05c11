"""Runs parliament and cloudsplaining over IAM documents; prints one JSON object with the findings.

Runs in the scanners' own environment. The first argument names a file as ``inputs.policies`` gives
it; AWS's own policies are read as moto carries them.
"""

# mypy: ignore-errors
# What it imports is installed in the scanners' own environment only.

import json
import sys
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import Any

warnings.simplefilter("ignore")  # parliament still uses pkg_resources

import parliament  # noqa: E402 the filter comes first
from cloudsplaining.command.scan_policy_file import scan_policy  # noqa: E402
from cloudsplaining.scan.assume_role_policy_document import AssumeRolePolicyDocument  # noqa: E402
from moto.iam.aws_managed_policies import aws_managed_policies_data  # noqa: E402

Documents = dict[str, dict[str, Any]]
"""IAM documents by name."""

_LISTINGS = {"ServicesAffected"}  # what a policy is about, no judgement of it


def _parliament(documents: Documents) -> dict[str, Any]:
    folder = Path(parliament.__file__).parent / "community_auditors"
    parliament.override_config(folder / "config_override.yaml")
    found = []
    for name, document in documents.items():
        report = parliament.analyze_policy_string(
            json.dumps(document), include_community_auditors=True
        )
        for finding in report.findings:
            details = finding.detail if isinstance(finding.detail, list) else [None]
            found += [[_rule(finding.issue, detail), name] for detail in details]
    return {"version": version("parliament"), "rules": list(parliament.config), "findings": found}


def _cloudsplaining(documents: Documents, trust: Documents) -> dict[str, Any]:
    rules = set()
    found = []
    for name, document in documents.items():
        for rule, report in scan_policy(document).items():
            if rule in _LISTINGS:
                continue
            rules.add(rule)
            for finding in report["findings"]:
                detail = finding["type"] if isinstance(finding, dict) else finding
                found.append([_rule(rule, detail), name])
    for name, document in trust.items():
        report = AssumeRolePolicyDocument(document)
        for rule, principals in {
            "AssumableByAnyPrincipal": report.role_assumable_by_any_principal,
            "AssumableByOtherAccounts": report.role_assumable_by_cross_account_principals,
        }.items():
            rules.add(rule)
            found += [[_rule(rule, principal), name] for principal in principals]
    return {"version": version("cloudsplaining"), "rules": list(rules), "findings": found}


def _rule(rule: str, detail: str | None) -> str:
    return f"{rule}[{detail}]" if detail else rule


def _main() -> None:
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    of_aws = json.loads(aws_managed_policies_data)
    managed = {use: of_aws[name]["Document"] for use, name in given["managed"].items()}
    documents = {**given["inline"], **managed}
    print(  # noqa: T201 the report is what it prints
        json.dumps(
            {
                "parliament": _parliament(documents),
                "cloudsplaining": _cloudsplaining(documents, given["trust"]),
            }
        )
    )


_main()
