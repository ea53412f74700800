"""Tables that count tasks by outcome: rows whose parts do not make their total, and a last line that is no sum."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from camket.grammar.fold import fold
from camket.model.document import Document
from camket.model.message import Message, message
from camket.model.number_check import NumberFinding
from camket.work.cells import Cell, Row, tables_of
from camket.work.columns import Head, head_of
from camket.work.counts import SPLITS, state_of_head
from camket.work.quoting import source_at

_WHOLE = re.compile(r"(?:tổng số|tổng cộng|cộng|tổng|toàn tỉnh)(?!\w)")
_COUNT = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,7}")
_LEAST = 2
"""Rows in which a relation must hold before those in which it does not are looked at."""


class _Line(NamedTuple):
    """A row with its counts by column, each with the cell that says it."""

    row: Row
    name: str
    counts: Mapping[int, int]
    cells: Mapping[int, Cell]


def wrong_tables(document: Document) -> Iterator[NumberFinding]:
    """What does not add up in the tables of a paper that count tasks."""
    for table in tables_of(document):
        head = head_of(table, _fits)
        if head is None:
            continue
        lines = [line for row in table.rows[head.below :] if (line := _line(row, head)) is not None]
        yield from _across(document, head, lines)
        yield from _down(document, head, lines)


def _fits(said: Sequence[str]) -> Mapping[str, int] | None:
    """The columns by outcome: a total and two outcomes at least, no outcome twice."""
    found: dict[str, int] = {}
    for column, words in enumerate(said):
        state = state_of_head(words) if words and "%" not in words and "tỷ lệ" not in words else None
        if state is not None:
            if state in found:
                return None
            found[state] = column
    return found if "total" in found and len(found) > _LEAST else None


def _line(row: Row, head: Head) -> _Line | None:
    counts: dict[int, int] = {}
    cells: dict[int, Cell] = {}
    for column in head.fields.values():
        cell = row.cells[column] if column in row.own else None
        if cell is not None and _COUNT.fullmatch(cell.text):
            counts[column] = int(cell.text.replace(".", ""))
            cells[column] = cell
    first = min(head.fields.values())
    name = next((row.text(at) for at in range(first - 1, -1, -1) if row.text(at) and not row.text(at).isdigit()), "")
    numbers = [row.text(at).strip("() ") for at in sorted(row.own)]
    if not counts or all(number.isdigit() and int(number) == at for at, number in enumerate(numbers, start=1)):
        return None  # the row that numbers the columns
    return _Line(row, " ".join(name.split()), counts, cells)


def _across(document: Document, head: Head, lines: Sequence[_Line]) -> Iterator[NumberFinding]:
    """Rows in which parts do not make their whole, where in other rows they do."""
    for whole, parts in SPLITS:
        columns = [head.fields[state] for state in (whole, *parts) if state in head.fields]
        if len(columns) <= len(parts):
            continue
        asked = [line for line in lines if all(column in line.counts for column in columns)]
        wrong = [line for line in asked if line.counts[columns[0]] != sum(line.counts[at] for at in columns[1:])]
        if len(asked) - len(wrong) < max(_LEAST, len(wrong)):
            continue
        for line in wrong:
            own = [line.counts[at] for at in columns[1:]]
            yield _finding(
                document,
                message(
                    "work.numbers.row",
                    name=line.name,
                    value=line.counts[columns[0]],
                    parts=" + ".join(map(str, own)),
                    total=sum(own),
                ),
                [line.cells[at] for at in columns],
            )


def _down(document: Document, head: Head, lines: Sequence[_Line]) -> Iterator[NumberFinding]:
    """Columns whose rows do not make the line of the whole, where those of most columns do."""
    whole = next((line for line in lines if _WHOLE.match(fold(line.name)) or not line.name), None)
    others = [line for line in lines if line is not whole]
    if whole is None or len(others) < _LEAST:
        return
    sums = {at: sum(line.counts.get(at, 0) for line in others) for at in whole.counts}
    wrong = [at for at, value in sums.items() if value != whole.counts[at]]
    if len(wrong) * 2 >= len(sums):
        return
    for at in wrong:
        said = message(
            "work.numbers.column", column=head.said[at].replace(" | ", ", "), value=whole.counts[at], total=sums[at]
        )
        yield _finding(document, said, [whole.cells[at]])


def _finding(document: Document, reason: Message, cells: Sequence[Cell]) -> NumberFinding:
    return NumberFinding(
        kind="parts",
        verdict="contradicting",
        reason=reason,
        sources=tuple(source_at(document, cell.start, cell.end) for cell in cells),
    )
