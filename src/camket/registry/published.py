"""The published series of the catalogue as statements, so that targets find their values."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from decimal import Decimal

from camket import catalogue
from camket.model.document import Head
from camket.model.fact import Figure, Placement
from camket.model.interval import Interval
from camket.model.period import parse_period
from camket.model.published import PublishedValue
from camket.model.series import Source, Statement
from camket.resolve.placing import indicator_of, interval_at
from camket.resolve.printed import COUNTED, unit_kinds
from camket.resolve.series import series_of
from camket.resolve.sources import source_rank
from camket.rules.numeral.item import show

_SURE = 0.9  # typed by a person from its page


def published_statements(values: Iterable[PublishedValue] | None = None) -> tuple[Statement, ...]:
    """The published figures as statements; tallies are left out.

    Args:
        values: what to turn; by default all that come with the catalogue.
    """
    chosen = catalogue.published_series() if values is None else values
    return tuple(_statement(value) for value in chosen if value.total is None)


def _statement(value: PublishedValue) -> Statement:
    figure = _figure(value)
    published = parse_period(value.published) if value.published else None
    source = Source(
        document=value.source or "published",
        url=value.source,
        published=published.last if published is not None else None,
        kind=value.source_kind,
    )
    return Statement(
        figure=figure,
        source=source,
        series=series_of(figure),
        period=parse_period(value.period),
        interval=_interval(figure),
        rank=source_rank(Head(source_kind=value.source_kind), indicator_of(figure)),
    )


def _figure(value: PublishedValue) -> Figure:
    monthly = value.per == "month" and value.measure == "level"
    row = repr(tuple(getattr(value, field) for field in value.__struct_fields__ if field != "note"))
    return Figure(
        id=f"published-{hashlib.sha256(row.encode()).hexdigest()[:16]}",
        start=0,
        end=0,
        quote=f"{show(value.value)}{'/tháng' if monthly else ''}",
        confidence=_SURE,
        indicator=value.indicator,
        value=value.value,
        value_high=value.value_high,
        unit=value.unit,
        comparator=value.comparator,
        measure=value.measure,
        role=value.role,
        period=value.period,
        period_stated=True,
        area=catalogue.area(value.area).name,
        price_basis=value.price_basis,
        vintage=value.vintage,
        resolved=Placement(indicator=value.indicator, area=value.area),
    )


def _interval(figure: Figure) -> Interval:
    kind = unit_kinds().get(figure.unit)
    return interval_at(figure, None if kind in COUNTED else _step(figure.value, money=kind == "money"))


def _step(value: Decimal, *, money: bool) -> Decimal:
    """The fineness of a value whose printed form was not kept: its last digit; of money, its last that is not zero."""
    exponent = value.normalize().as_tuple().exponent if money else value.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
