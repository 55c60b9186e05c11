"""From templates to a verdict, remembered if it was reached before."""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from axonflow_cfn.errors import FileError
from axonflow_cfn.verdicts import Verdict, VerdictCache, verdict_key


def verify_files(
    files: Sequence[Path], form: str, *, strict: bool, cache: VerdictCache | None
) -> Verdict:
    """Return the linters' verdict on template files.

    Args:
        files: templates in YAML or JSON.
        form: format of the report: pretty, json, sarif or junit.
        strict: add cloudformation-validate's findings at WARN and above.
        cache: remembered verdicts; None verifies anew.

    Raises:
        FileError: a file cannot be read.
    """

    def read() -> list[tuple[str, bytes]]:
        return [(str(file), _read(file)) for file in files]

    def verify() -> Verdict:
        return _verify(files, form, strict=strict)

    return _remembered(read, verify, {"format": form, "strict": strict}, cache)


def verify_text(name: str, content: bytes, *, cache: VerdictCache | None) -> Verdict:
    """Return the strict verdict on one template that is not in a file yet, reported as text.

    Args:
        name: what the report calls it.
        content: the template.
        cache: remembered verdicts; None verifies anew.

    Raises:
        FileError: no temporary file can be written.
    """

    def verify() -> Verdict:
        try:
            with tempfile.TemporaryDirectory(prefix="axonflow-cfn-") as directory:
                file = Path(directory) / name
                file.write_bytes(content)
                verdict = _verify([file], "pretty", strict=True)
                return Verdict(verdict.clean, verdict.report.replace(directory + os.sep, ""))
        except OSError as error:
            raise FileError(
                f"cannot write a temporary file to lint: {error.strerror}; nothing was changed"
            ) from None

    return _remembered(lambda: [(name, content)], verify, {"text": True}, cache)


def _remembered(
    read: Callable[[], list[tuple[str, bytes]]],
    verify: Callable[[], Verdict],
    options: dict[str, object],
    cache: VerdictCache | None,
) -> Verdict:
    contents = read()
    if cache is None:
        return verify()
    key = verdict_key(contents, {**options, "colour": sys.stdout.isatty()})
    if (known := cache.find(key)) is not None:
        return known
    verdict = verify()
    if read() == contents:  # else a file changed under the linter, which may have seen either
        cache.keep(key, verdict)
    return verdict


def _verify(files: Sequence[Path], form: str, *, strict: bool) -> Verdict:
    from axonflow_cfn.lint import Linter  # noqa: PLC0415 cfn-lint takes half a second to import

    linter = Linter(form)
    found = linter.lint(files, strict=strict)
    return Verdict(clean=not found, report=linter.report(found))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise FileError(f"{file}: cannot read the template: {error.strerror}") from None
