"""The letters of a page to its words.

PDFium gives the letters in the order in which the file draws them, with the blanks that it thinks are there. The boxes
decide: a wide gap parts letters where no blank was drawn, and a blank that PDFium put where there is no gap is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from camket.read.pdf.boxes import Word

_RUN = re.compile(r"\S+")
_NO_GAP = 0.09
"""The part of the letters' height below which no blank stands between two letters."""
_GAP = 0.2
"""The part of it from which one surely does, if the other letters of the word stand closer."""
_SPREAD = 2.2
"""A gap in letters that are all set apart is a blank where it is that many times the usual."""
_OFF_LINE = 0.13
_JUMP = 0.5


class Letters(NamedTuple):
    """The letters of a page: their text, and for each letter its edges; y upwards, as in the file.

    `is_added` tells of a blank, by its number, whether PDFium added it to those that the file draws.
    """

    text: str
    left: list[float]
    top: list[float]
    right: list[float]
    bottom: list[float]
    is_added: Callable[[int], bool]


def words(letters: Letters, height: float) -> list[Word]:
    """The words in the order in which the file draws them.

    Args:
        letters: all letters of the page.
        height: of the page, to turn the y axis downwards.
    """
    made: list[Word] = []
    before = -1
    for run in _RUN.finditer(letters.text):
        start, end = run.span()
        for first, last in _parts(letters, start, end):
            word = _word(letters, first, last, height)
            if first == start and before >= 0 and made and _goes_on(letters, made[-1], word, before, start):
                made[-1] = _together(made[-1], word)
            else:
                made.append(word)
        before = end
    return made


def cut(letters: Letters, word: Word, at: int, height: float) -> tuple[Word, Word]:
    """A word as two, the second of which begins with its letter `at`."""
    first, last = word.order, word.order + len(word.text)
    return _word(letters, first, first + at, height), _word(letters, first + at, last, height)


def _word(letters: Letters, start: int, end: int, height: float) -> Word:
    if end - start == 1:
        top, bottom = letters.top[start], letters.bottom[start]
        return Word(
            letters.text[start], letters.left[start], height - top, letters.right[start], height - bottom,
            top - bottom, start,
        )  # fmt: skip
    tops, bottom = letters.top[start:end], min(letters.bottom[start:end])
    return Word(
        letters.text[start:end], min(letters.left[start:end]), height - max(tops), max(letters.right[start:end]),
        height - bottom, min(tops) - bottom, start,
    )  # fmt: skip


def _parts(letters: Letters, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where a run of letters without blanks is to be parted; most are not."""
    if end - start == 1:
        yield start, end
        return
    lefts, rights, bottoms = letters.left[start:end], letters.right[start:end], letters.bottom[start:end]
    lowest = min(bottoms)
    size = min(letters.top[start:end]) - lowest
    loose = rights[-1] - lefts[0] - sum(rights) + sum(lefts)
    if max(bottoms) - lowest <= _OFF_LINE * size and -_GAP * size <= loose <= _GAP * size:
        yield start, end
        return
    yield from _parted(letters, start, end)


def _parted(letters: Letters, start: int, end: int) -> Iterator[tuple[int, int]]:
    gaps = [letters.left[at] - letters.right[at - 1] for at in range(start + 1, end)]
    usual = max(0.0, sorted(gaps)[len(gaps) // 2])
    first = start
    for at, gap in zip(range(start + 1, end), gaps, strict=True):
        size = min(letters.top[at] - letters.bottom[at], letters.top[at - 1] - letters.bottom[at - 1])
        parted = gap > max(_GAP * size, _SPREAD * usual + _NO_GAP * size) or gap < -_JUMP * size - usual
        if (parted or _steps(letters, at - 1, at)) and not _is_mark(letters.text[at]):
            yield first, at
            first = at
    yield first, end


def _steps(letters: Letters, one: int, other: int) -> bool:
    """Whether two neighbouring letters stand on different lines or in sizes that no one word has."""
    low, high = letters.bottom[one], letters.bottom[other]
    size = max(letters.top[one] - low, letters.top[other] - high)
    return abs(low - high) > _OFF_LINE * size


def _is_mark(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f"


def _goes_on(letters: Letters, before: Word, word: Word, end: int, start: int) -> bool:
    """Whether PDFium put a blank into a word: none is drawn, and no gap is there."""
    if _is_mark(word.text[0]):
        return True
    gap = word.left - before.right
    size = min(before.size, word.size)
    if not -_JUMP * size < gap < _NO_GAP * size or abs(before.bottom - word.bottom) > _OFF_LINE * size:
        return False
    return end + 1 == start and letters.is_added(end)


def _together(one: Word, other: Word) -> Word:
    return one._replace(
        text=one.text + other.text,
        left=min(one.left, other.left),
        top=min(one.top, other.top),
        right=max(one.right, other.right),
    )
