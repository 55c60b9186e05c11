"""Files, written whole or not at all."""

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from axonflow_cfn.errors import FileError


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Write all files or none: each to a temporary neighbour first, then renamed, in order.

    Args:
        files: contents by path; their directories are made. The last one is renamed last.

    Raises:
        FileError: one of them cannot be written; the old files are as they were.
    """
    new: dict[Path, Path] = {}
    old: dict[Path, Path] = {}
    replaced: list[Path] = []
    path = Path()
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists():
                _refuse_special(path)
                old[path] = _temporary(path, path.read_bytes())
            new[path] = _temporary(path, content)
        for path, temporary in new.items():
            replaced.append(path)
            temporary.replace(path)
    except BaseException as error:  # an error of the system, or the user's Ctrl-C
        for done in replaced:
            old[done].replace(done) if done in old else done.unlink(missing_ok=True)
        if isinstance(error, OSError):
            message = f"{path}: cannot write: {error.strerror}; nothing was changed"
            raise FileError(message) from None
        raise
    finally:
        for temporary in (*new.values(), *old.values()):
            temporary.unlink(missing_ok=True)


def _refuse_special(path: Path) -> None:
    """Refuse what a rename would destroy: a directory, or a device such as /dev/null."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not path.is_file():
        raise OSError(errno.EINVAL, "Not a regular file")


def _temporary(path: Path, content: bytes) -> Path:
    """Write a temporary file beside ``path``, flushed to the disk; remove it if that fails."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
    except BaseException:  # a full disk, or the user's Ctrl-C
        temporary.unlink()
        raise
    return temporary


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
