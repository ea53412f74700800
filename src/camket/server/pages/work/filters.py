"""What the address of a list of tasks asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import get_args

import msgspec
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.timezone import localdate

from camket.model.task import GiverLevel, TaskState
from camket.registry.copies import search_text
from camket.server.pages.asked import day_of, one_of
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name
from camket.server.pages.seeing import reader_of, visible
from camket.server.pages.work.groups import GROUPS
from camket.server.registry import access
from camket.server.registry.models import TaskHelper, TaskSource, TaskSpan
from camket.server.registry.spans import on_day
from camket.words import Language, term

DAY, OWN, MONTH, GIVER, UNKNOWN = "ngay", "cua-toi", "thang", "nguoi-giao", "khong-ro"
"""How an address names the day that is asked for, one's own tasks with those that nobody follows, the month of the due,
who gave it, and what a task does not say."""
STATES: tuple[str, ...] = get_args(TaskState)
LEVELS: tuple[str, ...] = tuple(filter(None, get_args(GiverLevel)))
ORDERS: Mapping[str, tuple[str, ...]] = {
    "han": ("due_is_none", "due", "task_id"), "moi": ("-task_id",), "don-vi": ("lead", "due_is_none", "due", "task_id"),
}  # fmt: skip
_COLUMNS: Mapping[str, str] = {
    "don-vi": "lead", "chuyen-vien": "officer", "lanh-dao": "leader", GIVER: "task__giver",
}  # fmt: skip
"""What is asked for by one value: the question of the address and the column of spans."""
_LONGEST, _MOST_BODIES = 200, 400


class Choice(msgspec.Struct, frozen=True):
    """One value of a filter."""

    value: str
    name: str
    chosen: bool


def asked_day(request: HttpRequest) -> date:
    """The day that the address asks for; today where it asks for none, for no day, or for one to come."""
    today = localdate()
    try:
        return min(day_of(request.GET.get(DAY, "")), today)
    except ValueError:
        return today


def as_of(day: date) -> str:
    """The question that links keep, so that what they lead to is of the same day; empty for today."""
    return f"?{DAY}={day.isoformat()}" if day != localdate() else ""


def seen_spans(request: HttpRequest, day: date) -> QuerySet[TaskSpan]:
    """Where the tasks stood on a day that whoever asks may see."""
    return on_day(day).filter(access.spans(reader_of(request)))


def filtered(request: HttpRequest, rows: QuerySet[TaskSpan], day: date) -> QuerySet[TaskSpan]:
    """Of these what the address asks for."""
    asked = request.GET
    if group := one_of(request, "nhom", GROUPS):
        rows = rows.filter(GROUPS[group](day))
    if state := one_of(request, "trang-thai", STATES):
        rows = rows.filter(state=state)
    if level := one_of(request, "cap-giao", (*LEVELS, UNKNOWN)):
        rows = rows.filter(level="" if level == UNKNOWN else level)
    for name, column in _COLUMNS.items():
        if value := asked.get(name, "")[:_LONGEST]:
            rows = rows.filter(**{column: "" if value == UNKNOWN else value})
    rows = _of_month(rows, asked.get(MONTH, ""))
    if body := asked.get("phoi-hop", "")[:_LONGEST]:
        rows = rows.filter(Exists(TaskHelper.objects.filter(task=OuterRef("task"), body=body)))
    if asked.get(OWN) == "1":
        rows = own_tasks(request, rows)
    if asked.get("trong-tam") in ("0", "1"):
        rows = rows.filter(key=asked.get("trong-tam") == "1")
    if slug := asked.get("van-ban", "")[:_LONGEST]:
        paper = visible(request).filter(slug=slug)
        rows = rows.filter(Exists(TaskSource.objects.filter(task=OuterRef("task"), paper__in=paper)))
    return _searched(rows, asked.get("tu-khoa", ""))


def _of_month(rows: QuerySet[TaskSpan], asked: str) -> QuerySet[TaskSpan]:
    """Those that are due in a month (`2026-06`), or have no day yet; all where none is asked for."""
    if asked == UNKNOWN:
        return rows.filter(due__isnull=True)
    try:
        month = day_of(f"{asked}-01")
    except ValueError:
        return rows
    return rows.filter(due__year=month.year, due__month=month.month)


def own_tasks(request: HttpRequest, rows: QuerySet[TaskSpan]) -> QuerySet[TaskSpan]:
    """Those that whoever asks follows, and those that nobody does."""
    return rows.filter(officer__in=("", request.user.get_username()))


def _searched(rows: QuerySet[TaskSpan], words: str) -> QuerySet[TaskSpan]:
    """Those whose text has all the words, marks and case aside; a bare number is that of a task too."""
    folded = search_text(words[:_LONGEST]).split()
    found = Q()
    for word in folded:
        found &= Q(task__folded__contains=word)
    if len(folded) == 1 and folded[0].isascii() and folded[0].isdigit() and len(folded[0]) < 10:
        found |= Q(task=int(folded[0]))
    return rows.filter(found) if folded else rows


def is_filtered(request: HttpRequest) -> bool:
    """Whether the address asks for anything but the day, the order and the page."""
    names = ("nhom", "trang-thai", "cap-giao", "don-vi", "chuyen-vien", "lanh-dao", "phoi-hop", "trong-tam", "van-ban",
             "tu-khoa", OWN, MONTH, GIVER)  # fmt: skip
    return any(request.GET.get(name) for name in names)


def choices(request: HttpRequest, rows: QuerySet[TaskSpan]) -> list[tuple[str, str, list[Choice]]]:
    """The filters of the list with their values: the question of the address, its label, what can be chosen."""
    language = language_of(request)
    bodies = rows.exclude(lead="").values_list("lead", flat=True).order_by("lead").distinct()[:_MOST_BODIES]
    officers = rows.exclude(officer="").values_list("officer", flat=True).order_by("officer").distinct()[:_MOST_BODIES]
    givers = rows.exclude(task__giver="").values_list("task__giver", flat=True).order_by("task__giver").distinct()
    named = sorted(((body, body_name(body, language)) for body in bodies), key=lambda each: each[1])
    giving = sorted(((each, body_name(each, language)) for each in givers[:_MOST_BODIES]), key=lambda each: each[1])
    offered: list[tuple[str, list[tuple[str, str]]]] = [
        ("nhom", _named("tasks.group", GROUPS, language)),
        ("trang-thai", _named("work.state", STATES, language)),
        ("don-vi", named),
        ("cap-giao", _named("work.level", LEVELS, language)),
        (GIVER, giving),
        ("chuyen-vien", [(each, each) for each in officers]),
    ]
    return [
        (name, term(f"tasks.filter.{name}", language), _choices(request.GET.get(name, ""), values))
        for name, values in offered
        if values
    ]


def _named(code: str, values: Collection[str], language: Language) -> list[tuple[str, str]]:
    return [(value, term(f"{code}.{value}", language)) for value in values]


def _choices(asked: str, values: list[tuple[str, str]]) -> list[Choice]:
    return [Choice(value, name, value == asked) for value, name in values]
