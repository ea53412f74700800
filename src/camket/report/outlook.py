"""A forecast in words, and as a fan that goes on from the last value of its chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from camket import catalogue
from camket.assess.boundary import Joined
from camket.assess.composite import breaks
from camket.assess.forecast import Ahead, Forecast, forecast
from camket.assess.readings import Point, Values
from camket.assess.seasons import forecast_quarters
from camket.errors import CatalogueError
from camket.model.interval import Interval
from camket.model.message import message
from camket.model.period import Period, parse_period
from camket.model.series import Series, Standing
from camket.report.courses import Course, Step
from camket.report.dates import day, period
from camket.report.history import Row, drawn_at
from camket.report.numbers import amount
from camket.report.wording import reason
from camket.resolve.areas import boundary, forms
from camket.words import Language, say

_NONE = ("rank", "share_of_plan")
"""What is not carried on: a rank has no pace, and each year has a plan of its own."""
_ZERO, _WHOLE = Decimal(0), Decimal(100)


class AheadRow(msgspec.Struct, frozen=True, kw_only=True):
    """What is expected of a year or a quarter: the middle, and between which values four cases of five lie."""

    when: str
    value: str
    between: str


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """A forecast as a page shows it.

    Attributes:
        years: year by year; empty where there is none.
        method: how it was come by, or why there is none.
        fan: the same for the chart; None where there is none.
    """

    years: tuple[AheadRow, ...]
    method: str
    fan: Course | None


def outlook(standings: Sequence[Standing], factor: Decimal, language: Language, grain: str = "year") -> Outlook | None:
    """The forecast of what stands; None where nothing is known, or none is ever made of it.

    Args:
        standings: of one series in all forms of a place; the boundary of the latest value is carried on.
        factor: what the values of the chart are divided by.
        language: of the words.
        grain: `year` or `quarter`, of the values that are carried on.
    """
    values = Values(each.statement for each in standings)
    held = {series: _of_grain(values, series, grain) for series in values.groups}
    series = max((each for each in held if held[each]), key=lambda each: held[each][-1].period.last, default=None)
    return outlook_of(held[series], series, factor, language) if series is not None else None


def _of_grain(values: Values, series: Series, grain: str) -> tuple[Point, ...]:
    if grain == "year":
        return tuple(values.yearly(series).values())
    return tuple(point for point in values.points(series) if point.period.grain == grain)


def outlook_of_joined(rows: Iterable[Joined], series: Series, factor: Decimal, language: Language) -> Outlook | None:
    """The same of areas that were joined, on their boundary of today."""
    points = tuple(
        Point(
            value=row.number.value, interval=Interval(low=row.number.low, high=row.number.high), period=row.period,
            role="joined", source=row.number.made_of[0].source, statement=row.number.made_of[0].id,
            statements=tuple(each.id for each in (*row.number.made_of, *row.number.weights)),
            estimated=row.number.is_estimate,
        )
        for row in rows
        if row.number is not None and row.period.is_year
    )  # fmt: skip
    ordered = tuple(sorted(points, key=lambda point: point.period.last))
    return outlook_of(ordered, series, factor, language) if ordered else None


def outlook_of(points: Sequence[Point], series: Series, factor: Decimal, language: Language) -> Outlook | None:
    """The forecast of values of years or of quarters, the oldest first; None where none is made of such a series."""
    if series.measure in _NONE:
        return None
    ended = _ended(series.area)
    if ended is not None:
        said = message("forecast.ended", day=day(ended, language))
        return Outlook(years=(), method=say(said, language), fan=None)
    carried = forecast_quarters if points[-1].period.grain == "quarter" else forecast
    found = _within(carried(points, breaks=breaks(series.indicator)), series)
    return Outlook(
        years=tuple(_row(each, found, series, language) for each in found.years),
        method=reason(found.method, language, series.unit),
        fan=_fan(points[-1], found, series, factor, language) if found.years else None,
    )


def _ended(area: str) -> date | None:
    """The last day of a boundary that is no more: nothing comes after it."""
    own = boundary(area)
    last = [each for each in forms(own) if boundary(each) == own][-1]
    try:
        return catalogue.area(last).valid_to
    except CatalogueError:
        return None


def _within(found: Forecast, series: Series) -> Forecast:
    """Cut to what such an indicator can be: shares to 0 and 100, amounts and counts to zero."""
    if series.measure != "level":
        return found
    low, high = _ends(series)
    years = (
        msgspec.structs.replace(
            each, value=_cut(each.value, low, high), low=_cut(each.low, low, high), high=_cut(each.high, low, high)
        )
        for each in found.years
    )
    return msgspec.structs.replace(found, years=tuple(years))


def _ends(series: Series) -> tuple[Decimal | None, Decimal | None]:
    """By the plausible range of the catalogue: one that never falls below zero, or rises above a hundred percent."""
    ranges = [
        each
        for each in catalogue.indicator(series.indicator).plausible
        if (each.unit, each.measure) == (series.unit, series.measure)
    ]
    if not ranges:
        return None, None
    low = _ZERO if min(each.low for each in ranges) >= _ZERO else None
    share = series.unit == "percent" and max(each.high for each in ranges) <= _WHOLE
    return low, _WHOLE if share else None


def _cut(value: Decimal, low: Decimal | None, high: Decimal | None) -> Decimal:
    value = max(value, low) if low is not None else value
    return min(value, high) if high is not None else value


def _row(each: Ahead, found: Forecast, series: Series, language: Language) -> AheadRow:
    step = _digits(found)
    low, high = each.low.quantize(step), each.high.quantize(step)
    return AheadRow(
        when=period(_period(each), language),
        value=amount(each.value.quantize(step), series.unit, language),
        between=amount(low, series.unit, language, high) if low != high else amount(low, series.unit, language),
    )


def _period(each: Ahead) -> str:
    return f"{each.year}-Q{each.quarter}" if each.quarter else str(each.year)


def _drawn(period_: Period | None) -> date:
    """The day at which the chart draws a period."""
    if period_ is None or period_.first is None:
        raise ValueError(period_)  # years and quarters have a first day
    return drawn_at(Row(first=period_.first, last=period_.last, area="", period=str(period_)))


def _digits(found: Forecast) -> Decimal:
    """Two digits of the narrowest half width: more would look surer than it is."""
    width = min((each.high - each.low for each in found.years if each.high > each.low), default=Decimal(1))
    return Decimal(1).scaleb((width / 2).adjusted() - 1)


def _fan(last: Point, found: Forecast, series: Series, factor: Decimal, language: Language) -> Course:
    known = last.value / factor
    opening = Step(when=_drawn(last.period), value=known, low=known, high=known)
    return Course(steps=(opening, *(_step(each, found, series, factor, language) for each in found.years)))


def _step(each: Ahead, found: Forecast, series: Series, factor: Decimal, language: Language) -> Step:
    row = _row(each, found, series, language)
    said = message("forecast.says", when=row.when, value=row.value, between=row.between)
    return Step(
        when=_drawn(parse_period(_period(each))), value=each.value / factor,
        low=each.low / factor, high=each.high / factor,
        label=say(said, language), href="#du-bao",
    )  # fmt: skip
