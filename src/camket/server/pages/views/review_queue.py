"""`/ra-soat`: what waits for review, what matters most first, by paper or by fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import msgspec
from django.db.models import Count, F, Max, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from camket.model.extraction import FACT_KINDS
from camket.model.message import message
from camket.model.scoreboard import DifferenceLine
from camket.report.layout import shortened
from camket.report.marked import shown
from camket.report.numbers import amount
from camket.server.pages.allowed import needs
from camket.server.pages.asked import one_of
from camket.server.pages.boards import headlines_of, last_board
from camket.server.pages.counting import Counted, CountedText, counted_facts, counted_text
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import address_with, language_of
from camket.server.pages.naming import PaperLink, paper_link
from camket.server.pages.paging import Sheet, sheet, takes
from camket.server.pages.review.card import ShownJudgement, shown_judgement
from camket.server.pages.review.desk import FACT
from camket.server.pages.review.grades import Waiting, papers_anew
from camket.server.pages.review.lines import lines
from camket.server.pages.seeing import counted, facts, reader_of
from camket.server.registry.access import Reader
from camket.server.registry.keys import mention_key, unpack
from camket.server.registry.models import Document, Fact, Judgement, Placement, Standing, Target
from camket.server.registry.reviewing import MATTERS, Known, differing, unsure, weighed
from camket.words import Language, say, term

RIGHT = "registry.review"
_MOST_CONTESTED, _QUOTE = 500, 120
_OF_PAPERS = ("column.document", "column.source", "column.waiting", "column.facts", "past.why", "column.access")
_OF_FACTS = ("column.kind_of_fact", "column.quote", "column.fact", "past.why", "column.document", "column.access")
_OF_ORPHANS = ("column.quote", "column.document", "column.access")
_JUDGED = {"chua-ro": unsure, "khac-nhau": differing}
_ONLY = {"doc-lai": "again", "chua-ro": "unsure", "khac-nhau": "differing", "mo-coi": "orphan"}
"""What an address can keep to, and the words for it; of `_JUDGED` there are few facts, looked for by judgements."""


class PaperLine(msgspec.Struct, frozen=True, kw_only=True):
    """A paper with facts that wait."""

    link: PaperLink
    address: str
    count: int
    of: int
    why: tuple[str, ...]


class FactLine(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that waits."""

    address: str
    kind: str
    quote: str
    said: CountedText
    paper: str
    why: tuple[str, ...]


