"""Tables of which each cell came out as a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from camket.extract.tables.cell import Cell, any_unit, is_blank, unit_of, value_of
from camket.extract.tables.grid import NUMBERING, OF_A_YEAR, Grid, Line, is_fixed, is_headish, is_index, is_name
from camket.extract.tables.head import read_columns
from camket.extract.tables.spread import spread
from camket.extract.tables.subject import names_first
from camket.extract.tables.words import table_words
from camket.grammar.engine import Reading

_LINE = re.compile(r"[^\n]+")
_LONGEST_CELL, _MOST_COLUMNS = 160, 24
_NUMBER = re.compile(rf"{NUMBERING.pattern}|[-+*•]")
_COUNTED = re.compile(r"(\d{1,3})[.)]?")
_ENOUGH, _ENOUGH_UNHEADED = 2, 3
"""Full rows that make lines a table, under a head and without one."""
_LONGEST_NOTE, _LONGEST_HEAD = 80, 60
_SIGN = re.compile(
    r"\n *(?:(?:đơn vị|đvt|đv tính)|(?:(?:các |tên )?chỉ tiêu|s?tt|%|tỷ đồng|triệu đồng|năm|tháng|xã|xã, phường) *\n)"
)
"""A line that stands somewhere in such a table."""


class Shape(NamedTuple):
    """What a row holds besides its name: a number, a unit, so many values, so many notes at its end."""

    numbered: bool
    measured: bool
    values: int = _MOST_COLUMNS
    notes: int = 0


def find_stacks(reading: Reading, start: int, end: int) -> list[Grid]:
    """All such tables of a range, known by lines that are nothing but heads of columns, or but units under names."""
    low = reading.low
    if _SIGN.search(low, max(0, start - 1), end) is None:
        return []
    cells = [cell for cell in lines_of(low, start, end) if cell.low]
    found: list[Grid] = []
    place = 0
    while place < len(cells):
        grid, after = _stack(low, cells, place) or _unheaded(low, cells, place) or (None, place + 1)
        if grid is not None:
            found.append(grid)
        place = after
    return found


def lines_of(low: str, first: int, last: int) -> Iterator[Cell]:
    """The lines of a range as cells without the blanks at their edges."""
    for line in _LINE.finditer(low, first, last):
        start, end = line.span()
        while start < end and low[start] == " ":
            start += 1
        while end > start and low[end - 1] == " ":
            end -= 1
        yield Cell(start, end, low[start:end])


def _stack(low: str, cells: list[Cell], place: int) -> tuple[Grid, int] | None:
    """The table whose column of units, or of names where it has none, is headed by the line at `place`; its end."""
    words = table_words()
    text = cells[place].low
    if text not in words.unit and not _names_rows(text):
        return None
    if text not in words.unit and place + 1 < len(cells) and is_name(cells[place + 1].low):
        return None  # a title that begins as a name: `Mục tiêu phát triển` over `Chỉ tiêu`
    first = place
    while first > 0 and place - first < 2 and is_fixed(cells[first - 1].low):
        if is_name(cells[first].low) and is_name(cells[first - 1].low):
            break  # so does a title above one
        first -= 1
    after = place + 1
    while (
        after < len(cells) and after - first < _MOST_COLUMNS and _heads(cells[after].low) and not _names(cells, after)
    ):
        after += 1
    if after == place + 1 or not any(_names_rows(cell.low) for cell in cells[first : place + 1]):
        return None
    if text not in words.unit and first == place and after < len(cells) and value_of(cells[after].low):
        after -= not OF_A_YEAR.fullmatch(cells[after - 1].low)  # what stands right over a value is the name of its row
    if after == place + 1:
        return None
    head = cells[first:after]
    shape = Shape(head[0].low in words.number, any(cell.low in words.unit for cell in head))
    return _grid(low, cells, _after_index(cells, after), shape, head)


def _after_index(cells: list[Cell], place: int) -> int:
    """The line after the row that numbers the columns, where one stands there: `A B 1 2 3=2/1`, a cell a line."""
    after = place
    while after < len(cells) and is_index(_line([cells[after], cells[after]])):
        after += 1
    numbers = [cell.low.strip("()") for cell in cells[place:after]]
    if "1" not in numbers or "2" not in numbers[numbers.index("1") :]:
        return place
    if after < len(cells) and after - place > 2 and numbers[-1] == "1" and is_name_of_row(cells[after].low):
        return after - 1  # the number of the first row
    return after


def _unheaded(low: str, cells: list[Cell], place: int) -> tuple[Grid, int] | None:
    """The table without a head whose first row is a number, a name, a unit and a value, or the same without number."""
    for names in (("tt", "chỉ tiêu", "đơn vị", ""), ("chỉ tiêu", "đơn vị", "")):
        unit = place + len(names) - 2
        if unit + 1 < len(cells) and unit_of(cells[unit].low) and value_of(cells[unit + 1].low):
            at = cells[place].start
            shape = Shape(numbered=names[0] == "tt", measured=True, values=1)
            rows, end = _rows(low, cells, place, shape)
            enough = sum(row.mode == "\n" for row in rows) >= _ENOUGH_UNHEADED
            head = _line([Cell(at, at, text) for text in names])
            return (Grid((), tuple(_padded(row, head) for row in rows), "\n"), end) if enough else None
    return None


def _padded(row: Line, head: Line) -> Line:
    return row if len(row.cells) <= len(head.cells) else row._replace(cells=row.cells[: len(head.cells)])


def _grid(low: str, cells: list[Cell], place: int, shape: Shape, head: list[Cell]) -> tuple[Grid, int] | None:
    """The rows from a line on under a head, as a table where there are enough of them."""
    notes = sum(cell.low in table_words().note for cell in head)
    asked = shape._replace(notes=notes)
    rows, end = _rows(low, cells, place, asked)
    full = [row for row in rows if row.mode == "\n"]
    if len(full) < _ENOUGH:
        return None
    most = max(len(row.cells) for row in full)
    lines = _heads_over(head, most, shape)
    if lines is None:
        return None
    count = len(lines[0].cells)
    rows = [_filled(row, count) for row in rows]
    return Grid(lines, tuple(rows), "\n"), end


def _filled(row: Line, count: int) -> Line:
    """The row with blanks for the cells that are missing at its end."""
    if row.mode != "\n":
        return row
    blank = Cell(row.end, row.end, "")
    return row._replace(cells=(*row.cells, *(blank,) * (count - len(row.cells)))[:count])


def _heads_over(head: list[Cell], most: int, shape: Shape) -> tuple[Line, ...] | None:
    """The head in lines over the columns, of which the longest row fills `most`."""
    if len(head) == most or (len(head) > most and all(is_fixed(cell.low) for cell in head[most:])):
        return (_line(head),)
    two = _two_lines(head, most, shape) if len(head) > most else None
    return two or ((_line(head),) if len(head) > most else None)


def _two_lines(head: list[Cell], most: int, shape: Shape) -> tuple[Line, ...] | None:
    """A head of two lines, of which the cells of the upper one come first; the way that tells most of its columns."""
    told: list[tuple[int, list[list[str]]]] = []
    for cut in range(2 + shape.measured, len(head) - 1):
        upper, lower = [cell.low for cell in head[:cut]], [cell.low for cell in head[cut:]]
        over = None if any(is_fixed(text) for text in lower) else spread(upper, lower, most)
        if over is not None:
            told.append((_understood(over.lines, shape) + over.fit, over.lines))
    if not told:
        return None
    best = max(told, key=lambda one: one[0])[1]
    return tuple(_line([_placed(text, head) for text in line]) for line in best)


def _placed(text: str, head: list[Cell]) -> Cell:
    at = head[0].start
    return next((cell for cell in head if text and cell.low == text), Cell(at, at, text))


def _understood(lines: list[list[str]], shape: Shape) -> int:
    """How much the columns tell: each its time and role or its comparison, no two the same."""
    parts = tuple(tuple(text for text in column if text) for column in zip(*lines, strict=True))
    columns = read_columns(parts, numbered=shape.numbered) or ()
    values = [column for column in columns if column.kind == "value"]
    told = {
        (column.role, column.when, column.measure, column.same, column.base, column.subject)
        for column in values
        if column.understood
    }
    return len(told) * 3 + sum(bool(column.when) + bool(column.role or column.measure) for column in values)


def _names_rows(text: str) -> bool:
    return is_name(text) or text in table_words().place | table_words().time


def _names(cells: list[Cell], at: int) -> bool:
    """Whether a line that could head a column names the first row: a unit and a value follow."""
    return at + 2 < len(cells) and unit_of(cells[at + 1].low) is not None and value_of(cells[at + 2].low) is not None


def _heads(text: str) -> bool:
    if OF_A_YEAR.fullmatch(text):
        return True
    heads = is_headish(text) or (names_first(text) and len(text) <= _LONGEST_HEAD)
    return heads and value_of(text) is None and not NUMBERING.fullmatch(text)


def _line(cells: Sequence[Cell]) -> Line:
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    return Line(start, end, tuple(cells), "\n" if len(cells) > 1 else "", start)


def _rows(low: str, cells: list[Cell], place: int, shape: Shape) -> tuple[list[Line], int]:
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
        last = _number_of(cells[place].low, last)
        group, place = _group(low, cells, place, numbered=shape.numbered)
        if group is None or len(rows) - _last_full(rows) > _ENOUGH:
            break
        rows.append(group)
    while rows and not rows[-1].mode:
        rows.pop()
    return rows, end


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
    if at is None or at >= len(cells) or not is_name_of_row(cells[at].low):
        return None
    at += 1
    if shape.measured:
        if at >= len(cells) or not _is_unit(cells[at].low):
            return None
        at += 1
    first, number = at, _number_of(cells[place].low, last)
    while at < len(cells) and at - first < shape.values and _is_value(cells[at].low):
        if at > first and shape.numbered and _begins(cells, at, shape, number):
            break
        at += 1
    if not any(value_of(cell.low) is not None for cell in cells[first:at]):
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
    return place + 1 if counted is None or int(counted[1]) in (last, last + 1, 1) or last == 0 else None


def _begins(cells: list[Cell], at: int, shape: Shape, last: int) -> bool:
    """Whether the next row begins with a number that could as well be a value of this one."""
    text = cells[at].low
    counted = _COUNTED.fullmatch(text)
    if not _NUMBER.fullmatch(text) or at + 1 >= len(cells) or not is_name_of_row(cells[at + 1].low):
        return False
    if counted is None:
        return not is_blank(text) or not shape.measured
    return int(counted[1]) in (last + 1, 1)


def is_name_of_row(text: str) -> bool:
    """Whether a line can name a row: words, no value, of no great length."""
    letters = sum(map(str.isalpha, text))
    return letters > 1 and value_of(text) is None and len(text) <= _LONGEST_CELL


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
    return after + 1 >= len(cells) or (is_name_of_row(cells[after].low) and _is_unit(cells[after + 1].low))


def _group(low: str, cells: list[Cell], place: int, *, numbered: bool) -> tuple[Line | None, int]:
    """A name alone, with its number before it; and the line after it."""
    own_number = numbered and _NUMBER.fullmatch(cells[place].low) is not None and place + 1 < len(cells)
    name = cells[place + own_number]
    if value_of(name.low) is not None or name.end - name.start > _LONGEST_CELL or name.low.endswith((".", ";")):
        return None, place
    start = cells[place].start
    whole = Cell(start, name.end, low[start : name.end])
    return Line(start, name.end, (whole,), "", start), place + 1 + own_number
