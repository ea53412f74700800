"""What a paper decides about older tasks: which they are, and the decision entered with one press for each."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse

from camket.errors import UsageError
from camket.model.task import TaskSource
from camket.report.dates import day as written
from camket.report.marked import shown
from camket.server.pages.allowed import actor_of
from camket.server.pages.asked import field
from camket.server.pages.seeing import reader_of
from camket.server.pages.work.forms import number_of
from camket.server.registry import access, models
from camket.server.registry.actions.act_on_task import act_on_task
from camket.server.registry.actions.merge_tasks import replace_task
from camket.server.registry.dated import dated
from camket.server.registry.tasking import Deed
from camket.server.registry.work import task_record
from camket.words import Language, term
from camket.work.decisions import Closing, is_same_number
from camket.work.drafts import Drafts
from camket.work.givers import level_named
from camket.work.marks import is_under, marks_over
from camket.work.same import concerned

_COMPARED, _LONGEST = 400, 120
_OVER = ("confirmed", "dropped", "closed")
_LEADING = re.compile(r"\d+")


class ClosingTask(msgspec.Struct, frozen=True, kw_only=True):
    """A task that a decision is about; `seen` is how many events it has."""

    number: int
    text: str
    address: str
    seen: int


class ClosingLine(msgspec.Struct, frozen=True, kw_only=True):
    """A decision of a paper: its words, what pressing the button does, the tasks that it is about."""

    start: int
    kind: str
    quote: str
    about: str
    does: str
    tasks: tuple[ClosingTask, ...]


def closing_lines(
    request: HttpRequest, row: models.Document, found: Drafts, language: Language
) -> tuple[ClosingLine, ...]:
    """The decisions of a paper with the open tasks that they are about; two questions for each."""
    return tuple(_line(request, row, each, language) for each in found.closings)


def _line(request: HttpRequest, row: models.Document, closing: Closing, language: Language) -> ClosingLine:
    does = term(f"closing.do.{closing.kind}", language)
    if closing.due is not None and closing.due.day is not None:
        does = f"{does} {written(closing.due.day, language)}"
    return ClosingLine(
        start=closing.start,
        kind=closing.kind,
        quote=shown(closing.quote),
        about=shown(closing.number),
        does=does,
        tasks=tuple(_tasks(request, row, closing)),
    )


def _tasks(request: HttpRequest, paper: models.Document, closing: Closing) -> Iterator[ClosingTask]:
    """The open tasks that a decision is about and was not entered for yet."""
    spans = models.TaskSpan.objects.filter(until__isnull=True).exclude(state__in=_OVER)
    asked = Q(id__in=spans.values("task"))
    if digits := _LEADING.search(closing.number):
        asked &= Q(id__in=models.TaskSource.objects.filter(number__contains=digits[0]).values("task"))
    entered = models.TaskEvent.objects.filter(kind=closing.kind, papers__paper=paper, papers__decides=True)
    asked &= ~Q(id__in=entered.values("task"))
    rows = models.Task.objects.filter(access.tasks(reader_of(request)), asked).annotate(seen=Count("events"))
    fetched = rows.order_by("-id").prefetch_related("sources__paper__body", "helpers")[:_COMPARED]
    held = {str(row.id): row for row in fetched}
    whole = msgspec.structs.replace(closing, place="")
    for each in concerned(whole, [task_record(row) for row in held.values()]):
        row = held[each.id]
        if any(_is_under(source, closing) for source in row.sources.all()):
            yield ClosingTask(
                number=row.id,
                text=shown(row.text[:_LONGEST]),
                address=reverse("task", args=[row.id]),
                seen=row.seen,
            )


def _is_under(source: models.TaskSource, closing: Closing) -> bool:
    """Whether a source stands where a decision names it; where nobody knows where it stands a person must tell."""
    if not closing.number or not is_same_number(source.number, closing.number):
        return not closing.number
    if not closing.place or source.paper is None or source.start is None or source.paper.withdrawn_on is not None:
        return True
    return is_under(marks_over(source.paper.body.text, source.start), closing.place)


def decide(request: HttpRequest, row: models.Document, found: Drafts) -> int:
    """Enter a decision of a paper for one of its tasks; gives the number of the task.

    Raises:
        UsageError: the paper decides no such thing, or the life of the task does not allow it now.
    """
    start, number = number_of(request.POST, "start"), number_of(request.POST, "task") or 0
    closing = next((each for each in found.closings if each.start == start), None)
    if closing is None or number not in {each.number for each in _tasks(request, row, closing)}:
        raise UsageError("task.none", number=number)
    who, seen, source = actor_of(request), number_of(request.POST, "seen") or 0, _source(row, found)
    if closing.kind == "replaced":
        replace_task(who, number, number_of(request.POST, "other") or 0, source, why=field(request, "why"), seen=seen)
    else:
        due = closing.due if closing.kind == "extended" else None
        act_on_task(who, number, Deed(kind=closing.kind, due=due, paper=source, words=closing.quote), seen=seen)
    return number


def _source(row: models.Document, found: Drafts) -> TaskSource:
    """The paper as one that decides, at the level at which it gives."""
    given = next((each for each in found.tasks if each.level), None)
    return TaskSource(
        document=row.slug,
        number=row.number,
        day=dated(row),
        giver=given.giver if given is not None else row.issuer,
        level=given.level if given is not None else level_named(row.issuer),
    )
