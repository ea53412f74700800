"""Tables of which each cell came out as a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from camket.extract.tables.cell import Cell, is_blank, unit_of, value_of
from camket.extract.tables.grid import NUMBERING, Grid, Line, is_fixed, is_headish, is_index
from camket.extract.tables.words import table_words
from camket.grammar.engine import Reading

_LINE = re.compile(r"[^\n]+")
_LONGEST_CELL, _MOST_COLUMNS = 160, 16
_NUMBER = re.compile(rf"{NUMBERING.pattern}|[-+*]")
_ENOUGH = 2
"""Full rows that make lines a table."""


def find_stacks(reading: Reading) -> list[Grid]:
    """All such tables: known by a line that is nothing but the head of the column of units."""
    low = reading.low
    if "\nđ" not in low or not any(f"\n{word}" in low for word in ("đơn vị", "đvt", "đv tính")):
        return []
    cells = [cell for cell in _cells(low) if cell.low]
    found: list[Grid] = []
    place = 0
    while place < len(cells):
        grid, place = _stack(low, cells, place)
        if grid is not None:
            found.append(grid)
    return found


def _cells(low: str) -> Iterator[Cell]:
    for line in _LINE.finditer(low):
        start, end = line.span()
        while start < end and low[start] == " ":
            start += 1
        while end > start and low[end - 1] == " ":
            end -= 1
        yield Cell(start, end, low[start:end])


def _stack(low: str, cells: list[Cell], place: int) -> tuple[Grid | None, int]:
    """The table whose column of units is headed by the line at `place`, and where to go on looking."""
    words = table_words()
    if cells[place].low not in words.unit:
        return None, place + 1
    first = place
    while first > 0 and place - first < 2 and is_fixed(cells[first - 1].low):
        first -= 1
    after = place + 1
    while after < len(cells) and after - first < _MOST_COLUMNS and _heads(cells[after].low):
        after += 1
    if first == place or after == place + 1:
        return None, place + 1
    head = _line(cells[first:after])
    if after + len(head.cells) <= len(cells) and is_index(_line(cells[after : after + len(head.cells)])):
        after += len(head.cells)
    rows, end = _rows(low, cells, after, head)
    full = [row for row in rows if row.mode]
    return (Grid((head,), tuple(rows), "\n"), end) if len(full) >= _ENOUGH else (None, place + 1)


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
    unit = next(at for at, cell in enumerate(head.cells) if cell.low in table_words().unit)
    name = taken[unit - 1].low
    if value_of(name) is not None or not any(letter.isalpha() for letter in name) or len(name) > _LONGEST_CELL:
        return None
    if unit_of(taken[unit].low) is None and not is_blank(taken[unit].low):
        return None
    if not all(value_of(cell.low) is not None or is_blank(cell.low) for cell in taken[unit + 1 :]):
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
