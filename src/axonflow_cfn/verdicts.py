"""Remembers the linters' verdicts, so that what was verified once is not verified again.

A verdict may be reused only if nothing it depends on has changed, so that all of it goes into the
key: the templates, the options, this package's own sources (the rule pack among them), the versions
of Python and of every installed tool that takes part, and cfn-lint's data files, which
``cfn-lint --update-specs`` changes under one version.
"""

import hashlib
import json
import os
import platform
import stat
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from axonflow_cfn.errors import FileError
from axonflow_cfn.files import write_whole

TOOLS = ("cfn-lint", "cloudformation-validate", "pyyaml", "regex", "sympy", "networkx")
"""Distributions whose behaviour a verdict depends on."""

_KEPT = 200  # verdicts, of a few kilobytes each


@dataclass(frozen=True)
class Verdict:
    """What the linters said.

    Attributes:
        clean: whether there was no finding at all.
        report: the findings in the format asked for.
    """

    clean: bool
    report: str


def verdict_key(templates: Sequence[tuple[str, bytes]], options: Mapping[str, object]) -> str:
    """Return the key of a verdict: a SHA-256 over everything it depends on.

    Args:
        templates: name (as reported) and content of each template.
        options: the options of the run.
    """
    facts = {
        "templates": [(name, hashlib.sha256(content).hexdigest()) for name, content in templates],
        "options": dict(options),
        "python": [sys.version, platform.platform()],
        "tools": {name: version(name) for name in TOOLS},
        "sources": list(_own_sources()),
        "data": list(_cfnlint_data()),
    }
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def _own_sources() -> Iterator[tuple[str, str]]:
    root = Path(__file__).parent
    for file in sorted(root.rglob("*.py")):
        yield str(file.relative_to(root)), hashlib.sha256(file.read_bytes()).hexdigest()


def _cfnlint_data() -> Iterator[tuple[str, int, int]]:
    """Yield path, size and time of change of each of cfn-lint's files, without importing it."""
    spec = find_spec("cfnlint")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        for directory, _, names in os.walk(place):
            for name in sorted(names):
                if not name.endswith(".pyc"):
                    path = os.path.join(directory, name)  # noqa: PTH118 thousands of files
                    status = os.stat(path)  # noqa: PTH116 as above
                    yield path, status.st_size, status.st_mtime_ns


class VerdictCache:
    """Verdicts in files that only the user can write.

    Args:
        directory: where; None means ``axonflow-cfn`` in the user's cache directory.
    """

    def __init__(self, directory: Path | None = None) -> None:
        """Find the directory; it is made when the first verdict is kept."""
        home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
        self._directory = directory or Path(home) / "axonflow-cfn"

    def find(self, key: str) -> Verdict | None:
        """Return the remembered verdict, or None."""
        try:
            if not self._private():
                return None
            return Verdict(**json.loads(self._file(key).read_text(encoding="utf-8")))
        except (OSError, TypeError, ValueError):
            return None  # not there, or not one of ours: verify again

    def keep(self, key: str, verdict: Verdict) -> None:
        """Remember a verdict if the directory is the user's own; the run does not depend on it."""
        try:
            self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._private():
                return
            write_whole({self._file(key): json.dumps(asdict(verdict)).encode()})
            for old in self._oldest_first()[:-_KEPT]:
                old.unlink(missing_ok=True)
        except (OSError, FileError):
            return  # a read-only home or a full disk is no reason to fail

    def _private(self) -> bool:
        """Tell whether nobody else could have put a verdict there."""
        status = self._directory.stat()
        others = stat.S_IWGRP | stat.S_IWOTH
        return status.st_uid == os.getuid() and not status.st_mode & others

    def _file(self, key: str) -> Path:
        return self._directory / f"{key}.json"

    def _oldest_first(self) -> list[Path]:
        return sorted(self._directory.glob("*.json"), key=lambda file: file.stat().st_mtime_ns)
