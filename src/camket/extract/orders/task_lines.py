"""Tables of tasks that plain text has only as lines: cells beside each other, or one a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from camket.extract.head.issuer import names_a_body
from camket.extract.orders.task_tables import heads_task_table
from camket.extract.tables.cell import Cell
from camket.extract.tables.grid import NUMBERING, Grid, Line, is_index, split
from camket.extract.tables.stack import lines_of
from camket.extract.tables.time import times_in
from camket.extract.tables.words import table_words
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_LEADING = (
    "chủ trì", "thực hiện", "đầu mối", "phụ trách", "chịu trách nhiệm", "tham mưu", "soạn thảo", "phân công",
)  # fmt: skip
_SIGN = expression(rf"(?:{'|'.join(_LEADING)})[ .:]*(?:\n|\||  )")
"""The end of a cell that heads the column of those who lead; tabs are looked for apart."""
_HEAD_LINES, _LONGEST_HEAD, _LONGEST_GROUP = 8, 60, 160
_ENOUGH = 2
_COUNTED = expression(r"(\d{1,3})[.)]?")


def find_task_grids(reading: Reading, start: int, end: int) -> list[Grid]:
    """The tables of tasks of a range of running text, as grids whose cells are known."""
    low = reading.low
    if "\t" not in reading.folded.source and not _may_hold_cells(low[start:end]):
        return []
    lines = [cell for cell in lines_of(low, start, end) if cell.low]
    found: list[Grid] = []
    at = 0
    while at < len(lines):
        grid, after = _beside(reading, lines, at) or _stacked(lines, at) or (None, at + 1)
        if grid is not None:
            found.append(grid)
        at = after
    return found


def _may_hold_cells(text: str) -> bool:
    """Whether a cell ends in a word that heads the column of those who lead; most texts have few lines and no cells."""
    if "|" not in text and "  " not in text:
        lines = (line.rstrip(" .:") for line in text.split("\n")[:-1])
        return any(line.endswith(_LEADING) for line in lines)
    return _SIGN.search(text) is not None


def _beside(reading: Reading, lines: list[Cell], at: int) -> tuple[Grid, int] | None:
    """The table whose head is a line of several cells."""
    if len(lines[at].low) > _LONGEST_HEAD * _HEAD_LINES or not _may_head(lines[at].low):
        return None
    head = split(reading, lines[at].start, lines[at].end)
    if not head.mode or not heads_task_table([cell.low for cell in head.cells]):
        return None
    rows: list[Line] = []
    after = at + 1
    while after < len(lines):
        line = split(reading, lines[after].start, lines[after].end)
        if line.mode != head.mode and not (not line.mode and _is_group(line, lines, after, head, reading)):
            break
        if line.mode and not is_index(line) and line.cells[0].low.strip("-|= "):
            rows.append(_set(line, head))
        after += 1
    return _grid(head, rows, after)


def _may_head(text: str) -> bool:
    return any(
        word in text for word in ("nhiệm vụ", "nội dung", "công việc", "hoạt động", "giải pháp", "đề án", "văn bản")
    )


def _is_group(line: Line, lines: list[Cell], at: int, head: Line, reading: Reading) -> bool:
    """Whether a line without cells heads the rows below it, or goes on with the row above."""
    if line.end - line.start > _LONGEST_GROUP or at + 1 == len(lines):
        return False
    return split(reading, lines[at + 1].start, lines[at + 1].end).mode == head.mode


def _set(line: Line, head: Line) -> Line:
    """The cells of a line, one for each column of the head: in order, or where blanks part them by their places."""
    count = len(head.cells)
    if len(line.cells) == count or head.mode != "  ":
        blank = Cell(line.end, line.end, "")
        return line._replace(cells=(*line.cells, *(blank,) * (count - len(line.cells)))[:count], mode="cell")
    cells = [Cell(line.start, line.start, "")] * count
    for cell in line.cells:
        offset = cell.start - line.origin
        nearest = min(range(count), key=lambda at: abs(head.cells[at].start - head.origin - offset))
        cells[nearest] = cell
    return line._replace(cells=tuple(cells), mode="cell")


def _stacked(lines: list[Cell], at: int) -> tuple[Grid, int] | None:
    """The table of which each cell is a line: a head of short lines, rows that numbers in order begin."""
    if lines[at].low not in table_words().number:
        return None
    for count in range(3, _HEAD_LINES):
        head = lines[at : at + count]
        if len(head) < count or any(len(cell.low) > _LONGEST_HEAD for cell in head) or _first(lines, at + count) != 1:
            continue
        if heads_task_table([cell.low for cell in head]):
            line = Line(head[0].start, head[-1].end, tuple(head), "\n", head[0].start)
            rows, after = _numbered(lines, at + count, count)
            return _grid(line, rows, after)
    return None


def _first(lines: list[Cell], at: int) -> int:
    """The first number among the lines that follow: of the row, or of a group and then of its first row."""
    for cell in islice(lines, at, at + 3):
        counted = _COUNTED.fullmatch(cell.low)
        if counted:
            return int(counted[1])
    return 0


def _numbered(lines: list[Cell], at: int, count: int) -> tuple[list[Line], int]:
    """The rows: from each number up to the next one in order, or up to the Roman number or letter of a group."""
    starts = []
    last, place = 0, at
    while place < len(lines):
        counted = _COUNTED.fullmatch(lines[place].low)
        if counted and int(counted[1]) in (last + 1, 1) and place + 2 < len(lines):
            starts.append(place)
            last = int(counted[1])
        elif starts and place - starts[-1] > 2 * count:
            break
        place += 1
    rows = [
        _row(_up_to_group(lines[first:after]), count)
        for first, after in zip(starts, [*starts[1:], _last(lines, starts, count)], strict=True)
    ]
    return [row for row in rows if row is not None], _last(lines, starts, count) if starts else at


def _last(lines: list[Cell], starts: list[int], count: int) -> int:
    return min(starts[-1] + count, len(lines)) if starts else 0


def _up_to_group(cells: list[Cell]) -> list[Cell]:
    """The lines of a row without the head of the next group, which a number or letter of its own begins."""
    for at, cell in enumerate(cells[1:], 1):
        if NUMBERING.fullmatch(cell.low) and not _COUNTED.fullmatch(cell.low):
            return cells[:at]
    return cells


def _row(cells: Sequence[Cell], count: int) -> Line | None:
    """The lines of a row set to its columns; a task may take several, up to the line that names who leads."""
    if len(cells) < 3:
        return None
    if len(cells) != count:
        lead = next((at for at in range(2, len(cells)) if names_a_body(cells[at].low)), None)
        if lead is None:
            return None
        task = Cell(cells[1].start, cells[lead - 1].end, " ".join(cell.low for cell in cells[1:lead]))
        rest = list(cells[lead:])
        due = [rest.pop()] if len(rest) > 1 and times_in(rest[-1].low) else []
        blank = Cell(cells[-1].end, cells[-1].end, "")
        middle = [*rest, *(blank,) * count][: count - 2 - len(due)]
        cells = [cells[0], task, *middle, *due]
    return Line(cells[0].start, cells[-1].end, tuple(cells[:count]), "cell", cells[0].start)


def _grid(head: Line, rows: list[Line], after: int) -> tuple[Grid, int] | None:
    if len(rows) < _ENOUGH:
        return None
    parts = tuple((cell.low,) for cell in head.cells)
    return Grid((head,), tuple(rows), "cell", parts, tuple(range(len(parts)))), after


def lines_between(tables: Sequence[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    """The ranges of a text that no table takes up."""
    edges = [0, *(edge for one in tables for edge in one), end]
    yield from zip(edges[::2], edges[1::2], strict=True)
