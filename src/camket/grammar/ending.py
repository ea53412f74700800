"""Expressions for what stands right before a place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from camket.grammar.expression import expression

_WORD = expression(r"[^\W\d_]+")
_NEAR = 16
"""Letters that hold the last word before a place with the blanks behind it."""


class Ends:
    """Words, one of which may end a stretch of text; their last letters tell of most that none does."""

    __slots__ = ("_tails", "_words")

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(sorted(set(words)))
        self._tails = frozenset(word[-2:] for word in self._words)

    def close(self, text: str) -> bool:
        """Whether one of the words ends the text, be it cut out of a longer one."""
        return (text[-2:] in self._tails or text[-1:] in self._tails) and text.endswith(self._words)


class Ending:
    """An expression for the words that end at a place, tried only where one of its own words ends there.

    Before most places nothing of the kind stands, and to find that an expression matches nowhere takes ten times as
    long as to look at the last word. So the expression must end in a word that it spells out, with nothing but blanks
    behind that.
    """

    __slots__ = ("_close", "_pattern")

    def __init__(self, pattern: str) -> None:
        self._pattern = expression(pattern)
        self._close = Ends(_WORD.findall(pattern)).close

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The words that end at `end`, which is the end of the text where it is not given, and begin after `start`."""
        stop = len(text) if end is None else end
        near = stop - _NEAR
        if not self._close(text[near if near > start else start : stop].rstrip()):
            return None
        return self._pattern.search(text, start, stop)
