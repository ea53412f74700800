"""The numbers of rows in lists: 5, 5, 7, 6, 7 is a row that is missing, doubled or out of place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from camket.grammar.fold import fold
from camket.model.document import Document
from camket.model.message import message
from camket.model.number_check import NumberFinding
from camket.work.cells import Cell, Table, tables_of
from camket.work.quoting import source_at

_HEADS = frozenset(("stt", "tt", "số tt", "số thứ tự"))
_LEAST, _FIRST_ROWS, _SHOWN = 3, 12, 12


class _Serial(NamedTuple):
    number: int
    cell: Cell


def broken_serials(document: Document) -> Iterator[NumberFinding]:
    """Lists whose rows are not numbered one after the other; numbers may begin anew below the head of a group."""
    for table in tables_of(document):
        for run in _runs(table):
            numbers = [serial.number for serial in run]
            wrong = [place for place in range(1, len(numbers)) if numbers[place] not in (numbers[place - 1] + 1, 1)]
            if not wrong:
                continue
            first, last = max(wrong[0] - 1, 0), min(wrong[-1] + 1, len(run) - 1)
            shown = run[first : last + 1]
            yield NumberFinding(
                kind="serial",
                verdict="contradicting",
                reason=message(
                    "work.numbers.serial",
                    numbers=", ".join(str(serial.number) for serial in shown[:_SHOWN]),
                    twice=_listed(number for number in sorted(set(numbers)) if numbers.count(number) > 1),
                    missing=_listed(number for number in range(min(numbers), max(numbers)) if number not in numbers),
                ),
                sources=tuple(source_at(document, each.cell.start, each.cell.end) for each in shown[:_SHOWN]),
            )


def _listed(numbers: Iterator[int]) -> str:
    return ", ".join(str(number) for number in numbers) or "-"


def _runs(table: Table) -> Iterator[Sequence[_Serial]]:
    """The numbers of a column headed as such; a row whose number is none (`I`, `A`, none) begins another run."""
    found = next(
        (
            (place, column)
            for place, row in enumerate(table.rows[:_FIRST_ROWS])
            for column in sorted(row.own)
            if fold(row.text(column)).strip(" .") in _HEADS
        ),
        None,
    )
    if found is None:
        return
    start, column = found
    run: list[_Serial] = []
    for row in table.rows[start + 1 :]:
        cell = row.cells[column] if column in row.own else None
        text = cell.text.strip(" .") if cell is not None else ""
        if cell is not None and text.isdigit():
            run.append(_Serial(int(text), cell))
        elif text or (row.own and len(row.own) > 1 and column not in row.own and not run):
            yield from _long(run)
            run = []
    yield from _long(run)


def _long(run: list[_Serial]) -> Iterator[Sequence[_Serial]]:
    if len(run) >= _LEAST:
        yield run
