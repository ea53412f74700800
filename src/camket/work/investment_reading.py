"""Tables of investment projects read row by row: each row is taken or answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

import msgspec

from camket.findings import Finding
from camket.grammar.fold import fold
from camket.grammar.numbering import mark_at
from camket.model.document import Document
from camket.model.investment import Disbursed, PeriodBasis, Planned, Project
from camket.model.message import Message, message
from camket.model.workbook import Workbook
from camket.rules.numeral.item import show
from camket.work.cells import Row, Table, tables_of
from camket.work.columns import Head, column_words
from camket.work.investment_columns import Asked, Column, columns_of, head_of_projects
from camket.work.listed import body_of, due_in, number_in, slug_of
from camket.work.ratio import fit_of

RowOutcome = Literal["taken", "whole", "group", "refused"]
_NUMBER = re.compile(r"\(?-?\d[\d.\s]*(?:,\d+)?\)?")
_POINTED = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+|-?\d+\.\d{1,2}|-?\d+\.\d{4,}")
_NONE = frozenset(("", "-", "–", "—", "x", "0", "..."))
_ROUNDED = Decimal("0.5")
"""By how much of the unit of its last digit each printed part can be off."""


class RowTold(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one row.

    Attributes:
        sheet, row: where it stands.
        name: what it is called.
        outcome: taken as a project, as the line of all projects, as the head of a group, or refused.
        said: why it was refused, or what is to be looked at.
    """

    sheet: str
    row: int
    name: str
    outcome: RowOutcome
    said: tuple[Message, ...] = ()


