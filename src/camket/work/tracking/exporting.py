"""Tasks as a tracking workbook in the form that officers keep; what is exported comes back as the same tasks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from camket.errors import UsageError
from camket.model.message import message
from camket.model.task import Due, Standing, TaskEvent
from camket.report.dates import day as shown_day
from camket.report.fixed import without_clock
from camket.words import Language, say, term
from camket.work.account import Account, parted
from camket.work.tracking.bodies import name_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | date | None
_COLUMNS: tuple[tuple[str, int], ...] = (
    ("number", 6), ("paper", 18), ("paper_day", 13), ("giver", 18), ("text", 60), ("lead", 24), ("supporting", 24),
    ("product", 18), ("first_due", 16), ("due_now", 14), ("status", 22), ("percent", 9), ("done_day", 13),
    ("result", 40), ("evidence", 26), ("obstacle", 28), ("proposal", 28), ("key", 9), ("leader", 20), ("note", 20),
    ("id", 18),
)  # fmt: skip
_OVER: tuple[tuple[str, str, str], ...] = (("papers", "paper", "paper_day"), ("dues", "first_due", "due_now"))
"""Words over several columns: their code, the first and the last of them."""
_EVERY = {
    "P7D": "week", "P14D": "fortnight", "P1M": "month", "P2M": "two_months", "P3M": "quarter", "P6M": "half",
    "P1Y": "year",
}  # fmt: skip
_UNDOING = ("returned", "reopened", "handed_over")
_HEARD = ("progressed", "reported", "waiting", "returned")
_UNHOLDABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONGEST = 32_000
_HEAD_ROW = 5
_PREFIX = "NV-"


class Kept(NamedTuple):
    """A task as it stands, and its events."""

    standing: Standing
    events: tuple[TaskEvent, ...] = ()


def tracking_workbook(tasks: Iterable[Kept], day: date, *, area: str = "", language: Language = "vi") -> bytes:
    """The workbook (XLSX) of some tasks as they stand on a day; the same bytes for the same tasks.

    Only the Vietnamese form is read again.

    Raises:
        UsageError: `tracking.needs_openpyxl` where the library that writes workbooks is not installed.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise UsageError("tracking.needs_openpyxl") from error
    book = Workbook()
    sheet = book.active
    if sheet is None:  # a new workbook has one
        raise UsageError("tracking.needs_openpyxl")
    sheet.title = term("tracking.sheet", language)
    _head(sheet, day, area, language)
    for number, kept in enumerate(tasks, 1):
        _row(sheet, _HEAD_ROW + 1 + number, values_of(kept, number, language))
    _looks(sheet)
    held = io.BytesIO()
    book.save(held)
    return without_clock(held.getvalue())


def values_of(kept: Kept, number: int, language: Language = "vi") -> dict[str, Value]:
    """What a row says of a task, by the columns of the form."""
    standing, task = kept.standing, kept.standing.task
    paper = next((source for source in task.sources if source.kind == "paper"), None)
    told = last_told(kept.events)
    return {
        "number": number,
        "paper": _numbers(kept) or None,
        "paper_day": paper.day if paper is not None else None,
        "giver": name_of(task.giver) or None,
        "text": task.text,
        "lead": name_of(standing.lead) or None,
        "supporting": "; ".join(map(name_of, task.supporting)) or None,
        "product": task.product or None,
        "first_due": _first_due(standing, language),
        "due_now": standing.due if standing.due != standing.first_due else None,
        "status": status_of(standing, language),
        "percent": standing.percent,
        "done_day": standing.done_on or (standing.counted_on if standing.state == "reported" else None),
        "result": told.result or None,
        "evidence": evidence_of(kept.events) or None,
        "obstacle": told.obstacle or None,
        "proposal": told.proposal or None,
        "key": "x" if standing.key else None,
        "leader": standing.leader or None,
        "note": None,
        "id": id_shown(task.id),
    }


def id_shown(task: str) -> str:
    """The id of a task as lists print it, which no other system's number is taken for: `NV-215`."""
    return task.upper() if task.upper().startswith(_PREFIX) else f"{_PREFIX}{task}".upper()


def _numbers(kept: Kept) -> str:
    """The papers of a task, the first without its day, which has a column of its own."""
    papers = [source for source in kept.standing.task.sources if source.number]
    later = (f"{each.number} ngày {shown_day(each.day)}" if each.day else each.number for each in papers[1:])
    return "; ".join((*(each.number for each in papers[:1]), *later))


def last_told(events: Sequence[TaskEvent]) -> Account:
    """What was told last of a task by or to the body that has it."""
    own = takewhile(lambda each: each.kind != "handed_over", reversed(events))
    return next((parted(each.words) for each in own if each.kind in _HEARD and each.words), Account())


