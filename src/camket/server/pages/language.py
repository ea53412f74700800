"""The language of a page: the switch on it, kept in a cookie; never what the browser says."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from camket.words import Language

COOKIE = "camket-lang"


def language_of(request: HttpRequest) -> Language:
    """Vietnamese, unless the switch or the address (`?lang=en`) says English."""
    asked = request.GET.get("lang") or request.COOKIES.get(COOKIE)
    return "en" if asked == "en" else "vi"


class LanguageMiddleware:
    """Keeps what the switch was set to."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and remember the language that was asked for."""
        response = self._answer(request)
        asked = request.GET.get("lang")
        if asked in ("vi", "en"):
            response.set_cookie(COOKIE, asked, max_age=365 * 86_400, samesite="Lax", httponly=True)
        return response


def spoken(request: HttpRequest) -> dict[str, object]:
    """What every template knows: the language, and the other one for the switch."""
    language = language_of(request)
    return {"lang": language, "other_lang": "vi" if language == "en" else "en"}
