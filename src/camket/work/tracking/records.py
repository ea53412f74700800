"""What an import tells: the tasks of a workbook with what happened to them, and an answer to every row."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

from camket.findings import Finding
from camket.model.task import Task, TaskEvent

RowKind = Literal[
    "task", "double", "continued", "group", "title", "head", "numbering", "total", "foot", "outside", "empty",
    "no_text", "hidden_sheet",
]  # fmt: skip
"""A task that is taken; one that stands in another row already; the other kinds are those of `lines.LineKind`."""
Change = Literal["", "new", "known", "moved"]
"""Against the registry: a task that it has not; one that it has as the row says; one to which the row adds."""


class RowAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a row.

    Attributes:
        sheet, row: where it stands.
        kind: what it is.
        hidden: whether a person does not see it in the file.
        task: id of the task that it gives or belongs to; empty for none.
        text: the first words of the row.
        other: of a double, where the task stands first (`Quý I!B7`).
        change: what an import does with it.
        findings: what people should look at, each with its cell.
    """

    sheet: str
    row: int
    kind: RowKind
    hidden: bool = False
    task: str = ""
    text: str = ""
    other: str = ""
    change: Change = ""
    findings: tuple[Finding, ...] = ()


class ListedTask(msgspec.Struct, frozen=True, kw_only=True):
    """A task of a workbook.

    Attributes:
        task: what was given.
        events: what its row says has happened since, each as it would be entered.
        key: what it is known by when the workbook comes again.
        sheet, row: where it stands first.
        outside: the id that the list itself gives it; empty for none.
        due_now: the due after it was put off, as the list says; None where it says none.
        percent: how much is done, as the list says.
        state: what its words for the state mean; empty where they mean nothing known.
        cut: whether its text ends in dots.
    """

    task: Task
    events: tuple[TaskEvent, ...] = ()
    key: str
    sheet: str
    row: int
    outside: str = ""
    due_now: date | None = None
    percent: int | None = None
    state: str = ""
    cut: bool = False


class TrackingImport(msgspec.Struct, frozen=True, kw_only=True):
    """All that a workbook says.

    Attributes:
        tasks: in the order of their rows.
        rows: an answer to every row that has anything in it.
        findings: of the file and its sheets.
        day: the day as of which the list speaks.
    """

    tasks: tuple[ListedTask, ...] = ()
    rows: tuple[RowAnswer, ...] = ()
    findings: tuple[Finding, ...] = ()
    day: date


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """A task of the registry, with its events, and the number by which another system or a list knows it."""

    task: Task
    events: tuple[TaskEvent, ...] = ()
    outside: str = ""
