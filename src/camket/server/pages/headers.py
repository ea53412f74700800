"""What a browser may do with an answer: nothing is fetched from, sent to, or framed by another host; no script inline.

And what may be asked: no more than the server is set to take.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict

from camket.server.pages.views.trouble import not_found, too_large

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_UNUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation",
    "gyroscope", "magnetometer", "microphone", "midi", "payment", "usb",
)  # fmt: skip
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
"""Sent with every answer that does not say otherwise itself; Django adds those of its own settings."""
_MEGABYTE, _DIGITS = 1_000_000, 16


class PolicyMiddleware:
    """Sends the headers with every answer: pages, files, errors."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and say what may be done with it."""
        response = self._answer(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class AskedMiddleware:
    """Refuses a question that carries more than the server is set to take, before anything of it is read.

    Zero bytes, which no database takes, are left out of what an address asks for; nothing is called by them.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer what can be asked."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        most = settings.CONFIGURATION.upload_mb
        if not (length.isascii() and length.isdigit() and len(length) < _DIGITS) or int(length) > most * _MEGABYTE:
            return too_large(request)
        if "\0" in request.path:
            return not_found(request)
        request.META["QUERY_STRING"] = request.META.get("QUERY_STRING", "").replace("%00", "")
        return self._answer(request)


class FormMiddleware:
    """Leaves zero bytes out of the fields of forms, so that no page need think of them.

    Stands after the middleware that looks for the token of a form: what that refuses is not looked at.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        return self._answer(request)

    def process_view(self, request: HttpRequest, *_view: object) -> None:
        """Clean what was sent, where it needs to be."""
        if request.method != "POST" or not any("\0" in each for _, held in request.POST.lists() for each in held):
            return
        clean = QueryDict(mutable=True)
        for name, held in request.POST.lists():
            clean.setlist(name, [each.replace("\0", "") for each in held])
        request.POST = clean  # type: ignore[assignment]  # as Django's own reading of a form sets it
