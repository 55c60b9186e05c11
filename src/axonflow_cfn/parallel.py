"""Lints many files on all cores, with the rules loaded once.

A forked process starts with its parent's rules and schemas in memory. Where the system cannot fork
safely, one process lints all files.
"""

import gc
import io
import multiprocessing
import os
import pickle
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from cfnlint.match import Match
from cfnlint.rules._rule import CloudFormationLintRule

Rules = Mapping[str, CloudFormationLintRule]
LintFile = Callable[[Path], list[Match]]


def lint_files(lint: LintFile, files: Sequence[Path], rules: Rules) -> Iterator[Match]:
    """Yield the findings of all files, in the order of the files.

    Args:
        lint: lints one file.
        files: what to lint.
        rules: by id; findings carry these very objects, whichever process found them.
    """
    for file in files[:1]:  # what it loads, the others then share
        yield from lint(file)
    others = files[1:]
    if not others:
        return
    gc.collect()
    gc.freeze()  # or each later collection would walk rules and schemas again
    if sys.platform != "linux":
        for file in others:
            yield from _lint(lint, file)
        return
    workers = min(len(os.sched_getaffinity(0)), len(others))
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, fork, _start, (lint, rules)) as pool:
        for content in pool.map(_lint_pickled, others):
            yield from _Unpickler(io.BytesIO(content), rules).load()


def _lint(lint: LintFile, file: Path) -> list[Match]:
    found = lint(file)
    gc.collect()  # the command runs without the collector, and a file leaves 20 MB of cycles
    return found


_task: tuple[LintFile, Rules]


def _start(lint: LintFile, rules: Rules) -> None:
    global _task  # noqa: PLW0603 what a pool's processes work with can only be a global
    _task = lint, rules


def _lint_pickled(file: Path) -> bytes:
    lint, rules = _task
    content = io.BytesIO()
    _Pickler(content, rules).dump(_lint(lint, file))
    return content.getvalue()


class _Pickler(pickle.Pickler):
    """Sends a rule as its id, and cfn-lint's text with a position as text."""

    def __init__(self, content: io.BytesIO, rules: Rules) -> None:
        super().__init__(content)
        self._rules = rules

    def persistent_id(self, obj: object) -> str | None:
        """Return the id of a rule that the other side has."""
        if isinstance(obj, CloudFormationLintRule) and obj.id in self._rules:
            return obj.id
        return None

    def reducer_override(self, obj: object) -> Any:  # noqa: ANN401 pickle's own signature
        """Reduce positioned text to text; leave the rest to pickle."""
        return (str, (str.__str__(obj),)) if isinstance(obj, str) else NotImplemented


class _Unpickler(pickle.Unpickler):
    def __init__(self, content: io.BytesIO, rules: Rules) -> None:
        super().__init__(content)
        self._rules = rules

    def persistent_load(self, pid: str) -> CloudFormationLintRule:
        """Return the rule of an id."""
        return self._rules[pid]
