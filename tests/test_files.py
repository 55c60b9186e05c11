import os
import stat
from pathlib import Path
from typing import Any

import pytest

from axonflow_cfn import FileError
from axonflow_cfn.files import write_whole


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, temporary ones too."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_files_and_their_folders_are_made(tmp_path: Path) -> None:
    write_whole({tmp_path / "a/b/one": b"1", tmp_path / "a/two": b"", tmp_path / "three": b"3"})
    assert contents(tmp_path) == {"a/b/one": b"1", "a/two": b"", "three": b"3"}


def test_old_files_are_replaced(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old and longer")
    write_whole({file: b"new"})
    assert contents(tmp_path) == {"file": b"new"}


def test_modes_follow_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_whole({tmp_path / "file": b""})
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o640


@pytest.fixture
def old(tmp_path: Path) -> dict[str, bytes]:
    """Two files from before."""
    (tmp_path / "one").write_bytes(b"old 1")
    (tmp_path / "two").write_bytes(b"old 2")
    return {"one": b"old 1", "two": b"old 2"}


def test_a_folder_in_place_of_a_file(tmp_path: Path, old: dict[str, bytes]) -> None:
    (tmp_path / "three").mkdir()
    with pytest.raises(FileError) as caught:
        write_whole({tmp_path / name: b"new" for name in ("one", "two", "three")})
    assert str(caught.value) == (
        f"{tmp_path / 'three'}: cannot write: Is a directory; nothing was changed"
    )
    assert contents(tmp_path) == old


def test_a_path_below_a_file(tmp_path: Path, old: dict[str, bytes]) -> None:
    with pytest.raises(FileError) as caught:
        write_whole({tmp_path / "one": b"new", tmp_path / "two/below": b"new"})
    assert str(caught.value) == (
        f"{tmp_path / 'two/below'}: cannot write: File exists; nothing was changed"
    )
    assert contents(tmp_path) == old


@pytest.mark.parametrize("device", ["/dev/null", "/dev/full", "/dev/zero"])
def test_a_device_is_never_replaced(device: str) -> None:
    before = Path(device).stat()
    with pytest.raises(FileError) as caught:
        write_whole({Path(device): b"new"})
    assert str(caught.value) == (f"{device}: cannot write: Not a regular file; nothing was changed")
    after = Path(device).stat()
    assert (before.st_ino, before.st_rdev) == (after.st_ino, after.st_rdev)


def fail_at(number: int, error: BaseException) -> Any:
    """A stand-in that raises at its n-th call and calls the real function before."""
    calls = 0

    def wrap(real: Any) -> Any:
        def stand_in(*arguments: Any, **options: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == number:
                raise error
            return real(*arguments, **options)

        return stand_in

    return wrap


FULL = OSError(28, "No space left on device")
NOT_PERMITTED = OSError(1, "Operation not permitted")


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_full_disk(
    number: int, tmp_path: Path, old: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each flush: of the copy of an old file and of a new one, for both files."""
    monkeypatch.setattr(os, "fsync", fail_at(number, FULL)(os.fsync))
    with pytest.raises(FileError) as caught:
        write_whole({tmp_path / "one": b"new", tmp_path / "two": b"new"})
    name = "one" if number <= 2 else "two"
    assert str(caught.value) == (
        f"{tmp_path / name}: cannot write: No space left on device; nothing was changed"
    )
    assert contents(tmp_path) == old


@pytest.mark.parametrize("error", [NOT_PERMITTED, KeyboardInterrupt()])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_rename_that_fails_undoes_those_before(
    number: int,
    error: BaseException,
    tmp_path: Path,
    old: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As with an immutable file among the old ones, or Ctrl-C between two renames."""
    monkeypatch.setattr(Path, "replace", fail_at(number, error)(Path.replace))
    expected = FileError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected) as caught:
        write_whole({tmp_path / name: b"new" for name in ("one", "new", "two")})
    if isinstance(error, OSError):
        name = ("one", "new", "two")[number - 1]
        assert str(caught.value) == (
            f"{tmp_path / name}: cannot write: Operation not permitted; nothing was changed"
        )
    assert contents(tmp_path) == old


def test_ctrl_c_while_writing(
    tmp_path: Path, old: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", fail_at(3, KeyboardInterrupt())(os.fsync))
    with pytest.raises(KeyboardInterrupt):
        write_whole({tmp_path / "one": b"new", tmp_path / "two": b"new"})
    assert contents(tmp_path) == old
