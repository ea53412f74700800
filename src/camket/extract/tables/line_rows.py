"""The rows of tables of which each cell came out as a line of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from camket.extract.tables.cell import Cell, any_unit, is_blank, unit_of, value_of
from camket.extract.tables.grid import NUMBERING, Line
from camket.grammar.expression import expression

MOST_COLUMNS = 24
_LONGEST_CELL, _LONGEST_NOTE = 160, 80
_NUMBER = expression(rf"{NUMBERING.pattern}|[-+*•]")
_SIZE = expression(r"(?:dưới|trên|từ|đến) .*\d.*")
"""A size that names a row of norms: `Dưới 30 biên chế`, `Từ biên chế thứ 30 đến dưới 50`."""
_COUNTED = expression(r"(\d{1,3})[.)]?")
_SKIPPED = 3
"""How far the number of a row may be from that of the one before."""
_ENOUGH = 2
"""Names alone that may follow each other."""


class Shape(NamedTuple):
    """What a row holds besides its name: a number, a unit, so many values, so many notes at its end."""

    numbered: bool
    measured: bool
    values: int = MOST_COLUMNS
    notes: int = 0


def line_of(cells: Sequence[Cell]) -> Line:
    """The cells as one line of a table."""
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    return Line(start, end, tuple(cells), "\n" if len(cells) > 1 else "", start)


def rows_from(low: str, cells: list[Cell], place: int, shape: Shape) -> tuple[list[Line], int]:
    """The rows from a line on: a full one, or a name alone that heads the rows below it."""
    rows: list[Line] = []
    end, last = place, 0
    while place < len(cells):
        taken = _row(cells, place, shape, last)
        if taken is not None:
            rows.append(_set(taken, shape))
            last = _number_of(taken[0].low, last)
            place += len(taken)
            end = place
            continue
        resumed = _next_numbered(cells, place, shape, last) if shape.numbered and rows and rows[-1].mode else None
        if resumed is not None:
            rows.pop()  # more values than columns: which of them stands where is not told
            place = resumed
            continue
        last = _number_of(cells[place].low, last)
        group, place = _group(low, cells, place, numbered=shape.numbered)
        if group is None or len(rows) - _last_full(rows) > _ENOUGH:
            break
        rows.append(group)
    while rows and not rows[-1].mode:
        rows.pop()
    return rows, end


_MOST_OVER = 12


def _next_numbered(cells: list[Cell], place: int, shape: Shape, last: int) -> int | None:
    """Where the next row begins behind values that a row has too many: `7,6`, `10,4` of two lines in one cell."""
    if value_of(cells[place].low) is None:
        return None
    for at in range(place, min(place + _MOST_OVER, len(cells))):
        counted = _COUNTED.fullmatch(cells[at].low)
        if counted is not None and int(counted[1]) == last + 1 and _row(cells, at, shape, last) is not None:
            return at
    return None


def _last_full(rows: list[Line]) -> int:
    return max((at for at, row in enumerate(rows) if row.mode), default=-1) + 1


def _set(taken: list[Cell], shape: Shape) -> Line:
    """The cells of a row, with a blank for the number that it lacks."""
    start = taken[0].start
    if shape.numbered and not _NUMBER.fullmatch(taken[0].low):
        taken = [Cell(start, start, ""), *taken]
    return Line(start, taken[-1].end, tuple(taken), "\n", start)


def _row(cells: list[Cell], place: int, shape: Shape, last: int) -> list[Cell] | None:
    """The cells of the row that begins at a line: number, name, unit, values up to where the next row begins."""
    at = _after_number(cells, place, shape, last)
    if at is None or at >= len(cells) or not (is_name_of_row(cells[at].low) or _is_a_size(cells, at, shape)):
        return None
    at += 1
    if shape.measured:
        if at >= len(cells) or not _is_unit(cells[at].low):
            return None
        at += 1
    first, number = at, _number_of(cells[place].low, last)
    while at < len(cells) and at - first < shape.values and _is_value(cells[at].low):
        if at > first and _is_a_size(cells, at, shape):
            break
        if shape.numbered and (_begins(cells, at, shape, number) if at > first else _heads(cells, at, shape, number)):
            break
        at += 1
    if at < first + _ENOUGH and not any(value_of(cell.low) is not None for cell in cells[first:at]):
        return None
    notes = 0
    while notes < shape.notes and _is_note(cells, at, shape, number):
        at, notes = at + 1, notes + 1
    return cells[place:at]


def _number_of(text: str, last: int) -> int:
    counted = _COUNTED.fullmatch(text)
    return int(counted[1]) if counted else last


def _after_number(cells: list[Cell], place: int, shape: Shape, last: int) -> int | None:
    """Where the name of a row stands that begins at a line: after its number, if it has one that may follow."""
    text = cells[place].low
    if not shape.numbered or not _NUMBER.fullmatch(text):
        return place
    counted = _COUNTED.fullmatch(text)
    follows = counted is None or last == 0 or counted[1] == "1" or last <= int(counted[1]) <= last + _SKIPPED
    return place + 1 if follows else None


def _begins(cells: list[Cell], at: int, shape: Shape, last: int) -> bool:
    """Whether the next row begins with a number that could as well be a value of this one."""
    text = cells[at].low
    counted = _COUNTED.fullmatch(text)
    if not _NUMBER.fullmatch(text) or at + 1 >= len(cells) or not is_name_of_row(cells[at + 1].low):
        return False
    if counted is None:
        return not is_blank(text) or not shape.measured
    return int(counted[1]) in (last + 1, 1)


def _heads(cells: list[Cell], at: int, shape: Shape, last: int) -> bool:
    """Whether the first number after a name is that of the next row, so that the name heads the rows below it."""
    counted = _COUNTED.fullmatch(cells[at].low)
    if shape.measured or counted is None or at + 2 >= len(cells):
        return False
    follows = last < int(counted[1]) <= last + _SKIPPED or counted[1] == "1"
    return follows and is_name_of_row(cells[at + 1].low) and value_of(cells[at + 2].low) is not None


def is_name_of_row(text: str) -> bool:
    """Whether a line can name a row: words, no value, of no great length."""
    letters = sum(map(str.isalpha, text))
    return letters > 1 and value_of(text) is None and len(text) <= _LONGEST_CELL


def _is_a_size(cells: list[Cell], at: int, shape: Shape) -> bool:
    """Whether a line that could be a value names a row, a unit and a value behind it: `Dưới 30 biên chế`."""
    if not shape.measured or at + 2 >= len(cells) or _SIZE.fullmatch(cells[at].low) is None:
        return False
    unit = cells[at + 1].low
    return (unit_of(unit) is not None or "/" in unit) and value_of(cells[at + 2].low) is not None


def _is_unit(text: str) -> bool:
    return is_blank(text) or unit_of(text) is not None or (value_of(text) is None and any_unit(text) is not None)


def _is_value(text: str) -> bool:
    return value_of(text) is not None or is_blank(text)


def _is_note(cells: list[Cell], at: int, shape: Shape, last: int) -> bool:
    """Whether a line is words under the head of notes: what follows it begins a row or ends the table."""
    if at >= len(cells) or value_of(cells[at].low) is not None or len(cells[at].low) > _LONGEST_NOTE:
        return False
    after = at + 1
    if shape.numbered:
        counts = after < len(cells) and _number_of(cells[after].low, last) != last
        return counts or after == len(cells) or _NUMBER.fullmatch(cells[after].low) is not None
    if after + 1 >= len(cells):
        return True
    goes_on = _is_unit if shape.measured else _is_value
    return is_name_of_row(cells[after].low) and goes_on(cells[after + 1].low)


def _group(low: str, cells: list[Cell], place: int, *, numbered: bool) -> tuple[Line | None, int]:
    """A name alone, with its number before it; and the line after it."""
    own_number = numbered and _NUMBER.fullmatch(cells[place].low) is not None and place + 1 < len(cells)
    name = cells[place + own_number]
    if value_of(name.low) is not None or name.end - name.start > _LONGEST_CELL or name.low.endswith((".", ";")):
        return None, place
    start = cells[place].start
    whole = Cell(start, name.end, low[start : name.end])
    return Line(start, name.end, (whole,), "", start), place + 1 + own_number
