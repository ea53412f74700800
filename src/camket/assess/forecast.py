"""A forecast of a short yearly series, its interval as wide as such forecasts have missed, and the chance of arriving.

Three simple ways are gone: it stays (naive), it goes on as on average (drift), and a trend that fades (damped, fitted
by least squares of the errors one year ahead). The middle one of the three is taken, so that no single way leads
astray. Nothing is interpolated or carried over a break: only the last unbroken run of years counts.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from itertools import pairwise, product
from statistics import NormalDist, fmean, median

import msgspec

from camket import plain_yaml
from camket.assess.goal import Goal
from camket.assess.readings import Point
from camket.assess.thresholds import THRESHOLDS
from camket.model.message import Message, message
from camket.rules.numeral.item import show
from camket.typed import typed

LEAST = 4
"""Years in a row that a forecast needs."""
_MOST = 10  # older years say little of the next three
_LEVELS = (0.2, 0.4, 0.6, 0.8, 1.0)
_TRENDS = (0.0, 0.1, 0.3, 0.5)
_DAMPINGS = (0.8, 0.9, 0.95, 1.0)
_OPENING = 3  # first steps that the trend begins from
_DIGITS = Decimal("0.0001")
_OF_ONE = Decimal("0.01")
_NORMAL = NormalDist()


class Widths(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How far forecasts miss, as `widths.yaml` beside this module says, with its source.

    Attributes:
        holds: the part of the values that lies within.
        years: half the width by years ahead, in mean yearly changes of the series.
        quarters: the same by quarters ahead, in mean changes from a quarter to that of the next year.
    """

    holds: Decimal
    years: tuple[Decimal, ...]
    quarters: tuple[Decimal, ...] = ()