def evidence_of(events: Sequence[TaskEvent]) -> str:
    """The papers that show what was done, of the last report; else the paper that went out.

    What was sent back shows nothing, nor does what another body handed in.
    """
    valid = takewhile(lambda each: each.kind not in _UNDOING, reversed(events))
    report = next((each for each in valid if each.kind in ("reported", "waiting")), None)
    if report is None:
        return ""
    found = [(each.number, each.day) for each in report.evidence if each.number]
    if not found and report.paper is not None and report.paper.number:
        found = [(report.paper.number, report.paper.day)]
    return "; ".join(f"{number} ngày {shown_day(when)}" if when else number for number, when in found)


def status_of(standing: Standing, language: Language = "vi") -> str:
    """The state in words that people of lists use, and whether an extension is asked for."""
    asked = f"; {term('tracking.asks', language)}" if standing.asked else ""
    return state_in_words(standing, language) + asked


def state_in_words(standing: Standing, language: Language = "vi") -> str:
    """How a task stands: in time or late where that can be said, else its state."""
    outside = standing.state not in ("given", "taken", "confirmed") or standing.outcome == "out"
    return term(f"work.state.{standing.state}" if outside else f"work.outcome.{standing.outcome}", language)


def _first_due(standing: Standing, language: Language) -> Value:
    due = standing.task.due
    if standing.first_due is not None and due.kind != "recurring":
        return standing.first_due
    return due_in_words(due, language) or None


def due_in_words(due: Due, language: Language = "vi") -> str:
    """A due that is no day, in words; those of its paper where it has them."""
    if due.words and due.kind != "fixed":
        return due.words
    if due.kind == "recurring":
        return term(f"tracking.every.{_EVERY.get(due.every, 'month')}", language)
    if due.kind == "standing":
        return term("tracking.standing", language)
    if due.kind == "relative":
        code = "tracking.within_working" if due.working else "tracking.within"
        event = due.event or term("tracking.issue", language)
        return say(message(code, days=due.days, event=event), language)
    return due.event if due.kind == "conditional" else due.words


def _head(sheet: Worksheet, day: date, area: str, language: Language) -> None:
    names = [name for name, _ in _COLUMNS]
    sheet.cell(1, 1, term("tracking.title", language))
    sheet.cell(2, 1, area or None)
    sheet.cell(3, 1, say(message("tracking.as_of", day=shown_day(day, language)), language))
    for row in (1, 2, 3):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(names))
    grouped = {name for _, first, last in _OVER for name in names[names.index(first) : names.index(last) + 1]}
    for at, name in enumerate(names, 1):
        row = _HEAD_ROW + 1 if name in grouped else _HEAD_ROW
        sheet.cell(row, at, term(f"tracking.column.{name}", language))
        if name not in grouped:
            sheet.merge_cells(start_row=_HEAD_ROW, end_row=_HEAD_ROW + 1, start_column=at, end_column=at)
    for code, first, last in _OVER:
        start, end = names.index(first) + 1, names.index(last) + 1
        sheet.cell(_HEAD_ROW, start, term(f"tracking.column.{code}", language))
        sheet.merge_cells(start_row=_HEAD_ROW, end_row=_HEAD_ROW, start_column=start, end_column=end)


def _row(sheet: Worksheet, row: int, values: dict[str, Value]) -> None:
    for at, (name, _) in enumerate(_COLUMNS, 1):
        value = values[name]
        if value is None:
            continue
        if isinstance(value, str):
            value = _UNHOLDABLE.sub("", value)[:_LONGEST]
        cell = sheet.cell(row, at, value)
        if isinstance(value, str):
            cell.data_type = "s"  # words that begin with `=` are no formula
        elif isinstance(value, date):
            cell.number_format = "dd/mm/yyyy"


def _looks(sheet: Worksheet) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    thin = Side(style="thin")
    for at, (_, width) in enumerate(_COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    for row in sheet.iter_rows(min_row=1):
        for cell in row:
            at = cell.row or 0
            head = at <= _HEAD_ROW + 1
            cell.font = Font(name="Times New Roman", size=14 if at == 1 else 12, bold=head and at != _HEAD_ROW - 2)
            cell.alignment = Alignment(
                wrap_text=True, vertical="center" if head else "top", horizontal="center" if head else None
            )
            if at >= _HEAD_ROW:
                cell.border = Border(left=thin, right=thin, top=thin, bottom=thin)
    sheet.freeze_panes = f"A{_HEAD_ROW + 2}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW + 1}"
