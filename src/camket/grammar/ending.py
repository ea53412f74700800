"""Expressions for what stands right before a place."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 16
"""Letters that hold the last word before a place with the blanks behind it."""


class Ending:
    """An expression for the words that end at a place, tried only where one of its own words ends there.

    Before most places nothing of the kind stands, and to find that an expression matches nowhere takes ten times as
    long as to look at the last word. So the expression must end in a word that it spells out, with nothing but blanks
    behind that.
    """

    __slots__ = ("_pattern", "_words")

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)
        self._words = tuple(sorted(set(_WORD.findall(pattern))))

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The words that end at `end`, which is the end of the text where it is not given, and begin after `start`."""
        stop = len(text) if end is None else end
        if not text[max(start, stop - _NEAR) : stop].rstrip().endswith(self._words):
            return None
        return self._pattern.search(text, start, stop)