def _load() -> Widths:
    text = resources.files("camket.assess").joinpath("widths.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(Widths))


WIDTHS = _load()


class Ahead(msgspec.Struct, frozen=True, kw_only=True):
    """What is expected of a year, or of a quarter, in the unit of the series.

    Attributes:
        year: the year.
        quarter: 1 to 4; 0 for the whole year.
        value: the middle.
        low: the low end of the interval that holds 80 % (`WIDTHS.holds`).
        high: its high end.
    """

    year: int
    quarter: int = 0
    value: Decimal
    low: Decimal
    high: Decimal


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """What the years ahead are expected to be.

    Attributes:
        years: year by year; empty where there is no forecast.
        method: how it was come by, or why there is none.
        inputs: ids of the statements that it rests on.
        confidence: that of the least sure of them.
    """

    years: tuple[Ahead, ...] = ()
    method: Message
    inputs: tuple[str, ...] = ()
    confidence: float = 1.0


def forecast(points: Sequence[Point], *, breaks: Collection[int] = (), widths: Widths = WIDTHS) -> Forecast:
    """The next years of a yearly series, as many as errors were measured for.

    Args:
        points: values of one series, which has one boundary and one price base; in any order. Those of parts of years
            are left out.
        breaks: years in which a new way of counting begins; no forecast reaches back over them.
        widths: how far forecasts miss.
    """
    run = _unbroken(points, breaks)
    if len(run) < LEAST:
        return Forecast(method=_too_few(points, run))
    step = _mean_step(run)
    first, last = run[0], run[-1]
    if step == 0:
        return Forecast(method=message("assess.forecast_flat", first_year=_year(first), last_year=_year(last)))
    # In steps from the first value the unit falls out, so that million and billion are forecast alike.
    ahead = _middle(tuple(float((point.value - first.value) / step) for point in run), len(widths.years))
    years = []
    for number, (steps, width) in enumerate(zip(ahead, widths.years, strict=True), start=1):
        value, half = first.value + to_decimal(steps) * step, width * step
        years.append(Ahead(year=_year(last) + number, value=value, low=value - half, high=value + half))
    return Forecast(
        years=tuple(years),
        method=message(
            "assess.forecast",
            first_year=_year(first),
            last_year=_year(last),
            count=len(run),
            step=show(step.quantize(_DIGITS)),
            holds=show(widths.holds * 100),
        ),
        inputs=tuple(dict.fromkeys(id_ for point in run for id_ in point.inputs)),
        confidence=min(point.confidence for point in run),
    )


def chance(ahead: Ahead, goal: Goal, widths: Widths = WIDTHS) -> Decimal:
    """The probability, from 0 to 1 in hundredths, that the value of a year is enough; errors are taken as normal."""
    usual = _NORMAL.inv_cdf((1 + float(widths.holds)) / 2)
    half = (ahead.high - ahead.low) / 2
    beyond = float(goal.distance(ahead.value) / half) * usual
    return Decimal(str(_NORMAL.cdf(beyond))).quantize(_OF_ONE)


def outlook(points: Sequence[Point], goal: Goal, due: date) -> Decimal | None:
    """The probability of arriving by the due (`camket.assess.case.Outlook`); None where there is no forecast for it.

    A due within a year is answered for the end of the year before it: what the rest of a year brings is not known.
    """
    year = due.year if (due.month, due.day) == (12, 31) else due.year - 1
    found = next((ahead for ahead in forecast(points).years if ahead.year == year), None)
    return chance(found, goal) if found is not None else None


def _year(point: Point) -> int:
    return point.period.last.year


def _too_few(points: Sequence[Point], run: Sequence[Point]) -> Message:
    """Too few years at all, or too few since the last gap or break."""
    known = len(_yearly(points))
    if known < LEAST:
        return message("assess.forecast_few", known=known, least=LEAST)
    return message("assess.forecast_broken", first_year=_year(run[0]), known=len(run), least=LEAST)


def _yearly(points: Sequence[Point]) -> list[Point]:
    """One value a year, in the order of time: of the whole year, else of its last day."""
    found: dict[int, Point] = {}
    for point in points:
        if point.period.is_year or (point.period.last.month, point.period.last.day) == (12, 31):
            known = found.get(_year(point))
            if known is None or (point.period.is_year and not known.period.is_year):
                found[_year(point)] = point
    return [found[year] for year in sorted(found)]


def _unbroken(points: Sequence[Point], breaks: Collection[int]) -> list[Point]:
    """The last run of years without a gap, a known break, or a step that looks like a new base."""
    known = _yearly(points)
    steps = [abs(later.value - earlier.value) for earlier, later in pairwise(known)]
    start = 0
    for place, (earlier, later) in enumerate(pairwise(known)):
        others = steps[:place] + steps[place + 1 :]
        leaps = len(others) >= LEAST - 1 and steps[place] > THRESHOLDS.jump * median(others)
        if _year(later) - _year(earlier) > 1 or _year(later) in breaks or leaps:
            start = place + 1
    return known[start:][-_MOST:]


def _mean_step(run: Sequence[Point]) -> Decimal:
    return sum((abs(later.value - earlier.value) for earlier, later in pairwise(run)), Decimal(0)) / (len(run) - 1)


@lru_cache(maxsize=4096)
def _middle(series: tuple[float, ...], years: int) -> tuple[float, ...]:
    """The middle one of the three ways, year by year."""
    level, trend, damping = _fitted(series)
    drift = (series[-1] - series[0]) / (len(series) - 1)
    ahead, damped = [], level
    for number in range(1, years + 1):
        damped += trend * damping**number
        ahead.append(median((series[-1], series[-1] + drift * number, damped)))
    return tuple(ahead)


def _fitted(series: tuple[float, ...]) -> tuple[float, float, float]:
    """Level, trend and damping at the end of the series, of the grid's best."""
    opening = fmean(later - earlier for earlier, later in pairwise(series[: _OPENING + 1]))
    best, least = (series[-1], 0.0, 1.0), float("inf")
    for smooth, follow, damping in product(_LEVELS, _TRENDS, _DAMPINGS):
        level, trend, errors = series[0], opening, 0.0
        for value in series[1:]:
            expected = level + damping * trend
            error = value - expected
            errors += error * error
            if errors >= least:
                break
            level = expected + smooth * error
            trend = damping * trend + smooth * follow * error
        else:
            best, least = (level, trend, damping), errors
    return best


def to_decimal(value: float) -> Decimal:
    """To a ten-thousandth of a step: what lies below is noise of reckoning in binary."""
    return Decimal(str(value)).quantize(_DIGITS)
