"""What is in a ZIP, by the names of its files alone: told from its list, of a broken one from what is left of it.

No more than these bytes is looked at, and nothing is unpacked, so that a format can be told before anything is trusted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from struct import unpack_from

ZIP = b"PK\x03\x04"
_LISTED, _END = b"PK\x01\x02", b"PK\x05\x06"
_LONGEST_END = 65_557  # the end of the list with the longest comment
_SIZE_OF_LIST = 12
_NAME_OF_LISTED, _HEAD_OF_LISTED = 28, 46
_NAME_OF_FILE, _HEAD_OF_FILE = 26, 30
_MANY = 5_000


def member_names(data: bytes) -> list[str]:
    """The names of its files, in small letters and with `/`, the first few thousand."""
    end = data.rfind(_END, max(0, len(data) - _LONGEST_END))
    names = _listed(data, end) if end >= 0 and end + _SIZE_OF_LIST + 4 <= len(data) else _found(data)
    return [name.decode("utf-8", "replace").replace("\\", "/").lower() for name in islice(names, _MANY)]


def _listed(data: bytes, end: int) -> Iterator[bytes]:
    (size,) = unpack_from("<I", data, end + _SIZE_OF_LIST)
    place = data.find(_LISTED, max(0, end - size))
    while place >= 0 and place + _HEAD_OF_LISTED <= len(data):
        name, extra, comment = unpack_from("<HHH", data, place + _NAME_OF_LISTED)
        start = place + _HEAD_OF_LISTED
        yield data[start : start + name]
        place = data.find(_LISTED, start + name + extra + comment)


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
    names = member_names(data)
    return any(each.startswith("word/") for each in names) and not any(each.startswith("xl/workbook") for each in names)


def holds_open_document(data: bytes, kind: bytes) -> bool:
    """Whether it is an OpenDocument file of a kind (`text`, `spreadsheet`): its first file says so, unpacked."""
    start = data[:200]
    return start.startswith(ZIP) and b"mimetype" in start and b"application/vnd.oasis.opendocument." + kind in start
