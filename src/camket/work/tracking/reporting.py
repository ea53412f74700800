"""The report of an import, row by row: the cell, what was found there, what is expected, in the reader's language."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import msgspec

from camket.findings import Finding, Level
from camket.model.message import message
from camket.report.dates import day as shown_day
from camket.words import Language, say, sentences, term
from camket.work.tracking.records import ListedTask, RowAnswer, TrackingImport


class Trouble(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to look at.

    Attributes:
        where: the cell or row (`Quý I!G12`).
        level: how bad.
        code: of the words.
        found: what stands there; empty where nothing does.
        expected: what should stand there; empty where nothing is expected.
        said: the sentence.
    """

    where: str
    level: Level
    code: str
    found: str = ""
    expected: str = ""
    said: str


class Counts(NamedTuple):
    """How many rows there are of each kind: all, tasks, doubles, not taken, to look at."""

    rows: int
    tasks: int
    doubles: int
    refused: int
    trouble: int


def trouble_of(finding: Finding, language: Language = "vi") -> Trouble:
    """A finding of a row as people read it."""
    params = dict(finding.message.params)
    code = f"tracking.expected.{params.get('field', '')}"
    expected = term(code, language) if code in sentences(language) else ""
    return Trouble(
        where=finding.where or "", level=finding.level, code=finding.message.code, found=params.get("found", ""),
        expected=expected, said=say(finding.message, language),
    )  # fmt: skip


def counts_of(listed: TrackingImport) -> Counts:
    """The rows counted."""
    kinds = Counter(row.kind for row in listed.rows)
    trouble = sum(needs_look(row) for row in listed.rows)
    return Counts(len(listed.rows), kinds["task"], kinds["double"], kinds["no_text"], trouble)


def needs_look(row: RowAnswer) -> bool:
    """Whether a person should look at a row: more than a remark is said of it."""
    return any(finding.level != "info" for finding in row.findings)


def summary(listed: TrackingImport, file: str, language: Language = "vi") -> str:
    """The import in one line."""
    counts = counts_of(listed)
    return say(
        message("tracking.summary", file=file, day=shown_day(listed.day, language), **counts._asdict()), language
    )


def changes(listed: TrackingImport, language: Language = "vi") -> str:
    """What it changes in the registry, in one line."""
    told = Counter(row.change for row in listed.rows if row.kind == "task")
    return say(message("tracking.changes", new=told["new"], moved=told["moved"], known=told["known"]), language)


class RowRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A row as JSON writes it."""

    sheet: str
    row: int
    kind: str
    hidden: bool
    task: str
    text: str
    other: str
    change: str
    trouble: tuple[Trouble, ...]


class ImportRecord(msgspec.Struct, frozen=True, kw_only=True):
    """An import as JSON writes it."""

    file: str
    day: str
    rows: tuple[RowRecord, ...]
    tasks: tuple[ListedTask, ...]
    findings: tuple[Trouble, ...]


def record_of(listed: TrackingImport, file: str, language: Language = "vi") -> ImportRecord:
    """The whole import as a record: every row with its answer, the tasks with their events."""
    rows = tuple(
        RowRecord(
            sheet=row.sheet, row=row.row, kind=row.kind, hidden=row.hidden, task=row.task, text=row.text,
            other=row.other, change=row.change, trouble=tuple(trouble_of(each, language) for each in row.findings),
        )
        for row in listed.rows
    )  # fmt: skip
    return ImportRecord(
        file=file, day=listed.day.isoformat(), rows=rows, tasks=listed.tasks,
        findings=tuple(trouble_of(each, language) for each in listed.findings),
    )  # fmt: skip
