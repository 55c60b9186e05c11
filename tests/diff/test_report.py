import json

from axonflow_cfn.cli import SEVERITIES
from axonflow_cfn.diff.changes import Change, Severity
from axonflow_cfn.diff.report import as_json, as_markdown, as_text

CHANGES = [
    Change(
        logical_id="Database",
        path="Resources.Database.Properties.DBName",
        kind="stateful-replacement",
        severity=Severity.STATEFUL_REPLACEMENT,
        message="Database: IT IS REPLACED",
        old="a|b",
        new={"Ref": "X"},
    ),
    Change(
        logical_id="Role",
        path="Resources.Role",
        kind="iam-widened",
        severity=Severity.SECURITY,
        message="Role: iam widened",
    ),
]


def test_text() -> None:
    assert as_text(CHANGES) == (
        "DATA AT RISK: replaced, removed or no longer protected\n"
        "  Database: IT IS REPLACED\n"
        '      a|b -> {"Ref": "X"}\n'
        "\n"
        "More access than before\n"
        "  Role: iam widened"
    )
    assert as_text([]) == "no differences"


def test_long_values_are_cut() -> None:
    change = Change(
        logical_id="R",
        path="R",
        kind="k",
        severity=Severity.CONTRACT,
        message="m",
        old=None,
        new="x" * 100,
    )
    assert as_text([change]).splitlines()[-1] == f"      (absent) -> {'x' * 59}…"


def test_json() -> None:
    assert json.loads(as_json(CHANGES)) == {
        "changes": [
            {
                "logicalId": "Database",
                "path": "Resources.Database.Properties.DBName",
                "kind": "stateful-replacement",
                "severity": "stateful-replacement",
                "message": "Database: IT IS REPLACED",
                "old": "a|b",
                "new": {"Ref": "X"},
            },
            {
                "logicalId": "Role",
                "path": "Resources.Role",
                "kind": "iam-widened",
                "severity": "security",
                "message": "Role: iam widened",
                "old": None,
                "new": None,
            },
        ]
    }
    assert json.loads(as_json([])) == {"changes": []}


def test_markdown() -> None:
    assert as_markdown(CHANGES) == (
        "### DATA AT RISK: replaced, removed or no longer protected\n"
        "\n"
        "| what | before | after |\n"
        "|---|---|---|\n"
        '| Database: IT IS REPLACED | `a\\|b` | `{"Ref": "X"}` |\n'
        "\n"
        "### More access than before\n"
        "\n"
        "| what | before | after |\n"
        "|---|---|---|\n"
        "| Role: iam widened |  |  |"
    )
    assert as_markdown([]) == "No differences."


def test_the_command_knows_every_severity() -> None:
    assert list(SEVERITIES) == [severity.label for severity in sorted(Severity, reverse=True)]
