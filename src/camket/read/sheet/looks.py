"""The looks of the cells of a binary workbook, which `python-calamine`, the reader of its values, does not tell."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from camket.read.sheet.book import Area
from camket.read.sheet.styles import Styles


@dataclass(slots=True)
class Looks:
    """Of one sheet; rows and columns are counted from 0. A builder of the reader, not a record.

    `size` is how many cells the file says that the sheet reaches over; `cut` where its part breaks off.
    """

    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    faulty: list[tuple[int, int]] = field(default_factory=list)
    frozen: int = 0
    freezes: bool = False
    size: int = 0
    cut: bool = False

    def area(self) -> int:
        """How many cells the rectangle of all has: `python-calamine` makes room for each of them."""
        rows = max((row for row, _ in self.styles), default=0)
        columns = max((column for _, column in self.styles), default=0)
        return max(self.size, (rows + 1) * (columns + 1))


class BookLooks(NamedTuple):
    """Whether a password locks it; format code and font of each style; the looks of each sheet, in order."""

    locked: bool
    styles: Styles
    sheets: list[Looks]
