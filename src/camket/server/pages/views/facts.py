"""`/so-lieu/<mention>`: the lasting address of one fact, which leads to its sentence."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path

from camket.model.series import Statement
from camket.report.facts import describe
from camket.report.naming import area_name
from camket.server.pages.language import language_of
from camket.server.pages.linking import indicator_address, sentence
from camket.server.pages.seeing import loose, reader_of
from camket.server.pages.sentences import published_value
from camket.server.registry import access
from camket.server.registry.access import Reader
from camket.server.registry.keys import unpack
from camket.server.registry.models import Fact, Loose
from camket.server.registry.ready import Given, ready

_DIGEST = 16


def fact(request: HttpRequest, mention: str) -> HttpResponse:
    """Lead to the place of a fact in its paper; a published value that is in no paper is shown by itself."""
    try:
        key = bytes.fromhex(mention)
    except ValueError:
        raise Http404 from None
    if len(key) != _DIGEST:
        raise Http404
    for slug, start, superseded in _place.given((0, 1), mention=key)(reader_of(request)):
        return HttpResponseRedirect(sentence(slug, key, start, is_old=superseded))
    alone = loose(request).filter(mention=key).first()
    if alone is None:
        raise Http404
    return _published(request, alone)


@ready
def _place(reader: Reader) -> QuerySet[Any, Any]:
    """Where a fact stands that a reader may see: its paper, its place, whether a newer reading does without it."""
    seen = Fact.objects.filter(access.facts(reader), document__withdrawn_on__isnull=True, mention=Given("mention"))
    return seen.order_by("superseded", "-id").values_list("document__slug", "start", "superseded")


def starts_of(document: int) -> list[int]:
    """Where the facts of a paper begin, in order."""
    return sorted(Fact.objects.filter(document=document, superseded=False).values_list("start", flat=True))


def _published(request: HttpRequest, row: Loose) -> HttpResponse:
    language = language_of(request)
    statement = unpack(row.body, Statement)
    series = statement.series
    context = {
        "said": describe(statement.figure, language),
        "area": area_name(series.area, language) if series is not None else statement.figure.area,
        "indicator": indicator_address(series.indicator, series.area) if series is not None else "",
        "value": published_value(row, language),
    }
    return render(request, "pages/published.html", context)


PATHS = (path("so-lieu/<str:mention>", fact, name="fact"),)
