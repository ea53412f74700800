"""Words of a text that has lost all letters of one block of the character table: `tnh Tin Giang tăng gn 3% so vi`.

The letters from `ạ` to `ỹ` stand together behind all others that Vietnamese has; programs and fonts of one byte a
letter drop them. Nearly every second word of such a text is short of one letter, and most are still written like words,
so each is read as what makes the likeliest run of words together with those beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import log
from typing import NamedTuple, Protocol, TypeVar

from camket.grammar.expression import expression
from camket.grammar.fold import Edit
from camket.grammar.guess import as_printed
from camket.grammar.known import NUMBER, Known
from camket.grammar.syllable import is_syllable, respelt

_BLOCK = expression("[\u1ea0-\u1ef9]")
_BELOW = expression("[à-ãè-êìíò-õùúýăđĩũơư]")
_OWN = expression("[đơưă]")
_LEAST, _LEAST_OWN = 24, 8
"""Marked letters that a text must have, and those that only Vietnamese has, to say that a whole block is missing."""
_SHARE = 50
"""One letter of the block among so many others is a rest; healthy texts have as many of it as of others."""
DROPPED = "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"
TOKEN = expression(r"[^\W\d_]+|\d[\d.,]*")
_BESIDE = expression(r" {0,2}")
LONGEST = 7
_SAME = 1.0
"""How much is to be said for a word as it stands that is known, beside one with a letter put back."""
_PAIR = 4.0
"""How much more it tells that two words are known beside each other than that one is known at all."""


def has_dropped(low: str) -> bool:
    """Whether a text in lower case has lost the block."""
    below = len(_BELOW.findall(low))
    missing = below >= _LEAST and len(_BLOCK.findall(low)) * _SHARE < below
    return missing and len(_OWN.findall(low)) >= _LEAST_OWN


def put_back(text: str, low: str, known: Known) -> Iterator[Edit]:
    """The words that are to be read with their letter, in order."""
    run: list[re.Match[str]] = []
    for token in TOKEN.finditer(low):
        if run and _BESIDE.fullmatch(low, run[-1].end(), token.start()) is None:
            yield from _read(text, run, known)
            run = []
        run.append(token)
    yield from _read(text, run, known)


class _Reading(NamedTuple):
    """One way to read the words of a run up to one: how likely, that word, and the way up to the word before it."""

    likely: float
    word: str
    before: _Reading | None


def _read(text: str, run: Sequence[re.Match[str]], known: Known) -> Iterable[Edit]:
    """The words of a run that are not as they stand, by its likeliest reading."""
    ways: list[_Reading] = []
    for token in run:
        ways = [_best(word, token[0], ways, known) for word in _readings(token[0])]
    way = max(ways, key=lambda one: one.likely, default=None)
    edits: list[Edit] = []
    for token in reversed(run):
        if way is None:
            break
        if way.word not in (token[0], NUMBER):
            edits.append(Edit(*token.span(), as_printed(text[slice(*token.span())], way.word)))
        way = way.before
    return reversed(edits)


def _best(word: str, token: str, ways: Sequence[_Reading], known: Known) -> _Reading:
    own = weight(word, token, known)
    before = likeliest(ways, own, word, known)
    return _Reading(own, word, None) if before is None else _Reading(before[1], word, before[0])


class Way(Protocol):
    """A way to read a text up to a word."""

    @property
    def likely(self) -> float:
        """How likely it is."""

    @property
    def word(self) -> str:
        """The word that it ends in."""


WayT = TypeVar("WayT", bound=Way)


def likeliest(ways: Iterable[WayT], own: float, word: str, known: Known) -> tuple[WayT, float] | None:
    """The way that a word goes on with best, the first of equals, and how likely both are; None where there is none.

    Of the many ways that are weighed no record is made.
    """
    best: WayT | None = None
    most = 0.0
    for way in ways:
        likely = way.likely + own + together(way.word, word, known)
        if best is None or likely > most:
            best, most = way, likely
    return None if best is None else (best, most)


@lru_cache(maxsize=4096)
def _readings(word: str) -> tuple[str, ...]:
    """The word as it stands and the syllables that one letter of the block put back makes of it; any number is one."""
    if word[0].isdigit():
        return (NUMBER,)
    if len(word) >= LONGEST or _BLOCK.search(word):
        return (word,)
    made = (respelt(word[:at] + letter + word[at:]) for at in range(len(word) + 1) for letter in DROPPED)
    return (word, *dict.fromkeys(filter(is_syllable, made)))


def weight(one: str, word: str, known: Known) -> float:
    """How likely a word is by itself."""
    seen = known.words.get(one, 0)
    if one == NUMBER:
        return 0.0
    if one == word:
        return log(1 + seen) + _SAME if is_syllable(one) else 0.0
    return log(1 + seen) if seen else -_PAIR


def together(first: str, second: str, known: Known) -> float:
    """How much it tells that two words are known beside each other."""
    seen = known.pairs.get((first, second), 0)
    return _PAIR + log(seen) if seen else 0.0
