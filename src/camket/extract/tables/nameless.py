"""Tables of a cell a line in which no head stands over the names of the rows: the order tells the columns."""

from __future__ import annotations

from collections.abc import Sequence

from camket.extract.tables.cell import Cell, any_unit, unit_of, value_of
from camket.extract.tables.grid import NUMBERING, OF_A_YEAR, Grid, Line, is_fixed, is_headish
from camket.extract.tables.head import read_part
from camket.extract.tables.line_grid import full_rows, grid_of, width
from camket.extract.tables.line_rows import MOST_COLUMNS, Shape, line_of, rows_from
from camket.extract.tables.subject import names_first
from camket.extract.tables.time import time_in
from camket.extract.tables.words import indicator_names, table_words
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_LONGEST_HEAD = 60
_ENOUGH, _ENOUGH_ALONE = 2, 3
"""Rows of several values, and of one, that make lines under a head a table."""
_FIRST = 3
"""Lines under the heads in which the heads of another table would stand."""
_MOST = 0.7
_UNIT_LINE = expression(r"(?:đơn vị(?: tính)?|đvt) ?: ?(.+)")
_MONTH = expression(r"t(?:0?[1-9]|1[0-2])(?:/20\d\d)?")
_YEARS = expression(rf"{OF_A_YEAR.pattern}|(?:19|20)\d\d ?[-/] ?(?:(?:19|20)\d\d)?")
_TO_GO_ON = expression(r"(?:(?<!\w)(?:năm|tháng|quý|so với|sơ bộ|ước tính|ước)|[-/])$")
"""What a year in a line of its own goes on with."""
KIND_OF_PLACE = expression(r"(?:xã|phường|thị trấn|huyện|thị xã|quận|thành phố|tp\.?|tỉnh|đặc khu|vùng) [^\W\d]")
_KIND_OF_TIME = expression(r"(?:tháng|quý) (?:\d{1,2}|i{1,3}|iv)(?!\w)")


def heads(text: str) -> bool:
    """Whether a line can head a column of values."""
    if OF_A_YEAR.fullmatch(text) or _MONTH.fullmatch(text):
        return True
    told = is_headish(text) or (names_first(text) and len(text) <= _LONGEST_HEAD) or text in indicator_names()
    return told and value_of(text) is None and not NUMBERING.fullmatch(text)


def find_nameless(reading: Reading, cells: list[Cell], place: int) -> tuple[Grid, int] | None:
    """The table whose columns of values are headed from the line at `place` on, a head of numbers before them or none.

    `TT`, `Mục tiêu năm 2025 (%)` over `1`, `Hà Nội`, `8,0`; `2023`, `2024` over `Dân số`, `7.120`, `7.180`.
    """
    numbered = cells[place].low in table_words().number
    first = place + numbered
    after = _after_heads(reading, cells, first)
    if after == first:
        return None
    columns = whole_heads(reading, cells[first:after])
    unit = next((cell for cell in cells[after : after + 1] if unit_said(cell.low)), None)
    after += unit is not None
    shape = Shape(numbered, measured=False)
    every = rows_from(reading.low, cells, after, shape)[0]
    rows = full_rows(every)
    if len(rows) < _ENOUGH or any(map(_heads_names, every[:_FIRST])):
        return None
    count = width(rows) - 1 - numbered
    alike = sum(len(row.cells) == count + 1 + numbered for row in rows)
    enough = _ENOUGH if count > 1 else _ENOUGH_ALONE
    if alike < enough or alike < _MOST * len(rows) or count + numbered < _ENOUGH or count > len(columns):
        return None
    if all(_tells(cell.low) for cell in columns[-count:]):
        columns = columns[-count:]  # lines before these are titles
    head = [*cells[place:first], _head_of_names(rows, unit, columns[0].start, numbered=numbered)]
    return grid_of(reading.low, cells, after, shape, head + columns)


def _heads_names(line: Line) -> bool:
    """Whether what would be a row is the head of the names or units of another table."""
    words = table_words()
    return any(cell.low in words.name | words.unit or cell.low.startswith("chỉ tiêu ") for cell in line.cells)


def _after_heads(reading: Reading, cells: list[Cell], first: int) -> int:
    """The line after those that can head columns of values; none where one of them names rows or units."""
    at = first
    while at < len(cells) and at - first < MOST_COLUMNS and heads(cells[at].low) and not _names_a_row(cells, at):
        fixed = is_fixed(cells[at].low) and cells[at].low not in table_words().note
        if fixed and reading.text[cells[at].start].isupper():
            return first
        at += 1
    return at


def _names_a_row(cells: list[Cell], at: int) -> bool:
    """Whether a value follows a line, so that it is the name of a row."""
    after = cells[at + 1].low if at + 1 < len(cells) else ""
    if value_of(after) is None or OF_A_YEAR.fullmatch(after):
        return False
    return not NUMBERING.fullmatch(after) or (at + 2 < len(cells) and value_of(cells[at + 2].low) is not None)


