"""What linting one file leaves behind is gone before the next: memory does not grow with the files."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from axonflow_cfn.parallel import lint_files


class Cycle:
    """Memory that only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


def left_behind(_file: Path) -> Any:
    """Stand for a finding: how many cycles earlier files have left in this process."""
    left = sum(isinstance(thing, Cycle) for thing in gc.get_objects())
    Cycle()
    return [left]


@pytest.fixture
def collector_off() -> Iterator[None]:
    """As the command runs."""
    gc.collect()
    gc.disable()
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize("platform", ["linux", "darwin"])
@pytest.mark.usefixtures("collector_off")
def test_a_file_leaves_nothing_behind(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", platform)
    files = [Path(str(number)) for number in range(8)]
    found: list[Any] = list(lint_files(left_behind, files, {}))
    assert found == [0] * 8


def test_no_files_have_no_findings() -> None:
    assert list(lint_files(left_behind, [], {})) == []
