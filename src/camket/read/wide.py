"""UTF-16 and UTF-32: told by their byte order mark, and without one by what they say when they are read so."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from camket.grammar.expression import expression

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_START = 4_096  # bytes that tell; a multiple of the width of a letter
_FEWEST = 4
# What a text in Vietnamese or another Latin writing is made of: letters, marks, punctuation and signs of money.
_LATIN = expression(r"[\t\n\r\f\x20-\x7e\xa0-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f\u20a0-\u20bf\ufeff]*")


class Wide(NamedTuple):
    """The encoding, and how many bytes its mark takes."""

    encoding: str
    mark: int


def wide(data: bytes) -> Wide | None:
    """The encoding of bytes whose letters take two or four of them each; None of all others."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Wide(encoding, len(mark))
    start = data[:_START]
    if 0 not in start:
        return None
    return next((Wide(encoding, 0) for _, encoding in _MARKS if _says(start, len(data), encoding)), None)


def _says(start: bytes, size: int, encoding: str) -> bool:
    width = 4 if encoding.startswith("utf-32") else 2
    if size % width or len(start) < _FEWEST * width:
        return False
    text = start.decode(encoding, errors="replace")
    return _LATIN.fullmatch(text) is not None and any(letter.isascii() and letter.isalpha() for letter in text)
