"""What a correction changes, before it is made and when it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec
from django.db.models import Q, QuerySet

from camket.grammar.fold import fold
from camket.model.correction import Correction
from camket.model.fact import Figure
from camket.model.series import Series as SeriesRecord
from camket.model.series import Statement
from camket.resolve.areas import forms_of
from camket.resolve.corrections import Corrections, correction_key
from camket.server.registry.access import Reader, papers
from camket.server.registry.keys import unpack
from camket.server.registry.models import Correction as Row
from camket.server.registry.models import Document, Placement
from camket.server.registry.placing import CHUNK, differing, series_record

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


class Named(NamedTuple):
    """A figure by a name: its placement, and its paper."""

    placement: int
    paper: int


class Move(NamedTuple):
    """A statement of a paper that goes elsewhere: its placement as it is, and as it would be."""

    paper: int
    slug: str
    placement: Placement
    statement: Statement


def touched_papers(asked: Iterable[Correction]) -> set[int]:
    """The papers whose statements corrections, or the end of them, may move."""
    return {paper for each in asked for paper in _touched(each)}


def moves(touched: Iterable[int], corrections: Corrections, reader: Reader | None = None) -> list[Move]:
    """What placing papers anew by these corrections moves. Nothing is written.

    Args:
        touched: the papers that may have something to move.
        corrections: that are to hold.
        reader: who is told; papers that he may not see are left out. None for who sees all.
    """
    rows = Document.objects.filter(id__in=set(touched), withdrawn_on__isnull=True).order_by("slug")
    if reader is not None:
        rows = rows.filter(papers(reader))
    return [
        Move(row.id, row.slug, placement, statement)
        for row in rows.select_related("body").iterator(chunk_size=100)
        for placement, statement in differing(row, corrections)
    ]


def effect(moved: Sequence[Move]) -> Effect:
    """How much moves, and the first of it."""
    series = {each for move in moved for each in (place_before(move.placement).series, move.statement.series)}
    return Effect(
        papers=len({move.paper for move in moved}),
        statements=len(moved),
        series=len(series - {None}),
        shown=tuple(map(_change, moved[:SHOWN])),
    )


def _change(move: Move) -> Change:
    source = move.statement.source
    return Change(
        slug=move.slug, quote=source.quote or "", start=source.start or 0, before=place_before(move.placement),
        after=place_of(move.statement),
    )  # fmt: skip


def place_of(statement: Statement) -> Place:
    """Where a statement lies."""
    period = statement.period
    first, last = (period.first, period.last) if period is not None else (None, None)
    return Place(statement.series, first, last, statement.source.published, statement.rank)


def place_before(row: Placement) -> Place:
    """Where a statement lies by its placement, which comes with its series."""
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
    """The papers with figures of that name."""
    for _, paper in naming(asked.kind, asked.of, {asked.to}):
        yield paper


def naming(
    kind: str, of: str, given_to: Iterable[str] = (), among: QuerySet[Placement] | None = None
) -> Iterator[Named]:
    """The figures that count by a name, whatever it is given to today.

    They lie on no series, on one of the name itself, or on one that a correction gave or gives to the name.

    Args:
        kind: `indicator` or `area`.
        of: the name.
        given_to: what it is given to besides.
        among: where to look; without, among all.
    """
    key = correction_key(kind, of)  # type: ignore[arg-type]  # one of the kinds
    earlier = {*Row.objects.filter(kind=kind, key=key).values_list("to", flat=True), *given_to}
    if kind == "indicator":
        where = Q(series__indicator__in=earlier | {key})
    else:
        where = Q(series__area__in={slug for to in earlier for slug in forms_of(to)})
    rows = Placement.objects.all() if among is None else among
    held = rows.filter(Q(series__isnull=True) | where, fact__isnull=False, fact__superseded=False)
    columns = held.values_list("id", "fact__document_id", "fact__body", "judgement__body")
    for placement, paper, body, said in columns.iterator(chunk_size=CHUNK):
        if _is_named(unpack(said or body, Figure), kind, key):
            yield Named(placement, paper)


def _is_named(figure: Figure, kind: str, key: str) -> bool:
    if kind == "indicator":
        return figure.indicator == key
    return figure.area is not None and fold(figure.area) == key
