"""Visits: begun by a log-in, ended by a log-out, by idleness, by their age, or from another browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from camket.server.entering.limits import address_of
from camket.server.entering.models import Visit
from camket.server.registry.models import Account

_VISIT, MUST_CHANGE = "visit", "must-change"
_BETWEEN = timedelta(minutes=1)
KEPT = timedelta(days=90)
"""How long log-ins are kept."""
_OPEN = ("account", "change-password", "logout", "login")
"""What can be asked for before a password that was given by an administrator has been changed."""


def begin(*, request: HttpRequest, user: Any, **_signal: object) -> None:
    """Keep a visit of a log-in, and forget old ones."""
    now = timezone.now()
    browser = "".join(filter(str.isprintable, request.META.get("HTTP_USER_AGENT", "")))[:200]
    row = Visit.objects.create(user=user, began_at=now, seen_at=now, address=address_of(request)[:45], browser=browser)
    request.session[_VISIT] = row.pk
    request.session[MUST_CHANGE] = Account.objects.filter(user=user, must_change=True).exists()
    Visit.objects.filter(seen_at__lt=now - KEPT).delete()
    Session.objects.filter(expire_date__lt=now).delete()


def end(*, request: HttpRequest, **_signal: object) -> None:
    """A log-out ends the visit."""
    Visit.objects.filter(pk=visit_of(request), ended_at__isnull=True).update(ended_at=timezone.now())


def end_all(user: int, at: datetime, *, but: int | None = None) -> int:
    """End the visits of an account but one; gives how many."""
    return Visit.objects.filter(user=user, ended_at__isnull=True).exclude(pk=but or 0).update(ended_at=at)


def end_one(user: int, number: int, at: datetime) -> None:
    """End one visit of an account."""
    Visit.objects.filter(user=user, pk=number, ended_at__isnull=True).update(ended_at=at)


def visits_of(user: int) -> list[Visit]:
    """The visits of an account that go on, the latest first."""
    now = timezone.now()
    rows = Visit.objects.filter(user=user, ended_at__isnull=True, seen_at__gt=now - _idle(), began_at__gt=now - _age())
    return list(rows[:50])


def goes_on(row: Visit) -> bool:
    """Whether a visit goes on: it was not ended, is not too old, and was not left alone for too long."""
    now = timezone.now()
    return row.ended_at is None and row.began_at > now - _age() and row.seen_at > now - _idle()


def visit_of(request: HttpRequest) -> int:
    """The number of the visit that a question belongs to; 0 for none."""
    found = request.session.get(_VISIT)
    return found if isinstance(found, int) else 0


def _idle() -> timedelta:
    return timedelta(minutes=settings.CONFIGURATION.idle_minutes)


def _age() -> timedelta:
    return timedelta(hours=settings.CONFIGURATION.session_hours)


class VisitMiddleware:
    """Ends visits that are over; what is shown to who is logged in is kept by no browser."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as to who is logged in still, or as to anybody."""
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return self._answer(request)
        if request.user.is_authenticated and not _goes_on(request):
            logout(request)
        response = _first_a_password(request) or self._answer(request)
        if request.user.is_authenticated:
            response.headers.pop("Cache-Control", None)
            patch_cache_control(response, private=True, no_store=True)
        return response


def _goes_on(request: HttpRequest) -> bool:
    """Whether a visit goes on; says that somebody was seen, no more than once a minute."""
    now, name = timezone.now(), request.user.get_username()
    row = Visit.objects.filter(pk=visit_of(request), user__username=name).first()
    if row is None or not goes_on(row):
        return False
    if row.seen_at <= now - _BETWEEN:
        Visit.objects.filter(pk=row.pk).update(seen_at=now)
    return True


def _first_a_password(request: HttpRequest) -> HttpResponse | None:
    """Lead who logged in with a password that is not his own to where he changes it."""
    if not request.user.is_authenticated or not request.session.get(MUST_CHANGE):
        return None
    open_ = {reverse(name) for name in _OPEN}
    static = f"/{settings.STATIC_URL.strip('/')}/"
    known = request.path in open_ or request.path.startswith(static)
    return None if known else HttpResponseRedirect(reverse("account"))
