"""Values that no paper prints but that follow from those printed: growth and steps from levels, a level from a share.

Only what follows exactly is worked out. Nothing is filled in between two years, and levels of two price bases are never
divided by one another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

import msgspec

from camket.assess.readings import Point, Values, whole
from camket.model.interval import Interval
from camket.model.period import Period, parse_period, year_of
from camket.model.plan import Target
from camket.model.series import Series
from camket.resolve.givers import giver_named
from camket.resolve.series import year_before

_HUNDRED = Decimal(100)
_WORKED_OUT = Decimal("0.01")
_Slot = tuple[date | None, date]
_CHANGES = ("growth", "change")
TIMES = "other:times"
"""The unit of what is said in times of the base (`gấp 2 lần năm 2020`)."""
_OTHER_WAY = {TIMES: "percent", "percent": TIMES}
_LEVEL_UNITS = {"percentage_point": "percent"}


def growths(values: Values, series: Series, base: Period | None = None) -> tuple[Point, ...]:
    """The changes that are stated, and those that follow from two levels where none is, in the order of time.

    Growth in percent and in times of the base say the same; each is given as the series asks for it. The values of a
    measure that is no change are given as they are.

    Args:
        values: the actuals that stand.
        series: of what.
        base: the period that all is counted from, where the series itself does not say so.
    """
    stated = values.points(series)
    if series.measure not in _CHANGES:
        return stated
    known = {_slot(point.period) for point in stated}
    made: dict[_Slot, Point] = {}
    for point in (*_turned(values, series), *_worked_out(values, series, base)):
        if _slot(point.period) not in known:
            made.setdefault(_slot(point.period), point)
    return tuple(sorted((*stated, *made.values()), key=_when)) if made else stated


def yearly(values: Values, series: Series) -> dict[int, Point]:
    """The growth of whole years, stated or worked out."""
    return {point.period.last.year: point for point in growths(values, series) if point.period.is_year}


def _worked_out(values: Values, series: Series, base: Period | None) -> Iterator[Point]:
    """What follows from levels: every later year against the base, else every period against that a year before."""
    counted_from = base or base_period(series)
    if counted_from is None and "base" in dict(series.breakdown):
        return  # counted from something that is no time of its own: `so với tháng trước`
    pairs = _pairs(values, series) if counted_from is None else _since(values, series, counted_from)
    for start, end in pairs:
        made = moved(start, end) if series.measure == "change" else grown(start, end)
        if made is not None:
            yield as_times(made) if series.unit == TIMES else made


def _since(values: Values, series: Series, base: Period) -> Iterator[tuple[Point, Point]]:
    """The level of the base with that of every later time of as many years (`so với năm 2020`)."""
    for own in level_series(values, series):
        points = values.points(own)
        start = next((point for point in points if _slot(point.period) == _slot(base)), None)
        for point in points if start is not None else ():
            if start is not None and _as_long(point.period, base) and point.period.last > start.period.last:
                yield start, point


def _as_long(one: Period, other: Period) -> bool:
    return 0 < len(one.years()) == len(other.years())


def _turned(values: Values, series: Series) -> Iterator[Point]:
    """Growth that papers state in times of the base where percent is asked for, or in percent where times are."""
    if series.measure != "growth":
        return
    for own in values.sisters(series, "growth"):
        if own.unit == _OTHER_WAY.get(series.unit) and own.price_basis == series.price_basis and (
            own.breakdown == series.breakdown
        ):  # fmt: skip
            for point in values.points(own):
                made = as_times(point) if series.unit == TIMES else _as_percent(point)
                yield msgspec.structs.replace(made, role="turned", base=point.value)


def as_times(point: Point) -> Point:
    """Growth in percent as times of the base: 100 % more is twice as much."""
    return _rescaled(point, lambda value: value / _HUNDRED + 1)


def _as_percent(point: Point) -> Point:
    return _rescaled(point, lambda value: (value - 1) * _HUNDRED)


def _rescaled(point: Point, turn: Callable[[Decimal], Decimal]) -> Point:
    low, high = point.interval.low, point.interval.high
    interval = msgspec.structs.replace(
        point.interval, low=None if low is None else turn(low), high=None if high is None else turn(high)
    )
    return msgspec.structs.replace(point, value=turn(point.value), interval=interval)


def moved(start: Point, end: Point) -> Point:
    """By how much one level lies above another."""
    low = None if end.interval.low is None or start.interval.high is None else end.interval.low - start.interval.high
    high = None if end.interval.high is None or start.interval.low is None else end.interval.high - start.interval.low
    return _from_two(start, end, end.value - start.value, Interval(low=low, high=high))


def grown(start: Point, end: Point) -> Point | None:
    """The growth from one level to another in percent; None from zero, below it, or across it."""
    if start.value <= 0 or end.value < 0:
        return None
    value = (end.value / start.value - 1) * _HUNDRED
    return _from_two(start, end, value.quantize(_WORKED_OUT), _growth_interval(start.interval, end.interval))


def _from_two(start: Point, end: Point, value: Decimal, interval: Interval) -> Point:
    """What was worked out of two levels."""
    return Point(
        value=value,
        interval=interval,
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


def _pairs(values: Values, series: Series) -> Iterator[tuple[Point, Point]]:
    """The levels of every period and of the same days a year before, where both are known."""
    for own in level_series(values, series):
        points = {_slot(point.period): point for point in values.points(own) if point.period.relation == "during"}
        for slot, point in points.items():
            start = points.get(_year_before(slot))
            if start is not None:
                yield start, point


def level_series(values: Values, series: Series) -> Iterator[Series]:
    """The levels that a change can be worked out of: of the same prices, and for no stretch of time of their own.

    Growth is the same in every unit; a change is one of its own unit, and points are those of a share.
    """
    unit = _LEVEL_UNITS.get(series.unit, series.unit) if series.measure == "change" else None
    for own in values.sisters(whole(series), "level"):
        if own.price_basis == series.price_basis and not own.breakdown and unit in (None, own.unit):
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


def base_period(series: Series) -> Period | None:
    """The base that a change is counted from, where it is a time of its own and not the same period a year before."""
    breakdown: Mapping[str, str] = dict(series.breakdown)
    return parse_period(breakdown["base"]) if "base" in breakdown else None


def base_of(target: Target) -> Period | None:
    """What a target's change is counted from; None where it is that of a single period.

    What is asked to change over several years (`5 năm giảm 2,5 điểm phần trăm`) does so from the year before them.
    """
    series = target.statement.series
    years = target.period.years() if target.period is not None else ()
    if series is None or series.measure not in _CHANGES:
        return None
    if series.measure == "change" and len(years) > 1 and not series.breakdown:
        return year_of(years[0] - 1)
    return base_period(series)


def _slot(period: Period) -> _Slot:
    return period.first, period.last


def _year_before(slot: _Slot) -> _Slot:
    first, last = slot
    return (year_before(first) if first is not None else None), year_before(last)


def _when(point: Point) -> tuple[date, date]:
    return point.period.last, point.period.first or date.min
