"""Windows-1258: letters with their hats, and five tones as marks of their own behind the vowel."""

from __future__ import annotations

from camket.read.legacy.writing import Writing

NAME = "Windows-1258"
_MARKS = {"\xcc": "\u0300", "\xd2": "\u0309", "\xde": "\u0303", "\xec": "\u0301", "\xf2": "\u0323"}
_FREE = frozenset((0x8A, 0x8E, 0x9A, 0x9E, 0x81, 0x8D, 0x8F, 0x90, 0x9D))
LETTERS = {
    chr(code): bytes((code,)).decode("cp1258")
    for code in range(0x80, 0x100)
    if code not in _FREE and chr(code) not in _MARKS
}

WRITING = Writing(
    name=NAME, letters=LETTERS, marks=_MARKS, bases="aeiouyAEIOUY\xc2\xc3\xca\xd4\xd5\xdd\xe2\xe3\xea\xf4\xf5\xfd"
)
