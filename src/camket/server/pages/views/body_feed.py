"""`/don-vi/<body>/nhiem-vu.ics`: the dues of a body as a calendar, for programs that have a key instead of a log-in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from camket.model.message import message
from camket.report.calendar import CalendarEntry, calendar
from camket.server.pages.language import language_of
from camket.server.pages.naming import body_name
from camket.server.pages.seeing import reader_of
from camket.server.pages.views.bodies import may_see
from camket.server.registry import access
from camket.server.registry.access import Reader
from camket.server.registry.models import Feed, TaskSpan
from camket.server.registry.rights import body_of
from camket.server.registry.spans import on_day
from camket.words import Language, say, term
from camket.work.rules import rules_on

_MOST, _LONGEST = 2_000, 200


@require_safe
@never_cache
def feed(request: HttpRequest, body: str) -> HttpResponse:
    """The open tasks of a body that have a day; not there for who may not see the body."""
    reader = _reader(request)
    if not may_see(reader, body):
        raise Http404
    today, language = timezone.localdate(), language_of(request)
    rows = on_day(today).filter(access.spans(reader), lead=body, open=True, last_day__isnull=False)
    name = say(message("tasks.calendar", body=body_name(body, language)), language)
    found = rows.select_related("task").order_by("last_day", "task_id")[:_MOST]
    text = calendar(name, _entries(request, found, language), timezone.now(), rules_on(today).due_soon_days)
    return HttpResponse(text, content_type="text/calendar; charset=utf-8")


def _reader(request: HttpRequest) -> Reader:
    """Whoever's key it is; without one whoever is logged in."""
    key = request.GET.get("ma", "")
    if not key:
        return reader_of(request)
    row = Feed.objects.select_related("user").filter(digest=sha256(key.encode()).digest(), user__is_active=True).first()
    return access.reader_of(row.user, body_of(row.user)) if row is not None else access.PUBLIC


def _entries(request: HttpRequest, rows: Iterable[TaskSpan], language: Language) -> Iterator[CalendarEntry]:
    for span in rows:
        text = span.task.text or term("tasks.forgotten", language)
        if span.last_day is not None:
            yield CalendarEntry(
                key=f"nhiem-vu-{span.task_id}@camket",
                day=span.last_day,
                title=text[:_LONGEST],
                about=f"{term(f'work.state.{span.state}', language)}\n{text}",
                address=request.build_absolute_uri(reverse("task", args=[span.task_id])),
                version=span.version,
            )


PATHS = (path("don-vi/<str:body>/nhiem-vu.ics", feed, name="body-feed"),)
