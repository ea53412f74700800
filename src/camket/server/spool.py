"""Files that were handed in and that nobody has looked at yet: in memory, for their owner only, wiped once looked at.

A paper stamped secret must leave no trace, and whether it is one is known only when it has been read. Until then its
bytes and its name lie here and nowhere else: no table, job or log holds either.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from camket.errors import UsageError

_LENGTH, _BLOCK = 4, 1 << 20
_ROOM = 20_000_000  # bytes that are left to others


class Handed(NamedTuple):
    """A file as it was handed in; `name` is safe to show and to keep."""

    name: str
    data: bytes


class Spool:
    """A folder of uploads, each a folder of files named by their place from 1 on."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def put(self, files: Sequence[Handed]) -> str:
        """Take in an upload; gives the name by which it is asked for.

        Raises:
            UsageError: `upload.no_room` where the folder is full; nothing is left in it then.
        """
        self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
        size = sum(len(each.data) for each in files)
        if shutil.disk_usage(self._root).free < size + _ROOM:
            raise UsageError("upload.no_room", size=-(-size // 1_000_000))
        name = secrets.token_hex(16)
        folder = self._root / name
        folder.mkdir(mode=0o700)
        try:
            for place, each in enumerate(files, start=1):
                _write(folder / f"{place:05}", each)
        except OSError as error:
            self.wipe(name)
            raise UsageError("upload.no_room", size=-(-size // 1_000_000)) from error
        return name

    def keep(self, upload: str, place: int, file: Handed) -> None:
        """Put a file where another is or none; where there is no room nothing changes."""
        folder = self._root / upload
        fresh = folder / f"{place:05}.{secrets.token_hex(4)}"
        try:
            _write(fresh, file)
            fresh.replace(folder / f"{place:05}")
        except OSError:  # full, or wiped meanwhile
            fresh.unlink(missing_ok=True)

    def places(self, upload: str) -> list[int]:
        """The places of the files that are still there, in order."""
        folder = self._root / upload
        return sorted(int(path.name) for path in folder.iterdir() if path.name.isdigit()) if folder.is_dir() else []

    def get(self, upload: str, place: int) -> Handed:
        """A file that is there."""
        held = (self._root / upload / f"{place:05}").read_bytes()
        length = int.from_bytes(held[:_LENGTH], "big")
        return Handed(held[_LENGTH : _LENGTH + length].decode(), held[_LENGTH + length :])

    def wipe(self, upload: str, place: int | None = None) -> None:
        """Write over a file, or over all of an upload, and remove it."""
        folder = self._root / upload
        paths = [folder / f"{place:05}"] if place is not None else list(folder.iterdir()) if folder.is_dir() else []
        for path in paths:
            _wipe(path)
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()

    def age(self, upload: str) -> float:
        """For how many seconds it has been there."""
        return time.time() - (self._root / upload).stat().st_ctime

    def uploads(self) -> Iterator[str]:
        """Those that are there."""
        if self._root.is_dir():
            yield from sorted(path.name for path in self._root.iterdir() if path.is_dir())


def _write(path: Path, file: Handed) -> None:
    name = file.name.encode()
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(len(name).to_bytes(_LENGTH, "big") + name)
        out.write(file.data)


def _wipe(path: Path) -> None:
    try:
        with path.open("r+b") as file:
            left = path.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, _BLOCK)))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
    except FileNotFoundError:
        return
