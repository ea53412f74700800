"""What a correction changes, before it is made and when it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec
from django.db.models import Q

from camket.grammar.fold import fold
from camket.model.correction import Correction
from camket.model.fact import Figure
from camket.model.series import Series as SeriesRecord
from camket.model.series import Statement
from camket.resolve.areas import forms_of
from camket.resolve.corrections import Corrections, correction_key
from camket.server.registry.keys import unpack
from camket.server.registry.models import Correction as Row
from camket.server.registry.models import Document, Placement
from camket.server.registry.placing import differing, series_record

SHOWN = 20
"""How many changes a preview shows."""


class Place(msgspec.Struct, frozen=True):
    """Where a statement lies: its series, its days, and the day and rank that it is weighed by."""

    series: SeriesRecord | None
    first: date | None
    last: date | None
    published: date | None
    rank: int


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A statement that goes elsewhere.

    Attributes:
        slug: the paper.
        quote: the words of the figure.
        start: where they stand.
        before, after: where it lies and where it will.
    """

    slug: str
    quote: str
    start: int
    before: Place
    after: Place


class Effect(msgspec.Struct, frozen=True, kw_only=True):
    """What a correction changes.

    Attributes:
        papers: the papers with statements that change.
        statements: how many statements change.
        series: how many series lose or gain one.
        shown: the first of them, by paper and place.
        numbers: of the corrections; none where they were only looked at, or held already.
    """

    papers: int
    statements: int
    series: int
    shown: tuple[Change, ...] = ()
    numbers: tuple[int, ...] = ()


def touched_papers(asked: Iterable[Correction]) -> set[int]:
    """The papers whose statements corrections, or the end of them, may move."""
    return {paper for each in asked for paper in _touched(each)}


def effect(papers: Iterable[int], corrections: Corrections) -> tuple[Effect, set[int]]:
    """What placing papers anew by these corrections changes, and in which papers. Nothing is written."""
    statements, touched = 0, set[int]()
    series: set[SeriesRecord] = set()
    shown: list[Change] = []
    rows = Document.objects.filter(id__in=set(papers), withdrawn_on__isnull=True).order_by("slug")
    for row in rows.select_related("body").iterator(chunk_size=100):
        for placement, statement in differing(row, corrections):
            before, after = _place_of(placement), place_of(statement)
            statements += 1
            touched.add(row.id)
            series |= {each for each in (before.series, after.series) if each is not None}
            if len(shown) < SHOWN:
                source = statement.source
                shown.append(
                    Change(slug=row.slug, quote=source.quote or "", start=source.start or 0, before=before, after=after)
                )
    told = Effect(papers=len(touched), statements=statements, series=len(series), shown=tuple(shown))
    return told, touched


def place_of(statement: Statement) -> Place:
    """Where a statement lies."""
    period = statement.period
    first, last = (period.first, period.last) if period is not None else (None, None)
    return Place(statement.series, first, last, statement.source.published, statement.rank)


def _place_of(row: Placement) -> Place:
    series = series_record(row.series) if row.series is not None else None
    return Place(series, row.first, row.last, row.published, row.rank)


def _touched(asked: Correction) -> Iterable[int]:
    if asked.kind in ("paper_date", "paper_area"):
        return Document.objects.filter(sha256=bytes.fromhex(asked.of)).values_list("id", flat=True)
    return _papers_by(fold(asked.of)) if asked.kind == "body" else _papers_naming(asked)


def _papers_by(name: str) -> set[int]:
    """The papers that a body of this name issued or published."""
    found: set[int] = set()
    for column in ("issuer", "publisher"):
        wordings = [said for said in _distinct(column) if fold(said) == name]
        found |= set(Document.objects.filter(**{f"{column}__in": wordings}).values_list("id", flat=True))
    return found


def _distinct(column: str) -> Sequence[str]:
    return list(Document.objects.order_by(column).values_list(column, flat=True).distinct())


def _papers_naming(asked: Correction) -> Iterator[int]:
    """The papers with figures of that name.

    They lie on no series, on one of the name itself, or on one that an earlier correction gave to the name.
    """
    key = correction_key(asked.kind, asked.of)
    earlier = set(Row.objects.filter(kind=asked.kind, key=key).values_list("to", flat=True)) | {asked.to}
    if asked.kind == "indicator":
        where = Q(series__indicator__in=earlier | {key})
    else:
        where = Q(series__area__in={slug for to in earlier for slug in forms_of(to)})
    rows = Placement.objects.filter(Q(series__isnull=True) | where, fact__isnull=False, fact__superseded=False)
    for paper, body in rows.values_list("fact__document_id", "fact__body").iterator(chunk_size=1000):
        if _is_named(unpack(body, Figure), asked.kind, key):
            yield paper


def _is_named(figure: Figure, kind: str, key: str) -> bool:
    if kind == "indicator":
        return figure.indicator == key
    return figure.area is not None and fold(figure.area) == key
