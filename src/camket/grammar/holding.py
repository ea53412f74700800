"""Words of which one must stand in a stretch of text: to look for them is far cheaper than an expression."""

from __future__ import annotations

import re
from collections.abc import Iterable

from camket.grammar.expression import expression


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands in a text, be it cut out of a longer one."""
    for word in words:  # noqa: SIM110 - `any` makes a generator each time, which costs more than the look itself
        if word in text:
            return True
    return False


class Holding:
    """An expression that is tried only on stretches of text that hold one of the words it needs."""

    __slots__ = ("_pattern", "_words")

    def __init__(self, pattern: str, words: tuple[str, ...]) -> None:
        self._pattern, self._words = expression(pattern), words

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """What `re.Pattern.search` finds in `text[start:end]`, with what stands around it in sight."""
        stop = len(text) if end is None else end
        return self._pattern.search(text, start, stop) if holds(text[start:stop], self._words) else None

    def finditer(self, text: str) -> Iterable[re.Match[str]]:
        """All that `re.Pattern.finditer` finds in a text."""
        return self._pattern.finditer(text) if holds(text, self._words) else ()
