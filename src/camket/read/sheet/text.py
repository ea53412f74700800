"""Workbooks and tables of values to text: sheets as tables, with what stands above and below them."""

from __future__ import annotations

from camket.findings import Finding
from camket.model.document import Aside
from camket.model.message import message
from camket.read.limits import Limits
from camket.read.parsed import Parsed
from camket.read.sheet.book import Book, Seen, Sheet, seen
from camket.read.sheet.fonts import without_old_letters
from camket.read.sheet.write import SheetWriter
from camket.read.writer import Writer

_NAMED = 5


def parsed_book(book: Book, file: str, limits: Limits) -> Parsed:
    """The text of a workbook, and what people should know of its reading."""
    writer = Writer()
    sheets = SheetWriter(writer)
    findings = [*_of_book(book, file), *without_old_letters(book, file)]
    asides: list[Aside] = []
    views = [(sheet, seen(sheet)) for sheet in book.sheets]
    filled = sum(1 for _, view in views if view.rows)
    for sheet, view in views:
        sheets.sheet(sheet, view, alone=filled == 1)
        findings.extend(_of_sheet(sheet, view, file, limits))
        asides.extend(sheet.asides)
    written = writer.result()
    return Parsed(
        text=written.text, blocks=written.blocks, places=written.places, asides=tuple(asides), findings=tuple(findings)
    )


def _of_book(book: Book, file: str) -> list[Finding]:
    found: list[Finding] = []
    if book.hidden:
        said = message("read.sheet_hidden", count=len(book.hidden), names=_some(book.hidden))
        found.append(Finding(message=said, level="info", where=file))
    said_of: tuple[tuple[bool, str], ...] = (
        (book.macros, "read.sheet_macros"), (book.links, "read.sheet_links"), (book.plain, "read.sheet_plain"),
    )  # fmt: skip
    found.extend(Finding(message=message(code), level="info", where=file) for so, code in said_of if so)
    if book.torn:
        found.append(Finding(message=message("read.sheet_torn", file=file), where=file))
    return found


def _of_sheet(sheet: Sheet, view: Seen, file: str, limits: Limits) -> list[Finding]:
    found: list[Finding] = []
    if view.hidden_rows or view.hidden_columns:
        said = message("read.sheet_unseen", sheet=sheet.name, rows=view.hidden_rows, columns=view.hidden_columns)
        found.append(Finding(message=said, where=file))
    for code, names in (("read.sheet_faulty", sheet.faulty), ("read.sheet_uncounted", sheet.uncounted)):
        if names:
            said = message(code, sheet=sheet.name, count=len(names), cells=_some(names))
            found.append(Finding(message=said, where=file))
    if sheet.cut is not None:
        said = message("read.sheet_cut", sheet=sheet.name, cell=sheet.cut, limit=limits.cells)
        found.append(Finding(message=said, where=file))
    if sheet.broken is not None:
        said = message("read.sheet_broken", sheet=sheet.name, cell=sheet.broken or "-")
        found.append(Finding(message=said, where=file))
    return found


def _some(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (", ..." if len(names) > _NAMED else "")
