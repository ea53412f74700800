"""`/tim-kiem`: search over numbers, papers and facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Substr
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse

from camket.catalogue.asking import question
from camket.model.extraction import FACT_KINDS
from camket.model.fact import Figure
from camket.report.facts import describe
from camket.report.marked import shown
from camket.report.snippets import Piece, snippet
from camket.server.pages.answers import answers
from camket.server.pages.exports import Row, asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.naming import PaperLink, PaperRow, paper_link
from camket.server.pages.paging import takes
from camket.server.pages.seeing import reader_of
from camket.server.registry import access
from camket.server.registry.access import Reader
from camket.server.registry.finding import Asked, Found, Hit, asked, find_facts, find_papers
from camket.server.registry.models import Entry, Fact
from camket.server.registry.models.entry import Sort
from camket.server.registry.models.fact import Kind
from camket.server.registry.ready import Given, Values, ready
from camket.server.registry.words import TYPES, said_by
from camket.words import Language, term

_LONGEST = 200
_COLUMNS = ("column.sort", "column.found", "column.detail", "column.source", "column.address")
_FEW, _MANY, _NEAR = 10, 50, 3
_BEGINNING, _FIRST_PART, _QUOTE = 20_000, 10_000, 260


class FoundFact(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that was found, or that stands among words that were found."""

    mention: str
    kind: str
    said: str
    pieces: tuple[Piece, ...] = ()
    paper: PaperLink | None = None


class FoundPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper that was found, the words around the best place, and the numbers that stand there."""

    paper: PaperLink
    pieces: tuple[Piece, ...]
    facts: tuple[FoundFact, ...]


class _Place(NamedTuple):
    """What is shown of a paper: the words around the best place, and where in the text that is."""

    hit: Hit
    pieces: tuple[Piece, ...]
    start: int
    end: int


def search(request: HttpRequest) -> HttpResponse:
    """What is found for `q`: numbers that answer it, papers, facts; with `nhieu` more of them."""
    language = language_of(request)
    typed = request.GET.get("q", "").strip()[:_LONGEST]
    wanted, reader = asked(typed), reader_of(request)
    most = _MANY if request.GET.get("nhieu") or asked_format(request) else _FEW
    papers, found = find_papers(wanted, reader, most + 1), find_facts(wanted, reader, most + 1)
    context = {
        "query": shown(typed),
        "asked": bool(wanted.bare),
        "answers": answers(question(typed), reader, language) if wanted.bare and not wanted.quoted else (),
        "papers": _papers(request, papers[:most], wanted, language),
        "more_papers": len(papers) > most,
        "facts": [_fact(hit, wanted, language) for hit in found[:most]],
        "more_facts": len(found) > most,
        "more": address_with(request, nhieu="1") if most == _FEW else "",
    }
    if asked_format(request):
        return exported(request, "tim-kiem", _COLUMNS, _rows(request, context, language))
    return render(request, "pages/search.html", {**context, **takes(request)})


def _rows(request: HttpRequest, found: Mapping[str, Any], language: Language) -> Iterator[Row]:
    """What was found, in the order of the page."""
    for group in found["answers"]:
        named = ", ".join(filter(None, (group.name, group.place, group.detail)))
        for each in group.rows:
            said = " · ".join(filter(None, (each.when, each.role, each.source)))
            yield term("search.answers", language), each.value, named, said, _fact_at(request, each.mention)
    for paper in found["papers"]:
        words = "".join(piece.text for piece in paper.pieces)
        at = request.build_absolute_uri(paper.paper.address)
        yield term("column.document", language), paper.paper.name, words, paper.paper.about, at
    for fact in found["facts"]:
        words, source = "".join(piece.text for piece in fact.pieces), fact.paper.name if fact.paper else ""
        yield fact.kind, fact.said, words, source, _fact_at(request, fact.mention)


def _fact_at(request: HttpRequest, mention: str) -> str:
    return request.build_absolute_uri(reverse("fact", args=[mention]))


def _papers(request: HttpRequest, hits: Sequence[Hit], wanted: Asked, language: Language) -> list[FoundPaper]:
    texts = _texts(hits)
    places = [_place(hit, texts.get(hit.entry.id, ""), wanted) for hit in hits]
    near = _near(reader_of(request), places, language)
    return [
        FoundPaper(
            paper=_at(paper_link(_paper(place.hit.entry), language), place.start),
            pieces=place.pieces,
            facts=tuple(near.get(place.hit.entry.paper, ())),
        )
        for place in places
    ]


def _texts(hits: Sequence[Hit]) -> dict[int, str]:
    """By entry the text that it stands for; of a paper found by its head the beginning of the text."""
    long = Case(When(sort=Sort.TEXT, then=F("end") - F("start")), default=Value(_BEGINNING))
    rows = Entry.objects.filter(id__in=[hit.entry.id for hit in hits])
    return dict(rows.annotate(piece=Substr("document__body__text", F("start") + 1, long)).values_list("id", "piece"))


def _place(hit: Hit, text: str, wanted: Asked) -> _Place:
    words = wanted.exact if hit.exact else wanted.bare
    best = snippet(text, words, exact=hit.exact, phrase=hit.phrase)
    pieces = tuple(Piece(shown(piece.text), piece.hit) for piece in best.pieces)
    return _Place(hit, pieces, hit.entry.start + best.start, hit.entry.start + best.end)


def _near(reader: Reader, places: Sequence[_Place], language: Language) -> dict[int, list[FoundFact]]:
    """By paper the first figures that stand in what is shown of it."""
    given: Values = {}
    for number, place in enumerate(places):
        given |= {
            f"paper{number}": place.hit.entry.paper,
            f"start{number}": place.start,
            f"end{number}": place.end,
        }
    rows = _figures_near.given((0, _NEAR * 10 * len(places) + 1), **given)(reader, len(places))
    found: dict[int, list[FoundFact]] = {}
    for paper, mention, body, judged in rows:
        told = found.setdefault(paper, [])
        if len(told) < _NEAR:
            said = shown(describe(said_by(body, judged, Figure), language))
            told.append(FoundFact(mention=bytes(mention).hex(), kind=FACT_KINDS[Kind.FIGURES], said=said))
    return found


@ready
def _figures_near(reader: Reader, count: int) -> QuerySet[Any, Any]:
    """The figures that stand in places of so many papers."""
    within = Q(pk__in=[])
    for number in range(count):
        where = (("document", "paper"), ("start__gte", "start"), ("end__lte", "end"))
        within |= Q(**{lookup: Given(f"{name}{number}") for lookup, name in where})
    seen = Fact.objects.filter(access.facts(reader), document__withdrawn_on__isnull=True)
    rows = seen.filter(within, kind=Kind.FIGURES, superseded=False, placement__isnull=False)
    columns = ("document_id", "mention", "body", "placement__judgement__body")
    return rows.order_by("document", "start").values_list(*columns)


def _at(link: PaperLink, start: int) -> PaperLink:
    """The link, leading to the part of a long text that holds a place."""
    return msgspec.structs.replace(link, address=f"{link.address}?tu={start}") if start > _FIRST_PART else link


def _fact(hit: Hit, wanted: Asked, language: Language) -> FoundFact:
    entry = hit.entry
    if entry.kind is None or entry.body is None or entry.mention is None:
        raise ValueError(entry.id)  # entries of facts hold them
    fact = said_by(entry.body, entry.judged, TYPES[entry.kind])
    words = wanted.exact if hit.exact else wanted.bare
    best = snippet(fact.quote, words, exact=hit.exact, phrase=hit.phrase, room=_QUOTE)
    return FoundFact(
        mention=bytes(entry.mention).hex(),
        kind=term(f"fact.{FACT_KINDS[entry.kind]}", language),
        said=shown(describe(fact, language)),
        pieces=tuple(Piece(shown(piece.text), piece.hit) for piece in best.pieces),
        paper=paper_link(_paper(entry), language),
    )


def _paper(entry: Found) -> PaperRow:
    """What the paper of an entry is named by."""
    return PaperRow(*(getattr(entry, name) for name in PaperRow._fields))


PATHS = (path("tim-kiem", search, name="search"),)
