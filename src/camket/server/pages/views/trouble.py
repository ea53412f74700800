"""Pages for what went wrong: what happened, and what to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.template import loader

from camket.server.pages.language import language_of, spoken

_BROKEN = 500


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """The address or the form cannot be understood."""
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """Whoever asks may not."""
    return _page(request, 403)


def no_token(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """A form came without the token of this browser: too old, or from elsewhere, or cookies are off."""
    return _page(request, 403, "trouble.token")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - Django hands it over
    """There is no such page."""
    return _page(request, 404)


def too_large(request: HttpRequest) -> HttpResponse:
    """More was sent than the server takes."""
    return _page(request, 413)


def broken(request: HttpRequest) -> HttpResponse:
    """The program failed. Asks the database for nothing, which may be what failed."""
    return _page(request, _BROKEN)


def _page(request: HttpRequest, status: int, code: str = "") -> HttpResponse:
    context = {
        "lang": language_of(request),
        "code": code or f"trouble.{status}",
        "path": request.path,
        **spoken(request),
    }
    known = request if status != _BROKEN and hasattr(request, "user") else None  # who asks, where that is known already
    return HttpResponse(loader.get_template("pages/trouble.html").render(context, known), status=status)
