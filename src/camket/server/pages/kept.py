"""Pages kept as they were made for readers who are not logged in, as long as the registry is what it was.

Everything that a page shows comes of actions, and each action leaves a record in the chained audit: its last record
names one state of the registry among all. Pages of another state, board or day are thrown away at the first question
that comes after; so of a paper that was withdrawn or closed nothing is shown, nor left in memory. Only what anybody
would be shown is kept: nothing that was asked with a cookie (but the one of the language), nothing that sets one, no
form with a token, no file, nothing that says that it is not to be kept.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import NamedTuple

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from camket.server.pages.language import COOKIE, language_of
from camket.server.pages.models import Board
from camket.server.registry.models import AuditEnd

MOST_BYTES = 32_000_000
"""Letters of pages that one process keeps; the longest not asked for goes first."""
_LONGEST_ADDRESS = 400
_SECONDS = 60.0
"""A page is made anew after so long, so that a scoreboard that waits for its turn is asked for again."""
_STATE = (
    f"SELECT number, digest, (SELECT max(id) FROM {Board._meta.db_table}) "  # noqa: S608 - names of ours
    f"FROM {AuditEnd._meta.db_table} ORDER BY number DESC"
)


class KeptPage(NamedTuple):
    """An answer with the moment of the process at which it was made."""

    status: int
    content: bytes
    headers: tuple[tuple[str, str], ...]
    made: float


class Kept:
    """The pages of one state of the registry."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._most, self._size = most, 0
        self._state: object = None
        self._pages: OrderedDict[object, KeptPage] = OrderedDict()
        self._lock = Lock()

    def get(self, state: object, key: object) -> KeptPage | None:
        """A page of this state; those of any other are gone then."""
        with self._lock:
            self._be(state)
            page = self._pages.get(key)
            if page is None or time.monotonic() - page.made > _SECONDS:
                return None
            self._pages.move_to_end(key)
            return page

    def put(self, state: object, key: object, page: KeptPage) -> None:
        """Keep a page of a state, unless another one has come since."""
        with self._lock:
            if state != self._state or len(page.content) > self._most:
                return
            self._drop(key)
            self._pages[key] = page
            self._size += len(page.content)
            while self._size > self._most:
                self._drop(next(iter(self._pages)))

    def _be(self, state: object) -> None:
        if state != self._state:
            self._pages.clear()
            self._state, self._size = state, 0

    def _drop(self, key: object) -> None:
        gone = self._pages.pop(key, None)
        self._size -= len(gone.content) if gone is not None else 0


class KeptMiddleware:
    """Answers with the kept page where there is one; the setting `KEEP_PAGES = False` has all made anew."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer, self._kept = answer, Kept()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the page does, or did."""
        if not _is_anybodys(request):
            return self._answer(request)
        state, key = _state(), _key(request)
        page = self._kept.get(state, key)
        if page is not None:
            return HttpResponse(page.content, status=page.status, headers=dict(page.headers))
        response = self._answer(request)
        if may_be_kept(response):
            headers = tuple(response.headers.items())
            self._kept.put(state, key, KeptPage(response.status_code, response.content, headers, time.monotonic()))
        return response


def _is_anybodys(request: HttpRequest) -> bool:
    """Whether anybody else would be answered the same."""
    return (
        getattr(settings, "KEEP_PAGES", True)
        and request.method == "GET"
        and request.COOKIES.keys() <= {COOKIE}
        and "HTTP_AUTHORIZATION" not in request.META
        and len(request.get_full_path()) <= _LONGEST_ADDRESS
    )


def _key(request: HttpRequest) -> tuple[object, ...]:
    """What an answer to anybody depends on besides the registry."""
    return request.scheme, request.META.get("HTTP_HOST"), language_of(request), request.get_full_path()


def _state() -> tuple[object, ...]:
    """What names the state of the registry, the newest board, and the day, by which held back figures are opened."""
    with connection.cursor() as cursor:
        cursor.execute(_STATE)
        number, digest, board = cursor.fetchone() or (0, b"", None)
    return number, bytes(digest), board, localdate()


def may_be_kept(response: HttpResponse) -> bool:
    """Whether an answer is a whole page that says the same to anybody."""
    asked = set(response.headers.get("Cache-Control", "").split(", "))
    return (
        response.status_code in (200, 302)
        and not response.streaming
        and not response.cookies
        and response.headers.get("Content-Type", "").startswith("text/html")
        and asked.isdisjoint(("no-store", "no-cache", "private"))
    )
