"""`/don-vi/<body>/xep-loai`: the class of a body by its tasks, and what lies between it and the next one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

import msgspec
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache

from camket.errors import UsageError
from camket.model.agency import AgencyClass, ConditionLine
from camket.model.task import Standing
from camket.report.numbers import number
from camket.server.pages.allowed import needs
from camket.server.pages.asked import one_of
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name
from camket.server.pages.paging import sheet
from camket.server.pages.seeing import reader_of
from camket.server.pages.views.bodies import day_context, may_see
from camket.server.pages.views.tasks import SEEING
from camket.server.pages.work.filters import as_of, asked_day, seen_spans
from camket.server.pages.work.lines import lines
from camket.server.registry.models import TaskEvent
from camket.server.registry.work import held
from camket.words import Language, say, term
from camket.work.agency import agency_class, load_class_sets

_LISTS = ("den-han", "hoan-thanh", "dung-han", "cham")
_TONES = {"pass": "good", "fail": "bad", "unknown": "quiet"}
_MOST_POINTS = 100


class ConditionRow(msgspec.Struct, frozen=True, kw_only=True):
    """A condition of a class as its table shows it."""

    name: str
    asked: str
    value: str
    state: str
    tone: str
    short: int
    can_mend: bool
    list: str


class ClassCard(msgspec.Struct, frozen=True, kw_only=True):
    """A class with its conditions."""

    name: str
    is_here: bool
    is_next: bool
    possible: bool
    rows: tuple[ConditionRow, ...]


@never_cache
@needs(*SEEING)
def agency(request: HttpRequest, body: str) -> HttpResponse:
    """A body in the year of a day; `diem` are its points and `vuot` its tasks beyond what was asked, where known."""
    if not may_see(reader_of(request), body):
        raise Http404
    language, day = language_of(request), asked_day(request)
    points, beyond = _typed(request, "diem"), _typed(request, "vuot")
    told = _standings(request, body, day)
    context: dict[str, object] = {
        "body": body,
        "name": body_name(body, language),
        "points": number(points, language) if points is not None else "",
        "beyond": str(beyond) if beyond is not None else "",
        **day_context(request, day, language, reverse("agency-class", args=[body])),
    }
    try:
        found = agency_class(told, body, day, points=points, beyond=int(beyond) if beyond is not None else None)
    except UsageError as error:
        return render(request, "pages/agency.html", {**context, "trouble": say(error.message, language)})
    regime = next(each for each in load_class_sets() if each.id == found.set)
    context |= {
        "regime": regime.name.vi if language == "vi" else regime.name.en,
        "note": regime.note or "",
        "here": _name(found.class_, language),
        "next": _name(found.next, language) if found.next else "",
        "possible": [_name(each, language) for each in found.possible],
        "asked": [term(f"work.class_input.{each}", language) for each in found.asked],
        "between": [_row(each, language) for each in found.between],
        "cards": [
            ClassCard(
                name=_name(rule.id, language),
                is_here=rule.id == found.class_,
                is_next=rule.id == found.next,
                possible=rule.id in found.possible,
                rows=tuple(_row(each, language) for each in found.lines if each.class_ == rule.id),
            )
            for rule in regime.classes
        ],
        **_tasks(request, found, told, body, day, language),
    }
    return render(request, "pages/agency.html", context)


def _typed(request: HttpRequest, name: str) -> Decimal | None:
    """A number of the address from 0 on; None for none."""
    try:
        value = Decimal(request.GET.get(name, "").replace(",", ".").strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value <= (_MOST_POINTS if name == "diem" else 1_000_000) else None


def _standings(request: HttpRequest, body: str, day: date) -> list[Standing]:
    """The body's tasks of the year that were due by a day, and those that it handed over in it."""
    first = date(day.year, 1, 1)
    spans = seen_spans(request, day)
    own = spans.filter(lead=body).filter(Q(due__range=(first, day)) | Q(done_on__range=(first, day)))
    handed = TaskEvent.objects.filter(kind="handed_over", day__range=(first, day)).exclude(lead=body)
    passed_on = spans.filter(task__in=handed.values("task")).exclude(lead=body)
    numbers = set(own.values_list("task", flat=True)) | set(passed_on.values_list("task", flat=True))
    return [each.on(day) for each in held(sorted(numbers)).values()]


def _name(class_: str | None, language: Language) -> str:
    return term(f"work.class.{class_ or 'unclear'}", language)


def _row(line: ConditionLine, language: Language) -> ConditionRow:
    asked = line.condition
    bounds = ((asked.at_least, "≥"), (asked.at_most, "≤"), (asked.below, "<"))
    sign = "" if asked.input == "points" else "%"
    bound = next(f"{mark} {number(value, language)}{sign}" for value, mark in bounds if value is not None)
    counts = f" ({line.part}/{line.whole})" if line.part is not None and line.whole else ""
    value = f"{number(line.value, language)}{sign}{counts}" if line.value is not None else ""
    lists = {"in_time": "dung-han", "done": "hoan-thanh", "late": "cham"}
    return ConditionRow(
        name=term(f"work.class_input.{asked.input}", language),
        asked=bound,
        value=value,
        state=term(f"agency.state.{line.state}", language),
        tone=_TONES[line.state],
        short=line.short,
        can_mend=line.can_mend,
        list=lists.get(asked.input, ""),
    )


def _tasks(
    request: HttpRequest, found: AgencyClass, told: list[Standing], body: str, day: date, language: Language
) -> dict[str, object]:
    """The tasks between a body and the next class; those behind each count, by `xem`."""
    own = [each for each in told if each.lead == body and each.outcome != "out"]
    due = [each for each in own if each.outcome.startswith("done") or (each.due is not None and each.due <= day)]
    groups = {
        "den-han": [each.task.id for each in due],
        "hoan-thanh": [each.task.id for each in due if each.outcome in ("done_in_time", "done_late")],
        "dung-han": [each.task.id for each in due if each.outcome == "done_in_time"],
        "cham": [each.task.id for each in due if each.outcome in ("done_late", "open_overdue")],
    }
    between = list(dict.fromkeys(task for line in found.between for task in line.tasks))
    chosen = one_of(request, "xem", _LISTS)
    wanted = groups[chosen] if chosen else between
    spans = seen_spans(request, day).filter(task__in=[int(task) for task in wanted])
    page = sheet(request, spans.select_related("task").order_by("due", "task_id"))
    return {
        "groups": [
            (name, term(f"agency.group.{name}", language), len(groups[name]), name == chosen) for name in _LISTS
        ],
        "chosen": chosen,
        "between_count": len(between),
        "page": msgspec.structs.replace(page, rows=lines(page.rows, day, language, as_of=as_of(day))),
    }


PATHS = (path("don-vi/<str:body>/xep-loai", agency, name="agency-class"),)
