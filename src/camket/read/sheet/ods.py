"""ODS: the sheets of LibreOffice. The file holds what each cell shows, in the writing of its author's machine."""

from __future__ import annotations

from math import log10
from typing import NamedTuple

from camket.errors import ReadError
from camket.grammar.expression import expression
from camket.model.document import Aside
from camket.model.place import InCell
from camket.read.limits import Limits
from camket.read.sheet.book import LAST_COLUMN, LAST_ROW, Area, Book, Sheet
from camket.read.sheet.package import BrokenPartError, Package, walk
from camket.read.sheet.shown import day_shown, general

_NUMBER = expression(r"\d(?:[\d.,\u00a0\u202f' ]*\d)?")
_NO_DIGIT = expression(r"[^\d.,]")
_MONTH = expression(r"\d{1,2}[/-]\d{4}|\d{4}")
_FAULT = expression(r"#[A-Z/0?!]+[!?]?|Err:\d+")
_NUMBERS = ("float", "percentage", "currency")
_SWAPPED = str.maketrans(",.", ".,")


def as_in_vietnam(shown: str, value: float) -> str:
    """A number as a cell shows it, its signs set as in Viet Nam: which sign is the decimal one, the value tells.

    `33,150` of 33150.4 is `33.150`, `1.234` of 1.234 is `1,234`; words and signs around the number stay.
    """
    found = _NUMBER.search(shown)
    if found is None:
        return shown
    printed = _NO_DIGIT.sub("", found[0])
    if "%" in shown:
        value *= 100
    commas = printed.replace(".", "").replace(",", ".")
    points = printed.replace(",", "")
    decimal_comma = _distance(commas, value) < _distance(points, value)
    same = _distance(commas, value) == _distance(points, value)
    written = printed if decimal_comma or (same and "," in printed) else printed.translate(_SWAPPED)
    return f"{shown[: found.start()]}{written}{shown[found.end() :]}"


def _distance(printed: str, value: float) -> float:
    """How far a number as read is from the value, in orders of magnitude."""
    if printed.count(".") > 1 or not float(printed) or not value:
        return 0.0 if printed.count(".") <= 1 and float(printed) == value else 9.0
    return round(abs(log10(float(printed)) - log10(abs(value))), 3)


class _Source(NamedTuple):
    """A cell while it is read: its attributes, how often it is repeated."""

    attributes: dict[str, str]
    repeated: int
    covered: bool


def read_ods(data: bytes, file: str, limits: Limits) -> Book:
    """Read a workbook.

    Raises:
        ReadError: `read.password`, `read.sheet_damaged` where its content cannot be read, `read.archive_bomb`.
    """
    package = Package(data, file, limits)
    reader = _Reader(limits.cells)
    try:
        if _is_locked(package):
            raise ReadError("read.password", file=file)
        walk(package.open("content.xml"), reader.begin, reader.end, reader.text)
    except _EnoughError:
        return reader.book
    except BrokenPartError as error:
        if not reader.book.sheets:
            raise ReadError("read.sheet_damaged", file=file) from error
        reader.breaks_off()
    return reader.book


def _is_locked(package: Package) -> bool:
    tags: set[str] = set()
    if package.holds("meta-inf/manifest.xml"):
        walk(package.open("META-INF/manifest.xml"), lambda tag, _: tags.add(tag))
    return "encryption-data" in tags


class _EnoughError(Exception):
    """The limit of cells is reached."""


