"""A tracking workbook to tasks: every row is taken or answered."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import NamedTuple

import msgspec

from camket.findings import Finding
from camket.model.message import message
from camket.model.task import Due, Evidence
from camket.model.workbook import GridNote, GridSheet, Workbook, cell_name
from camket.work.life import Actor
from camket.work.rules import WorkRules, rules_on
from camket.work.tracking.bodies import name_of, successors_on
from camket.work.tracking.context import Around, Headings, titles_of
from camket.work.tracking.doubles import Found, without_doubles
from camket.work.tracking.drafts import Draft, draft_of, task_of, text_key
from camket.work.tracking.entering import Entering, entered
from camket.work.tracking.happened import happened
from camket.work.tracking.lines import Line, ReadSheet, Said, is_ditto, read_sheet
from camket.work.tracking.often import often
from camket.work.tracking.papers import number_key
from camket.work.tracking.reading import Field, squeezed
from camket.work.tracking.records import ListedTask, RowAnswer, TrackingImport
from camket.work.tracking.steps import Steps, with_whole

_SHOWN = 120
_PAPER_FIELDS: tuple[Field, ...] = ("paper", "paper_day", "subject", "giver", "given")
"""What a row without a number of its own takes from the row above."""


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """What an import knows beside the workbook.

    Attributes:
        file: what it is called.
        digest: of its bytes.
        day: today.
        at: the moment of entry, with its time zone.
        actor: who imports it.
        area: slug of the area whose tasks these are.
    """

    file: str
    digest: str = ""
    day: date
    at: datetime
    actor: Actor
    area: str = ""


def read_tracking(workbook: Workbook, listing: Listing) -> TrackingImport:
    """The tasks of a workbook, what happened to them by its words, and an answer to every row of it."""
    rules = rules_on(listing.day, listing.area)
    sheets = [_Sheet(sheet, rules) for sheet in workbook.sheets]
    told = [sheet.day for sheet in sheets if sheet.day is not None and sheet.day <= listing.day]
    day = max(told, default=listing.day)
    drafts = [draft for sheet in sheets for draft in sheet.drafts]
    _one_spelling(drafts)
    found = list(without_doubles(drafts))
    tasks = _Tasks(listing, day, rules)
    listed = _with_wholes([tasks.task(each.draft) for each in found if each.draft is each.first], found)
    answers = tuple(_answers(sheets, found, {id(task.draft): task.listed for task in listed}))
    return TrackingImport(
        tasks=tuple(task.listed for task in listed),
        rows=answers,
        findings=(*_of_file(workbook, sheets, listing), *often(answers)),
        day=day,
    )


def _with_wholes(made: Sequence[_Made], found: Sequence[Found]) -> list[_Made]:
    """The tasks with the one that each is a part of, which a row above it gave first."""
    first = {id(each.draft): id(each.first) for each in found}
    ids = {id(each.draft): each.listed.task.id for each in made}
    told = []
    for each in made:
        whole = ids[first[id(each.draft.whole)]] if each.draft.whole is not None else ""
        listed = each.listed
        if whole and whole != listed.task.id:
            listed = msgspec.structs.replace(listed, task=msgspec.structs.replace(listed.task, parent=whole))
        told.append(each._replace(listed=listed))
    return told


def _one_spelling(drafts: Sequence[Draft]) -> None:
    """A body that the catalogue lacks is one body, though headings write it in capitals."""
    written = {squeezed(draft.led.lead): draft.led.lead for draft in drafts if not draft.led.lead.isupper()}
    for draft in drafts:
        if draft.led.lead.isupper():
            draft.led = draft.led._replace(lead=written.get(squeezed(draft.led.lead), draft.led.lead))


class _Sheet:
    """One sheet while it is read: its lines, and the drafts of its tasks by row."""

    def __init__(self, sheet: GridSheet, rules: WorkRules) -> None:
        self.sheet = sheet
        self.read = ReadSheet((), ()) if sheet.hidden else read_sheet(sheet)
        fields = frozenset(field for head in self.read.heads for field in head.fields)
        above = (line for line in self.read.lines if line.kind == "title")
        self.titles = titles_of(sheet.name, above, fields)
        self.day = self.titles.day
        self.drafts: list[Draft] = []
        self.more: dict[int, Draft] = {}
        self._steps = Steps()
        self._rules = rules
        self._notes: dict[int, list[GridNote]] = defaultdict(list)
        for note in sheet.notes:
            self._notes[note.row].append(note)
        self.columns = fields
        self._run()

    def _run(self) -> None:
        headings = Headings(self.titles.around)
        above: list[Line] = []
        for line in self.read.lines:
            if line.kind == "head" and above:  # a table of its own; a head that is printed again changes nothing
                headings = Headings(self._titled(above))
                above = []
                self._steps.heading()
            elif line.kind == "group":
                headings.take(line)
                above.append(line)
                self._steps.heading()
            elif line.kind == "continued" and self.drafts:
                self._continue(line)
            elif line.kind == "task":
                above = []
                self._take(line, headings.around)
        for name in (*self.sheet.faulty, *self.sheet.uncounted):
            self._faulty(name)

    def _titled(self, above: Sequence[Line]) -> Around:
        """What stands around a further table: its own title before that of the sheet."""
        own, base = titles_of("", above, self.columns).around, self.titles.around
        return Around(
            own.body or base.body, own.papers or base.papers, own.giver or base.giver, own.level or base.level,
            own.year or base.year, state=own.state or base.state,
        )  # fmt: skip

    def _take(self, line: Line, around: Around) -> None:
        values = dict(line.values)
        above = self.drafts[-1] if self.drafts else None
        if above is not None:
            for field, said in values.items():
                if all(is_ditto(each.text) for each in said):
                    values[field] = above.values.get(field, said)
            if "number" in self.columns and "number" not in values and "paper" not in values:
                values |= {field: above.values[field] for field in _PAPER_FIELDS if field in above.values}
        whole = self._steps.over(values)
        if whole is not None:
            values = with_whole(values, whole)
        notes = tuple(Said(note.text, note.column, False, line.row) for note in self._notes.get(line.row, ()))
        if notes:
            values["note"] = (*values.get("note", ()), *notes)
        self.drafts.append(draft_of(line, self.sheet.name, around, values, self.columns, self._rules))
        self.drafts[-1].whole = whole
        self._steps.taken(self.drafts[-1])

    def lacks(self, column: str) -> bool:
        """Whether no task of the sheet has a paper, or a lead, though no column would say so."""
        return not any(draft.number if column == "paper" else draft.led.lead for draft in self.drafts)

    def _continue(self, line: Line) -> None:
        """More of the task above: further lines of its words, its result, its papers."""
        draft = self.drafts[-1]
        self.more[line.row] = draft
        for field, said in line.values.items():
            own = tuple(each for each in said if each.row == line.row)
            if own:
                draft.values[field] = (*draft.values.get(field, ()), *own)
        if any(each.row == line.row for each in line.values.get("text", ())):
            draft.text = " ".join(" ".join(draft.said("text").split()).split())

    def _faulty(self, name: str) -> None:
        row = int("".join(letter for letter in name if letter.isdecimal()) or 0)
        for draft in self.drafts:
            if draft.row == row:
                said = message("tracking.bad_formula", found=name)
                draft.findings.append(Finding(message=said, where=f"{self.sheet.name}!{name}"))


class _Made(NamedTuple):
    draft: Draft
    listed: ListedTask


class _Tasks:
    """Makes tasks of drafts."""

    def __init__(self, listing: Listing, day: date, rules: WorkRules) -> None:
        self._listing, self._day = listing, day
        self._by = Entering(listing.actor, listing.at, rules)
        self._proof = Evidence(kind="file", ref=listing.digest, name=listing.file)

    def task(self, draft: Draft) -> _Made:
        key = _key(draft)
        told = happened(draft, self._day, self._proof)
        if told.state == "standing" and draft.due.due.kind == "none":
            draft.due = draft.due._replace(due=Due(kind="standing", words=draft.told("status")))
        self._look_over(draft)
        task = task_of(draft, key, area=self._listing.area, at=self._listing.at, who=self._listing.actor.who)
        events = entered(task, (), told.events, self._by, lambda said: draft.say("status", said))
        listed = ListedTask(
            task=task, events=events, key=key, sheet=draft.sheet, row=draft.row,
            outside=" ".join(draft.said("id").split()), due_now=told.due_now, percent=told.percent, state=told.state,
            cut=draft.cut,
        )  # fmt: skip
        return _Made(draft, listed)

    def _look_over(self, draft: Draft) -> None:
        """What every row should have: a paper with its day, a whole text, a due after the paper, a body that stands."""
        if not draft.number:
            if "paper" in draft.columns:
                draft.say("paper", message("tracking.no_paper"))
        elif draft.given is None:
            draft.say("paper_day", message("tracking.no_day_of_paper", found=draft.number))
        if draft.cut:
            draft.say("text", message("tracking.cut_text", found=draft.text[-40:]))
        due = draft.due.due.day
        if due is not None and draft.given is not None and due < draft.given:
            draft.say("due", message("tracking.due_before_paper", found=draft.told("due")))
        if draft.given is not None and draft.given > self._listing.day:
            draft.say("paper_day", message("tracking.paper_in_future", found=draft.told("paper_day") or draft.number))
        gone = successors_on(draft.led.lead, self._listing.day)
        if gone:
            names = "; ".join(map(name_of, gone))
            draft.say("lead", message("tracking.body_gone", found=name_of(draft.led.lead), now=names))


def _key(draft: Draft) -> str:
    outside = squeezed(draft.said("id"))
    parts = ("id", outside) if outside else (number_key(draft.number), text_key(draft.text), squeezed(draft.led.lead))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def _answers(sheets: Sequence[_Sheet], found: Sequence[Found], listed: dict[int, ListedTask]) -> Iterator[RowAnswer]:
    """An answer to every row, in the order of the file."""
    by_draft = {id(each.draft): each for each in found}
    for sheet in sheets:
        if sheet.sheet.hidden:
            for row in sheet.sheet.rows:
                text = " ".join(cell.text for cell in row.cells)[:_SHOWN]
                yield RowAnswer(sheet=sheet.sheet.name, row=row.number, kind="hidden_sheet", hidden=True, text=text)
            continue
        drafts = {draft.row: draft for draft in sheet.drafts}
        for line in sheet.read.lines:
            yield _answer(sheet, line, drafts.get(line.row), by_draft, listed)


def _answer(
    sheet: _Sheet, line: Line, draft: Draft | None, found: dict[int, Found], listed: dict[int, ListedTask]
) -> RowAnswer:
    name = sheet.sheet.name
    text = " ".join((draft.text if draft is not None else line.text).split())[:_SHOWN]
    if draft is None:
        more = sheet.more.get(line.row)
        task = listed[id(found[id(more)].first)].task.id if more is not None else ""
        kind = "no_text" if line.kind == "continued" and more is None else line.kind
        trouble = _no_text(line, name) if kind == "no_text" else ()
        return RowAnswer(
            sheet=name, row=line.row, kind=kind, hidden=line.hidden, task=task, text=text, findings=trouble
        )
    first = found[id(draft)].first
    findings = list(draft.findings)
    if line.hidden:
        findings.append(Finding(message=message("tracking.hidden_row"), level="info", where=f"{name}!{line.row}"))
    return RowAnswer(
        sheet=name, row=line.row, kind="task" if first is draft else "double", hidden=line.hidden,
        task=listed[id(first)].task.id, text=text, other="" if first is draft else first.place,
        findings=tuple(findings),
    )  # fmt: skip


def _no_text(line: Line, sheet: str) -> tuple[Finding, ...]:
    said = message("tracking.no_text", found=" ".join(line.text.split())[:_SHOWN], field="text")
    return (Finding(message=said, level="error", where=cell_name(sheet, line.row, 1)),)


def _of_file(workbook: Workbook, sheets: Sequence[_Sheet], listing: Listing) -> Iterator[Finding]:
    for name in workbook.unread:
        yield Finding(message=message("tracking.hidden_sheet_unread", sheet=name), where=name)
    for sheet in sheets:
        name, rows = sheet.sheet.name, len(sheet.sheet.rows)
        if sheet.sheet.hidden and rows:
            yield Finding(message=message("tracking.hidden_sheet", sheet=name, count=rows), where=name)
        elif rows and not sheet.read.heads:
            yield Finding(message=message("tracking.no_head", sheet=name), where=name)
        for column in ("paper", "lead"):
            if sheet.drafts and column not in sheet.columns and sheet.lacks(column):
                yield Finding(message=message(f"tracking.no_column_{column}", sheet=name), where=name)
        if sheet.sheet.cut is not None:
            said = message("tracking.cut_sheet", sheet=name, found=sheet.sheet.cut or "-")
            yield Finding(message=said, level="error", where=name)
    if not any(sheet.drafts for sheet in sheets):
        said = message("tracking.no_tasks", file=listing.file)
        yield Finding(message=said, level="error", where=listing.file)
