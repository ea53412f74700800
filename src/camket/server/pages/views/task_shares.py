"""`/nhiem-vu/ty-le`: the five shares by level, giver, body, key flag or month of the due, on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec
from django.db.models import QuerySet
from django.db.models.functions import TruncMonth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache

from camket.server.pages.allowed import needs
from camket.server.pages.asked import one_of
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name
from camket.server.pages.paging import sheet, takes
from camket.server.pages.views.bodies import day_context
from camket.server.pages.views.tasks import SEEING
from camket.server.pages.work.counting import Counts, Scope, ShownShare, counts_by, shares
from camket.server.pages.work.filters import GIVER, LEVELS, MONTH, UNKNOWN, asked_day, seen_spans
from camket.server.pages.work.groups import OF_SHARE
from camket.server.registry.models import TaskSpan
from camket.words import Language, term

_WAYS: Mapping[str, str] = {
    "cap-giao": "level", GIVER: "task__giver", "don-vi": "lead", "trong-tam": "key", MONTH: "month",
}  # fmt: skip
"""By their names in addresses the columns of spans; the list of tasks is asked by the same names."""
_GROUPS = tuple(dict.fromkeys(group for pair in OF_SHARE.values() for group in pair))
_EACH = 50
_Value = str | bool | date | None


class ShareRow(msgspec.Struct, frozen=True, kw_only=True):
    """The shares of one group."""

    name: str
    shares: tuple[ShownShare, ...]


@never_cache
@needs(*SEEING)
def task_shares(request: HttpRequest) -> HttpResponse:
    """The table; every count leads to its tasks."""
    language, day = language_of(request), asked_day(request)
    way = one_of(request, "theo", _WAYS, "cap-giao")
    held = counts_by(_spans(request, day), _WAYS[way], day, _GROUPS)
    order = sorted((value for value in held if held[value]["tat-ca"]), key=lambda value: _place(value, held[value]))
    rows = [_row(way, value, held[value], day, language) for value in order]
    if asked_format(request):
        columns = ("tasks.share", *(f"tasks.share.{code}" for code in OF_SHARE for _ in (0, 1)))
        return exported(request, f"ty-le-{way}", columns, _exported(rows))
    page = sheet(request, rows, _EACH)
    context = {
        "page": page,
        "way": way,
        "ways": [(each, term(f"tasks.by.{each}", language), each == way) for each in _WAYS],
        "columns": [term(f"tasks.share.{code}", language) for code in OF_SHARE],
        **day_context(request, day, language, reverse("task-shares")),
        **takes(request),
    }
    return render(request, "pages/task_shares.html", context)


def _spans(request: HttpRequest, day: date) -> QuerySet[TaskSpan]:
    return seen_spans(request, day).annotate(month=TruncMonth("due"))


def _place(value: _Value, held: Counts) -> tuple[bool, float, str]:
    """Levels from above, key tasks first, the latest month first, bodies with most overdue first; unknown last."""
    if isinstance(value, date):
        return False, -value.toordinal(), ""
    if isinstance(value, bool):
        return False, not value, ""
    if value in LEVELS:
        return False, LEVELS.index(value), ""
    return not value, -held["qua-han"], value or ""


def _row(way: str, value: _Value, held: Counts, day: date, language: Language) -> ShareRow:
    scope = Scope(((way, _asked(value)),), day, localdate())
    return ShareRow(name=_name(way, value, language), shares=shares(held, scope, language))


def _asked(value: _Value) -> str:
    """How the list of tasks is asked for a group."""
    if isinstance(value, bool):
        return "1" if value else "0"
    return f"{value:%Y-%m}" if isinstance(value, date) else value or UNKNOWN


def _name(way: str, value: _Value, language: Language) -> str:
    if isinstance(value, bool):
        return term("tasks.by.key" if value else "tasks.by.not_key", language)
    if isinstance(value, date):
        return f"{value.month}/{value.year}"
    if not value:
        return term(f"tasks.by.none.{way}", language)
    return term(f"work.level.{value}", language) if way == "cap-giao" else body_name(value, language)


def _exported(rows: list[ShareRow]) -> Iterator[Row]:
    for row in rows:
        yield (row.name, *(count for each in row.shares for count in (each.part.count, each.whole.count)))


PATHS = (path("nhiem-vu/ty-le", task_shares, name="task-shares"),)
