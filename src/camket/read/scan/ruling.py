"""The ruled lines of a picture, and the cells that they part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PIL import Image

_ALONG = 16
"""Pixels along a line that are looked at as one."""
_SOLID, _DARK = 0.7, 160
_SHORTEST, _THICKEST = 80, 16
_NEAR = 14
"""Pixels within which two lines meet, or are at one place."""
_COVERS = 0.6
_STRETCH = re.compile(rb"\x01{3,}")


class Rule(NamedTuple):
    """A ruled line: where it lies across its direction, and from where to where it runs, in pixels."""

    at: float
    first: float
    last: float


class Box(NamedTuple):
    """A cell: its row and column from 0, over how many of each it reaches, its edges in pixels."""

    row: int
    column: int
    rows: int
    columns: int
    left: float
    top: float
    right: float
    bottom: float


class Ruled(NamedTuple):
    """A ruled table: its edges in pixels, its cells by row and column."""

    left: float
    top: float
    right: float
    bottom: float
    cells: tuple[Box, ...]


def ruled_tables(image: Image.Image) -> list[Ruled]:
    """The tables of a level picture in grey of 300 dots an inch, from the top down."""
    level, upright = rules(image)
    tables = [table for lines in _connected(level, upright) if (table := _table(*lines)) is not None]
    return sorted(tables, key=lambda table: table.top)


def rules(image: Image.Image) -> tuple[list[Rule], list[Rule]]:
    """The level and the upright lines of a picture."""
    ink = image.point(lambda value: 255 if value < _DARK else 0)
    return _rules(ink), _rules(ink.transpose(Image.Transpose.TRANSPOSE))


def _rules(ink: Image.Image) -> list[Rule]:
    """The level lines: long stretches of ink in one row of pixels, those of neighbouring rows taken together."""
    solid = ink.reduce((_ALONG, 1)).point(lambda value: 1 if value >= 255 * _SOLID else 0)
    width, data = solid.width, solid.tobytes()
    open_lines: list[list[int]] = []  # first row, last row, first and last stretch
    closed: list[list[int]] = []
    for row in range(solid.height):
        for found in _STRETCH.finditer(data, row * width, (row + 1) * width):
            _add(open_lines, row, found.start() - row * width, found.end() - row * width)
        closed += [line for line in open_lines if row - line[1] > 2]
        open_lines = [line for line in open_lines if row - line[1] <= 2]
    return [
        Rule((top + bottom + 1) / 2, first * _ALONG, last * _ALONG)
        for top, bottom, first, last in closed + open_lines
        if bottom - top < _THICKEST and (last - first) * _ALONG >= _SHORTEST
    ]


def _add(lines: list[list[int]], row: int, first: int, last: int) -> None:
    """A stretch joins a line that it touches, or begins one."""
    for line in lines:
        if first <= line[3] + 1 and last >= line[2] - 1:
            line[1], line[2], line[3] = row, min(line[2], first), max(line[3], last)
            return
    lines.append([row, row, first, last])


def _connected(level: Sequence[Rule], upright: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that meet each other, directly or by others."""
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for line in level:
        met = [rule for rule in upright if _meet(line, rule)]
        joined: tuple[list[Rule], list[Rule]] = ([line], met)
        apart = []
        for group in groups:
            if any(rule in group[1] for rule in met):
                joined = (joined[0] + group[0], joined[1] + [rule for rule in group[1] if rule not in joined[1]])
            else:
                apart.append(group)
        groups = [*apart, joined]
    return groups


def _meet(level: Rule, upright: Rule) -> bool:
    near = _NEAR + _ALONG
    across = level.first - near <= upright.at <= level.last + near
    return across and upright.first - near <= level.at <= upright.last + near


def _table(level: list[Rule], upright: list[Rule]) -> Ruled | None:
    """The table of lines that meet; None where they make fewer than three cells or one column."""
    down = _places(rule.at for rule in level)
    sides = [min(rule.first for rule in level), max(rule.last for rule in level)]
    across = _places(rule.at for rule in upright)
    across = _places([*across, *(side for side in sides if all(abs(side - at) > 3 * _NEAR for at in across))])
    if len(down) < 2 or len(across) < 3:
        return None
    cells = _numbered(_cells(down, across, level, upright))
    if len(cells) < 3:
        return None
    return Ruled(across[0], down[0], across[-1], down[-1], tuple(cells))


def _numbered(cells: list[Box]) -> list[Box]:
    """The same cells without rows and columns in which none begins."""
    rows = sorted({cell.row for cell in cells})
    columns = sorted({cell.column for cell in cells})
    return [
        cell._replace(
            row=rows.index(cell.row),
            rows=sum(cell.row <= row < cell.row + cell.rows for row in rows),
            column=columns.index(cell.column),
            columns=sum(cell.column <= column < cell.column + cell.columns for column in columns),
        )
        for cell in cells
    ]


def _places(values: Iterable[float]) -> list[float]:
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _cells(down: list[float], across: list[float], level: list[Rule], upright: list[Rule]) -> list[Box]:
    """The cells: fields of the grid with no wall between them are one."""
    rows, columns = len(down) - 1, len(across) - 1
    one = list(range(rows * columns))

    def root(field: int) -> int:
        while one[field] != field:
            field = one[field]
        return field

    for row in range(rows):
        for column in range(columns):
            field = row * columns + column
            if column and not _wall(upright, across[column], down[row], down[row + 1]):
                one[root(field)] = root(field - 1)
            if row and not _wall(level, down[row], across[column], across[column + 1]):
                one[root(field)] = root(field - columns)
    groups: dict[int, list[int]] = {}
    for field in range(rows * columns):
        groups.setdefault(root(field), []).append(field)
    boxes = [_box([divmod(field, columns) for field in fields], down, across) for fields in groups.values()]
    return sorted(boxes)


def _box(fields: list[tuple[int, int]], down: list[float], across: list[float]) -> Box:
    top, bottom = min(row for row, _ in fields), max(row for row, _ in fields) + 1
    left, right = min(column for _, column in fields), max(column for _, column in fields) + 1
    edges = (across[left], down[top], across[right], down[bottom])
    return Box(top, left, bottom - top, right - left, *edges)


def _wall(rules: list[Rule], at: float, first: float, last: float) -> bool:
    """Whether lines at a place run along most of a stretch."""
    covered = sum(max(min(rule.last, last) - max(rule.first, first), 0) for rule in rules if abs(rule.at - at) <= _NEAR)
    return covered >= _COVERS * (last - first)
