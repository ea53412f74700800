"""The values that a target is measured by: of its own period, of the time before, a mean or a sum over years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

import msgspec

from camket.model.fact import Measure
from camket.model.indicator import Indicator
from camket.model.interval import Interval
from camket.model.period import Period, year_of
from camket.model.plan import Target
from camket.model.series import Series, Source, Standing, Statement
from camket.registry.policy import choose
from camket.resolve.areas import boundary

_HUNDRED = Decimal(100)
FLOW_UNITS = frozenset(("VND", "USD", "person", "household", "count", "tonne", "km", "ha"))
_WORKED_OUT = Decimal("0.01")


Spread = Literal["mean", "sum", "year", "steps"]
"""How what several years are asked for is counted: growth compounds; sums add up, or are meant of each year in the
mean; what changes does so by equal steps in the mean."""


class Point(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A value with its time.

    Attributes:
        value: as printed, or worked out.
        interval: what it can mean.
        period: what it belongs to.
        role: `actual` or `estimate`; `mean`, `sum`, `year`, `steps`, `levels`, `turned` or `share` where it was worked
            out.
        source: where it stands; the latest one where it was worked out.
        statement: id of the mention there.
        comparator: of its words.
        years: the years that it was worked out from.
        statements: ids of all mentions that it was worked out from; empty where it is one mention's own.
        confidence: that of the least sure of them.
        base: the value at the base, where it was worked out from a level there.
        estimated: whether it, or anything that it was worked out from, is an estimate.
    """

    value: Decimal
    interval: Interval
    period: Period
    role: str
    source: Source
    statement: str
    comparator: str = "eq"
    years: tuple[int, ...] = ()
    statements: tuple[str, ...] = ()
    confidence: float = 1.0
    base: Decimal | None = None
    estimated: bool = False

    @property
    def inputs(self) -> tuple[str, ...]:
        """The mentions that it rests on."""
        return self.statements or (self.statement,)


class Values:
    """The actuals that stand, by series and period. Forms of one area with the same boundary are one."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._groups: dict[Series, dict[tuple[date | None, date], list[Statement]]] = {}
        self._points: dict[Series, tuple[Point, ...]] = {}
        self._by_indicator: dict[tuple[str, str], list[Series]] = {}
        held: dict[Series, dict[tuple[date | None, date], list[Statement]]] = {}
        for statement in statements:
            series, period = statement.series, statement.period
            if series is None or period is None or not statement.is_actual or not statement.is_placed:
                continue
            if series not in held:  # a boundary is looked up once a series
                held[series] = self._groups.setdefault(whole(series), {})
            held[series].setdefault((period.first, period.last), []).append(statement)

    @cached_property
    def groups(self) -> dict[Series, dict[tuple[date | None, date], list[Statement]]]:
        """All statements of each series and period, in the order of series and time."""
        return {
            series: {slot: self._groups[series][slot] for slot in sorted(self._groups[series], key=_slot_order)}
            for series in sorted(self._groups)
        }

    @cached_property
    def standings(self) -> dict[Series, tuple[Standing, ...]]:
        """The value that stands for each period of a series, in the order of time."""
        return {series: tuple(choose(each) for each in slots.values()) for series, slots in self.groups.items()}

    def all_standings(self) -> Iterator[Standing]:
        """What stands, of all series."""
        for standings in self.standings.values():
            yield from standings

    def points(self, series: Series) -> tuple[Point, ...]:
        """The values of a series in the order of time."""
        own = whole(series)
        if own not in self._points:
            statements = (standing.statement for standing in self.standings.get(own, ()))
            self._points[own] = tuple(_point(each, each.period) for each in statements if each.period is not None)
        return self._points[own]

    def sisters(self, series: Series, measure: Measure) -> tuple[Series, ...]:
        """The series of the same indicator, area, prices and basis that have another measure, in a fixed order."""
        own = whole(series)
        if not self._by_indicator:
            for each in self.groups:
                self._by_indicator.setdefault((each.indicator, each.area), []).append(each)
        alike = self._by_indicator.get((own.indicator, own.area), ())
        return tuple(each for each in alike if each.measure == measure and each.period_basis == own.period_basis)

    def yearly(self, series: Series) -> dict[int, Point]:
        """The values of whole years."""
        return {point.period.last.year: point for point in self.points(series) if point.period.is_year}


def whole(series: Series) -> Series:
    """The series with its area named by the first form of the same boundary."""
    return msgspec.structs.replace(series, area=boundary(series.area))


def is_flow(target: Target) -> bool:
    """Whether it grows through the year, so that half a year's value is not the year's.

    Sums, counts and shares of a plan do; shares of a whole, scores and ranks do not.
    """
    figure = target.statement.figure
    return figure.measure == "share_of_plan" or (figure.measure in ("level", "change") and figure.unit in FLOW_UNITS)


def spread(target: Target, indicator: Indicator) -> Spread | None:
    """How a target over several years is counted; None: by its last year."""
    series = target.statement.series
    if target.period is None or len(target.period.years()) < 2 or series is None:
        return None
    parts = dict(series.breakdown)
    if series.measure == "growth":
        return "mean" if "base" not in parts else None
    if parts.get("per") == "year":
        return "steps" if series.measure == "change" else "year"
    return "sum" if is_flow(target) and indicator.aggregate == "sum" else None


def covers(target: Target, point: Point) -> bool:
    """Whether a value is that of the target's own time, not of a time before it."""
    if target.due is None or target.period is None:
        return False
    if (point.period.first, point.period.last) == (target.period.first, target.period.last):
        return True
    if point.period.is_year:
        return point.period.last.year == target.due.year and target.due.month == 12
    if is_flow(target):
        return point.period.relation == "at" and point.period.last == target.due
    if target.statement.figure.measure in ("growth", "change"):
        return False  # the last quarter's growth is not the year's
    return (point.period.last.year, point.period.last.month) == (target.due.year, target.due.month)