def whole_heads(reading: Reading, lines: Sequence[Cell]) -> list[Cell]:
    """The lines as heads, those joined that a break parted: a head begins with a capital or is a year."""
    joined: list[Cell] = []
    for cell in lines:
        year = _YEARS.fullmatch(cell.low) is not None
        begins = year or _MONTH.fullmatch(cell.low) is not None or reading.text[cell.start].isupper()
        if joined and (not begins or (year and _TO_GO_ON.search(joined[-1].low))):
            low = f"{joined[-1].low} {cell.low}" if joined[-1].low[-1] not in "-/" else joined[-1].low + cell.low
            joined[-1] = Cell(joined[-1].start, cell.end, low)
        elif cell.low not in table_words().announcing:
            joined.append(cell)
    return joined


def unit_said(text: str) -> str:
    """The unit that a line names and nothing more; empty where it does not."""
    found = _UNIT_LINE.fullmatch(text)
    if found is not None:
        return found[1] if any_unit(found[1]) is not None else ""
    return text.strip("()") if unit_of(text) is not None and value_of(text) is None else ""


def _head_of_names(rows: Sequence[Line], unit: Cell | None, at: int, *, numbered: bool) -> Cell:
    """What would stand over the names: places, times or things measured; with the unit of all values."""
    names = [row.cells[numbered].low for row in rows]
    of_places = sum(KIND_OF_PLACE.match(name) is not None for name in names) >= _MOST * len(names)
    of_times = sum(_KIND_OF_TIME.match(name) is not None for name in names) >= _MOST * len(names)
    words = "địa phương" if of_places else "thời gian" if of_times else "nội dung"
    return Cell(at, at, words if unit is None else f"{words} ({unit_said(unit.low)})")


def _tells(text: str) -> bool:
    """Whether the head of a column tells alone what its values are of."""
    column = read_part(text)
    return column.when is not None or column.role is not None or column.measure is not None or column.unit is not None


def find_of_years(reading: Reading, cells: list[Cell], place: int, before: Grid | None) -> tuple[Grid, int] | None:
    """The table whose first row is the year at `place`: what its columns measure stands in the lines above.

    Years that follow the table `before` them under a line of their own (`Cơ cấu (%)`) go on with its columns.
    """
    rows, after = _rows_of_years(cells, place)
    if len(rows) < _ENOUGH_ALONE:
        return None
    count = len(rows[0].cells) - 1
    head = _continued(cells, place, before, count) or _above(reading, cells, place, count)
    return None if head is None else (Grid((head,), tuple(rows), "\n"), after)


def _rows_of_years(cells: list[Cell], place: int) -> tuple[list[Line], int]:
    """The rows that each begin with a year later than the one before and have as many values, and the line after."""
    rows: list[Line] = []
    last = 0
    while (year := _year(cells, place)) > last:
        after = place + 1
        while after < len(cells) and value_of(cells[after].low) is not None and not _year(cells, after):
            after += 1
        if after == place + 1 or (rows and after - place != len(rows[0].cells)):
            break
        rows.append(line_of(cells[place:after]))
        last, place = year, after
    return rows, place


def _year(cells: list[Cell], at: int) -> int:
    """The year that a line is and nothing more (`2024`, `Sơ bộ 2024`); 0 where it is not."""
    text = cells[at].low if at < len(cells) else ""
    if not text[-4:].isdecimal() or value_of(text[-4:]) is None or text[-4:-2] not in ("19", "20"):
        return 0
    words = text[:-4].replace("prel.", "").strip(" -")
    return int(text[-4:]) if words in ("", "năm", "sơ bộ", "ước", "ước tính") else 0


def _above(reading: Reading, cells: list[Cell], place: int, count: int) -> Line | None:
    """The lines above the first year as heads, a unit under each or one under all; None where there are too few."""
    units = [f"({said})" for cell in cells[max(0, place - count) : place] if (said := unit_said(cell.low))]
    if len(units) == count:
        place -= count
    elif units and unit_said(cells[place - 1].low):
        place, units = place - 1, units[-1:]
    else:
        units = []
    found = whole_heads(reading, cells[max(0, place - 3 * count) : place])[-count:]
    if len(found) < count or not all(_may_head(cell.low) for cell in found):
        return None
    if len(units) == count:
        found = [cell._replace(low=f"{cell.low} {unit}") for cell, unit in zip(found, units, strict=True)]
    words = f"năm {units[0]}" if len(units) == 1 < count else "năm"
    return line_of([Cell(found[0].start, found[0].start, words), *found])


def _may_head(text: str) -> bool:
    wordy = sum(map(str.isalpha, text)) > 1 and len(text) <= _LONGEST_HEAD and not text.endswith((".", ";", ":"))
    return wordy and value_of(text) is None and not is_fixed(text) and time_in(text) is None


def _continued(cells: list[Cell], place: int, before: Grid | None, count: int) -> Line | None:
    """The head of the table before, narrowed by the line between."""
    if before is None or not before.head or place < _ENOUGH or before.end != cells[place - 2].end:
        return None
    name, *columns = before.head[-1].cells
    if len(columns) != count or not name.low.startswith("năm"):
        return None
    own = cells[place - 1].low
    return line_of([name._replace(low="năm"), *(cell._replace(low=f"{cell.low} {own}") for cell in columns)])