class OrphanLine(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement whose words are in its paper no more."""

    address: str
    paper: str
    quote: str
    judgement: ShownJudgement


@never_cache
@needs(RIGHT)
def queue(request: HttpRequest) -> HttpResponse:
    """The queue: `xem=du-kien` by fact, `chi` keeps to what was read anew, unclear, judged differently, orphaned."""
    only = one_of(request, "chi", _ONLY)
    language = language_of(request)
    papers = counted(request)
    context = {"only": only, "chips": _chips(request, only, language), "by_fact": request.GET.get("xem") == "du-kien"}
    if only == "mo-coi":
        rows = Judgement.objects.filter(document__in=papers, orphan=True, undone_at__isnull=True)
        page = _sheet(request, rows.select_related("document").order_by("-at", "-id"))
        context |= {"page": page, "orphans": [_orphan(row, language) for row in page.rows]}
    elif only in _JUDGED:
        asked = _JUDGED[only](facts(request).filter(document__in=papers))
        waits = weighed(asked, _known(reader_of(request).group))
        ordered = waits.select_related("document").order_by(F("urgency").desc(), "document", "start", "id")
        context |= _facts(request, ordered, language) if context["by_fact"] else _some(request, waits, language)
    else:
        context |= _all(request, papers, language, by_fact=bool(context["by_fact"]), again=only == "doc-lai")
    if asked_format(request):
        return _as_file(request, context)
    return render(request, "pages/review_queue.html", {**context, **takes(request)})


def _as_file(request: HttpRequest, shown: Mapping[str, Any]) -> HttpResponse:
    """What the page would show, all of it: papers, facts or judgements whose words are gone."""

    def at(address: str) -> str:
        return request.build_absolute_uri(address)

    columns: tuple[str, ...]
    rows: Iterable[Row]
    if "papers" in shown:
        columns = _OF_PAPERS
        rows = (
            (each.link.name, each.link.about, each.count, each.of, "; ".join(each.why), at(each.address))
            for each in shown["papers"]
        )
    elif "facts" in shown:
        columns = _OF_FACTS
        rows = (
            (each.kind, each.quote, each.said.said, "; ".join(each.why), each.paper, at(each.address))
            for each in shown["facts"]
        )
    else:
        columns = _OF_ORPHANS
        rows = ((each.quote, each.paper, at(each.address)) for each in shown["orphans"])
    return exported(request, "ra-soat", columns, rows)


def _sheet(request: HttpRequest, rows: QuerySet[Any, Any] | Sequence[Any]) -> Sheet:
    """A page; of a file the whole list, as far as a file goes."""
    return sheet(request, rows[:MOST_ROWS], MOST_ROWS) if asked_format(request) else sheet(request, rows)


def _known(reader: Reader) -> Known:
    """What the order knows: of the last board the contradictions and main indicators, of plans what they ask for."""
    board = last_board(reader)
    contested: set[bytes] = set()
    headline: set[str] = set()
    if board is not None:
        told = board.differences.filter(contradicting=True).values_list("packed", flat=True)
        for held in told[:_MOST_CONTESTED]:
            contested |= {mention_key(each) for each in unpack(held, DifferenceLine).statements}
        for place in board.places.filter(place=board.usual_area):
            headline |= set(headlines_of(place).indicators())
    aims = Standing.objects.filter(klass=Placement.Klass.TARGET).order_by()
    planned = set(aims.values_list("series__indicator", flat=True).distinct())
    planned |= set(Target.objects.filter(until__isnull=True).values_list("indicator", flat=True))
    return Known(contested, planned, headline, timezone.localdate())


def _all(
    request: HttpRequest, papers: QuerySet[Document], language: Language, *, by_fact: bool, again: bool
) -> dict[str, object]:
    """Everything that waits, or of it what was read anew, as its order is kept."""
    group = reader_of(request).group
    board, known = last_board(group), _known(group)
    kept = lines(group, known, board.id if board is not None else 0).filter(document__in=papers)
    if by_fact:
        return _facts(request, Waiting(kept, facts(request), known, again=again), language)
    if again:
        return _papers(request, papers_anew(kept), language)
    return _papers(request, kept.values("document", "count", *(f"of_{name}" for name in MATTERS)), language)


def _some(request: HttpRequest, facts: QuerySet[Fact], language: Language) -> dict[str, object]:
    """The papers of some facts."""
    grouped = facts.values("document").annotate(
        most=Max("urgency"), count=Count("id"), **{f"of_{name}": Sum(name) for name in MATTERS}
    )
    return _papers(request, grouped.order_by("-most", "-count", "-document"), language)


def _papers(request: HttpRequest, grouped: QuerySet[Any, Any] | Sequence[Any], language: Language) -> dict[str, object]:
    page = _sheet(request, grouped)
    numbers = [row["document"] for row in page.rows]
    rows = Document.objects.in_bulk(numbers)
    counted = Fact.objects.filter(document__in=numbers, superseded=False).order_by("document").values_list("document")
    totals = dict(counted.annotate(count=Count("id")))
    told = [_paper(rows[row["document"]], row, totals, language) for row in page.rows if row["document"] in rows]
    return {"page": page, "papers": told}


def _paper(paper: Document, row: Mapping[str, int], totals: Mapping[int, int], language: Language) -> PaperLine:
    why = (
        say(message(f"review.why.{name}", count=row[f"of_{name}"]), language) for name in MATTERS if row[f"of_{name}"]
    )
    return PaperLine(
        link=paper_link(paper, language),
        address=reverse("review-paper", args=[paper.slug]),
        count=row["count"],
        of=totals.get(paper.id, row["count"]),
        why=tuple(why),
    )


def _facts(request: HttpRequest, ordered: QuerySet[Fact] | Sequence[Fact], language: Language) -> dict[str, object]:
    page = _sheet(request, ordered)
    counts = counted_facts(page.rows)
    return {"page": page, "facts": [_fact(row, counts[row.id], language) for row in page.rows]}


def _fact(row: Fact, counts: Counted, language: Language) -> FactLine:
    sure = amount(Decimal(round(counts.read.confidence * 100)), "percent", language)
    told = (term(f"review.matter.{name}", language) for name in MATTERS if getattr(row, name))
    return FactLine(
        address=f"{reverse('review-paper', args=[row.document.slug])}?{FACT}={bytes(row.mention).hex()}",
        kind=FACT_KINDS[row.kind],
        quote=shown(shortened(counts.read.quote, _QUOTE)),
        said=counted_text(counts, language),
        paper=paper_link(row.document, language).name,
        why=(say(message("paper.sure", share=sure), language), *told),
    )


def _orphan(row: Judgement, language: Language) -> OrphanLine:
    return OrphanLine(
        address=reverse("review-paper", args=[row.document.slug]),
        paper=paper_link(row.document, language).name,
        quote=shown(shortened(row.quote, _QUOTE)),
        judgement=shown_judgement(row, None, language, counts=False),
    )


def _chips(request: HttpRequest, only: str, language: Language) -> list[tuple[str, str, bool]]:
    every = (term("review.only.all", language), address_with(request, chi="", trang=""), not only)
    kept = [
        (term(f"review.only.{word}", language), address_with(request, chi=name, trang=""), name == only)
        for name, word in _ONLY.items()
    ]
    return [every, *kept]


PATHS = (path("ra-soat", queue, name="review"),)
