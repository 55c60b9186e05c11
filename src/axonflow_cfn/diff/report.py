"""The changes in print: for people, as JSON, as Markdown for a pull request."""

import json
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from axonflow_cfn.diff.changes import Change, Severity

_HEADINGS = {
    Severity.STATEFUL_REPLACEMENT: "DATA AT RISK: replaced, removed or no longer protected",
    Severity.UPDATE_FAILS: "The update fails in existing stacks",
    Severity.REPLACEMENT: "Replacement or removal",
    Severity.INTERRUPTION: "Interruption",
    Severity.SECURITY: "More access than before",
    Severity.CONTRACT: "What customers must know",
    Severity.NO_INTERRUPTION: "No interruption",
}
_LONGEST = 60


def as_text(changes: Sequence[Change]) -> str:
    """Return the changes grouped by what they do, a line or two each."""
    if not changes:
        return "no differences"
    lines: list[str] = []
    for severity, group in groupby(changes, key=lambda change: change.severity):
        lines += ["", _HEADINGS[severity]] if lines else [_HEADINGS[severity]]
        for change in group:
            lines.append(f"  {change.message}")
            if change.old is not None or change.new is not None:
                lines.append(f"      {_shown(change.old)} -> {_shown(change.new)}")
    return "\n".join(lines)


def as_json(changes: Sequence[Change]) -> str:
    """Return ``{"changes": [...]}``."""
    return json.dumps({"changes": [change.to_dict() for change in changes]}, indent=2, default=str)


def as_markdown(changes: Sequence[Change]) -> str:
    """Return the changes as Markdown, a table for each kind of harm."""
    if not changes:
        return "No differences."
    lines: list[str] = []
    for severity, group in groupby(changes, key=lambda change: change.severity):
        lines += [
            *([""] if lines else []),
            f"### {_HEADINGS[severity]}",
            "",
            "| what | before | after |",
            "|---|---|---|",
        ]
        lines += [
            f"| {_cell(change.message)} | {_code(change.old)} | {_code(change.new)} |"
            for change in group
        ]
    return "\n".join(lines)


def _shown(value: Any) -> str:  # noqa: ANN401 any template value
    if value is None:
        return "(absent)"
    text = value if isinstance(value, str) else json.dumps(value, default=str)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _code(value: Any) -> str:  # noqa: ANN401 any template value
    return "" if value is None else f"`{_cell(_shown(value)).replace('`', '')}`"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
