"""A folder that lies in memory where the system has such a place, and is gone when it is left."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - memory, and the folders made there are for their owner only
_PREFIX = "camket-"
_ROOM = 100_000_000  # bytes that LibreOffice wants for itself
_TIMES = 10  # a paper unpacked, and what is made of it


@contextmanager
def memory_folder(size: int) -> Iterator[Path]:
    """A folder for a file of that size; on disk only where there is no memory for it."""
    parent = _IN_MEMORY if _has_room(size) else Path(tempfile.gettempdir())
    _sweep(parent)
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-", dir=parent))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _has_room(size: int) -> bool:
    usable = _IN_MEMORY.is_dir() and os.access(_IN_MEMORY, os.W_OK | os.X_OK)
    return usable and shutil.disk_usage(_IN_MEMORY).free > _ROOM + size * _TIMES


def _sweep(parent: Path) -> None:
    """Remove what a process that was killed could not remove itself."""
    for left in parent.glob(f"{_PREFIX}*-*"):
        owner = left.name.removeprefix(_PREFIX).partition("-")[0]
        if owner.isdigit() and not _runs(int(owner)):
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
