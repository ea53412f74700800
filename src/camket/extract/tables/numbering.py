"""Which rows a table numbers with capital letters, and so above its Roman numbers: `A`, ..., `H`, `I`, `K`, `AA`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from camket.grammar.expression import expression

_LETTERS = expression(r"([A-ZĐ])\1{0,4}")
_ROMAN = expression(r"[IVX]+")
_ORDER = "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ"
_STEP = 3
"""How far apart two letters may be between which one that could be a Roman number stands: `H`, `I`, `K`."""
_ROMAN_ORDER = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")


def lettered(numbers: Sequence[str]) -> frozenset[int]:
    """The places of the numbers, given in order as printed, that are capital letters.

    `I`, `V` and `X` are Roman but where they fill a gap between two letters (`H`, `I`, `K`).
    """
    plain = [number.strip(" .)(") for number in numbers]
    sure = [at for at, text in enumerate(plain) if _LETTERS.fullmatch(text) and not _ROMAN.fullmatch(text)]
    found = set(sure)
    for first, last in pairwise(sure):
        one, other = plain[first], plain[last]
        gap = _ORDER.index(other[0]) - _ORDER.index(one[0])
        if 1 < gap <= _STEP and abs(len(one) - len(other)) <= 1:
            between = {_ORDER[place] * len(one) for place in range(_ORDER.index(one[0]) + 1, _ORDER.index(other[0]))}
            fitting = [at for at in range(first + 1, last) if plain[at] in between and not _goes_on(plain, at, last)]
            found.update(fitting[-1:])
    return frozenset(found)


def _goes_on(numbers: Sequence[str], at: int, end: int) -> bool:
    """Whether the next Roman number after a place is the one that follows it, so that it is Roman itself."""
    if numbers[at] not in _ROMAN_ORDER[:-1]:
        return False
    after = next((one for one in numbers[at + 1 : end] if _ROMAN.fullmatch(one)), "")
    return after == _ROMAN_ORDER[_ROMAN_ORDER.index(numbers[at]) + 1]
