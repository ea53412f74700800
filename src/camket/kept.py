"""What is worked out of the sources, kept between runs in a file of the user.

Whoever starts a process says where (`use`); without that nothing is kept and nothing read. What is kept is worked out
again where the file is missing, damaged, somebody else's or of other sources, and never a reason to fail.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar
from zlib import crc32

import msgspec

from camket.typed import typed

Value = TypeVar("Value")
VARIABLE = "CAMKET_CACHE"
"""The setting that says where; `off` keeps nothing."""
_OFF = "off"
_SUFFIX = ".kept"
_SUM = 4
"""Bytes of the checksum before the entries."""
_LARGEST = 64_000_000
_FILES = 6
"""How many files are left: each is of one Python, one place of the package and one state of its sources."""
_SOURCES = Path(__file__).parent
_WORKED_OUT_OF = ("", "catalogue", "extract", "grammar", "model", "resolve", "rules", "words")
_WRITTEN = (".py", ".yaml", ".csv")
_OTHERS_WRITE = 0o022
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
"""How a file is opened: never one that a link leads to, and by bytes."""


class _Store:
    """The entries of one file, which is read when the first is asked for."""

    def __init__(self, folder: Path, state: str) -> None:
        self._folder, self._state = folder, state
        self._file = folder / f"{state}{_SUFFIX}"
        self._entries: dict[bytes, bytes] | None = None
        self._new: dict[bytes, bytes] = {}

    def get(self, key: bytes) -> bytes | None:
        """What is kept under a key."""
        if self._entries is None:
            self._entries = _read(self._folder, self._file)
        return self._entries.get(key)

    def put(self, key: bytes, value: bytes) -> None:
        """Keep an entry; it is written with the others."""
        self._new[key] = value

    def save(self) -> None:
        """Write what is new beside what others have written meanwhile; nothing where the sources changed meanwhile."""
        new, self._new = self._new, {}
        if new and _state() == self._state:
            _write(self._folder, self._file, _read(self._folder, self._file) | new)


_stores: list[_Store] = []
"""The one that is used, if any."""


def folder_of(settings: Mapping[str, str]) -> Path | None:
    """Where a user keeps such files, by the variables of the environment: `CAMKET_CACHE`, else as the system does."""
    asked = settings.get(VARIABLE)
    if asked:
        return None if asked == _OFF else Path(asked)
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        above = settings.get(variable, "")
        if Path(above).is_absolute():
            return Path(above, "camket")
    home = settings.get("HOME", "")
    return Path(home, ".cache", "camket") if Path(home).is_absolute() else None


def use(folder: Path | None) -> None:
    """Keep what is worked out from now on in this folder; None keeps nothing.

    To be called before anything is worked out: what is kept is of the sources as they lie there now.
    """
    state = _state() if folder is not None else None
    _stores[:] = [_Store(folder, state)] if folder is not None and state is not None else []


def save() -> None:
    """Write what this process has worked out, if anything; where that cannot be, the next one works it out again."""
    for store in _stores:
        store.save()


def kept(what: str, source: str, kind: type[Value], make: Callable[[], Value]) -> Value:
    """What `make` makes of a source, or what an earlier run has made of it.

    Args:
        what: is made, so that one source can be kept as several things.
        source: all that it is made of, besides what lies in the package.
        kind: of the value; MessagePack must give back the same.
        make: makes it.
    """
    if not _stores:
        return make()
    store = _stores[0]
    key = blake2b(source.encode("utf-8", "surrogatepass"), digest_size=16, person=what.encode()).digest()
    held = store.get(key)
    try:
        if held is not None:
            return msgspec.msgpack.decode(held, type=typed(kind))
    except msgspec.DecodeError:
        pass  # not what is asked for: it is made again
    made = make()
    with suppress(OverflowError, ValueError):  # a number or a letter that MessagePack has none for
        store.put(key, msgspec.msgpack.encode(made))
    return made


def _state() -> str | None:
    """The Python that runs and the sources as they lie there: a rule that is changed holds at once.

    None where they do not lie in folders, as in an archive that Python imports from.
    """
    told = [sys.version, sys.byteorder]
    try:
        for folder in _WORKED_OUT_OF:
            told += sorted(_files(_SOURCES / folder, deep=bool(folder)))
    except OSError:
        return None
    return blake2b("\n".join(told).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _files(folder: Path, *, deep: bool) -> Iterator[str]:
    """Each file below a folder with its size and when it was written."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_WRITTEN):
                with suppress(FileNotFoundError):  # a link to nowhere, by which an editor says that it has a file open
                    found = entry.stat()
                    yield f"{entry.path} {found.st_mtime_ns} {found.st_size}"
            elif deep and entry.name != "__pycache__" and entry.is_dir():
                yield from _files(Path(entry.path), deep=True)


def _read(folder: Path, file: Path) -> dict[bytes, bytes]:
    """The entries of a file; none where it cannot be read or trusted."""
    try:
        if not _own(folder.stat()):
            return {}
        with os.fdopen(os.open(file, os.O_RDONLY | _NO_LINK), "rb") as opened:
            found = os.fstat(opened.fileno())
            if not _own(found) or found.st_size > _LARGEST:
                return {}
            data = opened.read()
    except OSError:
        return {}
    body = memoryview(data)[_SUM:]
    if crc32(body) != int.from_bytes(data[:_SUM], "big"):
        return {}
    try:
        return msgspec.msgpack.decode(body, type=typed(dict[bytes, bytes]))
    except msgspec.DecodeError:
        return {}


def _own(found: os.stat_result) -> bool:
    """Whether a file or folder is ours, and nobody else may write there."""
    if not hasattr(os, "geteuid"):
        return True
    return found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_WRITE


def _write(folder: Path, file: Path, entries: dict[bytes, bytes]) -> None:
    body = msgspec.msgpack.encode(entries)
    draft = file.with_suffix(f".{os.urandom(4).hex()}{_SUFFIX}")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _own(folder.stat()):
            return
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, 0o600), "wb") as opened:
            opened.write(crc32(body).to_bytes(_SUM, "big") + body)
        draft.replace(file)
        _clear(folder)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _clear(folder: Path) -> None:
    """Leave the latest files: the others are of sources and Pythons that are hardly asked any more."""
    written = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda each: each.stat().st_mtime_ns)
    for each in written[:-_FILES]:
        each.unlink(missing_ok=True)
