"""What is in a ZIP, by the names of its files alone: told from its list, of a broken one from what is left of it.

No more than these bytes is looked at, and nothing is unpacked, so that a format can be told before anything is trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from struct import Struct, unpack_from
from typing import NamedTuple

ZIP = b"PK\x03\x04"
_LISTED, _END = b"PK\x01\x02", b"PK\x05\x06"
_LONGEST_END = 65_557  # the end of the list with the longest comment
_SIZE_OF_LIST = 12
_NAME_OF_LISTED, _HEAD_OF_LISTED = 28, 46
_NAME_OF_FILE, _HEAD_OF_FILE = 26, 30
_MANY = 5_000
_SHORT = _MANY * _HEAD_OF_LISTED
_OF_WORD, _WORKBOOK = re.compile(_LISTED + rb".{42}(?i:word)/", re.DOTALL), b"xl/workbook"
"""A file in the folder `word`, with all that stands before its name in the list; a workbook's main part."""
_FILE = Struct("<4s4xHH4xIIIHHH8xI")
"""Of a file in the list: mark, flags, method, checksum, sizes, lengths of what follows, where it lies."""
_CLOSING = Struct("<4sHHHHIIH")
"""The end of the list: mark, numbers of disks, how many files here and in all, size and place of the list, comment."""
_LARGE, _LARGE_COUNT = 0xFFFF_FFFF, 0xFFFF
"""What stands where a number is too large for its place."""
_UTF8_NAME = 0x800


class Entry(NamedTuple):
    """A file in a ZIP, as its list describes it; the list may lie.

    Attributes:
        name: its name.
        flags: bit 0 where it is encrypted.
        method: how it is packed; 8 is deflate.
        crc: checksum of its bytes.
        packed: bytes it takes in the archive.
        size: bytes it takes unpacked.
        at: where its own head begins.
    """

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    at: int


def entries(data: bytes) -> list[Entry] | None:
    """The files of a plain archive, by its list alone; None of one that is not plain, or is damaged.

    Plain is what nearly all programs write: one disk, the list at the end, sizes of four bytes.
    """
    end = len(data) - _CLOSING.size
    if end < 0:
        return None
    mark, disk, first_disk, here, count, size, place, comment = _CLOSING.unpack_from(data, end)
    if (mark, disk, first_disk, here, comment) != (_END, 0, 0, count, 0) or place + size != end:
        return None
    found: list[Entry] = []
    at = place
    while at + _FILE.size <= end:
        mark, flags, method, crc, packed, unpacked, name, extra, note, start = _FILE.unpack_from(data, at)
        if mark != _LISTED or _LARGE in (packed, unpacked, start):
            return None
        called = data[at + _FILE.size : at + _FILE.size + name]
        utf8 = flags & _UTF8_NAME or called.isascii()  # which is told much sooner than the old letters are decoded
        letters = called.decode("utf-8" if utf8 else "cp437", "replace")
        found.append(Entry(letters, flags, method, crc, packed, unpacked, start))
        at += _FILE.size + name + extra + note
    return found if at == end and len(found) == count != _LARGE_COUNT else None


def member_names(data: bytes) -> list[str]:
    """The names of its files, in small letters and with `/`, the first few thousand."""
    end = _end(data)
    names = _listed(data, end) if end is not None else _found(data)
    return [name.decode("utf-8", "replace").replace("\\", "/").lower() for name in islice(names, _MANY)]


def _end(data: bytes) -> int | None:
    """Where the list of its files ends; None where that is missing."""
    end = data.rfind(_END, max(0, len(data) - _LONGEST_END))
    return end if end >= 0 and end + _SIZE_OF_LIST + 4 <= len(data) else None


def _listed(data: bytes, end: int) -> Iterator[bytes]:
    place = data.find(_LISTED, _start(data, end))
    while place >= 0 and place + _HEAD_OF_LISTED <= len(data):
        name, extra, comment = unpack_from("<HHH", data, place + _NAME_OF_LISTED)
        start = place + _HEAD_OF_LISTED
        yield data[start : start + name]
        place = data.find(_LISTED, start + name + extra + comment)


def _start(data: bytes, end: int) -> int:
    """Where the list begins that ends there."""
    size: int = unpack_from("<I", data, end + _SIZE_OF_LIST)[0]
    return max(0, end - size)


def _found(data: bytes) -> Iterator[bytes]:
    """Of an archive whose end is missing: the names that stand before each file."""
    place = data.find(ZIP)
    while place >= 0 and place + _HEAD_OF_FILE <= len(data):
        (name,) = unpack_from("<H", data, place + _NAME_OF_FILE)
        start = place + _HEAD_OF_FILE
        yield data[start : start + name]
        place = data.find(ZIP, start + name)


def holds_word(data: bytes) -> bool:
    """Whether it is a Word file, whole or cut."""
    if not data.startswith(ZIP):
        return False
    end = _end(data)
    listed = data[_start(data, end) : end] if end is not None else b""
    if listed and len(listed) < _SHORT and b"\\" not in listed and _WORKBOOK not in listed.lower():
        return _OF_WORD.search(listed) is not None  # as most: no name is taken by itself
    names = member_names(data)
    return any(each.startswith("word/") for each in names) and not any(each.startswith("xl/workbook") for each in names)


def holds_open_document(data: bytes, kind: bytes) -> bool:
    """Whether it is an OpenDocument file of a kind (`text`, `spreadsheet`): its first file says so, unpacked."""
    start = data[:200]
    return start.startswith(ZIP) and b"mimetype" in start and b"application/vnd.oasis.opendocument." + kind in start
