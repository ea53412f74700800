"""Words of a text in which every letter of one block of the character table left a blank: `đ t 5.500 t n, h  nghèo`.

The letters are those of `dropped`; here each leaves a place, so two pieces with one blank between may be one word, and
two blanks behind or before a piece may hold its last or first letter. Of all ways to read a run of pieces the likeliest
stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from camket.grammar.dropped import DROPPED, LONGEST, TOKEN, likeliest, weight
from camket.grammar.expression import expression
from camket.grammar.fold import Edit
from camket.grammar.guess import as_printed
from camket.grammar.known import NUMBER, Known
from camket.grammar.syllable import is_syllable, respelt

_BARE = expression(r"(?<!\w)(?<![.,/@-])(?:[bcdđghklmnpqrstvx]|[cgknpt]h|ng|tr)(?= )")
"""A consonant alone, as a word leaves of which the vowel is lost."""
_SHARE = 20
"""One such among so many words: where letters vanish without a trace, or none does, there are hardly any."""
_GLUED = expression(
    r"(?<!\w)(?!(?:[cgknpt]h|ng|ngh|tr|tp|vn|kh|nq|qh|cp|hđnd|tw|bch)(?!\w))[bcdđghklmnpqrstvx]{2,4}(?![\w.])"
)
_OFTEN = 3
"""Consonants that a letter lost without a trace brings together (`trng`, `đt`) are rarer where letters leave blanks."""
_BESIDE = expression(r" {1,2}")
_JOINED = 6.0
"""What is to be said for one word of two pieces beside two words: as much as a word of its own that is well known."""


def has_blanks(low: str) -> bool:
    """Whether the letters that a text is short of left blanks."""
    bare = len(_BARE.findall(low))
    return bare * _SHARE > low.count(" ") and bare > _OFTEN * len(_GLUED.findall(low))


def fill_blanks(text: str, low: str, known: Known) -> Iterator[Edit]:
    """The words that are to be read with the letter in place of their blank, in order."""
    run: list[re.Match[str]] = []
    for token in TOKEN.finditer(low):
        if run and _BESIDE.fullmatch(low, run[-1].end(), token.start()) is None:
            yield from _read(text, low, run, known)
            run = []
        run.append(token)
    yield from _read(text, low, run, known)


class _Way(NamedTuple):
    """One way to read the pieces of a run up to one: how likely, the last word, its place, and the way before it."""

    likely: float
    word: str
    start: int
    end: int
    changed: bool
    before: _Way | None


def _read(text: str, low: str, run: Sequence[re.Match[str]], known: Known) -> Iterable[Edit]:
    """The words of a run that are not as they stand, by its likeliest reading."""
    ends: list[list[_Way]] = [[] for _ in run]
    for at in range(len(run)):
        for word, start, end, changed in _words(low, run, at):
            last = at - 1 if start >= run[at].start() - 1 else at - 2
            own = weight(word, "" if changed else word, known) + (_JOINED if last < at - 1 else 0.0)
            before = likeliest(ends[last], own, word, known) if last >= 0 else None
            if before is not None:
                ends[at].append(_Way(before[1], word, start, end, changed, before[0]))
            elif last < 0:
                ends[at].append(_Way(own, word, start, end, changed, None))
    way = max(ends[-1], key=lambda one: one.likely, default=None) if ends else None
    edits: list[Edit] = []
    while way is not None:
        if way.changed:
            edits.append(Edit(way.start, way.end, as_printed(text[way.start : way.end].strip(), way.word)))
        way = way.before
    return reversed(edits)


def _words(low: str, run: Sequence[re.Match[str]], at: int) -> Iterator[tuple[str, int, int, bool]]:
    """The words that may end with a piece, each with its place and whether a letter was put in."""
    piece = run[at][0]
    start, end = run[at].span()
    if piece[0].isdigit():
        yield NUMBER, start, end, False
        return
    if piece == "t" and low.startswith(" /ha", end):
        yield "tạ", start, end + 1, True  # a yield is told by weight
        return
    yield piece, start, end, False
    if low.startswith(("  ", " ,", " ;", " .", " \n", " )", " /"), end):
        for word in _with(piece, ""):
            yield word, start, end + 1, True
    if at and run[at - 1].end() + 1 == start and not run[at - 1][0][0].isdigit():
        for word in _with(run[at - 1][0], piece):
            yield word, run[at - 1].start(), end, True


@lru_cache(maxsize=8192)
def _with(first: str, last: str) -> tuple[str, ...]:
    """The syllables that a lost letter between two pieces makes."""
    if len(first) + len(last) >= LONGEST:
        return ()
    made = (respelt(first + letter + last) for letter in DROPPED)
    return tuple(dict.fromkeys(filter(is_syllable, made)))
