import subprocess
import sys

import pytest
from linting import matches, report

from axonflow_cfn import rules

BAD = """
%s
Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    %s
    Properties: {GroupDescription: x, SecurityGroupEgress: []}
%s
"""


def test_plain_cfn_lint_loads_the_folder() -> None:
    done = subprocess.run(
        ["cfn-lint", "--append-rules", str(rules.PATH), "--format", "parseable"],
        input=BAD % ("", "", ""),
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": f"{sys.prefix}/bin"},
    )
    assert "W9401:SecurityGroupEgress is empty" in done.stdout
    assert done.stderr == ""


def test_listing_the_rules_loads_no_cfn_lint_before_it_is_asked() -> None:
    code = "import sys, axonflow_cfn.rules; sys.exit('cfnlint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


IGNORE = "Metadata: {cfn-lint: {config: {ignore_checks: [W9401]}}}"


@pytest.mark.parametrize(
    ("top", "resource", "more", "count"),
    [
        ("", "", "", 1),
        ("", IGNORE, "", 0),
        # With a macro of its own, or one among the resources, nothing in it is certain.
        ("Transform: MyMacro", "", "", 0),
        ("Transform: [AWS::LanguageExtensions]", "", "", 1),
        ("", "", "  Fn::Transform: {Name: AWS::Include}", 0),
        # A resource that can never exist.
        ("Conditions: {Never: !Equals [a, b]}", "Condition: Never", "", 0),
    ],
)
def test_what_is_reported_at_all(top: str, resource: str, more: str, count: int) -> None:
    template = BAD % (top, resource, more)
    assert len(report(template, "W9401")) == count
    assert all(match.rule.id != "E0002" for match in matches(template))
