"""Rows of values without a head: those that go on under the head before them, and those that only a title heads."""

from __future__ import annotations

from collections.abc import Iterable

from camket.extract.tables.cell import any_unit, is_blank, unit_in, unit_of, value_of
from camket.extract.tables.grid import NUMBERING, Grid, Line, is_data
from camket.extract.tables.head import Column, ColumnKind
from camket.grammar.engine import Reading

_MOST_BETWEEN, _LONGEST_BETWEEN = 2, 160
"""Lines, and letters of one, that may stand between a table and the rows that go on with it: the head of a group."""
_MOST = 0.8
"""The share of a column's cells that are as the column is."""


def continued(reading: Reading, grid: Grid, count: int, columns: tuple[Column, ...], end: int) -> bool:
    """Whether rows of `count` cells go on with the table of the given columns that ends at `end`."""
    between = [line.strip() for line in reading.low[end : grid.start].split("\n") if line.strip(" |")]
    if len(between) > _MOST_BETWEEN or any(len(line) > _LONGEST_BETWEEN or line[-1] in ".;" for line in between):
        return False
    kinds = [column.kind for column in columns]
    if count == len(kinds) - 1 and kinds[0] == "number":
        kinds = kinds[1:]
    return count == len(kinds) and all(
        _is(kind, [row.cells[at].low for row in _full(grid, count)]) for at, kind in enumerate(kinds)
    )


def titled(grid: Grid, count: int, *, measured: bool) -> tuple[Column, ...] | None:
    """The columns of rows that a title heads: a number, a name, a unit and a value; number or unit may be missing.

    Several columns of values would need a head to tell them apart. `measured`: the title names the unit of all.
    """
    rows = _full(grid, count)
    columns = [[row.cells[at].low for row in rows] for at in range(count)]
    kinds: list[ColumnKind] = []
    for cells in columns:
        kinds.append(next((kind for kind in _open(kinds) if _is(kind, cells)), "note"))
    if kinds.count("value") != 1 or "name" not in kinds:
        return None
    if "unit" in kinds:
        told = [unit_of(cell) is not None for cell in columns[kinds.index("unit")]]
    else:
        named = zip(columns[kinds.index("value")], columns[kinds.index("name")], strict=True)
        told = [measured or _has_unit(cell) or unit_in(name) is not None for cell, name in named]
    if sum(told) * 2 < len(told):
        return None
    return tuple(Column(kind=kind) for kind in kinds)


def _open(kinds: list[ColumnKind]) -> Iterable[ColumnKind]:
    """The kinds that the next column may be of, after those before it."""
    if "name" not in kinds:
        return ("name",) if kinds else ("number", "name")
    return ("value",) if "unit" in kinds else ("unit", "value")


def _full(grid: Grid, count: int) -> list[Line]:
    return [row for row in grid.rows if is_data(row) and len(row.cells) == count]


_CROSSES = frozenset("x×✓")
"""What marks that something is so; a column of them measures nothing."""


def _is(kind: ColumnKind, cells: list[str]) -> bool:
    """Whether most cells are as those of a column of a kind."""
    filled = [cell for cell in cells if not is_blank(cell)]
    if kind == "value" and not filled:
        return not any(cell in _CROSSES for cell in cells)
    if kind == "note" or not filled:
        return kind in ("note", "number")
    fitting = _FITTING[kind]
    return sum(map(fitting, filled)) >= _MOST * len(filled)


def _numbers(text: str) -> bool:
    return NUMBERING.fullmatch(text) is not None


def _names(text: str) -> bool:
    return value_of(text) is None and sum(map(str.isalpha, text)) > 1


def _is_unit(text: str) -> bool:
    return value_of(text) is None and any_unit(text) is not None


def _is_value(text: str) -> bool:
    return value_of(text) is not None


def _has_unit(text: str) -> bool:
    value = value_of(text)
    return value is not None and value.unit is not None


_FITTING = {"number": _numbers, "name": _names, "unit": _is_unit, "value": _is_value}
