"""Runs cfn-lint with the rule pack, and cloudformation-validate on request, over template files.

Findings are cfn-lint's own ``Match`` objects, so that its formatters print them all.
"""

import glob
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cfnlint.config import ConfigMixIn
from cfnlint.match import Match
from cfnlint.runner import Runner
from cfnlint.runner.cli import get_formatter

from axonflow_cfn import rules
from axonflow_cfn.errors import FileError
from axonflow_cfn.parallel import lint_files

REGIONS = ("us-east-1", "us-gov-west-1", "cn-north-1")
"""One region of each partition: a template that suits these suits its partitions."""


class _Config(ConfigMixIn):
    """cfn-lint's configuration, with regions of ours where the template's Metadata names none."""

    @property
    def regions(self) -> list[str]:
        stated = self.template_args.get("regions")
        return list(super().regions) if stated else list(REGIONS)


class Linter:
    """cfn-lint with the rule pack, its rules loaded once.

    Args:
        form: how ``report`` prints findings: pretty, json, sarif or junit.
    """

    def __init__(self, form: str = "pretty") -> None:
        """Load the rules."""
        # A .cfnlintrc of the working directory must not change a verdict: it is not read.
        arguments = ["--config-file", os.devnull, "--format", form, "--include-checks", "I"]
        arguments += ["--append-rules", str(rules.PATH)]
        self._arguments = arguments
        self._runner = Runner(_Config(arguments))

    def lint(self, files: Sequence[Path], *, strict: bool = False) -> list[Match]:
        """Return the findings of all files, by file and line.

        Args:
            files: readable templates in YAML or JSON.
            strict: add cloudformation-validate's findings at WARN and above.

        Raises:
            FileError: a file is nothing cfn-lint can judge.
        """
        lint = self._lint_strictly if strict else self._lint_file
        found = list(lint_files(lint, files, self._runner.rules))
        self._runner.config = self._config(files)  # the report counts them
        return sorted(found, key=lambda match: (match.filename, match.linenumber, match.rule.id))

    def _lint_file(self, file: Path) -> list[Match]:
        self._runner.config = self._config([file])
        try:
            return list(self._runner.run())
        except (AttributeError, TypeError, RecursionError) as error:  # it trusts some shapes
            raise FileError(f"{file}: cfn-lint cannot read the template: {error}") from None

    def _lint_strictly(self, file: Path) -> list[Match]:
        from axonflow_cfn.strict import validate  # noqa: PLC0415 the validator is large

        # The validator is native code: it leaves the interpreter to cfn-lint meanwhile.
        with ThreadPoolExecutor(1) as pool:
            validated = pool.submit(lambda: list(validate(file)))
            return [*self._lint_file(file), *validated.result()]

    def _config(self, files: Sequence[Path]) -> _Config:
        # cfn-lint takes names for patterns: a literal one may hold a bracket.
        names = [glob.escape(str(file)) for file in files]
        return _Config([*self._arguments, "--template", *names])

    def report(self, found: list[Match]) -> str:
        """Return the findings in the linter's format."""
        formatter = get_formatter(self._runner.config)
        text = formatter.print_matches(found, self._runner.rules, config=self._runner.config)
        return text or ""
