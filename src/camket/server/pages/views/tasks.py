"""`/nhiem-vu`: the list of tasks on a day, by the filters of its address."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache

from camket.report.dates import day as written
from camket.server.pages.addresses import Entry
from camket.server.pages.allowed import needs
from camket.server.pages.asked import one_of
from camket.server.pages.exports import MOST_ROWS, asked_format, exported
from camket.server.pages.exports import Row as ExportedRow
from camket.server.pages.language import address_with, language_of
from camket.server.pages.naming import body_name
from camket.server.pages.paging import sheet, takes
from camket.server.pages.work.filters import (
    DAY,
    ORDERS,
    Choice,
    as_of,
    asked_day,
    choices,
    filtered,
    is_filtered,
    seen_spans,
)  # fmt: skip
from camket.server.pages.work.groups import GROUPS
from camket.server.pages.work.lines import TONES, days_late, lines, outcome_on, picked
from camket.server.registry.models import TaskSpan
from camket.words import Language, term

SEEING = ("registry.review", "registry.enter")
"""Who is in the office, or of a body."""
_CHIPS = ("tat-ca", "hoan-thanh", "dung-han", "cham", "trong-han", "qua-han", "sap-den-han")
_CHIP_TONES = {"dung-han": "done_in_time", "cham": "done_late", "trong-han": "open_in_time", "qua-han": "open_overdue"}
_COLUMNS = (
    "tasks.column.number", "tasks.column.text", "tasks.column.lead", "tasks.column.helpers", "tasks.column.level",
    "tasks.column.giver", "tasks.column.paper", "tasks.column.given", "tasks.column.product", "tasks.column.first_due",
    "tasks.column.due", "tasks.column.due_words", "tasks.column.state", "tasks.column.outcome", "tasks.column.late",
    "tasks.column.done", "tasks.column.percent", "tasks.column.key", "tasks.column.leader", "tasks.column.officer",
    "column.link",
)  # fmt: skip


class Chip(msgspec.Struct, frozen=True):
    """A group with how many tasks it has, and the address of their list."""

    name: str
    tone: str
    count: int
    address: str
    chosen: bool


@never_cache
@needs(*SEEING)
def tasks(request: HttpRequest) -> HttpResponse:
    """Tasks by group, state, body, level, officer, paper and words."""
    day, language = asked_day(request), language_of(request)
    seen = seen_spans(request, day)
    rows = _ordered(request, filtered(request, seen, day))
    if asked_format(request):
        return exported(request, "nhiem-vu", _COLUMNS, _exported(request, rows[:MOST_ROWS], day, language))
    page = sheet(request, rows.values_list("pk", flat=True))
    context = {
        "page": msgspec.structs.replace(page, rows=lines(picked(page.rows), day, language, as_of=as_of(day))),
        "filters": choices(request, seen),
        "chips": chips(request, seen, day),
        "filtered": is_filtered(request),
        "day": day.isoformat(),
        "day_words": written(day, language),
        "is_past": bool(as_of(day)),
        "words": request.GET.get("tu-khoa", ""),
        "key": request.GET.get("trong-tam") == "1",
        "paper": request.GET.get("van-ban", ""),
        "orders": _orders(request, language),
        "may_give": request.user.has_perm("registry.plan"),
        "may_remind": request.user.has_perm("registry.review"),
        "book": f"{reverse('task-book')}?{request.GET.urlencode()}",
        **takes(request),
    }
    return render(request, "pages/tasks.html", context)


def chips(request: HttpRequest, seen: QuerySet[TaskSpan], day: date) -> list[Chip]:
    """How many tasks each of the main groups has, of all that may be seen."""
    language, chosen = language_of(request), one_of(request, "nhom", GROUPS)
    counts = seen.aggregate(**{name.replace("-", "_"): Count("id", filter=GROUPS[name](day)) for name in _CHIPS})
    return [
        Chip(
            term(f"tasks.group.{name}", language),
            TONES[_CHIP_TONES[name]] if name in _CHIP_TONES else "quiet",
            counts[name.replace("-", "_")],
            f"{reverse('tasks')}?nhom={name}" + as_of(day).replace("?", "&"),
            chosen == name,
        )
        for name in _CHIPS
    ]


def _ordered(request: HttpRequest, rows: QuerySet[TaskSpan]) -> QuerySet[TaskSpan]:
    last = Case(When(Q(due__isnull=True), then=Value(1)), default=Value(0), output_field=IntegerField())
    return rows.annotate(due_is_none=last).order_by(*ORDERS[one_of(request, "sap-xep", ORDERS, "han")])


def _orders(request: HttpRequest, language: Language) -> list[Choice]:
    asked = one_of(request, "sap-xep", ORDERS, "han")
    return [Choice(each, term(f"tasks.order.{each}", language), each == asked) for each in ORDERS]


def _exported(request: HttpRequest, rows: QuerySet[TaskSpan], day: date, language: Language) -> Iterator[ExportedRow]:
    held = rows.select_related("task").prefetch_related("task__helpers", "task__sources")
    for span in held.iterator(chunk_size=500):
        task, outcome = span.task, outcome_on(span, day)
        source = next(iter(task.sources.all()), None)
        level = term(f"work.level.{span.level or 'unknown'}", language)
        yield (
            span.task_id, task.text, body_name(span.lead, language),
            ", ".join(body_name(each.body, language) for each in task.helpers.all()), level,
            body_name(task.giver, language),
            source.number if source is not None else "", task.given, task.product, span.first_due, span.due,
            task.due.get("words", ""), term(f"work.state.{span.state}", language),
            term(f"work.outcome.{outcome}", language), days_late(span, day) or None, span.done_on, span.percent,
            "x" if span.key else "", span.leader, span.officer,
            request.build_absolute_uri(reverse("task", args=[span.task_id])),
        )  # fmt: skip


def day_address(request: HttpRequest, day: date) -> str:
    """This page as of another day."""
    return address_with(request, **{DAY: day.isoformat()})


PATHS = (path("nhiem-vu", tasks, name="tasks"),)
MENU = Entry(45, "tasks", "tasks.title", inside=True)
