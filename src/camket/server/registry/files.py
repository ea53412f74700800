"""The bytes of papers: each file under the digest of what it holds, whole or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

_PART = ".part"
_BLOCK = 1 << 20


class FileStore:
    """A folder of files by content: the one with the digest `abcdef...` is `ab/cdef...`.

    The same bytes are kept once. Nothing in it is ever changed, so that copying the folder is a backup of it.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, digest: bytes) -> Path:
        """Where the bytes of a digest lie, or would."""
        name = digest.hex()
        return self.root / name[:2] / name[2:]

    def put(self, data: bytes) -> bytes:
        """Keep bytes; gives their digest. After it they are on the disk, whatever happens to the machine.

        Raises:
            OSError: the disk is full or may not be written.
        """
        digest = sha256(data).digest()
        path = self.path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_name(path.name + _PART)
            _write(part, data)
            _into_place(part, path)
        return digest

    def get(self, digest: bytes) -> bytes | None:
        """The bytes of a digest; None where they are not kept."""
        try:
            return self.path(digest).read_bytes()
        except FileNotFoundError:
            return None

    def remove(self, digest: bytes) -> None:
        """Take the bytes of a withdrawn paper away."""
        self.path(digest).unlink(missing_ok=True)

    def digests(self) -> Iterator[bytes]:
        """What is kept, in order."""
        for path in self._files():
            if _is_digest(path):
                yield bytes.fromhex(path.parent.name + path.name)

    def strangers(self) -> Iterator[Path]:
        """Files that have no place here: beginnings that a load that was cut off left, and what others put here."""
        yield from (path for path in self._files() if not _is_digest(path))

    def is_whole(self, digest: bytes) -> bool:
        """Whether the file of a digest still holds what it held."""
        found = sha256()
        with self.path(digest).open("rb") as file:
            while block := file.read(_BLOCK):
                found.update(block)
        return found.digest() == digest

    def _files(self) -> Iterator[Path]:
        if self.root.is_dir():
            yield from (path for path in sorted(self.root.rglob("*")) if not path.is_dir())


def _is_digest(path: Path) -> bool:
    name = path.parent.name + path.name
    return len(name) == 64 and all(letter in "0123456789abcdef" for letter in name)


def _write(part: Path, data: bytes) -> None:
    """Write the bytes over what an earlier, broken attempt left, without emptying it first.

    Two that write the same file at once write the same bytes to the same places: whoever ends first may move it.
    """
    handle = os.open(part, os.O_WRONLY | os.O_CREAT, 0o640)
    with os.fdopen(handle, "wb", closefd=True) as file:
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def _into_place(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except FileNotFoundError:
        if not path.exists():  # otherwise another process moved the same bytes first
            raise
    if hasattr(os, "O_DIRECTORY"):
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
