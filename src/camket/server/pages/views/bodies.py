"""`/don-vi`: bodies with their numbers; `/don-vi/<body>`: one, with its shares, what is late and what comes."""

from __future__ import annotations

from datetime import date

import msgspec
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from camket.report.dates import day as written
from camket.server.pages.allowed import actor_of, needs
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name
from camket.server.pages.paging import sheet, takes
from camket.server.pages.seeing import reader_of
from camket.server.pages.views.tasks import SEEING
from camket.server.pages.work.counting import Counts, Number, Scope, alarms, counts, counts_by, outcomes, shares
from camket.server.pages.work.filters import as_of, asked_day, seen_spans
from camket.server.pages.work.groups import GROUPS
from camket.server.pages.work.lines import TaskLine, lines, picked
from camket.server.registry import access
from camket.server.registry.access import Reader
from camket.server.registry.actions.renew_feed import renew_feed
from camket.server.registry.models import TaskSpan
from camket.server.registry.models.document import Access
from camket.words import Language, term

_EACH = 10
_ALARMS = ("den-han-hom-nay", "sap-den-han", "qua-han-lau", "chua-co-han", "chua-cap-nhat", "de-nghi-gia-han")
_COLUMNS = ("tat-ca", "dung-han", "cham", "trong-han", "qua-han")
_LISTS = ("qua-han", "den-han-hom-nay", "sap-den-han")


class BodyLine(msgspec.Struct, frozen=True, kw_only=True):
    """A body in the list, with its numbers."""

    name: str
    address: str
    numbers: tuple[Number, ...]


@never_cache
@needs(*SEEING)
def bodies(request: HttpRequest) -> HttpResponse:
    """The bodies that lead tasks on a day, those with most overdue first."""
    language, day = language_of(request), asked_day(request)
    held = counts_by(seen_spans(request, day).exclude(lead=""), "lead", day, _COLUMNS)
    order = sorted(held, key=lambda body: (-held[body]["qua-han"], -held[body]["tat-ca"], body))
    if asked_format(request):
        told = (_line(each, held[each], day, language) for each in order[:MOST_ROWS])
        columns = ("bodies.body", *(f"tasks.group.{each}" for each in _COLUMNS), "column.link")
        return exported(request, "don-vi", columns, (_cells(request, each) for each in told))
    page = sheet(request, order)
    context = {
        "page": msgspec.structs.replace(page, rows=tuple(_line(each, held[each], day, language) for each in page.rows)),
        "columns": [term(f"tasks.group.{each}", language) for each in _COLUMNS],
        **takes(request),
        **day_context(request, day, language, reverse("bodies")),
    }
    return render(request, "pages/bodies.html", context)


def _cells(request: HttpRequest, line: BodyLine) -> Row:
    return line.name, *(each.count for each in line.numbers), request.build_absolute_uri(line.address)


def _line(body: str, held: Counts, day: date, language: Language) -> BodyLine:
    scope = Scope((("don-vi", body),), day, localdate())
    return BodyLine(
        name=body_name(body, language),
        address=reverse("body", args=[body]) + as_of(day),
        numbers=tuple(
            Number(term(f"tasks.group.{each}", language), held[each], scope.address(nhom=each)) for each in _COLUMNS
        ),
    )


def day_context(request: HttpRequest, day: date, language: Language, address: str) -> dict[str, object]:
    """What `task_day.html` and the form of the day ask for."""
    return {
        "day": day.isoformat(),
        "day_words": written(day, language),
        "is_past": bool(as_of(day)),
        "today_address": address,
        "address": request.path,
    }


@never_cache
@needs(*SEEING)
def body(request: HttpRequest, body: str) -> HttpResponse:
    """A body on a day."""
    return _page(request, body)


def may_see(reader: Reader, body: str) -> bool:
    """Whether a reader may see the pages of a body: the office of all that there are, a body its own."""
    if Access.INTERNAL not in reader.levels:
        return reader.body == body
    known = body_name(body, "vi") != body  # that of a catalogue, or one that somebody typed for a task
    return known or ("\0" not in body and TaskSpan.objects.filter(access.spans(reader), lead=body).exists())


def _page(request: HttpRequest, body: str, key: str = "") -> HttpResponse:
    language, day = language_of(request), asked_day(request)
    if not may_see(reader_of(request), body):
        raise Http404
    rows = seen_spans(request, day).filter(lead=body)
    held, scope = counts(rows, day), Scope((("don-vi", body),), day, localdate())
    known = body_name(body, language)
    if known == body and not held["tat-ca"] and not held["khong-tinh"]:
        raise Http404
    feed = request.build_absolute_uri(reverse("body-feed", args=[body]))
    context = {
        "body": body,
        "name": known,
        "total": held["tat-ca"],
        "total_address": scope.address(nhom="tat-ca"),
        "outcomes": outcomes(held, scope, language),
        "shares": shares(held, scope, language),
        "alarms": alarms(held, scope, language, _ALARMS),
        "out": Number(term("tasks.group.khong-tinh", language), held["khong-tinh"], scope.address(nhom="khong-tinh")),
        "helps": reverse("tasks") + f"?phoi-hop={body}" + as_of(day).replace("?", "&"),
        "lists": _lists(rows, held, day, scope, language),
        "feed": f"{feed}?ma={key}" if key else "",
        **day_context(request, day, language, reverse("body", args=[body])),
    }
    return render(request, "pages/body.html", context)


def _lists(
    rows: QuerySet[TaskSpan], held: Counts, day: date, scope: Scope, language: Language
) -> list[tuple[Number, tuple[TaskLine, ...]]]:
    """What is late and what comes, the first of each."""
    found = []
    for group in _LISTS:
        if held[group]:
            first = rows.filter(GROUPS[group](day)).order_by("due", "task_id").values_list("pk", flat=True)[:_EACH]
            number = Number(term(f"tasks.group.{group}", language), held[group], scope.address(nhom=group))
            found.append((number, lines(picked(first), day, language, as_of=as_of(day))))
    return found


@require_POST
@needs(*SEEING)
def feed_key(request: HttpRequest, body: str) -> HttpResponse:
    """A new key for calendar programs, shown once."""
    if not may_see(reader_of(request), body):
        raise Http404
    key = renew_feed(actor_of(request))
    return _page(request, body, key)


PATHS = (
    path("don-vi", bodies, name="bodies"),
    path("don-vi/<str:body>", body, name="body"),
    path("don-vi/<str:body>/lich", feed_key, name="body-feed-key"),
)
