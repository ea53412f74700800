"""Words that the file itself says of the picture of a page: the number and the day that were laid over a scan.

They are as sure as letters can be, so they are taken off the picture before it is read, and stand with the words that
were recognised beside them.
"""

from __future__ import annotations

from collections.abc import Sequence

from camket.read.scan.ruling import Box
from camket.read.scan.word import Word

_SAME_LINE = 0.6


def with_known(
    words: Sequence[Word], cells: Sequence[Sequence[Word]], boxes: Sequence[Box], known: Sequence[Word]
) -> tuple[list[Word], list[list[Word]]]:
    """The words outside the tables of a page, and those of each cell, with the known ones among them.

    Args:
        words: those recognised outside the tables.
        cells: those recognised in each cell.
        boxes: where the cells are.
        known: the known words, in the picture that was read.
    """
    outside, inside = list(words), [list(cell) for cell in cells]
    for number, word in enumerate(known):
        held = next((at for at, box in enumerate(boxes) if _holds(box, word)), None)
        among = outside if held is None else inside[held]
        among.append(_beside(word, among, number))
    return outside, inside


def _holds(box: Box, word: Word) -> bool:
    return box.left <= word.middle <= box.right and box.top <= word.centre <= box.bottom


def _beside(word: Word, others: Sequence[Word], number: int) -> Word:
    """The word as one of the line in which it stands, or of a line of its own."""
    level = [one for one in others if abs(one.centre - word.centre) < _SAME_LINE * max(one.height, word.height)]
    if not level:
        return word._replace(block=-1 - number)
    near = min(level, key=lambda one: max(one.left - word.right, word.left - one.right))
    return word._replace(block=near.block, paragraph=near.paragraph, line=near.line)
