"""Columns whose head is none of the known names, told by what stands below: papers, bodies, days, the longest text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from camket.model.workbook import GridCell, GridRow
from camket.work.tracking.bodies import is_body
from camket.work.tracking.days import day_alone
from camket.work.tracking.dues import due_of
from camket.work.tracking.papers import level_of, papers_in
from camket.work.tracking.reading import Field, squeezed
from camket.work.tracking.statuses import begins_with_state

SAMPLE = 40
"""Rows below a head that are looked at."""
_SERIAL = re.compile(r"\d{1,3}(?:\.\d{1,2}){0,2}[.)]?|[a-zđ][.)]")
_MOST, _LONG, _SHORT = 0.6, 25, 12
_UNSURE = (0, 0)
_NAMED, _TOLD = 3, 4
"""Columns known by name that make a head, or columns known at all where there are fewer."""


class Column(NamedTuple):
    """A column: its number, what it tells, the words of its head from above, how sure that is."""

    at: int
    field: Field
    head: str
    score: tuple[int, int]


class Head(NamedTuple):
    """The head of a table: its first and last row, its columns by their numbers."""

    first: int
    last: int
    columns: Mapping[int, Column]

    @property
    def fields(self) -> frozenset[Field]:
        """What the columns tell."""
        return frozenset(each.field for each in self.columns.values())


def with_guesses(head: Head, rows: Sequence[GridRow]) -> Head | None:
    """A head with what its unnamed columns tell; None where no column holds the texts of tasks.

    Args:
        head: as its words tell it.
        rows: the first rows below it.
    """
    head = _numbers_apart(_sentences_apart(head, rows), rows)
    cells: dict[int, list[GridCell]] = {}
    for row in rows:
        for cell in row.cells:
            if cell.column not in head.columns and cell.last_column == cell.column:
                cells.setdefault(cell.column, []).append(cell)
    columns = dict(head.columns)
    for field, holds in _KINDS:
        if field in {each.field for each in columns.values()}:
            continue
        free = [at for at in sorted(cells) if at not in columns and (field != "number" or at < min(columns))]
        found = next((at for at in free if _share(cells[at], holds) >= _MOST), None)
        if found is not None:
            columns[found] = Column(found, field, "", _UNSURE)
    if "text" not in {each.field for each in columns.values()}:
        longest = max((at for at in cells if at not in columns), key=lambda at: _length(cells[at]), default=None)
        least = _SHORT if len(head.fields) >= _NAMED else _LONG  # a head that is sure may stand over short names
        if longest is None or _length(cells[longest]) < least:
            return None
        columns[longest] = Column(longest, "text", "", _UNSURE)
    if len(head.fields) < _NAMED and len(columns) < _TOLD:
        return None
    return Head(head.first, head.last, columns)


def _sentences_apart(head: Head, rows: Sequence[GridRow]) -> Head:
    """A lone column whose head is a state (`Đã làm được`) and whose cells are sentences tells what was done."""
    marks = [each for each in head.columns.values() if each.field == "mark"]
    if len(marks) != 1:
        return head
    cells = [cell for row in rows for cell in row.cells if cell.column == marks[0].at]
    if not cells or _share(cells, _is_sentence) < _MOST:
        return head
    return head._replace(columns={**head.columns, marks[0].at: marks[0]._replace(field="result")})


def _numbers_apart(head: Head, rows: Sequence[GridRow]) -> Head:
    """A first column called `Số` whose cells are `1`, `1.1`, `a)` numbers the rows, and holds no papers."""
    first = head.columns[min(head.columns)]
    cells = [cell for row in rows for cell in row.cells if cell.column == first.at and cell.last_column == cell.column]
    if first.field != "paper" or not cells or _share(cells, _is_serial) < _MOST:
        return head
    return head._replace(columns={**head.columns, first.at: first._replace(field="number")})


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 1 and not papers_in(text) and day_alone(squeezed(text)) is None


def _share(cells: Sequence[GridCell], holds: Callable[[str], bool]) -> float:
    return sum(holds(cell.text) for cell in cells) / len(cells)


def _length(cells: Sequence[GridCell]) -> float:
    return sum(len(cell.text) for cell in cells) / len(cells)


def _is_paper(text: str) -> bool:
    return len(text) < 60 and bool(papers_in(text))


def _is_report(text: str) -> bool:
    """Whether a cell is the paper of one that does the work: it shows what was done, and gives nothing."""
    return len(text) < 60 and any(level_of(paper.number, "") == "department" for paper in papers_in(text))


def _is_due(text: str) -> bool:
    return len(text) < 40 and due_of(text, year=2026).due.kind != "none"


def _is_status(text: str) -> bool:
    return len(text) < 60 and begins_with_state(text)


def _is_serial(text: str) -> bool:
    return _SERIAL.fullmatch(text.strip()) is not None


_KINDS: tuple[tuple[Field, Callable[[str], bool]], ...] = (
    ("number", _is_serial), ("evidence", _is_report), ("paper", _is_paper), ("lead", is_body), ("due", _is_due),
    ("status", _is_status),
)  # fmt: skip
