"""The values of XLS and XLSB files, through `python-calamine`; each is written by the look that its cell has."""

from __future__ import annotations

import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from camket.errors import ReadError
from camket.read.limits import Limits
from camket.read.sheet.book import Area, Book, Sheet
from camket.read.sheet.fonts import in_unicode, old_font
from camket.read.sheet.looks import BookLooks, Looks
from camket.read.sheet.shown import general, number_shown, text_shown
from camket.read.sheet.styles import Styles

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_EPOCH = datetime.datetime(1899, 12, 30)
_DAY = datetime.timedelta(days=1)
_LARGEST = 50_000_000  # cells of a rectangle that fits into memory
_DATE, _MOMENT, _CLOCK = "dd/mm/yyyy", "dd/mm/yyyy hh:mm", "[h]:mm"


def fill(book: Book, data: bytes, file: str, limits: Limits, looks_of: BookLooks) -> None:
    """Put the sheets of a file that `python-calamine` reads into a book, cells written by their looks."""
    workbook = _opened(data, file)
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    left = limits.cells
    for place, about in enumerate(workbook.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        if about.visible != SheetVisibleEnum.Visible:
            book.hidden.append(about.name)
            continue
        looks = looks_of.sheets[place] if place < len(looks_of.sheets) else Looks()
        sheet = _dressed(about.name, looks)
        try:
            if looks.cut or looks.area() > _LARGEST:  # calamine would end the process, or take all its memory
                raise ValueError("no whole sheet, or a rectangle of cells beyond memory")
            _cells(sheet, workbook.get_sheet_by_index(place), looks, looks_of.styles, left, book.old_fonts)
        except _errors():
            sheet.broken = ""
        left -= sheet.count
        book.sheets.append(sheet)


def _opened(data: bytes, file: str) -> CalamineWorkbook:
    try:
        import python_calamine
    except ImportError as error:
        raise ReadError("read.needs_part", file=file, name="python-calamine", extra="read") from error
    try:
        return python_calamine.load_workbook(BytesIO(data))
    except python_calamine.PasswordError as error:
        raise ReadError("read.password", file=file) from error
    except _errors() as error:
        raise ReadError("read.sheet_damaged", file=file) from error


def _errors() -> tuple[type[Exception], ...]:
    import python_calamine

    return (python_calamine.CalamineError, OSError, ValueError)


def _dressed(name: str, looks: Looks) -> Sheet:
    """An empty sheet with its looks; rows and columns are counted from 1 there."""
    sheet = Sheet(
        name,
        merged=[Area(each.row + 1, each.column + 1, each.last_row + 1, each.last_column + 1) for each in looks.merged],
        hidden_rows=[(row + 1, row + 1) for row in looks.hidden_rows],
        hidden_columns=[(first + 1, last + 1) for first, last in looks.hidden_columns],
        heads=set(range(1, looks.frozen + 1)),
    )
    sheet.faulty.extend(sheet.named(row + 1, column + 1) for row, column in looks.faulty)
    return sheet


def _cells(sheet: Sheet, source: CalamineSheet, looks: Looks, styles: Styles, most: int, old_fonts: set[str]) -> None:
    if source.start is None:
        return
    top, left = source.start
    for row, values in enumerate(source.to_python(skip_empty_area=True), top):
        for column, value in enumerate(values, left):
            if value == "" or (isinstance(value, str) and value.isspace()):
                continue
            if sheet.count >= most:
                sheet.cut = sheet.named(row + 1, column + 1)
                return
            style = looks.styles.get((row, column), -1)
            known = 0 <= style < len(styles.codes)
            if known and isinstance(value, str) and old_font(styles.fonts[style]) is not None:
                old_fonts.add(styles.fonts[style])
                value = in_unicode(value, styles.fonts[style])
            text = _shown(value, styles.codes[style] if known else "")
            if text:
                number = not isinstance(value, str | bool)
                sheet.put(row + 1, column + 1, text, number=number)


def _shown(value: Value, code: str) -> str:
    if isinstance(value, str):
        return text_shown(value, code)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return number_shown(float(value), code) if code else general(float(value))
    return number_shown(_serial(value), code or _usual(value))


def _usual(value: datetime.time | datetime.date | datetime.timedelta) -> str:
    if isinstance(value, datetime.datetime):
        return _MOMENT
    return _DATE if isinstance(value, datetime.date) else _CLOCK


def _serial(value: datetime.time | datetime.date | datetime.timedelta) -> float:
    """The number of the day, as the file has it."""
    if isinstance(value, datetime.timedelta):
        return value / _DAY
    if isinstance(value, datetime.time):
        return (datetime.datetime.combine(_EPOCH, value) - _EPOCH) / _DAY
    moment = value if isinstance(value, datetime.datetime) else datetime.datetime.combine(value, datetime.time.min)
    return (moment.replace(tzinfo=None) - _EPOCH) / _DAY
