"""The words of a text as search sees them: with their marks, and without for those who type none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
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


@lru_cache(maxsize=16_384)
def bare(word: str) -> str:
    """A folded word without marks, `đ` as `d`, in one habit of `i` and `y`; papers have few different ones."""
    decomposed = unicodedata.normalize("NFD", word).replace("đ", "d")
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return f"{letters[:-1]}i" if _ENDS_IN_Y.fullmatch(letters) else letters
