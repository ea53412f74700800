"""Cells that were typed for an old font: its name tells the way of writing, or where no name does, the words."""

from __future__ import annotations

from functools import lru_cache

from camket.findings import Finding
from camket.grammar.expression import expression
from camket.model.message import message
from camket.read.legacy import OldFont, as_read, evidence, font_of, unicode_of
from camket.read.sheet.book import Book, Cell

_FOREIGN = expression(r"[\x80-\xff]")
_OWN = expression(r"[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]")
_MOST_LETTERS = 200_000
"""Letters that tell the way of writing of a workbook."""


@lru_cache(maxsize=256)
def old_font(name: str) -> OldFont | None:
    """The old font of that name, as a style of the workbook gives it."""
    return font_of(name) if name else None


def in_unicode(text: str, font: str) -> str:
    """A text under the font of its cell."""
    old = old_font(font)
    return text if old is None else unicode_of(text, old).text


def without_old_letters(book: Book, file: str) -> list[Finding]:
    """Convert the cells of a workbook whose words are old Vietnamese although no font says so."""
    found = [
        Finding(
            message=message("read.sheet_old_font", fonts=", ".join(sorted(book.old_fonts))), level="info", where=file
        )
    ] * bool(book.old_fonts)
    texts = {cell.text for sheet in book.sheets for cells in sheet.rows.values() for cell in cells if not cell.number}
    foreign = sorted(text for text in texts if _FOREIGN.search(text) and not _OWN.search(text))
    if len(foreign) <= sum(_OWN.search(text) is not None for text in texts):
        return found  # written in Unicode
    told = evidence("\n".join(foreign)[:_MOST_LETTERS])
    if told is None or not told.sure:
        return found
    for sheet in book.sheets:
        for row, cells in sheet.rows.items():
            sheet.rows[row] = [_read(cell, told.font) for cell in cells]
    said = message("read.converted", font=told.font.writing, right=told.right, words=told.words)
    return [*found, Finding(message=said, where=file)]


def _read(cell: Cell, font: OldFont) -> Cell:
    if cell.number or not _FOREIGN.search(cell.text) or _OWN.search(cell.text):
        return cell
    return cell._replace(text=as_read(cell.text, font))
