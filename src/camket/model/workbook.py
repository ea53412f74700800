"""A workbook as it lies in its file: every filled cell of every sheet, the hidden ones too.

A `Document` holds what a reader of the paper reads; lists that people work in are read by rows and columns.
"""

from __future__ import annotations

import msgspec

from camket.model.place import InCell


class GridCell(msgspec.Struct, frozen=True):
    """A filled cell.

    Attributes:
        column: its number, from 1.
        text: as it is shown, in Vietnamese writing; a day always with its year.
        number: whether it holds a number (a day is one) and not its text.
        last_row, last_column: how far it reaches where cells are joined.
    """

    column: int
    text: str
    number: bool
    last_row: int
    last_column: int


class GridRow(msgspec.Struct, frozen=True):
    """A row with anything in it: its number from 1, its cells from left to right, whether a person sees it."""

    number: int
    cells: tuple[GridCell, ...]
    hidden: bool = False


class GridNote(msgspec.Struct, frozen=True):
    """What somebody noted at a cell."""

    row: int
    column: int
    text: str


class GridSheet(msgspec.Struct, frozen=True, kw_only=True):
    """A sheet.

    Attributes:
        name: as its tab says; empty of a table that is plain text.
        rows: from above.
        hidden: whether a person does not see it.
        notes: comments at its cells.
        faulty: names of cells whose formula ends in an error (`B7`).
        uncounted: names of cells whose formula no program has worked out.
        cut: the last cell that was read where the file has more than the limit, or breaks off; None else.
    """

    name: str
    rows: tuple[GridRow, ...] = ()
    hidden: bool = False
    notes: tuple[GridNote, ...] = ()
    faulty: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()
    cut: str | None = None


class Workbook(msgspec.Struct, frozen=True, kw_only=True):
    """The sheets of a file in their order.

    Attributes:
        sheets: those that were read.
        unread: names of hidden sheets that were not, as in old kinds of files.
    """

    sheets: tuple[GridSheet, ...] = ()
    unread: tuple[str, ...] = ()


def cell_name(sheet: str, row: int, column: int) -> str:
    """Where a cell is, as people write it: `Quý I!B7`."""
    name = InCell(sheet, row, column).name
    return f"{sheet}!{name}" if sheet else name
