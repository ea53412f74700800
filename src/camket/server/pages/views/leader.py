"""`/lanh-dao`: a leader's one page: targets, tasks, what is late and with whom, what waits for his word, what comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import msgspec
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache

from camket.server.pages.allowed import needs
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name
from camket.server.pages.paging import takes
from camket.server.pages.seeing import visible
from camket.server.pages.views.bodies import day_context
from camket.server.pages.work.counting import Number, Scope, alarms, counts, counts_by, outcomes, shares
from camket.server.pages.work.filters import as_of, asked_day, seen_spans
from camket.server.pages.work.groups import GROUPS
from camket.server.pages.work.lines import TaskLine, lines, picked
from camket.server.pages.work.targets import Targets, targets
from camket.server.registry.models import Approval, TaskSpan
from camket.words import Language, term

_MOST_BODIES, _EACH, _MOST_LEADERS = 6, 5, 200
_AHEAD = timedelta(days=30)
_ALARMS = ("qua-han-lau", "den-han-hom-nay", "sap-den-han", "chua-co-han", "chua-cap-nhat")
_COLUMNS = (
    "column.section", "column.name", "column.how_many", "leader.of", "column.detail", "column.link",
)  # fmt: skip
_OPEN = ("qua-han", "qua-han-lau", "tat-ca")
_WORD = Q(open=True, asked=True) | Q(state="declined")
"""What waits for a leader's word: a later due that was asked for, a task that its body says is not its own."""


class LateBody(msgspec.Struct, frozen=True, kw_only=True):
    """A body with overdue tasks."""

    name: str
    address: str
    overdue: Number
    long: Number
    total: int


@never_cache
@needs("registry.review")
def leader(request: HttpRequest) -> HttpResponse:
    """The page on a day, of all tasks or of those of one leader in charge (`lanh-dao`)."""
    language, day = language_of(request), asked_day(request)
    asked = request.GET.get("lanh-dao", "")[:200]
    every = seen_spans(request, day)
    rows = every.filter(leader=asked) if asked else every
    scope = Scope((("lanh-dao", asked),) if asked else (), day, localdate())
    held, question = counts(rows, day), as_of(day)
    context = {
        "targets": targets(request) if not question else Targets(),
        "outcomes": outcomes(held, scope, language),
        "total": Number(term("tasks.group.tat-ca", language), held["tat-ca"], scope.address(nhom="tat-ca")),
        "shares": shares(held, scope, language),
        "alarms": alarms(held, scope, language, _ALARMS),
        "late": _late(rows, day, scope, language),
        "worst": _lines(rows.filter(GROUPS["qua-han"](day)).order_by("due", "task_id"), day, language, question),
        "word": _lines(rows.filter(_WORD), day, language, question),
        "approvals": _approvals(request) if not question else 0,
        "coming": _lines(_coming(rows, day), day, language, question),
        "leaders": _leaders(every),
        "leader_asked": asked,
        "key_address": scope.address(trong_tam="1"),
        **day_context(request, day, language, reverse("leader")),
    }
    if asked_format(request):
        return exported(request, f"lanh-dao-{day}", _COLUMNS, _rows(request, context, language))
    return render(request, "pages/leader.html", {**context, **takes(request)})


def _rows(request: HttpRequest, shown: Mapping[str, Any], language: Language) -> Iterator[Row]:
    """The page section by section: what is counted, how many, of how many, and where its list is."""

    def at(address: str) -> str:
        return request.build_absolute_uri(address) if address else ""

    for plan in shown["targets"].plans:
        for each in plan.numbers:
            yield plan.title, each.name, each.count, plan.total, "", at(plan.address)
    tasks, total = term("tasks.title", language), shown["total"]
    for each in (*shown["outcomes"], *shown["alarms"]):
        yield tasks, each.name, each.count, total.count, "", at(each.address)
    for each in shown["shares"]:
        yield term("tasks.shares", language), each.name, each.part.count, each.whole.count, "", at(each.part.address)
    for each in shown["late"]:
        yield term("leader.late", language), each.name, each.overdue.count, each.total, "", at(each.overdue.address)
    for name in ("worst", "word", "coming"):
        for line in shown[name]:
            said = ", ".join(filter(None, (line.lead, line.due, line.outcome, line.late)))
            yield term(f"leader.{name}", language), line.text, None, None, said, at(line.address)


def _leaders(rows: QuerySet[TaskSpan]) -> list[str]:
    """Those in charge of something."""
    found = rows.exclude(leader="").order_by("leader").values_list("leader", flat=True)
    return list(found.distinct()[:_MOST_LEADERS])


def _late(rows: QuerySet[TaskSpan], day: date, scope: Scope, language: Language) -> list[LateBody]:
    """The bodies with overdue tasks, those with most first."""
    held = {body: each for body, each in counts_by(rows, "lead", day, _OPEN).items() if each["qua-han"]}
    order = sorted(held, key=lambda body: (-held[body]["qua-han"], body))[:_MOST_BODIES]
    return [
        LateBody(
            name=body_name(body, language) or term("tasks.no_lead", language),
            address=(reverse("body", args=[body]) if body else reverse("tasks")) + as_of(day),
            overdue=_of_body(body, "qua-han", held[body]["qua-han"], scope, language),
            long=_of_body(body, "qua-han-lau", held[body]["qua-han-lau"], scope, language),
            total=held[body]["tat-ca"],
        )
        for body in order
    ]


def _of_body(body: str, group: str, count: int, scope: Scope, language: Language) -> Number:
    return Number(term(f"tasks.group.{group}", language), count, scope.address(nhom=group, don_vi=body), "bad")


def _coming(rows: QuerySet[TaskSpan], day: date) -> QuerySet[TaskSpan]:
    """What must be done in the next thirty days: key tasks first."""
    return rows.filter(open=True, counted_on__isnull=True, last_day__gte=day, last_day__lte=day + _AHEAD).order_by(
        "-key", "last_day", "task_id"
    )


def _lines(rows: QuerySet[TaskSpan], day: date, language: Language, question: str) -> tuple[TaskLine, ...]:
    ordered = rows if rows.query.order_by else rows.order_by("-key", "due", "task_id")
    return lines(picked(ordered.values_list("pk", flat=True)[:_EACH]), day, language, as_of=question)


def _approvals(request: HttpRequest) -> int:
    """Papers that wait to be opened."""
    if not request.user.has_perm("registry.approve"):
        return 0
    return Approval.objects.filter(decided_at__isnull=True, document__in=visible(request)).count()


PATHS = (path("lanh-dao", leader, name="leader"),)
