"""What a page is made of: words, segments of lines, tables, each with its box.

Coordinates are points from the upper left corner of the page as it is read, y downwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

import msgspec

Raised = Literal[0, 1]


class Word(msgspec.Struct, frozen=True, gc=False):
    """Letters that stand together.

    Attributes:
        top, bottom: how far letters of its size reach above and below the line that they stand on.
        size: that of the letters.
        order: the number of its first letter on the page, in the order in which the file draws them.
        raised: 1 where it stands above the line in smaller letters: the mark of a note, a power.
        turned: it stands on a line of another direction than those of the page.
        sure: how sure the recognition of its letters is, where they were recognised in a picture.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    order: int = 0
    raised: Raised = 0
    turned: bool = False
    sure: float | None = None


class Segment(msgspec.Struct, gc=False):
    """Words of one line that stand beside each other with no more than blanks between; a whole line in most papers."""

    words: list[Word]
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        """Its words with one blank between."""
        return " ".join([word.text for word in self.words])

    @property
    def centre(self) -> float:
        """Halfway between left and right."""
        return (self.left + self.right) / 2


def segment(words: list[Word]) -> Segment:
    """A segment of these words, which are in order."""
    largest = max(words, key=lambda word: word.size) if len(words) > 1 else words[0]
    return Segment(
        words,
        min([word.left for word in words]),
        min([word.top for word in words]),
        max([word.right for word in words]),
        largest.bottom,
        largest.size,
    )


class Cell(NamedTuple):
    """A cell of a table: its row and column from 0, over how many it reaches, and its lines of words."""

    row: int
    column: int
    rows: int
    columns: int
    lines: Sequence[Sequence[Word]]

    @property
    def text(self) -> str:
        """Its words with one blank between."""
        return " ".join([word.text for line in self.lines for word in line])


class TableBox(msgspec.Struct):
    """A table on a page: its cells by row, empty ones too, the edges of its columns, and the tables in its cells."""

    cells: list[list[Cell]]
    left: float
    top: float
    right: float
    bottom: float
    edges: tuple[float, ...] = ()
    ruled: bool = True
    inner: list[TableBox] = msgspec.field(default_factory=list)


Item = Segment | TableBox
