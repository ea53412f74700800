"""The capital letters of Vietnamese and other Latin writing, for classes of expressions."""

from __future__ import annotations

_LATIN = (range(0x41, 0x180), range(0x1A0, 0x1B1), range(0x1EA0, 0x1EFA))
UPPER = "".join(letter for block in _LATIN for letter in map(chr, block) if letter.isalpha() and letter.isupper())
