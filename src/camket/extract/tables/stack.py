"""Tables of which each cell came out as a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.extract.tables.cell import Cell, is_blank, unit_of, value_of
from camket.extract.tables.grid import NUMBERING, Grid, Line, is_fixed, is_headish, is_index, is_name
from camket.extract.tables.words import table_words
from camket.grammar.engine import Reading

_LINE = re.compile(r"[^\n]+")
_LONGEST_CELL, _MOST_COLUMNS = 160, 16
_NUMBER = re.compile(rf"{NUMBERING.pattern}|[-+*]")
_ENOUGH, _ENOUGH_UNHEADED = 2, 3
"""Full rows that make lines a table, under a head and without one."""
_SIGN = re.compile(r"\n *(?:(?:đơn vị|đvt|đv tính)|(?:(?:các |tên )?chỉ tiêu|%|tỷ đồng|triệu đồng) *\n)")
"""A line that stands somewhere in such a table."""


def find_stacks(reading: Reading, start: int, end: int) -> list[Grid]:
    """All such tables of a range, known by lines that are nothing but heads of columns, or but units under names."""
    low = reading.low
    if _SIGN.search(low, max(0, start - 1), end) is None:
        return []
    cells = [cell for cell in _cells(low, start, end) if cell.low]
    found: list[Grid] = []
    place = 0
    while place < len(cells):
        grid, after = _stack(low, cells, place) or _unheaded(low, cells, place) or (None, place + 1)
        if grid is not None:
            found.append(grid)
        place = after
    return found


def _cells(low: str, first: int, last: int) -> Iterator[Cell]:
    for line in _LINE.finditer(low, first, last):
        start, end = line.span()
        while start < end and low[start] == " ":
            start += 1
        while end > start and low[end - 1] == " ":
            end -= 1
        yield Cell(start, end, low[start:end])


def _stack(low: str, cells: list[Cell], place: int) -> tuple[Grid, int] | None:
    """The table whose column of units, or of names where it has none, is headed by the line at `place`; its end."""
    text = cells[place].low
    if text not in table_words().unit and not is_name(text):
        return None
    first = place
    while first > 0 and place - first < 2 and is_fixed(cells[first - 1].low):
        first -= 1
    after = place + 1
    while after < len(cells) and after - first < _MOST_COLUMNS and _heads(cells[after].low):
        after += 1
    if after == place + 1 or not any(is_name(cell.low) for cell in cells[first : place + 1]):
        return None
    if text not in table_words().unit and first == place and after < len(cells) and value_of(cells[after].low):
        after -= 1  # what stands right over a value is the name of its row
    if after == place + 1:
        return None
    head = _line(cells[first:after])
    if after + len(head.cells) <= len(cells) and is_index(_line(cells[after : after + len(head.cells)])):
        after += len(head.cells)
    return _grid(low, cells, after, head, (head,))


def _unheaded(low: str, cells: list[Cell], place: int) -> tuple[Grid, int] | None:
    """The table without a head whose first row is a number, a name, a unit and a value, or the same without number."""
    for head in (("tt", "chỉ tiêu", "đơn vị", ""), ("chỉ tiêu", "đơn vị", "")):
        unit = place + len(head) - 2
        if unit + 1 < len(cells) and unit_of(cells[unit].low) and value_of(cells[unit + 1].low):
            at = cells[place].start
            return _grid(low, cells, place, _line([Cell(at, at, text) for text in head]), ())
    return None


def _grid(low: str, cells: list[Cell], place: int, under: Line, head: tuple[Line, ...]) -> tuple[Grid, int] | None:
    """The rows from a line on under a head, as a table where there are enough of them."""
    rows, end = _rows(low, cells, place, under)
    full = sum(row.mode == "\n" for row in rows)
    return (Grid(head, tuple(rows), "\n"), end) if full >= (_ENOUGH if head else _ENOUGH_UNHEADED) else None


def _heads(text: str) -> bool:
    return is_headish(text) and value_of(text) is None and not NUMBERING.fullmatch(text)


def _line(cells: list[Cell]) -> Line:
    return Line(cells[0].start, cells[-1].end, tuple(cells), "\n" if len(cells) > 1 else "", cells[0].start)


def _rows(low: str, cells: list[Cell], place: int, head: Line) -> tuple[list[Line], int]:
    """The rows from a line on: a full one, or a name alone that heads the rows below it."""
    numbered = head.cells[0].low in table_words().number
    rows: list[Line] = []
    end = place
    while place < len(cells):
        row = _full(cells, place, head, numbered=numbered)
        if row is not None:
            rows.append(row)
            place += _taken(row, head)
            end = place
            continue
        group, place = _group(low, cells, place, numbered=numbered)
        if group is None or len(rows) - _last_full(rows) > _ENOUGH:
            break
        rows.append(group)
    while rows and not rows[-1].mode:
        rows.pop()
    return rows, end


def _last_full(rows: list[Line]) -> int:
    return max((at for at, row in enumerate(rows) if row.mode), default=-1) + 1


def _taken(row: Line, head: Line) -> int:
    """How many lines a full row has: one less where it has no number of its own."""
    return len(head.cells) - (row.cells[0].start == row.cells[0].end)


def _full(cells: list[Cell], place: int, head: Line, *, numbered: bool) -> Line | None:
    """The row that begins at a line, if a name, a unit and a value for each column follow."""
    width = len(head.cells)
    own_number = numbered and _NUMBER.fullmatch(cells[place].low) is not None
    taken = cells[place : place + width - (numbered and not own_number)]
    if numbered and not own_number:
        taken = [Cell(cells[place].start, cells[place].start, ""), *taken]
    if len(taken) < width:
        return None
    unit = next((at for at, cell in enumerate(head.cells) if cell.low in table_words().unit), None)
    at = numbered if unit is None else unit - 1
    name = taken[at].low
    if value_of(name) is not None or not any(letter.isalpha() for letter in name) or len(name) > _LONGEST_CELL:
        return None
    if unit is not None and unit_of(taken[unit].low) is None and not is_blank(taken[unit].low):
        return None
    values = taken[(at if unit is None else unit) + 1 :]
    if not all(value_of(cell.low) is not None or is_blank(cell.low) for cell in values):
        return None
    return Line(taken[0].start, taken[-1].end, tuple(taken), "\n", taken[0].start)


def _group(low: str, cells: list[Cell], place: int, *, numbered: bool) -> tuple[Line | None, int]:
    """A name alone, with its number before it; and the line after it."""
    own_number = numbered and _NUMBER.fullmatch(cells[place].low) is not None and place + 1 < len(cells)
    name = cells[place + own_number]
    if value_of(name.low) is not None or name.end - name.start > _LONGEST_CELL or name.low.endswith((".", ";")):
        return None, place
    start = cells[place].start
    whole = Cell(start, name.end, low[start : name.end])
    return Line(start, name.end, (whole,), "", start), place + 1 + own_number
