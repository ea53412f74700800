"""`/vien-dan`: which papers lean on which, those that most lean on first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec
from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from camket.grammar.words import words
from camket.model.fact import Reference
from camket.report.dates import period
from camket.report.marked import shown
from camket.report.naming import word
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.named import NAMED, Named, named, named_in
from camket.server.pages.naming import PaperLink, paper_link
from camket.server.pages.paging import EACH, batched, sheet, takes
from camket.server.pages.seeing import entries, reader_of, visible
from camket.server.pages.sentences import Sentence, sentences
from camket.server.registry.access import Reader
from camket.server.registry.models import Document, Entry
from camket.server.registry.models.entry import Sort
from camket.server.registry.ready import Given, ready
from camket.server.registry.words import said_by
from camket.words import Language

_BESIDE = 3
"""How many of those that lean on a paper are named in the list."""
_MOST, _MOST_TOLD = 200, 60
_COLUMNS = ("column.reference", "column.kind", "column.cited_by", "column.access", "column.link")
_OF_REFERENCE = ("column.quote", "column.document", "column.source", "column.address")


class Citing(msgspec.Struct, frozen=True):
    """A paper that cites, and where it does."""

    mention: str
    paper: PaperLink


class Cited(msgspec.Struct, frozen=True, kw_only=True):
    """A cited paper.

    Attributes:
        label: of its address.
        name: as a paper that cites it writes it.
        about: its kind, day and issuer, as far as they are told.
        count: how many papers cite it.
        kept: itself, where it is in the registry.
        citing: the first of those that cite it.
        more: how many others there are.
    """

    label: str
    name: str
    about: str
    count: int
    kept: PaperLink | None
    citing: tuple[Citing, ...]
    more: int


def references(request: HttpRequest) -> HttpResponse:
    """Cited papers; `q` is a part of a number or name, with or without marks."""
    language = language_of(request)
    typed = request.GET.get("q", "").strip()[:100]
    rows = entries(request, Sort.REFERENCES)
    if wanted := "-".join(word.bare for word in words(typed)):
        rows = rows.filter(label__contains=wanted)
    grouped = rows.values("label").annotate(count=Count("document", distinct=True))
    ordered = grouped.order_by("-count", "label")
    if asked_format(request):
        return exported(request, "vien-dan", _COLUMNS, _exported(request, ordered[:MOST_ROWS], rows, language))
    page = sheet(request, ordered)
    lines = tuple(_lines(request, page.rows, rows, language))
    context = {"page": msgspec.structs.replace(page, rows=lines), "typed": typed, **takes(request)}
    return render(request, "pages/references.html", context)


def _lines(
    request: HttpRequest, grouped: Iterable[Mapping[str, Any]], rows: QuerySet[Entry], language: Language
) -> Iterator[Cited]:
    counts = {row["label"]: row["count"] for row in grouped}
    first = _first(rows, list(counts))
    kept = _kept(visible(request), [_fact(own[0]) for own in first.values()], language)
    yield from (_cited(label, counts[label], first[label], kept, language) for label in counts if label in first)


def _exported(
    request: HttpRequest, grouped: Iterable[Mapping[str, Any]], rows: QuerySet[Entry], language: Language
) -> Iterator[Row]:
    for part in batched(grouped, EACH):
        for each in _lines(request, part, rows, language):
            kept = request.build_absolute_uri(each.kept.address) if each.kept is not None else ""
            address = request.build_absolute_uri(reverse("reference", args=[each.label]))
            yield each.name, each.about, each.count, kept, address


def reference(request: HttpRequest, label: str) -> HttpResponse:
    """One cited paper, and the sentences that cite it."""
    language = language_of(request)
    rows = list(map(named, _citing.given((0, _MOST), label=label)(reader_of(request))))
    if not rows:
        raise Http404
    kept = _kept(visible(request), [_fact(rows[0])], language)
    cited = _cited(label, len({row.document for row in rows}), rows, kept, language)
    whole = asked_format(request) is not None
    mentions = [row.mention for row in (rows if whole else rows[:_MOST_TOLD])]
    told = sentences(mentions, reader_of(request), language)
    if whole:
        lines = (_sentence_cells(request, told[each]) for each in mentions if each in told)
        return exported(request, f"vien-dan-{label}", _OF_REFERENCE, lines)
    context = {
        "cited": cited,
        "sentences": [told[mention] for mention in mentions if mention in told],
        "more": max(len(rows) - _MOST_TOLD, 0),
        **takes(request),
    }
    return render(request, "pages/reference.html", context)


def _sentence_cells(request: HttpRequest, each: Sentence) -> Row:
    words = " ".join(f"{each.before}{each.quote}{each.after}".split())
    address = request.build_absolute_uri(reverse("fact", args=[each.mention]))
    return words, each.paper.name, each.paper.about, address


@ready
def _citing(reader: Reader) -> QuerySet[Any, Any]:
    """The entries of a cited paper, the latest citing papers first."""
    rows = named_in(reader, Sort.REFERENCES).filter(label=Given("label"))
    latest_first = (F("document__said_on").desc(nulls_last=True), "document_id", "start")
    return rows.order_by(*latest_first).values_list(*NAMED)


def _first(rows: QuerySet[Entry], labels: Sequence[str]) -> dict[str, list[Named]]:
    """Of each label the first entry of some papers, the latest papers first."""
    latest_first = (F("document__said_on").desc(nulls_last=True), "document", "start")
    place = Window(RowNumber(), partition_by=F("label"), order_by=latest_first)
    ranked = rows.filter(label__in=labels).annotate(place=place).filter(place__lte=_BESIDE * 3)
    # First the keys alone: rows are wide, and most are not shown.
    chosen: dict[str, dict[int, int]] = {}
    for label, document, key in ranked.order_by("label", "place").values_list("label", "document", "id"):
        own = chosen.setdefault(label, {})
        if len(own) < _BESIDE:
            own.setdefault(document, key)
    wanted = [key for own in chosen.values() for key in own.values()]
    held = {key: named(row) for key, *row in rows.filter(id__in=wanted).values_list("id", *NAMED)}
    # A paper that was read again or withdrawn between the two questions has no such entry any more.
    found = {label: [held[key] for key in own.values() if key in held] for label, own in chosen.items()}
    return {label: own for label, own in found.items() if own}


def _fact(row: Named) -> Reference:
    return said_by(row.body, row.judged, Reference)


def _kept(seen: QuerySet[Document], cited: Iterable[Reference], language: Language) -> dict[str, PaperLink]:
    """By number the paper that has it, where it is in the registry; of papers with one number the one of that day."""
    days = {fact.number: fact.date for fact in cited if fact.number}
    found: dict[str, PaperLink] = {}
    for row in seen.filter(number__in=list(days)).order_by("said_on", "id")[:_MOST]:
        told = days[row.number]
        if told is None or row.said_on is None or row.said_on.isoformat().startswith(told[:10]):
            found.setdefault(row.number, paper_link(row, language))
    return found


def _cited(label: str, count: int, rows: Sequence[Named], kept: Mapping[str, PaperLink], language: Language) -> Cited:
    fact = _fact(rows[0])
    about = (word(f"reference.{fact.type}", language), period(fact.date, language), fact.issuer)
    first: dict[int, Named] = {}
    for row in rows:
        first.setdefault(row.document, row)
    beside = islice(first.values(), _BESIDE)
    citing = tuple(Citing(row.mention, paper_link(row.paper, language)) for row in beside)
    return Cited(
        label=label,
        name=shown(" ".join(fact.quote.split())),
        about=shown(" · ".join(filter(None, about))),
        count=count,
        kept=kept.get(fact.number or ""),
        citing=citing,
        more=count - len(citing),
    )


PATHS = (path("vien-dan", references, name="references"), path("vien-dan/<slug:label>", reference, name="reference"))
