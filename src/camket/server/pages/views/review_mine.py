"""`/ra-soat/cua-toi`: one's own judgements, and what others made of the same facts afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.cache import never_cache

from camket.report.layout import shortened
from camket.report.marked import shown
from camket.server.pages.allowed import needs
from camket.server.pages.exports import MOST_ROWS, Row, asked_format, exported
from camket.server.pages.language import language_of
from camket.server.pages.naming import paper_link
from camket.server.pages.paging import sheet, takes
from camket.server.pages.review.card import ShownJudgement, shown_judgement
from camket.server.pages.review.desk import FACT
from camket.server.pages.seeing import visible
from camket.server.registry.keys import unpack
from camket.server.registry.models import Judgement
from camket.server.registry.reviewing import reviews
from camket.server.registry.words import TYPES
from camket.words import Language

RIGHT = "registry.review"
_QUOTE = 120
_COLUMNS = (
    "column.quote", "column.document", "column.verdict_given", "column.day", "past.why", "column.undone",
    "column.later", "column.access",
)  # fmt: skip
_Place = tuple[int, int, bytes]


class OwnLine(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement of one's own; `later` is what others said of the same fact afterwards, `slug` its paper."""

    address: str
    slug: str
    quote: str
    paper: str
    own: ShownJudgement
    later: tuple[ShownJudgement, ...]


@never_cache
@needs(RIGHT)
def mine(request: HttpRequest) -> HttpResponse:
    """One's judgements, the latest first; `chi=bi-sua` keeps to those after which another person judged the fact."""
    language, only = language_of(request), request.GET.get("chi") == "bi-sua"
    own = Judgement.objects.filter(who=request.user.get_username(), document__in=visible(request))
    rows = own.filter(Exists(_later(OuterRef("who")))) if only else own
    ordered = rows.select_related("document", "fact").order_by("-at", "-id")
    if asked_format(request):
        held = list(ordered[:MOST_ROWS])
        beside = _beside(held)
        told = (_line(row, beside.get(_place(row), ()), language) for row in held)
        return exported(request, "ra-soat-cua-toi", _COLUMNS, (_cells(request, each) for each in told))
    page = sheet(request, ordered)
    beside = _beside(page.rows)
    lines = [_line(row, beside.get(_place(row), ()), language) for row in page.rows]
    changed = own.filter(Exists(_later(OuterRef("who")))).count()
    context = {"page": page, "lines": lines, "only": only, "changed": changed, **takes(request)}
    return render(request, "pages/review_mine.html", context)


def _cells(request: HttpRequest, line: OwnLine) -> Row:
    own, later = line.own, "; ".join(f"{each.who}, {each.at}: {each.verdict}" for each in line.later)
    address = request.build_absolute_uri(line.address)
    return line.quote, line.paper, own.verdict, own.at, own.why, own.undone, later, address


def _later(who: OuterRef) -> QuerySet[Judgement]:
    """What another person said of the same fact after this judgement."""
    return Judgement.objects.filter(
        document=OuterRef("document"), kind=OuterRef("kind"), mention=OuterRef("mention"), id__gt=OuterRef("id"),
        undone_at__isnull=True,
    ).exclude(who=who)  # fmt: skip


def _place(row: Judgement) -> _Place:
    return row.document_id, row.kind, bytes(row.mention)


def _beside(rows: Sequence[Judgement]) -> Mapping[_Place, Sequence[Judgement]]:
    """All judgements of the same facts."""
    asked = Q(document__in={row.document_id for row in rows}, mention__in={bytes(row.mention) for row in rows})
    found: dict[_Place, list[Judgement]] = {}
    for row in Judgement.objects.filter(asked).select_related("document").order_by("at", "id"):
        found.setdefault(_place(row), []).append(row)
    return found


def _line(row: Judgement, beside: Sequence[Judgement], language: Language) -> OwnLine:
    read = unpack(row.fact.body, TYPES[row.kind]) if row.fact is not None else None
    word = reviews({(row.kind, bytes(row.mention)): beside})[row.kind, bytes(row.mention)].word if beside else None
    counting = word.number if word is not None else 0
    said = unpack(row.body, TYPES[row.kind]) if row.body is not None else read
    return OwnLine(
        address=f"{reverse('review-paper', args=[row.document.slug])}?{FACT}={bytes(row.mention).hex()}",
        slug=row.document.slug,
        quote=shown(shortened(row.quote, _QUOTE)),
        paper=paper_link(row.document, language).name,
        own=shown_judgement(row, read, language, counts=row.id == counting),
        later=tuple(
            shown_judgement(each, said, language, counts=each.id == counting)
            for each in beside
            if each.id > row.id and each.who != row.who
        ),
    )


PATHS = (path("ra-soat/cua-toi", mine, name="review-mine"),)
