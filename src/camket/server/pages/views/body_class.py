"""`/don-vi/<body>/xep-loai`: the class of a body by what became of its tasks, and what lies before the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

import msgspec
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache

from camket.errors import UsageError
from camket.model.agency import AgencyClass, ClassCondition, ConditionLine
from camket.model.message import message
from camket.model.task import Standing
from camket.report.numbers import amount, number
from camket.server.pages.allowed import needs
from camket.server.pages.asked import one_of
from camket.server.pages.exports import MOST_ROWS, asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.naming import body_name
from camket.server.pages.paging import sheet, takes
from camket.server.pages.seeing import reader_of
from camket.server.pages.views.bodies import day_context, may_see
from camket.server.pages.views.tasks import SEEING
from camket.server.pages.work.filters import as_of, asked_day, seen_spans
from camket.server.pages.work.lines import COLUMNS, cells, lines
from camket.server.registry.models import TaskSpan
from camket.server.registry.work import held
from camket.words import Language, say, term
from camket.work.agency import agency_class, tasks_behind

_MOST, _TONES = 40, {"pass": "good", "fail": "bad", "unknown": "quiet"}
_TONES_OF_WORST = {"pass": "bad", "fail": "good", "unknown": "quiet"}
"""That a condition of the lowest class holds is no good news."""
_YES_NO = ("subordinates", "mended", "wrongdoing")


class ClassLine(msgspec.Struct, frozen=True, kw_only=True):
    """A condition of a class: what it asks for, where the body stands, the tasks that lie between."""

    class_name: str
    asks: str
    value: str
    state: str
    tone: str
    short: str
    tasks: tuple[tuple[str, str], ...]
    behind: str


@never_cache
@needs(*SEEING)
def body_class(request: HttpRequest, body: str) -> HttpResponse:
    """By the tasks of the year of the day that were due or done; what tasks do not tell is typed into the address."""
    language, day = language_of(request), asked_day(request)
    if not may_see(reader_of(request), body):
        raise Http404
    context: dict[str, object] = {
        "body": body,
        "name": body_name(body, language),
        "asked": _asked(request.GET, language),
        **day_context(request, day, language, reverse("body-class", args=[body])),
    }
    told = _standings(body, day)
    tasks = tasks_behind(told, body)
    chosen = one_of(request, "xem", tasks, "whole")
    spans = _spans(request, tasks[chosen], day)
    if asked_format(request):
        return exported(request, f"xep-loai-{body}", COLUMNS, cells(request, spans[:MOST_ROWS], day, language))
    try:
        found = _class(told, body, day, request.GET)
    except UsageError as error:
        return render(request, "pages/body_class.html", context | {"trouble": say(error.message, language)})
    context |= {
        "paper": found.paper,
        "class_name": term(f"work.class.{found.class_ or 'unclear'}", language),
        "possible": [term(f"work.class.{each}", language) for each in found.possible] if found.class_ is None else [],
        "next": term(f"work.class.{found.next}", language) if found.next is not None else "",
        "between": [_line(each, day, language) for each in found.between],
        "lines": [_line(each, day, language) for each in (*found.lines, *found.matters)],
        **_behind(request, tasks, chosen, spans, day),
        **takes(request),
    }
    return render(request, "pages/body_class.html", context)


def _spans(request: HttpRequest, tasks: Sequence[str], day: date) -> QuerySet[TaskSpan]:
    spans = seen_spans(request, day).filter(task__in=[int(each) for each in tasks])
    return spans.select_related("task").order_by("due", "task_id")


def _behind(
    request: HttpRequest, tasks: Mapping[str, Sequence[str]], chosen: str, spans: QuerySet[TaskSpan], day: date
) -> dict[str, object]:
    """The tasks behind the numbers, one of the four groups at a time: those due, where none is asked for."""
    language, page = language_of(request), sheet(request, spans)
    return {
        "groups": [
            (address_with(request, xem=name, trang=""), term(f"class.group.{name}", language), len(own), name == chosen)
            for name, own in tasks.items()
        ],
        "page": msgspec.structs.replace(page, rows=lines(page.rows, day, language, as_of=as_of(day))),
    }


def _standings(body: str, day: date) -> list[Standing]:
    """The tasks that a body led until a day, those handed over too, that were due or done in its year."""
    numbers = TaskSpan.objects.filter(lead=body, since__lte=day).order_by("task").values_list("task", flat=True)
    found = [each.on(day) for each in held(numbers.distinct()).values()]
    return [each for each in found if day.year in {when.year for when in (each.due, each.done_on) if when is not None}]


def _class(told: Sequence[Standing], body: str, day: date, sent: Mapping[str, str]) -> AgencyClass:
    """By the tasks, and what was typed of that which tasks do not tell; what is no number or no answer is not known."""
    given = sent.get("beyond", "")
    answers = {name: {"1": True, "0": False}.get(sent.get(name, "")) for name in _YES_NO}
    return agency_class(
        told,
        body,
        day,
        points=_points(sent),
        beyond=int(given) if given.isascii() and given.isdigit() and len(given) < 7 else None,
        subordinates=answers["subordinates"],
        mended=answers["mended"],
        wrongdoing=answers["wrongdoing"],
    )


def _points(sent: Mapping[str, str]) -> Decimal | None:
    try:
        given = Decimal(sent.get("points", "").replace(",", "."))
    except InvalidOperation:
        return None
    return given if given.is_finite() and 0 <= given <= 100 else None


def _asked(sent: Mapping[str, str], language: Language) -> list[tuple[str, str, str, bool]]:
    """The fields of what tasks do not tell: name, label, value, whether it is a yes or no."""
    names = ("points", "beyond", *_YES_NO)
    return [(name, term(f"class.ask.{name}", language), sent.get(name, "")[:10], name in _YES_NO) for name in names]


def _line(line: ConditionLine, day: date, language: Language) -> ClassLine:
    percent = line.condition.input != "points"
    value = ""
    if line.value is not None:
        value = amount(line.value, "percent", language) if percent else number(line.value, language)
        value = f"{line.part}/{line.whole} ({value})" if line.whole else value
    return ClassLine(
        class_name=term(f"work.class.{line.class_}", language),
        asks=_asks(line.condition, percent, language),
        value=value,
        state=term(f"class.state.{line.state}", language),
        tone=(_TONES_OF_WORST if line.class_ == "not_done" else _TONES)[line.state],
        short=say(message("class.short", count=line.short), language) if line.short and line.can_mend else "",
        behind=line.condition.input if line.condition.input in ("in_time", "done", "late") else "",
        tasks=tuple((each, reverse("task", args=[int(each)]) + as_of(day)) for each in line.tasks[:_MOST]),
    )


def _asks(condition: ClassCondition, percent: bool, language: Language) -> str:
    """A condition in words: `tỷ lệ nhiệm vụ hoàn thành đúng hạn trên số đến hạn: từ 100% trở lên`."""
    name = term(f"work.class_input.{condition.input}", language)
    for code in ("at_least", "at_most", "below"):
        bound: Decimal | None = getattr(condition, code)
        if bound is not None:
            shown = amount(bound, "percent", language) if percent else number(bound, language)
            return f"{name}: {say(message(f'class.{code}', bound=shown), language)}"
    return name if condition.is_ else f"{name}: {term('class.is.0', language)}"


PATHS = (path("don-vi/<str:body>/xep-loai", body_class, name="body-class"),)
