"""Lines of running text of which the recogniser is unsure, read again a little smaller.

A word such as `ngân` or `FDI` is taken for another at one size and read at the next. Of each word the second reading is
taken where it is clearly surer; where a line falls into other words, of the whole line. Neither is changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from camket.read.scan.cells import INSET, SMALLER, least_sure, words_in
from camket.read.scan.ruling import Box
from camket.read.scan.word import Word

if TYPE_CHECKING:
    from PIL import Image

_SURE, _SURER, _SURE_ENOUGH = 0.85, 0.06, 0.6
"""Below what surety of its least sure word a line is read again; how much surer, and how sure, this must then be."""
_MOST, _SHARE = 30, 0.5
"""Lines of a page at most, and the part of its lines: a page that is unsure throughout is read no better again."""
_AS_LONG = 0.9
_LETTERS = 8
"""Letters of a line worth the time."""


def read_again(image: Image.Image, words: Sequence[Word]) -> list[Word]:
    """The words of a page outside its tables, the unsure lines as they are read best.

    Raises:
        ReadError: see `camket.read.scan.tesseract.words_of`.
    """
    lines: dict[tuple[int, int, int], list[Word]] = defaultdict(list)
    for word in words:
        lines[word.block, word.paragraph, word.line].append(word)
    unsure = [line for line, held in lines.items() if _is_unsure(held)]
    if not unsure or len(unsure) > min(_MOST, _SHARE * len(lines)):
        return list(words)
    second = words_in(image, {at: _box(lines[line]) for at, line in enumerate(unsure)}, SMALLER)
    for at, line in enumerate(unsure):
        again = [word._replace(block=line[0], paragraph=line[1], line=line[2]) for word in second.get(at, ())]
        lines[line] = _best(lines[line], again)
    return [word for held in lines.values() for word in held]


def _is_unsure(words: Sequence[Word]) -> bool:
    return least_sure(words) < _SURE and sum(len(word.text) for word in words) >= _LETTERS


def _box(words: Sequence[Word]) -> Box:
    """The line with the room that is taken off a cell for its ruled edges."""
    left, right = min(word.left for word in words), max(word.right for word in words)
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    return Box(0, 0, 1, 1, left - 2 * INSET, top - INSET, right + 2 * INSET, bottom + INSET)


def _best(words: list[Word], again: list[Word]) -> list[Word]:
    pairs = list(zip(words, again, strict=False))
    if len(words) == len(again) and all(one.left < other.right and other.left < one.right for one, other in pairs):
        return [
            one._replace(text=other.text, sure=other.sure) if other.sure >= one.sure + _SURER else one
            for one, other in pairs
        ]
    long = sum(len(word.text) for word in again) >= _AS_LONG * sum(len(word.text) for word in words)
    return again if long and least_sure(again) >= max(least_sure(words) + _SURER, _SURE_ENOUGH) else words
