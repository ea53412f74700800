"""Which rows of a sheet are its tables, and which stand above, between and below them.

A table begins with its head, the rows of words right above its first row with a number. It ends with the last row that
has something in several of its columns. Blank rows part tables only where another head follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from camket.read.sheet.book import Ranges, Row
from camket.read.sheet.kinds import is_data, is_foot, is_group, is_letterhead, is_note, names_columns

_MOST_GROUPS_ABOVE = 3
"""Rows with one cell that may stand between a head and the first number."""
_FEWEST_OF_WORDS = 2
"""Rows that make a table without numbers."""
_WIDE = 3


class Text(NamedTuple):
    """Rows that are no table."""

    rows: list[Row]


class Table(NamedTuple):
    """Rows of a table; the first `head` of them hold no values."""

    rows: list[Row]
    head: int


def parted(rows: Sequence[Row], hidden: Ranges) -> list[Text | Table]:
    """The texts and the tables of a sheet, in order."""
    found: list[Text | Table] = []
    for band in _bands(rows, hidden):
        for part in _in_band(band):
            _put(found, part)
    return found


def _put(found: list[Text | Table], part: Text | Table) -> None:
    """Add a part; rows without a head go on with the table before them, with the names of groups between."""
    last = found[-1] if found else None
    if isinstance(part, Text):
        if isinstance(last, Text):
            last.rows.extend(part.rows)
        elif part.rows:
            found.append(part)
        return
    if part.head or not found:
        found.append(part)
    elif isinstance(last, Table) and _fits(part, last):
        last.rows.extend(part.rows)
    elif isinstance(last, Text) and len(found) > 1 and _may_be_groups(last.rows):
        table = found[-2]
        if isinstance(table, Table) and _fits(part, table):
            table.rows.extend((*last.rows, *part.rows))
            found.pop()
        else:
            found.append(part)
    else:
        found.append(part)


def _may_be_groups(rows: Sequence[Row]) -> bool:
    return len(rows) <= _MOST_GROUPS_ABOVE and all(map(is_group, rows))


def _fits(part: Table, table: Table) -> bool:
    columns = {cell.column for row in table.rows for cell in row.cells}
    return all(cell.column in columns for row in part.rows for cell in row.cells)


def _bands(rows: Sequence[Row], hidden: Ranges) -> list[list[Row]]:
    """Rows without a blank one between; rows that a merged cell reaches over are not blank, nor are hidden ones."""
    bands: list[list[Row]] = []
    reach = 0
    for row in rows:
        if bands and hidden.after(reach + 1) >= row.number:
            bands[-1].append(row)
        else:
            bands.append([row])
        # A merged cell of running text beside a table does not hold the rows below it together.
        reach = max(reach, max(cell.last_row for cell in row.cells)) if len(row.cells) > 1 else max(reach, row.number)
    return bands


def _in_band(band: list[Row]) -> list[Text | Table]:
    """The parts of one band: text, a table, text; and again where a row of words heads other columns below."""
    parts: list[Text | Table] = []
    while band:
        first = next((place for place, row in enumerate(band) if is_data(row)), None)
        start = _head(band, first) if first is not None else _table_of_words(band)
        if start is None:
            return [*parts, Text(band)]
        first = _first_below_head(band, start) if first is None else first
        stop = _next_head(band, first + 1)
        last = _last(band[:stop], first)
        if start:
            parts.append(Text(band[:start]))
        parts.append(Table(band[start : last + 1], first - start))
        band = band[last + 1 :]
    return parts


def _head(band: Sequence[Row], first: int) -> int:
    """The row with which the head above the first data row begins; that row itself where there is no head."""
    columns = _columns(band[first:])
    start, passed = first, 0
    for place in range(first - 1, -1, -1):
        row = band[place]
        if (is_letterhead(row) and not names_columns(row)) or is_foot(row):
            break
        reaches = _reached(band[: place + 1], columns) >= max(2, len(columns) / 2)
        spans = place == start - 1 and start < first and _spans(row, band[start], columns)
        if len(row.cells) > 1 and not is_group(row) and (reaches or spans):
            start = place
        elif start < first or passed >= _MOST_GROUPS_ABOVE:
            break
        else:
            passed += 1
    return start


def _spans(row: Row, below: Row, columns: Sequence[int]) -> bool:
    """Whether the cells of a row stand over those of a head from which they have lost how far they reached.

    Each stands over the first of several; over the first column stands a title.
    """
    heads, own = {cell.column for cell in below.cells}, {cell.column for cell in row.cells}
    over = [column for column in own if column in heads]
    wide = [column for column in over if column + 1 in heads and column + 1 not in own]
    return len(over) == len(own) > 1 and len(wide) > 1 and columns[0] not in over


def _columns(rows: Sequence[Row]) -> list[int]:
    """The columns of the rows that have several cells."""
    return sorted({cell.column for row in rows if len(row.cells) > 1 for cell in row.cells})


def _reached(rows: Sequence[Row], columns: Sequence[int]) -> int:
    """How many of the columns the cells of the last row reach, with those that reach down to it from above."""
    last = rows[-1].number
    cells = [cell for row in rows[-_MOST_GROUPS_ABOVE:] for cell in row.cells if cell.last_row >= last]
    return sum(any(cell.column <= column <= cell.last_column for cell in cells) for column in columns)


def _table_of_words(band: Sequence[Row]) -> int | None:
    """Where a table without numbers begins: rows with three cells or more, one after the other."""
    for place, row in enumerate(band[:-1]):
        below = band[place + 1]
        if all(len(each.cells) >= _WIDE and not is_letterhead(each) and not is_foot(each) for each in (row, below)):
            return place
    return None


def _first_below_head(band: Sequence[Row], start: int) -> int:
    """Of a table without numbers the first row is the head, and those below it which its cells reach down to."""
    reach = max(cell.last_row for cell in band[start].cells)
    return next((place for place in range(start + 1, len(band)) if band[place].number > reach), len(band) - 1)


def _next_head(band: Sequence[Row], start: int) -> int:
    """Where the columns are named anew below some data; titles right above that go with it."""
    for place in range(start, len(band)):
        row = band[place]
        if len(row.cells) >= _WIDE and names_columns(row) and any(map(is_data, band[place + 1 :])):
            while place > start and len(band[place - 1].cells) == 1:
                place -= 1
            return place
    return len(band)


def _last(band: Sequence[Row], first: int) -> int:
    """The last row of a table: data, or words in several columns that are neither notes nor the foot."""
    columns = max(len(_columns(band[first:])), 1)
    for place in range(len(band) - 1, first, -1):
        row = band[place]
        if is_data(row) or (
            len(row.cells) >= max(2, columns / 2) and not is_foot(row) and not is_note(row) and not _signed(band, place)
        ):
            return place
    return first


def _signed(band: Sequence[Row], place: int) -> bool:
    """Whether a row stands below one of the foot."""
    return any(is_foot(row) for row in band[max(0, place - 4) : place])
