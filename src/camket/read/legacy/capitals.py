"""Capitals of TCVN3: `TØNH B¾C NINH` was set in a font whose small letters look like capitals.

A plain text does not keep the font, so the words tell: a small letter with an accent between or behind capitals is
one. What that leaves open (`Së`: `Sở` or `SỞ`) goes with the words beside it on its line. A sentence begins with a
capital, which TCVN3 does not have for a letter with a tone.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from camket.grammar.expression import expression
from camket.grammar.syllable import is_syllable
from camket.read.legacy.writing import ALPHABET

_SMALL = "".join(sorted(letter for letter in ALPHABET if letter.islower()))
_UPPER = str.maketrans({letter: letter.upper() for letter in (*_SMALL, *"abcdefghijklmnopqrstuvwxyz")})
_WORD = expression(r"[^\W\d_]+")
_SMALL_ACCENTED = expression(f"[{''.join(letter for letter in _SMALL if not letter.isascii())}]")
_SENTENCE = expression(f"(?<=[^\\W\\d][.!?] )[{''.join(letter for letter in _SMALL if not letter.isascii())}](?=[a-z])")
# Two letters as no word in small letters has them, and most lines have none.
_IN_CAPITALS = expression(f"[^\\W\\d_a-z][A-Z{_SMALL.upper()}]")
# What parts lines, and columns that blanks lay out: `- Lưu: VT.        Bí THƯ`.
_COLUMNS = expression(r"(\n| {3,}|\t)")
_ABBREVIATION = 2  # `TU`, `HU` are syllables, but stand for other words
_SMALL_PLAIN = expression(r"[a-z]")


class _Case(Enum):
    SMALL = auto()  # a small letter of ASCII is in it
    CAPITAL = auto()  # small letters only with accents, and a capital behind the first letter; or a word like `BAN`
    OPEN = auto()  # `Së`, `®é`: either
    MUTE = auto()  # nothing that could be wrong: `UBND`, `TU`


def in_capitals(text: str) -> str:
    """All Vietnamese letters as capitals; as many characters as before."""
    return text.translate(_UPPER)


def told_by_words(text: str, *, sentences: bool = True) -> str:
    """A converted text with the capitals that its words tell; as many characters as before.

    Args:
        text: the text.
        sentences: whether a small letter that begins a sentence is a capital: not where the font is known.
    """
    lines = "".join(map(_line, _COLUMNS.split(text)))
    return _SENTENCE.sub(lambda found: in_capitals(found[0]), lines) if sentences else lines


def _line(line: str) -> str:
    if _IN_CAPITALS.search(line) is None:
        return line
    words = list(_WORD.finditer(line))
    cases = [_case(word[0]) for word in words]
    if _Case.CAPITAL not in cases:
        return line
    pieces: list[str] = []
    place = 0
    for word, case in zip(words, _settled(cases), strict=True):
        if case is _Case.CAPITAL:
            pieces += (line[place : word.start()], in_capitals(word[0]))
            place = word.end()
    return "".join((*pieces, line[place:]))


def _case(word: str) -> _Case:
    if _SMALL_PLAIN.search(word):
        return _Case.SMALL
    if _SMALL_ACCENTED.search(word) is None:
        return _Case.CAPITAL if len(word) > _ABBREVIATION and is_syllable(word.lower()) else _Case.MUTE
    return _Case.CAPITAL if any(letter.isupper() for letter in word[1:]) else _Case.OPEN


def _settled(cases: Sequence[_Case]) -> list[_Case]:
    """An open word is in capitals where the nearest told words before and behind it are, or the one there is."""
    before, behind = _nearest(cases), _nearest(cases[::-1])[::-1]
    return [
        _Case.CAPITAL if case is _Case.OPEN and {left, right} - {None} == {_Case.CAPITAL} else case
        for case, left, right in zip(cases, before, behind, strict=True)
    ]


def _nearest(cases: Sequence[_Case]) -> list[_Case | None]:
    found: list[_Case | None] = []
    last: _Case | None = None
    for case in cases:
        found.append(last)
        if case in (_Case.SMALL, _Case.CAPITAL):
            last = case
    return found
