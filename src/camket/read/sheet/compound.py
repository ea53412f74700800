"""The streams of an OLE compound file, as old Excel files and files with a password are. MS-CFB."""

from __future__ import annotations

import struct
from typing import NamedTuple

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = 0xFFFFFFFA  # numbers from here on are signs, no sectors
_FREE = 0xFFFFFFFF
_ENTRY = 128
_HEADED = 109  # sectors of the table of sectors that the header itself lists
_STREAM, _STORAGE = 2, 1


class _Entry(NamedTuple):
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


class Compound:
    """An opened file. What is broken in it is missing: a stream then ends early."""

    def __init__(self, data: bytes) -> None:
        """Raises `ValueError` where it is no compound file."""
        if len(data) < 512 or not data.startswith(SIGNATURE):
            raise ValueError("no compound file")
        self._data = data
        shift, small = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or small > shift:
            raise ValueError("no compound file")
        self._size, self._small_size = 1 << int(shift), 1 << int(small)
        directory, _, self._least = struct.unpack_from("<III", data, 48)
        small_table, _, more, _ = struct.unpack_from("<IIII", data, 60)
        self._table = self._numbers(self._sectors_of_table(more))
        self._entries = self._directory(self._chain(directory))
        root = self._entries[0] if self._entries else None
        self._small_table = self._numbers(list(self._chained(small_table, self._table)))
        self._small = self._chain(root.start)[: root.size] if root else b""

    @property
    def missing(self) -> int:
        """How many bytes the file is too short for the sectors that are in use."""
        used = max((place for place, following in enumerate(self._table) if following != _FREE), default=-1)
        return max(0, (used + 2) * self._size - len(self._data))

    def whole(self) -> bytes | None:
        """The bytes of the file, its last sector filled up; None where more than that is missing."""
        return self._data + bytes(self.missing) if self.missing < self._size else None

    def names(self) -> dict[str, int]:
        """The streams and storages at the top, each with its number."""
        found: dict[str, int] = {}
        waiting = [self._entries[0].child] if self._entries else []
        passed: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number in passed or number >= len(self._entries):
                continue
            passed.add(number)
            entry = self._entries[number]
            if entry.kind in (_STREAM, _STORAGE):
                found[entry.name] = number
            waiting += [entry.left, entry.right]
        return found

    def stream(self, number: int) -> bytes:
        """The bytes of a stream."""
        entry = self._entries[number]
        if entry.size >= self._least:
            return self._chain(entry.start)[: entry.size]
        size = self._small_size
        places = self._chained(entry.start, self._small_table)
        return b"".join(self._small[place * size : (place + 1) * size] for place in places)[: entry.size]

    def _sectors_of_table(self, more: int) -> list[int]:
        sectors = list(struct.unpack_from(f"<{_HEADED}I", self._data, 76))
        passed: set[int] = set()
        while more < _END and more not in passed:
            passed.add(more)
            numbers = self._numbers([more])
            if not numbers:
                break
            sectors += numbers[:-1]
            more = numbers[-1]
        return [sector for sector in sectors if sector < _END]

    def _sector(self, number: int) -> bytes:
        begin = (number + 1) * self._size
        return self._data[begin : begin + self._size]

    def _numbers(self, sectors: list[int]) -> tuple[int, ...]:
        joined = b"".join(map(self._sector, sectors))
        return struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4])

    def _chained(self, start: int, table: tuple[int, ...]) -> list[int]:
        """The sectors of a chain; one that leads back into itself ends there."""
        chain: list[int] = []
        passed: set[int] = set()
        while start < len(table) and start not in passed:
            passed.add(start)
            chain.append(start)
            start = table[start]
        return chain

    def _chain(self, start: int) -> bytes:
        return b"".join(map(self._sector, self._chained(start, self._table)))

    def _directory(self, data: bytes) -> list[_Entry]:
        entries: list[_Entry] = []
        for begin in range(0, len(data) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", data, begin + 64)
            name = data[begin : begin + max(min(length, 64) - 2, 0)].decode("utf-16-le", errors="replace")
            left, right, child = struct.unpack_from("<III", data, begin + 68)
            start, size = struct.unpack_from("<II", data, begin + 116)
            entries.append(_Entry(name, kind, left, right, child, start, size))
        return entries
