"""Where a page needs a scoreboard that is still being made: says so at once, with what is at hand."""

from __future__ import annotations

from collections.abc import Callable

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from camket.server.pages.boards import NotMadeError
from camket.server.pages.exports import asked_format
from camket.server.pages.language import language_of
from camket.server.pages.naming import paper_link
from camket.server.pages.seeing import counted

_LATEST, _AGAIN = 12, "30"
"""Papers that are named; seconds after which a program that asked for a file may ask again."""


class WaitingMiddleware:
    """Answers for pages whose board is not there yet."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the page does."""
        return self._answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for `NotMadeError`; a file cannot be given yet."""
        if not isinstance(exception, NotMadeError):
            return None
        if asked_format(request):
            return HttpResponse(status=503, headers={"Retry-After": _AGAIN})
        response = _page(request)
        response.headers["Cache-Control"] = "no-store"
        return response


def _page(request: HttpRequest) -> HttpResponse:
    papers = counted(request)
    latest = papers.order_by(F("said_on").desc(nulls_last=True), "id")[:_LATEST]
    context = {
        "papers": papers.count(),
        "latest": [paper_link(row, language_of(request)) for row in latest],
        "address": request.get_full_path(),
    }
    return render(request, "pages/waiting.html", context)
