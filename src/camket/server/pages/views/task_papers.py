"""Papers out of tasks: the tracking workbook, letters of reminder, the table of results, the report of shares."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils.http import content_disposition_header, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from camket.model.task import TaskEvent
from camket.report.word.leader import shares_report
from camket.report.word.office import office_of
from camket.report.word.reminder import Reminder, chat_text, letter, reminders
from camket.report.word.results import results_table
from camket.report.word.tasks import BasisPaper
from camket.server.pages.allowed import needs
from camket.server.pages.exports import MOST_ROWS
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name, safe_name
from camket.server.pages.seeing import visible
from camket.server.pages.views.bodies import day_context
from camket.server.pages.views.review import of_seen_paper
from camket.server.pages.views.tasks import SEEING
from camket.server.pages.work.filters import asked_day, filtered, seen_spans
from camket.server.pages.work.groups import GROUPS
from camket.server.registry.dated import dated
from camket.server.registry.models import Document, TaskSpan
from camket.server.registry.work import held
from camket.work.standing import end_of
from camket.work.tracking.exporting import Kept, tracking_workbook

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BODY, _LONGEST = "don-vi", 200
_MOST_TASKS = 5_000


class ReminderLine(msgspec.Struct, frozen=True, kw_only=True):
    """A body to remind: its numbers, the address of the letter, and the text for a chat."""

    name: str
    overdue: int
    soon: int
    address: str
    chat: str


@require_safe
@never_cache
@needs(*SEEING)
def book(request: HttpRequest) -> HttpResponse:
    """The tasks of the list that the address asks for, in the form that comes back by `/nhiem-vu/nap`.

    The form is Vietnamese whatever the page is in: it is what offices keep, and what is read.
    """
    day = asked_day(request)
    spans = filtered(request, seen_spans(request, day), day).order_by("task_id")[:MOST_ROWS]
    data = tracking_workbook(_kept(spans, day), day)
    return _file(data, f"danh-muc-nhiem-vu-{day.isoformat()}.xlsx", _XLSX)


@require_safe
@never_cache
@needs("registry.review")
def remind(request: HttpRequest) -> HttpResponse:
    """The bodies that have anything overdue or due soon, each with its letter and its text for a chat."""
    day, language = asked_day(request), language_of(request)
    office = office_of(os.environ)
    lines = [
        ReminderLine(
            name=body_name(each.body, language), overdue=len(each.overdue), soon=len(each.soon),
            address=f"{reverse('task-letter')}?{urlencode({_BODY: each.body, 'ngay': day.isoformat()})}",
            chat=chat_text(each, office),
        )
        for each in _reminders(request, day)
    ]  # fmt: skip
    context = {"lines": lines, **day_context(request, day, language, reverse("task-reminders"))}
    return render(request, "pages/task_reminders.html", context)


@require_safe
@never_cache
@needs("registry.review")
def letter_to(request: HttpRequest) -> HttpResponse:
    """The letter to one body as a Word file."""
    day, body = asked_day(request), request.GET.get(_BODY, "")[:_LONGEST]
    found = next((each for each in _reminders(request, day, body) if each.body == body), None)
    if found is None:
        raise Http404
    return _file(letter(found, office_of(os.environ)), f"don-doc-{body}-{day.isoformat()}.docx", _DOCX)


@require_safe
@never_cache
@of_seen_paper
@needs(*SEEING)
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """The table "results of carrying out notice no. ..." as a Word file."""
    row = get_object_or_404(visible(request), slug=slug)
    day = asked_day(request)
    spans = seen_spans(request, day).filter(task__sources__paper=row).order_by("task__sources__start", "task_id")
    kept = _kept(spans.distinct()[:_MOST_TASKS], day)
    paper = BasisPaper(number=row.number or row.title, day=_dated(row, kept), subject=row.title if row.number else "")
    return _file(results_table(paper, kept, day, office_of(os.environ)), f"ket-qua-{slug}.docx", _DOCX)


@require_safe
@never_cache
@needs("registry.review")
def report(request: HttpRequest) -> HttpResponse:
    """The report of shares as a Word file, of all tasks or of those that the address asks for."""
    day = asked_day(request)
    spans = filtered(request, seen_spans(request, day), day).order_by("task_id")[:_MOST_TASKS]
    data = shares_report(_kept(spans, day), day, office_of(os.environ))
    return _file(data, f"bao-cao-nhiem-vu-{day.isoformat()}.docx", _DOCX)


def _dated(row: Document, tasks: Sequence[Kept]) -> date | None:
    """The day of a paper by the tasks that it gives."""
    sources = (source for each in tasks for source in each.standing.task.sources if source.document == row.slug)
    return next((source.day for source in sources if source.day is not None), dated(row))


def _reminders(request: HttpRequest, day: date, body: str = "") -> tuple[Reminder, ...]:
    """What bodies are to be reminded of; only the tasks that a letter names are fetched."""
    rows = seen_spans(request, day).filter(open=True)
    rows = rows.filter(lead=body) if body else rows
    urgent = rows.filter(GROUPS["qua-han"](day) | GROUPS["sap-den-han"](day) | GROUPS["den-han-hom-nay"](day))
    found = reminders([each.standing for each in _kept(urgent.order_by("task_id")[:_MOST_TASKS], day)], day)
    counts = dict(rows.values_list("lead").annotate(count=Count("id")).order_by("lead"))
    return tuple(msgspec.structs.replace(each, open=counts.get(each.body, each.open)) for each in found)


def _kept(spans: Iterable[TaskSpan] | QuerySet[TaskSpan], day: date) -> Sequence[Kept]:
    """The tasks of some spans in their order, with what happened to them until a day."""
    numbers = list(dict.fromkeys(span.task_id for span in spans))
    found = held(numbers)
    return [Kept(found[number].on(day), _until(found[number].events, day)) for number in numbers if number in found]


def _until(events: Sequence[TaskEvent], day: date) -> tuple[TaskEvent, ...]:
    """What had been entered by the end of a day: a table of that day tells nothing that came later."""
    return tuple(each for each in events if each.at < end_of(day))


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    response = HttpResponse(data, content_type=kind)
    response.headers["Content-Disposition"] = content_disposition_header(True, safe_name(name)) or ""
    return response


PATHS = (
    path("nhiem-vu/bang-theo-doi.xlsx", book, name="task-book"),
    path("nhiem-vu/don-doc", remind, name="task-reminders"),
    path("nhiem-vu/don-doc/cong-van.docx", letter_to, name="task-letter"),
    path("van-ban/<slug:slug>/ket-luan.docx", results, name="conclusions-table"),
    path("lanh-dao/bao-cao.docx", report, name="shares-paper"),
)
