"""`/van-ban/<slug>`: a paper, its text with its facts marked, and what is known of it."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from camket.model.extraction import FACT_KINDS
from camket.report.dates import day
from camket.server.pages.exports import MOST_ROWS, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.paging import takes
from camket.server.pages.paper_view import asked_part, fact_cells, paper_view
from camket.server.pages.seeing import facts, reader_of, visible
from camket.server.pages.views.facts import starts_of
from camket.server.registry.access import papers
from camket.server.registry.models import Document, Fact
from camket.server.registry.withdrawing import TOMBSTONE
from camket.server.registry.words import NO_WORDS, words_of

_MOST_OTHERS = 50
_COLUMNS = (
    "column.kind_of_fact", "column.quote", "column.fact", "column.sure", "column.review", "column.place",
    "column.address",
)  # fmt: skip


def paper(request: HttpRequest, slug: str) -> HttpResponse:
    """One paper.

    Of a long text `phan` names the part to show, or `tu` a place in it; `m` names a fact that a newer reading does not
    give any more, and that is shown all the same.
    """
    row = visible(request).select_related("body").filter(slug=slug).first()
    if row is None:
        return _gone(request, slug)
    language = language_of(request)
    own = facts(request).filter(document=row)
    counting = own.filter(superseded=False)
    words = words_of([row.id]).get(row.id, NO_WORDS)
    if asked_format(request):
        held, address = counting.order_by("start", "id")[:MOST_ROWS], request.build_absolute_uri(request.path)
        return exported(request, slug, _COLUMNS, fact_cells(row, held, words, language, address))
    found, part = asked_part(row.body.text, starts_of(row.id), request.GET.get("phan", ""), request.GET.get("tu", ""))
    within = own.filter(Q(superseded=False) | _named(request.GET.get("m", "")), start__lt=part.end, end__gt=part.start)
    rejected = [mention for (_, mention), word in words.items() if word.fact is None]
    counts = _counts(counting.exclude(mention__in=rejected))
    view = paper_view(row, within.order_by("start", "id"), found, part, _others(request, row), counts, words, language)
    return render(request, "pages/paper.html", {"paper": view, **takes(request)})


def _gone(request: HttpRequest, slug: str) -> HttpResponse:
    """Of a paper that was withdrawn and could be seen only that, and since when, is said; any other is not there."""
    tombstone = f"{TOMBSTONE}{slug.rpartition('-')[2]}"
    row = Document.objects.filter(papers(reader_of(request)), slug=tombstone, withdrawn_on__isnull=False).first()
    if row is None or row.withdrawn_on is None:
        raise Http404
    context = {"day": day(row.withdrawn_on, language_of(request))}
    return render(request, "pages/withdrawn.html", context, status=410)


def _named(mention: str) -> Q:
    try:
        return Q(mention=bytes.fromhex(mention)) if mention else Q(pk__in=[])
    except ValueError:
        return Q(pk__in=[])


def _others(request: HttpRequest, row: Document) -> QuerySet[Document]:
    """The other sources of its text that may be seen."""
    first = row.stands_for_id or row.id
    same = Q(id=first) | Q(stands_for=first)
    return visible(request).filter(same).exclude(id=row.id).order_by("said_on", "id")[:_MOST_OTHERS]


def _counts(counting: QuerySet[Fact]) -> list[int]:
    held = dict(counting.order_by("kind").values_list("kind").annotate(count=Count("id")))
    return [held.get(kind, 0) for kind in range(len(FACT_KINDS))]


PATHS = (path("van-ban/<slug:slug>", paper, name="paper"),)
