"""Placements: the narrow rows by which figures are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from django.db.models import Q, QuerySet

from camket.model.extraction import Extraction
from camket.model.series import Series as SeriesRecord
from camket.model.series import Statement
from camket.registry.policy import vintage_rank
from camket.resolve.series import statements_of
from camket.server.registry.keys import mention_key, series_key
from camket.server.registry.models import Document, Fact, Loose, Placement, Series
from camket.server.registry.rows import extraction_of, figures_of

CHUNK = 500
"""How many rows one statement of SQL writes or asks for."""
COUNTING = Q(fact__isnull=True) | Q(
    fact__superseded=False, fact__document__stands_for__isnull=True, fact__document__withdrawn_on__isnull=True
)
"""Placements that may stand: of facts that no newer reading replaced, in papers that stand for their text."""
_CLASSES = {"actual": Placement.Klass.ACTUAL, "estimate": Placement.Klass.ACTUAL, "target": Placement.Klass.TARGET}


class Group(NamedTuple):
    """What one value stands for: a series, a class, the first and last day of a period."""

    series: int
    klass: int
    first: date | None
    last: date


def class_of(statement: Statement) -> int:
    """What a statement can stand beside."""
    return _CLASSES.get(statement.figure.role, Placement.Klass.OTHER)


def place(rows: Iterable[tuple[Fact | Loose, Statement]]) -> set[Group]:
    """Write the placements of statements that have none; gives the groups that they lie in.

    Whoever calls holds `writing()`, and calls `camket.server.registry.standing.settle` with the groups before it ends.
    """
    pairs = list(rows)
    series = _series_rows({each.series for _, each in pairs if each.series is not None})
    made = [_row(row, statement, series) for row, statement in pairs]
    Placement.objects.bulk_create(made, batch_size=CHUNK)
    return set(filter(None, (_group(each.series_id, each.klass, each.first, each.last) for each in made)))


def replace(documents: QuerySet[Document]) -> set[Group]:
    """Place all figures of papers anew, by today's catalogue and their heads; gives the groups left and entered.

    Whoever calls holds `writing()`, and settles the groups before it ends.
    """
    touched: set[Group] = set()
    for row in documents.select_related("body"):
        facts = list(row.facts.filter(superseded=False).order_by("kind", "start", "id"))
        touched |= remove(Placement.objects.filter(fact__document=row))
        touched |= place_figures(row, facts)
    return touched


def place_figures(row: Document, facts: Iterable[Fact]) -> set[Group]:
    """Place the figures among the facts of a paper whose row has `body`; see `place`."""
    counted = list(facts)
    return place(stated(counted, extraction_of(row, counted)))


def stated(rows: Iterable[Fact], extraction: Extraction) -> list[tuple[Fact, Statement]]:
    """The figures among the rows of a paper, each with its statement."""
    statements: dict[bytes, Statement] = {}
    for each in statements_of(extraction):
        statements.setdefault(mention_key(each.id), each)
    return [(fact, statements[bytes(fact.mention)]) for fact in figures_of(rows)]


def remove(placements: QuerySet[Placement]) -> set[Group]:
    """Take placements away; gives the groups that they lay in."""
    touched = groups_of(placements)
    placements.delete()
    return touched


def groups_of(placements: QuerySet[Placement]) -> set[Group]:
    """The groups that placements lie in."""
    rows = placements.values_list("series_id", "klass", "first", "last")
    return set(filter(None, (_group(*row) for row in rows)))


def _group(series: int | None, klass: int, first: date | None, last: date | None) -> Group | None:
    """None where a placement can stand for nothing."""
    if series is None or last is None or klass == Placement.Klass.OTHER:
        return None
    return Group(series, klass, first, last)


def _row(row: Fact | Loose, statement: Statement, series: dict[bytes, int]) -> Placement:
    period = statement.period
    return Placement(
        fact=row if isinstance(row, Fact) else None,
        loose=row if isinstance(row, Loose) else None,
        series_id=series[series_key(statement.series)] if statement.series is not None else None,
        klass=class_of(statement),
        first=period.first if period is not None else None,
        last=period.last if period is not None else None,
        published=statement.source.published,
        vintage=vintage_rank(statement),
        rank=statement.rank,
        exact=statement.figure.comparator == "eq",
        confidence=statement.figure.confidence,
    )


def _series_rows(wanted: set[SeriesRecord]) -> dict[bytes, int]:
    """The keys of series, made where they are not there yet."""
    keys = {series_key(each): each for each in wanted}
    found = dict(_found(list(keys)))
    missing = sorted(keys.keys() - found.keys())
    if missing:
        Series.objects.bulk_create(
            [_series_row(key, keys[key]) for key in missing], ignore_conflicts=True, batch_size=CHUNK
        )
        found |= dict(_found(missing))
    return found


def _found(keys: list[bytes]) -> Iterator[tuple[bytes, int]]:
    for start in range(0, len(keys), CHUNK):
        for key, number in Series.objects.filter(digest__in=keys[start : start + CHUNK]).values_list("digest", "id"):
            yield bytes(key), number


def _series_row(key: bytes, series: SeriesRecord) -> Series:
    return Series(
        digest=key,
        indicator=series.indicator,
        measure=series.measure,
        unit=series.unit,
        area=series.area,
        price_basis=series.price_basis,
        period_basis=series.period_basis,
        breakdown=[list(pair) for pair in series.breakdown],
    )
