"""The letters of a page to its words.

PDFium gives the letters in the order in which the file draws them, with the blanks that it thinks are there. The boxes
decide: a wide gap parts letters where no blank was drawn, and a blank that PDFium put where there is no gap is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec.structs import replace

from camket.grammar.expression import expression
from camket.read.pdf.boxes import Word

_RUN = expression(r"\S+")
_NO_GAP = 0.09
"""The part of the letters' size below which no blank stands between two letters."""
_GAP = 0.2
"""The part of it from which one surely does, if the other letters of the word stand closer."""
_SQUEEZED, _TOUCHING, _TOUCHING_LEAST = 0.12, 0.03, 4
"""The part of it from which one does in a line squeezed to its width, where so many other letters stand as close."""
_SPREAD = 2.2
"""A gap in letters that are all set apart is a blank where it is that many times the usual."""
_OFF_LINE = 0.1
_JUMP = 0.5
_LINE_END = 2
"""Signs that PDFium writes for the end of a line."""
_ABOVE, _BELOW = 0.9, 0.22
"""How far letters reach above and below the line that they stand on, in sizes."""


class Letters(NamedTuple):
    """The letters of a page, upright: their text, and for each its edges and the line that it stands on, y downwards.

    Attributes:
        is_added: tells of a blank, by its number, whether PDFium added it to those that the file draws.
        size: the size of a letter, by its number.
        is_turned: whether a letter stands on a line of another direction than those of the page.
    """

    text: str
    left: list[float]
    right: list[float]
    base: list[float]
    is_added: Callable[[int], bool]
    size: Callable[[int], float]
    is_turned: Callable[[int], bool]


def words(letters: Letters) -> list[Word]:
    """The words in the order in which the file draws them."""
    made: list[Word] = []
    before = -1
    for run in _RUN.finditer(letters.text):
        start, end = run.span()
        for word in _parts(letters, start, end, after_turned=bool(made) and made[-1].turned):
            if word.order == start and made and _goes_on(letters, made[-1], word, before, start):
                made[-1] = _together(made[-1], word)
            else:
                made.append(word)
        before = end
    return made


def cut(letters: Letters, word: Word, at: int) -> tuple[Word, Word]:
    """A word as two, the second of which begins with its letter `at`."""
    first, last = word.order, word.order + len(word.text)
    return _word(letters, first, first + at), _word(letters, first + at, last)


def _word(letters: Letters, start: int, end: int) -> Word:
    size, base = letters.size(start), letters.base[start]
    return Word(
        letters.text[start:end], min(letters.left[start:end]), base - _ABOVE * size, max(letters.right[start:end]),
        base + _BELOW * size, size, start,
    )  # fmt: skip


def _parts(letters: Letters, start: int, end: int, *, after_turned: bool) -> Iterator[Word]:
    """The words of a run of letters without blanks; most are one."""
    lefts, rights, bases = letters.left[start:end], letters.right[start:end], letters.base[start:end]
    size, base = letters.size(start), bases[0]
    loose = rights[-1] - lefts[0] - sum(rights) + sum(lefts)
    if max(bases) - min(bases) <= _OFF_LINE * size and -_GAP * size <= loose <= _NO_GAP * size and not after_turned:
        yield Word(
            letters.text[start:end], lefts[0], base - _ABOVE * size, rights[-1], base + _BELOW * size, size, start
        )
        return
    if letters.is_turned(start):
        yield _turned(letters, start, end, size)
    else:
        yield from _parted(letters, start, end, size)


def _turned(letters: Letters, start: int, end: int, size: float) -> Word:
    """A word that runs upwards, downwards or askew."""
    lefts, rights, bases = letters.left[start:end], letters.right[start:end], letters.base[start:end]
    text = letters.text[start:end]
    return Word(text, min(lefts), min(bases) - size, max(rights), max(bases), size, start, turned=True)


def _parted(letters: Letters, start: int, end: int, size: float) -> Iterator[Word]:
    gaps = [letters.left[at] - letters.right[at - 1] for at in range(start + 1, end)]
    usual = max(0.0, sorted(gaps)[len(gaps) // 2]) if gaps else 0.0
    least = _SQUEEZED * size if _is_squeezed(gaps, size) else max(_GAP * size, _SPREAD * usual + _NO_GAP * size)
    first = start
    for at, gap in zip(range(start + 1, end), gaps, strict=True):
        parted = gap > least or gap < -_JUMP * size - usual
        steps = abs(letters.base[at] - letters.base[at - 1]) > _OFF_LINE * size
        if (parted or steps) and not _is_mark(letters.text[at]):
            yield _word(letters, first, at)
            first = at
    yield _word(letters, first, end)


def _is_squeezed(gaps: list[float], size: float) -> bool:
    """Whether letters all but touch save for a few gaps, each of which is a blank even where it is a narrow one."""
    touching = sum(gap <= _TOUCHING * size for gap in gaps)
    return touching >= _TOUCHING_LEAST and touching + sum(gap > _SQUEEZED * size for gap in gaps) == len(gaps)


def _is_mark(letter: str) -> bool:
    return "\u0300" <= letter <= "\u036f"


def _goes_on(letters: Letters, before: Word, word: Word, end: int, start: int) -> bool:
    """Whether PDFium put a blank or a line's end into a word: none is drawn, and no gap is there.

    It does so where letters with marks come from another font than those beside them.
    """
    if before.turned or word.turned:
        return False
    if _is_mark(word.text[0]):
        return True
    gap = word.left - before.right
    size = min(before.size, word.size)
    if not -_JUMP * size < gap < _NO_GAP * size or abs(before.bottom - word.bottom) > _OFF_LINE * size:
        return False
    return end < start <= end + _LINE_END and all(map(letters.is_added, range(end, start)))


def _together(one: Word, other: Word) -> Word:
    return replace(
        one,
        text=one.text + other.text,
        left=min(one.left, other.left),
        top=min(one.top, other.top),
        right=max(one.right, other.right),
    )
