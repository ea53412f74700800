"""Placements: the narrow rows by which figures are found, and the values that stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from camket.model.series import Series as SeriesRecord
from camket.model.series import Statement
from camket.registry.policy import VERSION, choose, vintage_rank
from camket.server.registry.keys import series_key
from camket.server.registry.models import Fact, Loose, Placement, Series, Standing
from camket.server.registry.models.series import NO_FIRST

_CLASSES = {"actual": Placement.Klass.ACTUAL, "estimate": Placement.Klass.ACTUAL, "target": Placement.Klass.TARGET}


def class_of(statement: Statement) -> int:
    """What a statement can stand beside."""
    return _CLASSES.get(statement.figure.role, Placement.Klass.OTHER)


def place(rows: Iterable[tuple[Fact | Loose, Statement]]) -> set[int]:
    """Write the placements of statements anew; gives the series that they lie on.

    Whoever calls holds a transaction and makes the standing values of these series anew.
    """
    pairs = list(rows)
    series = _series_rows({each.series for _, each in pairs if each.series is not None})
    made = [_row(row, statement, series) for row, statement in pairs]
    Placement.objects.bulk_create(made, batch_size=500)
    return {each.series_id for each in made if each.series_id is not None}


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
    Series.objects.bulk_create(
        [_series_row(key, each) for key, each in sorted(keys.items())], ignore_conflicts=True, batch_size=500
    )
    return dict(_found(list(keys)))


def _found(keys: list[bytes]) -> Iterator[tuple[bytes, int]]:
    for start in range(0, len(keys), 500):
        for key, number in Series.objects.filter(digest__in=keys[start : start + 500]).values_list("digest", "id"):
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


def stand(series: int, statements: Iterable[tuple[int, Statement]]) -> None:
    """Choose anew what stands in every period of a series.

    Args:
        series: its key.
        statements: all that count for it, each with the key of its placement.
    """
    groups: dict[tuple[int, date, date], list[tuple[int, Statement]]] = {}
    for key, statement in statements:
        if statement.period is not None and class_of(statement) != Placement.Klass.OTHER:
            period = statement.period
            groups.setdefault((class_of(statement), period.first or NO_FIRST, period.last), []).append((key, statement))
    Standing.objects.filter(series_id=series).delete()
    Standing.objects.bulk_create(
        [_standing(series, *group, members) for group, members in groups.items()], batch_size=500
    )


def _standing(series: int, klass: int, first: date, last: date, members: list[tuple[int, Statement]]) -> Standing:
    keys = {statement.id: key for key, statement in members}
    chosen = choose(statement for _, statement in members)
    return Standing(
        series_id=series,
        klass=klass,
        first=first,
        last=last,
        placement_id=keys[chosen.statement.id],
        policy=VERSION,
        rivals=[keys[rival.id] for rival in chosen.rivals],
        reasons=[[reason.code, [list(pair) for pair in reason.params]] for reason in chosen.reasons],
    )
