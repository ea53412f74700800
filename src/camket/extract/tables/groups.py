"""Names of rows that stand in several columns: a field over the rows of its own, or a name set in from the left."""

from __future__ import annotations

from collections.abc import Sequence

from camket.extract.tables.cell import Cell, unit_of, value_of
from camket.extract.tables.grid import NUMBERING, Grid, Line, is_name
from camket.extract.tables.words import sums_up, table_words
from camket.grammar.expression import expression

_PLACE = expression(r"(?:xã|phường|thị trấn|huyện|thị xã|quận|thành phố|tp\.?|tỉnh|đặc khu) [^\W\d]")
_WHO = expression(r"(?:tên )?(?:đơn vị|cơ quan|cơ quan, đơn vị|cơ quan/đơn vị|địa bàn)|")
"""Heads over names of bodies or of places alike."""
_MOST = 0.7


def with_groups(grid: Grid) -> Grid:
    """The table with one column of names; those of a field that several rows share become rows that head them."""
    grid = _with_who(grid)
    names = _names(grid)
    if len(names) < 2:
        return grid
    first, *others = names
    if grid.parts[first] == grid.parts[others[0]] and others[0] == first + 1:
        lines = [line for row in grid.rows for line in _parted(row, names)]
        return _without(grid, lines, others)
    lines = []
    last: Cell | None = None
    for row in grid.rows:
        field = row.cells[first] if row.mode else None
        if field is not None and field.low and (last is None or field.start != last.start):
            lines.append(Line(field.start, field.end, (field,), "group", field.start))
        last = field or last
        lines.append(row)
    return _without(grid, lines, [first])


def _with_who(grid: Grid) -> Grid:
    """The table with `Đơn vị` over its rows read as what stands there: places, or names; over units it stays."""
    heads = [" ".join(filter(None, parts)) for parts in grid.parts]
    for at, text in enumerate(heads):
        cells = [row.cells[at].low for row in grid.rows if row.mode == "cell" and row.cells[at].low]
        if not cells or _WHO.fullmatch(text) is None or not all(map(_is_name, cells)):
            continue
        named = [cell for cell in cells if not sums_up(cell)]
        places = bool(named) and sum(_PLACE.match(cell) is not None for cell in named) >= _MOST * len(named)
        if places or text:
            head = "địa phương" if places else "nội dung"
            return grid._replace(parts=(*grid.parts[:at], (head,), *grid.parts[at + 1 :]))
    return grid


def _is_name(text: str) -> bool:
    return value_of(text) is None and unit_of(text) is None and NUMBERING.fullmatch(text) is None


def _names(grid: Grid) -> list[int]:
    """The columns that the head calls names and that hold words, where they stand beside each other."""
    words = table_words()
    heads = [" ".join(filter(None, parts)) for parts in grid.parts]
    named = [at for at, text in enumerate(heads) if is_name(text) or text in words.place or _opens(grid, heads, at)]
    found = [at for at in named if _holds_words(grid.rows, at)]
    return [at for place, at in enumerate(found) if at - place == found[0]]


def _opens(grid: Grid, heads: Sequence[str], at: int) -> bool:
    """Whether a head reaches over a column of words and the values right of it: `Chỉ tiêu năm 2024`."""
    if not heads[at] or heads[at + 1 : at + 2] != [heads[at]]:
        return False
    columns = ([row.cells[place].low for row in grid.rows if row.mode == "cell"] for place in (at, at + 1))
    words, values = ([value_of(text) is not None for text in column if text] for column in columns)
    return bool(words) and bool(values) and not any(words) and all(values)


def _holds_words(rows: Sequence[Line], at: int) -> bool:
    cells = [row.cells[at].low for row in rows if row.mode and row.cells[at].low]
    return bool(cells) and sum(value_of(text) is None for text in cells) * 2 > len(cells)


def _parted(row: Line, names: Sequence[int]) -> list[Line]:
    """A row whose name is set over several columns of one head: what stands right of a name is a part of it."""
    if not row.mode:
        return [row]
    cells = list(dict.fromkeys(row.cells[at] for at in names if row.cells[at].low))
    first = names[0]
    if not cells:
        return [row]
    name = Cell(cells[0].start, cells[-1].end, " ".join(cell.low for cell in cells))
    return [row._replace(cells=(*row.cells[:first], name, *row.cells[first + 1 :]))]


def _without(grid: Grid, lines: Sequence[Line], columns: Sequence[int]) -> Grid:
    """The table without some of its columns."""
    kept = [at for at in range(len(grid.parts)) if at not in columns]
    rows = tuple(
        line._replace(cells=tuple(line.cells[at] for at in kept)) if line.mode == "cell" else line for line in lines
    )
    return grid._replace(
        rows=rows, parts=tuple(grid.parts[at] for at in kept), columns=tuple(grid.columns[at] for at in kept)
    )
