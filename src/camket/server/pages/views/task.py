"""`/nhiem-vu/<number>`: a task, what gives it, what happened to it, what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import msgspec
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, resolve, reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from camket.errors import UsageError
from camket.model.message import message
from camket.model.task import EventKind, Standing, TaskEvent
from camket.report.dates import day as day_words
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.browsers import written as moment
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name, who_did
from camket.server.pages.paging import takes
from camket.server.pages.receiving import takes_files
from camket.server.pages.seeing import reader_of
from camket.server.pages.views.tasks import SEEING
from camket.server.pages.work.files import hand_in, told_of_files
from camket.server.pages.work.filters import as_of, asked_day
from camket.server.pages.work.forms import SLUGS, Form, body_id, deed, forms, number_of, offered, text_of
from camket.server.pages.work.lines import TONES
from camket.server.pages.work.rests import deciding, evidence
from camket.server.pages.work.telling import called, history, kin, sources
from camket.server.registry import access
from camket.server.registry.acting import Actor
from camket.server.registry.actions.act_on_task import act_on_task
from camket.server.registry.actions.merge_tasks import merge_tasks, replace_task
from camket.server.registry.actions.split_task import split_task
from camket.server.registry.models import Task
from camket.server.registry.tasking import work_actor
from camket.server.registry.work import held
from camket.words import Language, say, term
from camket.work.days import is_announced
from camket.work.due import runs_from_paper
from camket.work.life import allowed, is_open

_MEANWHILE, _MOST_KIN = "task.meanwhile", 60
_OF_EVENTS = (
    "column.day", "column.happened", "column.detail", "column.why", "column.decided_by", "column.evidence",
    "column.audit_who", "accounts.body", "column.audit_at",
)  # fmt: skip
_PLANNED = ("gop-vao", "tach")
"""What is done to a task by forms that are not those of its life."""


class Line(msgspec.Struct, frozen=True):
    """A name and a value of what is known; the value may lead somewhere."""

    name: str
    value: str
    address: str = ""
    more: str = ""


@never_cache
@needs(*SEEING)
def task(request: HttpRequest, number: int) -> HttpResponse:
    """All of a task as of a day; forms only where that is today."""
    row = _row(request, number)
    if asked_format(request):
        return exported(request, f"nhiem-vu-{number}", _OF_EVENTS, _cells(request, row))
    return _page(request, row)


def _cells(request: HttpRequest, row: Task) -> Iterator[Row]:
    """What happened to a task until the day that is asked for, the first first, and that it was given."""
    language, day = language_of(request), asked_day(request)
    entered = localdate(row.entered_at)
    if entered > day:
        raise Http404
    who, text = who_did(row.entered_by, language), row.text or term("tasks.forgotten", language)
    yield row.given or entered, term("tasks.given", language), text, "", "", "", who, "", moment(row.entered_at)
    events = [each for each in row.events.prefetch_related("papers").order_by("number") if localdate(each.at) <= day]
    for said, each in zip(history(request, events), events, strict=True):
        decided = called(said.paper) if said.paper is not None else ""
        shown = "; ".join(map(called, said.evidence))
        details = " · ".join(said.details)
        yield each.day, said.name, details, said.words, decided, shown, said.who, said.whose, moment(each.at)


def _seen(request: HttpRequest) -> QuerySet[Task]:
    return Task.objects.filter(access.tasks(reader_of(request)))


def _row(request: HttpRequest, number: int) -> Task:
    rows = _seen(request).select_related("parent").prefetch_related("sources__paper", "helpers")
    row = rows.filter(id=number).first()
    if row is None:
        raise Http404
    return row


def _page(request: HttpRequest, row: Task, trouble: str = "", sent: str = "", status: int = 200) -> HttpResponse:
    language, day = language_of(request), asked_day(request)
    found = held([row.id])[row.id]
    if localdate(row.entered_at) > day:
        raise Http404
    at, today = found.on(day), day == localdate()
    seen = sum(localdate(each.at) <= day for each in found.events)
    forms = _forms(request, at, found.events, language, sent) if today else ()
    may_plan = today and is_open(at.state) and request.user.has_perm("registry.plan")
    happened = list(row.events.prefetch_related("papers").order_by("-number"))[len(found.events) - seen :]
    context = {
        "row": row,
        "text": row.text or term("tasks.forgotten", language),
        "at": at,
        "state": term(f"work.state.{at.state}", language),
        "outcome": term(f"work.outcome.{at.outcome}", language) if at.outcome != "out" else "",
        "tone": TONES[at.outcome],
        "late": say(message("tasks.late", count=at.days_late), language) if at.days_late else "",
        "alarms": [term(f"work.alarm.{each}", language) for each in at.alarms],
        "reasons": [say(each, language) for each in at.reasons],
        "known": _known(row, at, language, as_of(day)),
        "sources": sources(request, row.sources.all()),
        "children": kin(_seen(request).filter(parent=row).order_by("id")[:_MOST_KIN], language),
        "history": history(request, happened),
        "entered": _entered(row, language),
        "forms": forms,
        "bodies": offered(language).bodies if today else (),
        "addressees": [] if at.lead else [body_name(each, language) for each in at.task.supporting],
        "may_plan": may_plan,
        "sent": sent,
        "at_form": bool(trouble) and (any(each.open for each in forms) or (may_plan and sent in _PLANNED)),
        "seen": len(found.events),
        "trouble": trouble,
        "files": told_of_files(request, row) if today else None,
        "told": list(messages.get_messages(request)),
        "day_words": day_words(day, language),
        "is_past": not today,
        "today_address": reverse("task", args=[row.id]),
        **takes(request),
    }
    return render(request, "pages/task.html", context, status=status)


def _forms(
    request: HttpRequest, at: Standing, events: Sequence[TaskEvent], language: Language, sent: str
) -> tuple[Form, ...]:
    user = request.user
    moves = [each for each in allowed(at, work_actor(user, user.get_username()), events) if _fits(each.event, at)]
    return forms(moves, at, offered(language), language, typed=request.POST.dict() if sent else None, sent=sent)


def _fits(event: EventKind, at: Standing) -> bool:
    """Whether an event says anything of a task: only a due that runs from something can begin to run, and only once."""
    return event != "dated" or (at.task.due.kind in ("relative", "conditional") and at.task.due.day is None)


def _known(row: Task, at: Standing, language: Language, question: str) -> list[Line]:
    level = term(f"work.level.{row.level or 'unknown'}", language)
    is_told = body_name(row.giver, "vi") == term(f"work.level.{row.level or 'unknown'}", "vi")
    giver = "" if is_told else body_name(row.giver, language)  # the level says it already
    lead_page = reverse("body", args=[at.lead]) + question if at.lead else ""
    lead = body_name(at.lead, language) or term("tasks.no_lead", language)
    helpers = ", ".join(body_name(each.body, language) for each in row.helpers.all())
    told = [
        Line(term("tasks.column.lead", language), lead, lead_page),
        Line(term("tasks.column.helpers", language), helpers),
        Line(term("tasks.column.level", language), level, "", giver),
        Line(term("tasks.column.given", language), _day(row.given, language)),
        Line(term("tasks.column.product", language), row.product),
        *_dues(row, at, language),
        Line(term("tasks.column.done", language), _day(at.done_on, language)),
        Line(term("tasks.column.percent", language), f"{at.percent}%" if at.percent is not None else ""),
        Line(term("tasks.column.leader", language), at.leader),
        Line(term("tasks.column.officer", language), at.officer),
    ]  # fmt: skip
    if row.parent is not None:
        parent = Line(term("tasks.parent", language), row.parent.text, reverse("task", args=[row.parent.id]))
        told.append(parent)
    return [each for each in told if each.value]


def _dues(row: Task, at: Standing, language: Language) -> list[Line]:
    """The due that counts now, and the first one where that was another: the words of the paper are about the first."""
    words = row.due.get("words", "")
    if runs_from_paper(at.task.due) and at.task.due.day is not None:
        words = f"{words} ({term('tasks.from_paper', language)})".strip()
    if at.task.due.kind == "relative" and at.first_due is not None and not is_announced(at.first_due.year):
        open_year = say(message("tasks.calendar_open", year=at.first_due.year), language)
        words = "; ".join(filter(None, (words, open_year)))
    if at.paused:
        words = "; ".join(filter(None, (words, say(message("tasks.paused", count=at.paused), language))))
    first = ""
    if at.first_due is not None and at.first_due != at.due:
        first, words = words, ""
    name, again = term("tasks.column.first_due", language), ""
    if at.extended:
        again = say(message("tasks.extended", count=at.extended), language)
    return [
        Line(term("tasks.column.due", language), _due(row, at, language), "", words),
        Line(name, _day(at.first_due, language) if at.extended or first else "", "",
             "; ".join(filter(None, (first, again)))),
    ]  # fmt: skip


def _day(day: date | None, language: Language) -> str:
    return day_words(day, language) if day is not None else ""


def _due(row: Task, at: Standing, language: Language) -> str:
    return _day(at.due, language) or term(f"tasks.due.{row.due.get('kind', 'none')}", language)


def _entered(row: Task, language: Language) -> str:
    on = day_words(localdate(row.entered_at), language)
    return say(message("tasks.entered_first", at=on, who=who_did(row.entered_by, language)), language)


def _unread(request: HttpRequest, trouble: str, *, status: int) -> HttpResponse:
    """The page of the task for which files were sent that could not be read."""
    row = _row(request, resolve(request.path_info).kwargs["number"])
    return _page(request, row, trouble=trouble, status=status)


@require_POST
@takes_files(*SEEING, told=_unread)
def act(request: HttpRequest, number: int, what: str) -> HttpResponse:
    """Let something happen, and back to the task; what was typed is kept where it is refused."""
    row = _row(request, number)
    done = _OTHERS.get(what) or (_happen if what in SLUGS else None)
    if done is None:
        raise Http404
    language = language_of(request)
    try:
        told = done(request, actor_of(request), row, what)
    except UsageError as error:
        status = 409 if error.message.code == _MEANWHILE else 400
        return _page(request, row, trouble=say(error.message, language), sent=what, status=status)
    messages.success(request, term(told, language))
    return HttpResponseRedirect(f"{reverse('task', args=[number])}#lich-su")


def _happen(request: HttpRequest, who: Actor, row: Task, what: str) -> str:
    event, sent = SLUGS[what], request.POST
    asked = msgspec.structs.replace(deed(event, sent), paper=deciding(request), evidence=evidence(request))
    seen = number_of(sent, "seen") or 0
    if event == "reported" and hand_in(request, row, asked, seen):
        return "tasks.done.file"
    if event == "merged":
        _demand_seen(request, asked.other)
        merge_tasks(who, asked.other, [row.id], why=asked.words)
    elif event == "replaced":
        _demand_seen(request, asked.other)
        if asked.paper is None:
            raise UsageError("work.needs.paper")
        replace_task(who, row.id, asked.other, asked.paper, why=asked.words, seen=seen)
    else:
        act_on_task(who, row.id, asked, seen=seen)
    return f"tasks.done.{event}"


def _merge_others(request: HttpRequest, who: Actor, row: Task, _what: str) -> str:
    numbers = [number_of({"n": each}, "n") or 0 for each in text_of(request.POST, "others").replace(",", " ").split()]
    for number in numbers:
        _demand_seen(request, number)
    merge_tasks(who, row.id, numbers, why=text_of(request.POST, "words"))
    return "tasks.done.merged"


def _split(request: HttpRequest, who: Actor, row: Task, _what: str) -> str:
    names = text_of(request.POST, "bodies").replace(";", "\n").split("\n")
    split_task(who, row.id, [body_id(each) for each in names])
    return "tasks.done.split"


def _demand_seen(request: HttpRequest, number: int) -> None:
    if not _seen(request).filter(id=number).exists():
        raise UsageError("task.none", number=number)


_OTHERS: Mapping[str, Callable[[HttpRequest, Actor, Task, str], str]] = {"gop-vao": _merge_others, "tach": _split}

PATHS = (
    path("nhiem-vu/<int:number>", task, name="task"),
    path("nhiem-vu/<int:number>/<slug:what>", act, name="task-act"),
)
