"""Values that no paper prints but that follow from those printed: growth from levels, a level from a share of its plan.

Only what follows exactly is worked out. Nothing is filled in between two years, and levels of two price bases are never
divided by one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

import msgspec

from camket.assess.readings import Point, Values, whole
from camket.model.interval import Interval
from camket.model.period import Period, parse_period
from camket.model.plan import Target
from camket.model.series import Series
from camket.resolve.givers import giver_named
from camket.resolve.series import year_before

_HUNDRED = Decimal(100)
_WORKED_OUT = Decimal("0.01")
_Slot = tuple[date | None, date]


def growths(values: Values, series: Series) -> tuple[Point, ...]:
    """The growth rates that are stated, and those that follow from two levels where none is, in the order of time.

    The values of any other measure are given as they are.
    """
    stated = values.points(series)
    if series.measure != "growth":
        return stated
    known = {_slot(point.period) for point in stated}
    worked_out = _from_levels(values, series) if _base_period(series) is None else on_base(values, series)
    made: dict[_Slot, Point] = {}
    for point in worked_out:
        if _slot(point.period) not in known:
            made.setdefault(_slot(point.period), point)
    return tuple(sorted((*stated, *made.values()), key=_when)) if made else stated


def yearly(values: Values, series: Series) -> dict[int, Point]:
    """The growth of whole years, stated or worked out."""
    return {point.period.last.year: point for point in growths(values, series) if point.period.is_year}


def on_base(values: Values, series: Series) -> Iterator[Point]:
    """Growth on one fixed base (`so với năm 2020`): every later year against the level of the base year."""
    base = _base_period(series)
    for own in level_series(values, series) if base is not None else ():
        points = values.points(own)
        start = next((point for point in points if base is not None and _slot(point.period) == _slot(base)), None)
        later = [point for point in points if start is not None and point.period.last > start.period.last]
        for point in later:
            made = grown(start, point) if start is not None and point.period.is_year else None
            if made is not None:
                yield made


def grown(start: Point, end: Point) -> Point | None:
    """The growth from one level to another in percent; None from zero, below it, or across it."""
    if start.value <= 0 or end.value < 0:
        return None
    value = (end.value / start.value - 1) * _HUNDRED
    return Point(
        value=value.quantize(_WORKED_OUT),
        interval=_growth_interval(start.interval, end.interval),
        period=end.period,
        role="levels",
        source=end.source,
        statement=end.statement,
        statements=tuple(dict.fromkeys((*start.inputs, *end.inputs))),
        confidence=min(start.confidence, end.confidence),
        base=start.value,
        estimated=start.estimated or end.estimated,
    )


def from_share(target: Target, values: Values) -> Point | None:
    """The level that a share of its own plan stands for: 104 % of a target of 60.000 tỷ is 62.400 tỷ.

    Only where the share does not say that it is of another giver's plan.
    """
    series, near = target.statement.series, _printed(target)
    if series is None or series.measure != "level" or near is None or near <= 0 or target.period is None:
        return None
    for own in values.sisters(series, "share_of_plan"):
        giver = giver_named(dict(own.breakdown).get("plan", ""))
        for point in values.points(own):
            if _slot(point.period) == _slot(target.period) and giver in ("", target.giver):
                return _of_share(point, near)
    return None


def _of_share(point: Point, near: Decimal) -> Point:
    low, high = point.interval.low, point.interval.high
    return msgspec.structs.replace(
        point,
        value=near * point.value / _HUNDRED,
        interval=msgspec.structs.replace(
            point.interval,
            low=None if low is None else near * low / _HUNDRED,
            high=None if high is None else near * high / _HUNDRED,
        ),
        role="share",
        base=point.value,
    )


def _printed(target: Target) -> Decimal | None:
    """The number that a share can be a share of; of a range there is none."""
    low, high = target.bound.low, target.bound.high
    if low is not None and high is not None and low != high:
        return None
    return low if low is not None else high


def _from_levels(values: Values, series: Series) -> Iterator[Point]:
    """The growth of every period whose level and that of the same days a year before are known."""
    for own in level_series(values, series):
        points = {_slot(point.period): point for point in values.points(own) if point.period.relation == "during"}
        for slot, point in points.items():
            start = points.get(_year_before(slot))
            made = grown(start, point) if start is not None else None
            if made is not None:
                yield made


def level_series(values: Values, series: Series) -> Iterator[Series]:
    """The levels that a growth can be worked out of: of the same prices, and for no stretch of time of their own."""
    for own in values.sisters(whole(series), "level"):
        if own.price_basis == series.price_basis and not own.breakdown:
            yield own


def _growth_interval(start: Interval, end: Interval) -> Interval:
    """From the smallest end over the largest start to the largest end over the smallest start."""
    low = _ratio(end.low, start.high)
    high = _ratio(end.high, start.low)
    return Interval(
        low=low,
        high=high,
        low_closed=low is not None and end.low_closed and start.high_closed,
        high_closed=high is not None and end.high_closed and start.low_closed,
    )


def _ratio(end: Decimal | None, start: Decimal | None) -> Decimal | None:
    return (end / start - 1) * _HUNDRED if end is not None and start is not None and start > 0 else None


def _base_period(series: Series) -> Period | None:
    """The base that growth is counted from, where it is a year of its own and not the same period a year before."""
    breakdown: Mapping[str, str] = dict(series.breakdown)
    return parse_period(breakdown["base"]) if "base" in breakdown else None


def _slot(period: Period) -> _Slot:
    return period.first, period.last


def _year_before(slot: _Slot) -> _Slot:
    first, last = slot
    return (year_before(first) if first is not None else None), year_before(last)


def _when(point: Point) -> tuple[date, date]:
    return point.period.last, point.period.first or date.min
