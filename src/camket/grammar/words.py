"""The words of a text as search sees them: with their marks, and without for those who type none."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from camket.grammar.expression import expression
from camket.grammar.fold import Folded

_WORD = expression(r"[^\W_]+")
_ENDS_IN_Y = expression(r"(?:[bcdghklmnprstvx]|qu|th|tr|ph|kh|ch|nh|gh|ng)y")
"""Syllables that are written with `y` or with `i`: `ty le`, `ti le`; `tay` and `tai` are two words."""


class Word(NamedTuple):
    """`text[start:end]` in lower case and in one habit of writing (`exact`), and the same without any mark (`bare`)."""

    exact: str
    bare: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """The words of a text, composed or decomposed, each with its span of the text as it stands."""
    folded = Folded(text)
    moved = folded.is_moved
    for found in _WORD.finditer(folded.low):
        start, end = folded.span(*found.span()) if moved else found.span()
        yield Word(found[0], bare(found[0]), start, end)


class Written:
    """The words of a text one after the other; where they stand is asked for of few."""

    def __init__(self, text: str, *, exact: bool, enough: Sequence[str] = (), beyond: int = 0) -> None:
        """Read a text.

        Args:
            text: as it stands.
            exact: whether the words keep their marks.
            enough: words; the first place where they stand in a row ends the reading, as does the end of the text.
            beyond: so many letters behind that place are read still.
        """
        self._folded = Folded(text)
        self._found: list[re.Match[str]] = []
        self.words: list[str] = []
        row, last = list(enough), len(self._folded.low)
        for found in _WORD.finditer(self._folded.low):
            word = found[0] if exact else bare(found[0])
            self._found.append(found)
            self.words.append(word)
            if found.start() > last:  # this one tells where a piece before it may end
                break
            if row and word == row[-1] and self.words[-len(row) :] == row:
                row, last = [], found.end() + beyond

    def span(self, place: int) -> tuple[int, int]:
        """Where the word at a place stands in the text."""
        span = self._found[place].span()
        return self._folded.span(*span) if self._folded.is_moved else span

    def from_(self, letter: int) -> int | None:
        """Where the first word stands that begins there or later."""
        place = bisect_left(self._found, letter, key=lambda found: self._folded.span(*found.span())[0])
        return self.span(place)[0] if place < len(self._found) else None


@lru_cache(maxsize=16_384)
def bare(word: str) -> str:
    """A folded word without marks, `đ` as `d`, in one habit of `i` and `y`; papers have few different ones."""
    decomposed = unicodedata.normalize("NFD", word).replace("đ", "d")
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return f"{letters[:-1]}i" if _ENDS_IN_Y.fullmatch(letters) else letters