class ProjectsRead(msgspec.Struct, frozen=True, kw_only=True):
    """What tables of projects give; every row that holds anything is in `rows`."""

    projects: tuple[Project, ...] = ()
    planned: tuple[Planned, ...] = ()
    disbursed: tuple[Disbursed, ...] = ()
    rows: tuple[RowTold, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_projects(
    paper: Document | Workbook, *, year: int | None = None, until: date | None = None, basis: PeriodBasis = "calendar"
) -> ProjectsRead:
    """The projects of a workbook or paper with their money, in whole dong.

    Args:
        paper: as it was read.
        year: of the plan, where the table does not say it.
        until: the closing day, where the table does not say it.
        basis: how months run, where a column names a month only.
    """
    book = _Book()
    tables = [(table, head) for table in tables_of(paper) if (head := head_of_projects(table)) is not None]
    for table, head in tables:
        columns = columns_of(table, head, Asked(year, until, basis))
        book.findings += [Finding(message=each, where=table.sheet or None) for each in columns.left]
        if columns.used:
            _read(table, head, columns.used, book)
    if not tables:
        book.findings.append(Finding(message=message("work.projects.no_table"), level="error"))
    return ProjectsRead(
        projects=tuple(book.projects.values()),
        planned=tuple(dict.fromkeys(book.planned)),
        disbursed=tuple(dict.fromkeys(book.disbursed)),
        rows=tuple(book.rows),
        findings=tuple(book.findings),
    )


class _Book:
    """What has been read so far; several sheets may tell of one project."""

    def __init__(self) -> None:
        self.projects: dict[str, Project] = {}
        self.planned: list[Planned] = []
        self.disbursed: list[Disbursed] = []
        self.rows: list[RowTold] = []
        self.findings: list[Finding] = []


class _Line(NamedTuple):
    """A row with what its cells say."""

    row: Row
    name: str
    number: str
    owner: str
    level: int
    values: Mapping[int, Decimal]
    wrong: tuple[Message, ...]


def _read(table: Table, head: Head, columns: Sequence[Column], book: _Book) -> None:
    lines = [line for row in table.rows[head.below :] if (line := _line(row, head, columns)) is not None]
    groups = _groups(lines)
    seen: dict[tuple[str, str], int] = {}
    taken: list[_Line] = []
    whole: _Line | None = None
    for place, line in enumerate(lines):
        said = list(line.wrong)
        outcome = _outcome(line, is_group=place in groups)
        if outcome == "refused":
            said.append(message("work.projects.no_name"))
        key = (fold(line.name), fold(line.owner))
        if outcome == "taken" and key in seen:
            outcome = "refused"
            said.append(message("work.projects.twice", row=seen[key]))
        if outcome == "taken" and line.wrong:
            outcome = "refused"
        if outcome in ("taken", "whole"):
            said += _printed_shares(line, columns)
            _take(line, head, columns, book, whole=outcome == "whole")
            taken += [line] if outcome == "taken" else []
            whole = line if outcome == "whole" and whole is None else whole
            seen[key] = line.row.number
        book.rows.append(
            RowTold(sheet=table.sheet, row=line.row.number, name=line.name, outcome=outcome, said=tuple(said))
        )
    if whole is not None:
        book.findings += _unlike_the_whole(whole, taken, columns, table.sheet)


def _line(row: Row, head: Head, columns: Sequence[Column]) -> _Line | None:
    """A row; None of one that is blank, or numbers the columns."""
    texts = [row.text(at) for at in sorted(row.own)]
    if not any(texts) or _numbers_columns(texts):
        return None
    values: dict[int, Decimal] = {}
    wrong = []
    for column in columns:
        text = row.text(column.place) if column.place in row.own else ""
        value = amount_of(text)
        if value is not None:
            values[column.place] = value
        elif fold(text).strip() not in _NONE:
            wrong.append(message("work.projects.no_number", column=column.said, found=text))
    number = number_in(row.text(head.fields.get("number")))
    mark = mark_at(f"{number}. x", 0, len(number) + 3) if number else None
    name = " ".join(row.text(head.fields["name"]).split())
    owner = body_of(row.text(head.fields.get("owner")))
    return _Line(row, name, number, owner, mark.level if mark is not None else 99, values, tuple(wrong))


def _numbers_columns(texts: Sequence[str]) -> bool:
    bare = [text.strip("() ") for text in texts]
    return len(bare) > 2 and all((text.isdigit() and int(text) < 40) or "=" in text for text in bare)


def _groups(lines: Sequence[_Line]) -> frozenset[int]:
    """The rows that head others: a number that stands higher than that of the row below, or no money at all."""
    found = set()
    for place, line in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else None
        heads = below is not None and line.level < below.level and line.number != "" and below.number != ""
        if heads or (line.name and not line.values and not line.wrong):
            found.add(place)
    return frozenset(found)


def _outcome(line: _Line, *, is_group: bool) -> RowOutcome:
    words = {fold(word) for word in column_words().whole}
    named = fold(line.name or next((line.row.text(at) for at in sorted(line.row.own)), "")).strip(" .:*")
    if any(named == word or named.startswith((f"{word} ", f"{word}:")) for word in words):
        return "whole"
    if is_group:
        return "group"
    return "taken" if line.name else "refused"


def _take(line: _Line, head: Head, columns: Sequence[Column], book: _Book, *, whole: bool) -> None:
    project = _project(line, head, book, whole=whole)
    book.projects[project.id] = project
    for column in columns:
        value = line.values.get(column.place)
        if value is None or column.unit is None:
            continue
        money = value * column.unit.factor
        if column.kind == "planned":
            book.planned.append(
                Planned(project=project.id, year=column.year, giver=column.giver, amount=money, carried=column.carried)
            )
        elif column.kind == "disbursed" and column.until is not None:
            book.disbursed.append(_disbursed(project, column, column.until, money))
    book.disbursed += _of_months(project, line, columns, book)


def _disbursed(project: Project, column: Column, until: date, money: Decimal) -> Disbursed:
    return Disbursed(project=project.id, year=column.year, until=until, amount=money, carried=column.carried)


def _of_months(project: Project, line: _Line, columns: Sequence[Column], book: _Book) -> Iterator[Disbursed]:
    """Months that stand alone, added up from the first; where one before them is missing they cannot be."""
    runs: dict[tuple[int, bool], list[Column]] = {}
    for column in columns:
        if column.kind == "month" and column.place in line.values:
            runs.setdefault((column.year, column.carried), []).append(column)
    for own in runs.values():
        own.sort(key=lambda each: each.until or date.min)
        total = Decimal(0)
        for expected, column in enumerate(own, start=1):
            until = column.until
            if until is None or column.unit is None:
                continue
            if until.month + 12 * (until.year - column.year) != expected:
                said = message("work.projects.month_gap", name=line.name, column=column.said)
                book.findings.append(Finding(message=said, where=str(line.row.number)))
                break
            total += line.values[column.place] * column.unit.factor
            yield _disbursed(project, column, until, total)


def _project(line: _Line, head: Head, book: _Book, *, whole: bool) -> Project:
    """The project of a row: the same one where another sheet has its name and owner."""
    code = line.row.text(head.fields.get("code")).strip()
    same = next(
        (each for each in book.projects.values() if _is(each, line, code) and each.whole == whole),
        None,
    )
    ends = due_in(line.row.text(head.fields.get("ends")), None).day
    if same is not None:
        return msgspec.structs.replace(same, ends=same.ends or ends, owner=same.owner or line.owner)
    slug = "tong-so" if whole else slug_of(code or line.name, book.projects)
    return Project(id=slug, name=line.name or "Tổng số", owner=line.owner, number=code, ends=ends, whole=whole)


def _is(project: Project, line: _Line, code: str) -> bool:
    if project.whole:
        return True
    if code or project.number:
        return project.number == code
    return fold(project.name) == fold(line.name) and (project.owner == line.owner or not (project.owner and line.owner))


def amount_of(text: str) -> Decimal | None:
    """The number of a cell, as printed: `1.250,5`, `1 250`, `(12,5)` for less than nothing; None of another text."""
    plain = text.strip().replace("\u00a0", " ").replace("−", "-")
    if _POINTED.fullmatch(plain):
        return Decimal(plain.replace(",", ""))
    if not _NUMBER.fullmatch(plain):
        return None
    digits = plain.strip("()").replace(" ", "").replace(".", "").replace(",", ".")
    value = Decimal(digits)
    return -value if plain.startswith("(") else value


def _printed_shares(line: _Line, columns: Sequence[Column]) -> Iterator[Message]:
    """Printed shares that no money of the row and none of its plans give, rounded or cut."""
    filled = [column for column in columns if column.place in line.values]
    paid = [column for column in filled if column.kind == "disbursed"]
    plans = [column for column in filled if column.kind == "planned"]
    shares = [column for column in filled if column.kind == "share"]
    if not paid or not plans or not shares:
        return
    for share in shares:
        if "cùng kỳ" in share.said:
            continue
        printed = line.values[share.place]
        fits = [
            (column, plan)
            for column in paid
            for plan in plans
            if fit_of(printed, _money(line, column), _money(line, plan)) is not None
        ]
        if not fits:
            yield message("work.projects.share", printed=show(printed), column=share.said)


def _money(line: _Line, column: Column) -> Decimal:
    return line.values[column.place] * (column.unit.factor if column.unit is not None else 1)


def _unlike_the_whole(whole: _Line, lines: Sequence[_Line], columns: Sequence[Column], sheet: str) -> Iterator[Finding]:
    """Columns whose rows do not make the line of all projects; the last digit of each may have been rounded."""
    for column in columns:
        printed = whole.values.get(column.place)
        own = [line.values[column.place] for line in lines if column.place in line.values]
        if printed is None or not own or column.kind == "share":
            continue
        step = max(Decimal(1).scaleb(int(each.as_tuple().exponent)) for each in (printed, *own))
        if abs(sum(own) - printed) > _ROUNDED * step * (len(own) + 1):
            said = message(
                "work.projects.whole", column=column.said, printed=show(printed), sum=show(sum(own, Decimal(0)))
            )
            yield Finding(message=said, where=f"{sheet} {whole.row.number}".strip())


def outcomes_of(rows: Iterable[RowTold]) -> dict[RowOutcome, int]:
    """How many rows came to what."""
    found: dict[RowOutcome, int] = {}
    for row in rows:
        found[row.outcome] = found.get(row.outcome, 0) + 1
    return found
