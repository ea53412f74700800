"""XLSX and XLSM: the workbook, its sheets in order, their comments."""

from __future__ import annotations

from typing import NamedTuple

from camket.errors import ReadError
from camket.model.document import Aside
from camket.model.place import InCell
from camket.read.limits import Limits
from camket.read.sheet.book import Book, Sheet
from camket.read.sheet.cells import Source, area_of, read_cells
from camket.read.sheet.package import BrokenPartError, Package, Related, walk
from camket.read.sheet.strings import read_strings
from camket.read.sheet.styles import read_styles, with_years

_SHOWN = ("", "visible")
_TITLES = "_xlnm.Print_Titles"


class _Tab(NamedTuple):
    name: str
    relation: str
    hidden: bool


class _Workbook:
    """What the part of the workbook says: its tabs, the rows that are repeated on each page, the first day."""

    def __init__(self) -> None:
        self.tabs: list[_Tab] = []
        self.repeated: dict[int, set[int]] = {}
        self.from_1904 = False
        self._titles_of: int | None = None
        self._texts: list[str] = []

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            relation = next((value for name, value in attributes.items() if name.rpartition(":")[2] == "id"), "")
            hidden = attributes.get("state", "") not in _SHOWN
            self.tabs.append(_Tab(attributes.get("name", ""), relation, hidden))
        elif tag == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")
        elif tag == "definedName" and attributes.get("name") == _TITLES:
            place = attributes.get("localSheetId", "")
            self._titles_of = int(place) if place.isdecimal() else None
            self._texts = []

    def text(self, text: str) -> None:
        if self._titles_of is not None:
            self._texts.append(text)

    def end(self, tag: str) -> None:
        if tag == "definedName" and self._titles_of is not None:
            self.repeated[self._titles_of] = _rows("".join(self._texts))
            self._titles_of = None


_MOST_REPEATED = 50


def _rows(written: str) -> set[int]:
    """Rows of `'Biểu 1'!$A:$B,'Biểu 1'!$5:$7`."""
    rows: set[int] = set()
    for part in written.split(","):
        first, _, last = part.rpartition("!")[2].replace("$", "").partition(":")
        if first.isdecimal() and last.isdecimal():
            rows.update(range(int(first), min(int(last), int(first) + _MOST_REPEATED) + 1))
    return rows


def read_xlsx(data: bytes, file: str, limits: Limits, *, everything: bool = False) -> Book:
    """Read a workbook.

    Args:
        data: the file.
        file: what it is called in messages.
        limits: what it may cost.
        everything: take the sheets that are hidden too, and write the year of every day.

    Raises:
        ReadError: `read.sheet_damaged` where the list of sheets cannot be read, `read.archive_bomb` beyond the limit.
    """
    package = Package(data, file, limits)
    part = next(
        (each.target for each in package.related("").values() if each.kind == "officeDocument"), "xl/workbook.xml"
    )
    workbook = _Workbook()
    try:
        walk(package.open(part), workbook.begin, workbook.end, workbook.text)
        related = package.related(part)
    except BrokenPartError as error:
        raise ReadError("read.sheet_damaged", file=file) from error
    book = Book(macros=package.holds("xl/vbaproject"), links=package.holds("xl/externallinks/"))
    strings, whole = read_strings(package, _target(related, "sharedStrings"), book.old_fonts)
    book.torn = not whole
    styles = read_styles(package, _target(related, "styles"))
    source = Source(strings, with_years(styles) if everything else styles, workbook.from_1904, book.old_fonts)
    left = limits.cells
    for place, tab in enumerate(workbook.tabs):
        to = related.get(tab.relation)
        if to is None or to.kind != "worksheet":
            continue
        if tab.hidden and not everything:
            book.hidden.append(tab.name)
            continue
        sheet = Sheet(tab.name, heads=workbook.repeated.get(place, set()), hidden=tab.hidden)
        try:
            read_cells(package.open(to.target), sheet, source, left)
            _beside(package, to.target, sheet)
        except BrokenPartError:
            sheet.broken = sheet.broken or ""
        left -= sheet.count
        book.sheets.append(sheet)
    return book


def _target(related: dict[str, Related], kind: str) -> str | None:
    return next((each.target for each in related.values() if each.kind == kind and not each.outside), None)


def _beside(package: Package, part: str, sheet: Sheet) -> None:
    """Comments, and the heads of the tables that the file knows as such."""
    for to in package.related(part).values():
        if to.kind == "comments":
            reader = _Comments(sheet)
            walk(package.open(to.target), reader.begin, reader.end, reader.text)
        elif to.kind == "table":
            walk(package.open(to.target), lambda tag, attributes: _table(sheet, tag, attributes))


def _table(sheet: Sheet, tag: str, attributes: dict[str, str]) -> None:
    area = area_of(attributes.get("ref", "")) if tag == "table" else None
    if area is not None and attributes.get("headerRowCount", "1") == "1":
        sheet.heads.add(area.row)


class _Comments:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._of = ""
        self._texts: list[str] = []
        self._taking = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "comment":
            self._of = attributes.get("ref", "")
            self._texts = []
        self._taking = tag == "t"

    def text(self, text: str) -> None:
        if self._taking:
            self._texts.append(text)

    def end(self, tag: str) -> None:
        self._taking = False
        if tag == "comment":
            area, text = area_of(self._of), " ".join("".join(self._texts).split())
            if text:
                at = InCell(self._sheet.name, area.row, area.column) if area else None
                self._sheet.asides.append(Aside(kind="comment", text=text, at=at))
