"""The report of an import, row by row: the cell, what was found there, what is expected, in the reader's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from camket.findings import Finding, Level
from camket.model.message import message
from camket.report.dates import day as shown_day
from camket.words import Language, say, sentences, term
from camket.work.tracking.records import ListedTask, RowAnswer, TrackingImport

_LEVELS: tuple[Level, ...] = ("error", "warning", "info")


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


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of which the same is said.

    Attributes:
        code: of the words.
        level: how bad.
        count: of the rows.
        rows: which, by sheet, runs of them in one: `Quý I!12-15, 20; Quý II!7`.
        said: the sentence for the first of them, and `where` that stands.
    """

    code: str
    level: Level
    count: int
    rows: str
    said: str
    where: str


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


def reasons(listed: TrackingImport, language: Language = "vi") -> tuple[Reason, ...]:
    """What is said of rows, each reason once with all its rows; what people must decide first, most rows first."""
    found: dict[tuple[Level, str], list[tuple[RowAnswer, Finding]]] = {}
    for row in listed.rows:
        for code, finding in {each.message.code: each for each in row.findings}.items():
            found.setdefault((finding.level, code), []).append((row, finding))
    told = []
    for (level, code), said in found.items():
        first = trouble_of(said[0][1], language)
        told.append(
            Reason(
                code=code, level=level, count=len(said), rows=_places(row for row, _ in said), said=first.said,
                where=first.where,
            )
        )  # fmt: skip
    return tuple(sorted(told, key=lambda each: (_LEVELS.index(each.level), -each.count, each.code)))


def _places(rows: Iterable[RowAnswer]) -> str:
    """Rows by sheet, runs of them in one."""
    by_sheet: dict[str, list[int]] = {}
    for row in rows:
        by_sheet.setdefault(row.sheet, []).append(row.row)
    return "; ".join(f"{sheet}!{', '.join(_runs(numbers))}" for sheet, numbers in by_sheet.items())


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    start = last = numbers[0]
    for number in (*numbers[1:], None):
        if number == last + 1:
            last += 1
            continue
        yield f"{start}" if start == last else f"{start}-{last}"
        start = last = number if number is not None else last


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
    reasons: tuple[Reason, ...] = ()


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
        findings=tuple(trouble_of(each, language) for each in listed.findings), reasons=reasons(listed, language),
    )  # fmt: skip