class _Reader:
    def __init__(self, most: int) -> None:
        self.book = Book()
        self._left = most
        self._hidden_styles: set[str] = set()
        self._style = ""
        self._sheet: Sheet | None = None
        self._row = self._column = self._rows = 0
        self._cell: _Source | None = None
        self._heads = False
        self._notes = 0
        self._paragraphs: list[list[str]] = []
        self._note: list[str] = []
        self._taking = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        take = _BEGINS.get(tag)
        if take is not None:
            take(self, {name.rpartition(":")[2]: value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        take = _ENDS.get(tag)
        if take is not None:
            take(self)

    def text(self, text: str) -> None:
        if self._taking:
            (self._note if self._notes else self._paragraphs[-1]).append(text)

    def breaks_off(self) -> None:
        """The file ends within the sheet last begun."""
        if self.book.sheets:
            sheet = self.book.sheets[-1]
            sheet.broken = sheet.named(self._row, self._column) if self._row and self._column else ""

    def style(self, attributes: dict[str, str]) -> None:
        self._style = attributes.get("name", "")

    def looks(self, attributes: dict[str, str]) -> None:
        if attributes.get("display") == "false":
            self._hidden_styles.add(self._style)

    def table(self, attributes: dict[str, str]) -> None:
        name = attributes.get("name", "")
        self._row = self._column = 0
        if attributes.get("style-name") in self._hidden_styles:
            self.book.hidden.append(name)
            self._sheet = None
        else:
            self._sheet = Sheet(name)
            self.book.sheets.append(self._sheet)

    def table_ends(self) -> None:
        self._sheet = None

    def column(self, attributes: dict[str, str]) -> None:
        first = self._column + 1
        self._column += _count(attributes.get("number-columns-repeated"), LAST_COLUMN)
        if self._sheet is not None and attributes.get("visibility", "visible") != "visible":
            self._sheet.hidden_columns.append((first, self._column))

    def head_rows(self, _attributes: dict[str, str]) -> None:
        self._heads = True

    def head_rows_end(self) -> None:
        self._heads = False

    def row(self, attributes: dict[str, str]) -> None:
        self._row += 1
        self._column = 0
        self._rows = _count(attributes.get("number-rows-repeated"), LAST_ROW)
        if self._sheet is None:
            return
        if attributes.get("visibility", "visible") != "visible":
            self._sheet.hidden_rows.append((self._row, self._row + self._rows - 1))
        if self._heads and self._rows < 50:
            self._sheet.heads.update(range(self._row, self._row + self._rows))

    def row_ends(self) -> None:
        self._row += self._rows - 1

    def cell(self, attributes: dict[str, str]) -> None:
        self._cell = _Source(attributes, _count(attributes.get("number-columns-repeated"), LAST_COLUMN), covered=False)
        self._paragraphs, self._note = [], []

    def covered(self, attributes: dict[str, str]) -> None:
        self._cell = _Source(attributes, _count(attributes.get("number-columns-repeated"), LAST_COLUMN), covered=True)
        self._paragraphs, self._note = [], []

    def cell_ends(self) -> None:
        source, self._cell = self._cell, None
        if source is None:
            return
        first = self._column + 1
        self._column += source.repeated
        if self._sheet is None or source.covered:
            return
        self._span(self._sheet, source, first)
        shown = "\n".join("".join(parts) for parts in self._paragraphs)
        number = source.attributes.get("value-type", "") in (*_NUMBERS, "date")
        text = self._text(self._sheet, source, shown, first)
        if text.strip():
            self._fill(self._sheet, text, first, source.repeated, number=number)
        note = " ".join("".join(self._note).split())
        if note:
            self._sheet.asides.append(Aside(kind="comment", text=note, at=InCell(self._sheet.name, self._row, first)))

    def _span(self, sheet: Sheet, source: _Source, column: int) -> None:
        rows = _count(source.attributes.get("number-rows-spanned"), LAST_ROW)
        columns = _count(source.attributes.get("number-columns-spanned"), LAST_COLUMN)
        if rows > 1 or columns > 1:
            sheet.merged.append(Area(self._row, column, self._row + rows - 1, column + columns - 1))

    def _text(self, sheet: Sheet, source: _Source, shown: str, column: int) -> str:
        attributes = source.attributes
        kind = attributes.get("value-type", "")
        if _FAULT.fullmatch(shown.strip()) and (attributes.get("formula") or kind == "error"):
            sheet.faulty.append(sheet.named(self._row, column))
            return ""
        if kind in _NUMBERS:
            value = _number(attributes.get("value", ""))
            return as_in_vietnam(shown, value) if shown else general(value)
        if kind == "date" and not _MONTH.fullmatch(shown) and not any(map(str.isalpha, shown)):
            return day_shown(attributes.get("date-value", shown))
        return shown

    def _fill(self, sheet: Sheet, text: str, column: int, repeated: int, *, number: bool) -> None:
        """A cell, and those beside and below it that are the same."""
        for row in range(self._row, min(self._row + self._rows, LAST_ROW + 1)):
            for place in range(column, min(column + repeated, LAST_COLUMN + 1)):
                if not self._left:
                    sheet.cut = sheet.named(row, place)
                    raise _EnoughError
                self._left -= 1
                sheet.put(row, place, text, number=number)

    def annotation(self, _attributes: dict[str, str]) -> None:
        self._notes += 1

    def annotation_ends(self) -> None:
        self._notes -= 1

    def paragraph(self, _attributes: dict[str, str]) -> None:
        self._taking = self._cell is not None
        if self._notes:
            self._note.append(" ")
        else:
            self._paragraphs.append([])

    def paragraph_ends(self) -> None:
        self._taking = False

    def blanks(self, attributes: dict[str, str]) -> None:
        self.text(" " * _count(attributes.get("c"), 100))

    def line(self, _attributes: dict[str, str]) -> None:
        self.text("\n")


_BEGINS = {
    "style": _Reader.style, "table-properties": _Reader.looks, "table": _Reader.table,
    "table-column": _Reader.column, "table-header-rows": _Reader.head_rows, "table-row": _Reader.row,
    "table-cell": _Reader.cell, "covered-table-cell": _Reader.covered, "annotation": _Reader.annotation,
    "p": _Reader.paragraph, "s": _Reader.blanks, "tab": _Reader.blanks, "line-break": _Reader.line,
}  # fmt: skip
_ENDS = {
    "table": _Reader.table_ends, "table-header-rows": _Reader.head_rows_end, "table-row": _Reader.row_ends,
    "table-cell": _Reader.cell_ends, "covered-table-cell": _Reader.cell_ends,
    "annotation": _Reader.annotation_ends, "p": _Reader.paragraph_ends,
}  # fmt: skip


def _count(written: str | None, most: int) -> int:
    return min(int(written), most) if written and written.isdecimal() and int(written) else 1


def _number(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 0.0
