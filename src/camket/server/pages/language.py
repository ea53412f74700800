"""The language of a page: the switch on it, kept in a cookie; never what the browser says."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote_plus

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.encoding import uri_to_iri
from django.utils.timezone import localdate

from camket import __version__
from camket.report.dates import day
from camket.report.marked import shown as as_shown
from camket.server.pages.addresses import menu
from camket.words import Language

COOKIE = "camket-lang"
_LANGUAGES: tuple[Language, ...] = ("vi", "en")


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
        patch_vary_headers(response, ["Cookie"])
        asked = request.GET.get("lang")
        if asked in _LANGUAGES:
            response.set_cookie(COOKIE, asked, max_age=365 * 86_400, samesite="Lax", httponly=True)
        return response


def spoken(request: HttpRequest) -> dict[str, object]:
    """What every template knows: the language, the address of the page in the other one, the menu, where one is.

    Its whole address and the day are shown on paper alone.
    """
    language = language_of(request)
    other: Language = "vi" if language == "en" else "en"
    match = request.resolver_match
    return {
        "lang": language,
        "other_lang": other,
        "other_lang_address": address_with(request, lang=other),
        "menu": menu(),
        "page_name": match.url_name if match is not None else "",
        "version": __version__,
        "here_whole": _whole_address(request),
        "printed_on": day(localdate(), language),
    }


def _whole_address(request: HttpRequest) -> str:
    """As a browser shows it; without the host where that is one under which the pages are not asked for.

    One in which signs would do something (turn the line round) stays as it is sent.
    """
    try:
        sent = request.build_absolute_uri()
    except DisallowedHost:
        sent = request.get_full_path()
    read = uri_to_iri(sent)
    return read if as_shown(read) == read else sent


def address_with(request: HttpRequest, **changed: str) -> str:
    """The address of this page with some of its questions changed; an empty one is taken out."""
    asked = request.GET.copy()
    for name, value in changed.items():
        if value:
            asked[name] = value
        else:
            asked.pop(name, None)
    query = asked.urlencode()
    return f"{request.path}?{query}" if query else request.path


def addresses_with(request: HttpRequest, name: str, **changed: str) -> Callable[[str], str]:
    """Gives the address of this page with a question and some value for it; the rest is put together once."""
    start = address_with(request, **{name: "", **changed})
    between = "&" if "?" in start else "?"
    return lambda value: f"{start}{between}{name}={quote_plus(value)}"
