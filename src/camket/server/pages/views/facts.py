"""`/so-lieu/<mention>`: the lasting address of one fact, which leads to its sentence."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse

from camket.model.series import Statement
from camket.report.facts import describe
from camket.report.marked import part_of, parts
from camket.report.naming import area_name
from camket.server.pages.language import language_of
from camket.server.pages.linking import indicator_address
from camket.server.pages.seeing import facts, loose
from camket.server.pages.sentences import published_value
from camket.server.registry.keys import unpack
from camket.server.registry.models import DocumentText, Fact, Loose

_DIGEST = 16


def fact(request: HttpRequest, mention: str) -> HttpResponse:
    """Lead to the place of a fact in its paper; a published value that is in no paper is shown by itself."""
    try:
        key = bytes.fromhex(mention)
    except ValueError:
        raise Http404 from None
    if len(key) != _DIGEST:
        raise Http404
    found = facts(request).filter(mention=key).select_related("document")
    row = found.order_by("superseded", "-id").first()
    if row is not None:
        return HttpResponseRedirect(place_of(row))
    alone = loose(request).filter(mention=key).first()
    if alone is None:
        raise Http404
    return _published(request, alone)


def place_of(row: Fact) -> str:
    """The address of a fact's place: its paper, the part that holds it, its mark."""
    mention = bytes(row.mention).hex()
    text = DocumentText.objects.filter(document=row.document_id).values_list("text", flat=True).first() or ""
    part = part_of(parts(text, starts_of(row.document_id)), row.start).number
    asked = [f"phan={part}"] if part > 1 else []
    if row.superseded:
        asked.append(f"m={mention}")
    query = f"?{'&'.join(asked)}" if asked else ""
    return f"{reverse('paper', args=[row.document.slug])}{query}#{mention}"


def starts_of(document: int) -> list[int]:
    """Where the facts of a paper begin, in order."""
    return sorted(Fact.objects.filter(document=document, superseded=False).values_list("start", flat=True))


def _published(request: HttpRequest, row: Loose) -> HttpResponse:
    language = language_of(request)
    statement = unpack(row.body, Statement)
    series = statement.series
    context = {
        "said": describe(statement.figure, language),
        "area": area_name(series.area) if series is not None else statement.figure.area,
        "indicator": indicator_address(series.indicator, series.area) if series is not None else "",
        "value": published_value(row, language),
    }
    return render(request, "pages/published.html", context)


PATHS = (path("so-lieu/<str:mention>", fact, name="fact"),)
