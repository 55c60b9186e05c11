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
    written: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            written[path] = _temporary(path, content)
        for path, temporary in written.items():
            temporary.replace(path)
    except OSError as error:
        raise FileError(f"{path}: cannot write: {error.strerror}; nothing was changed") from None
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)


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