def ends_before(target: Target, point: Point) -> bool:
    """Whether the time of a value ends before that of the target begins, so that it is no result of it.

    A deadline (`by:2030`) has no beginning; a target of years counts from the first of them.
    """
    period = target.period
    if period is None or period.first is None or period.relation != "during":
        return False
    years = period.years()
    return point.period.last < (date(years[0], 1, 1) if years else period.first)


def over_years(points: dict[int, Point], years: tuple[int, ...], how: Spread) -> Point | None:
    """The geometric mean of the growth rates, the sum, or its mean year, of the years that are known."""
    known = tuple(year for year in years if year in points)
    if not known:
        return None
    chosen = [points[year] for year in known]
    combine = _COMBINED[how]
    lows = [each.interval.low for each in chosen]
    highs = [each.interval.high for each in chosen]
    value = combine([each.value for each in chosen])
    low = combine([low for low in lows if low is not None]) if None not in lows else None
    high = combine([high for high in highs if high is not None]) if None not in highs else None
    return Point(
        value=value if how == "sum" else value.quantize(_WORKED_OUT),
        interval=Interval(low=low, high=high, low_closed=low is not None, high_closed=high is not None),
        period=stretch(known),
        role=how,
        source=chosen[-1].source,
        statement=chosen[-1].statement,
        years=known,
        statements=tuple(dict.fromkeys(id_ for each in chosen for id_ in each.inputs)),
        confidence=min(each.confidence for each in chosen),
        estimated=any(each.estimated for each in chosen),
    )


def stretch(years: tuple[int, ...]) -> Period:
    """From the first of some years to the last."""
    return msgspec.structs.replace(year_of(years[-1]), first=date(years[0], 1, 1), last_grain="year")


def needed_mean(points: dict[int, Point], years: tuple[int, ...], goal: Decimal) -> Decimal | None:
    """The yearly growth that the years not yet known must have so that all reach a mean; None where none is left."""
    known = [points[year].value for year in years if year in points]
    left = len(years) - len(known)
    if left == 0:
        return None
    had = _product(known)
    if had <= 0:
        return None
    return ((1 + goal / _HUNDRED) ** len(years) / had) ** (Decimal(1) / left) * _HUNDRED - _HUNDRED


def _mean(rates: list[Decimal]) -> Decimal:
    """Growth compounds, so its mean is geometric; a fall of 100 % or more leaves nothing to compound."""
    product = _product(rates)
    return product ** (Decimal(1) / len(rates)) * _HUNDRED - _HUNDRED if product > 0 else -_HUNDRED


def _sum(values: list[Decimal]) -> Decimal:
    return sum(values, Decimal(0))


def _mean_year(values: list[Decimal]) -> Decimal:
    return _sum(values) / len(values)


_COMBINED: dict[Spread, Callable[[list[Decimal]], Decimal]] = {"mean": _mean, "sum": _sum, "year": _mean_year}


def _product(rates: list[Decimal]) -> Decimal:
    product = Decimal(1)
    for rate in rates:
        product *= max(1 + rate / _HUNDRED, Decimal(0))
    return product


def _point(statement: Statement, period: Period) -> Point:
    figure = statement.figure
    return Point(
        value=figure.value,
        interval=statement.interval,
        period=period,
        role=figure.role,
        source=statement.source,
        statement=statement.id,
        comparator=figure.comparator,
        confidence=figure.confidence,
        estimated=figure.role == "estimate",
    )


def _slot_order(slot: tuple[date | None, date]) -> tuple[date, date]:
    first, last = slot
    return last, first or date.min
