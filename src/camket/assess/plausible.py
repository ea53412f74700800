"""Numbers that are hardly what they seem: out of range, off their own series, in a wrong unit or currency.

A finding, never a rejection: the number stays, and a person is asked to look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from camket import catalogue
from camket.assess.readings import Point, Values
from camket.assess.thresholds import THRESHOLDS
from camket.findings import Finding, Level
from camket.model.indicator import Indicator, Plausible
from camket.model.message import Message, message
from camket.model.series import Series, Statement
from camket.resolve.placing import indicator_of
from camket.rules.numeral.item import show

_SLIPS = (Decimal(1000), Decimal(10) ** 6)
_ORDER = tuple(f"assess.plausible.{name}" for name in ("unit_slip", "currency", "range", "jump"))
"""What says most comes first."""
_TWICE = Decimal(2)
_FAR = 30  # times beyond the range before a wrong unit is spoken of: a province may well be small
_MONEY = {"VND": "USD", "USD": "VND"}
_LOOKED_AT = ("actual", "estimate", "target")
_PROVINCIAL = frozenset(("province", "city"))


def findings(statements: Iterable[Statement], values: Values) -> Iterator[Finding]:
    """What a person should look at among actuals, estimates and targets of provinces and cities."""
    jumps = {point.statement: others for series in values.standings for point, others in _jumps(values, series)}
    ranges: dict[Series, _Ranges | None] = {}
    for statement in statements:
        series = statement.series
        if series is None or statement.figure.role not in _LOOKED_AT:
            continue
        if series not in ranges:
            ranges[series] = _ranges(series, indicator_of(statement.figure))
        told = filter(None, (_out_of_range(statement, ranges[series]), _off_series(statement, jumps.get(statement.id))))
        said = min(told, key=lambda each: _ORDER.index(each.code), default=None)
        if said is not None:
            source = statement.source
            level: Level = "info" if said.code == "assess.plausible.jump" else "warning"
            yield Finding(message=said, level=level, start=source.start, end=source.end, where=source.document)


class _Ranges(NamedTuple):
    """The ranges of a series: in its own unit, and in the other currency."""

    own: Plausible
    other: Plausible | None
    stock: bool


def _ranges(series: Series, indicator: Indicator | None) -> _Ranges | None:
    """None where no range can be held against it: none is known, or it is of no province or city."""
    if indicator is None or catalogue.area(series.area).kind not in _PROVINCIAL:
        return None
    own = _range(indicator, series.unit, series)
    other = _range(indicator, _MONEY.get(series.unit, ""), series)
    return _Ranges(own, other, indicator.stock) if own is not None else None


def _out_of_range(statement: Statement, ranges: _Ranges | None) -> Message | None:
    """Beyond the catalogue's range, and what would bring it back there."""
    figure = statement.figure
    if ranges is None or ranges.own.low <= figure.value <= ranges.own.high or not _is_of_a_year(statement, ranges):
        return None
    own, other = ranges.own, ranges.other
    if figure.value < own.low and statement.period is not None and not statement.period.is_year:
        return None
    said = {"value": show(figure.value), "low": show(own.low), "high": show(own.high), **_of(statement)}
    far = figure.value > own.high * _FAR or 0 < figure.value * _FAR < own.low
    for factor in _SLIPS if far and figure.unit in _MONEY else ():
        for right in (figure.value * factor, figure.value / factor):
            if own.low <= right <= own.high:
                return message("assess.plausible.unit_slip", right=show(right), **said)
    if other is not None and other.low <= figure.value <= other.high:
        return message("assess.plausible.currency", unit=other.unit, **said)
    return message("assess.plausible.range", **said)


def _range(indicator: Indicator, unit: str, series: Series) -> Plausible | None:
    per = dict(series.breakdown).get("per") or "year"
    known = (each for each in indicator.plausible if (each.unit, each.measure) == (unit, series.measure))
    return next((each for each in known if (each.per or "year") == per), None)


def _is_of_a_year(statement: Statement, ranges: _Ranges) -> bool:
    """Whether the ranges, which are of a year, can be held against it: sums over years and since ever cannot."""
    period = statement.period
    if period is None or len(period.years()) > 1:
        return period is not None and statement.figure.measure != "level"
    return period.relation == "during" or ranges.stock or statement.figure.measure != "level"


def _off_series(statement: Statement, others: Sequence[Point] | None) -> Message | None:
    """A jump, with the unit that would bring it back beside its neighbours."""
    if others is None:
        return None
    value = statement.figure.value
    low, high = min(each.value for each in others), max(each.value for each in others)
    said = {"value": show(value), "low": show(low), "high": show(high), **_of(statement)}
    for factor in _SLIPS if low > 0 else ():
        for right in (value * factor, value / factor):
            if low / _TWICE <= right <= high * _TWICE:
                return message("assess.plausible.unit_slip", right=show(right), **said)
    return message("assess.plausible.jump", **said)


def _jumps(values: Values, series: Series) -> Iterator[tuple[Point, tuple[Point, ...]]]:
    """The yearly values that lie far off the years beside them, each with the others."""
    points = [each for each in values.points(series) if each.period.is_year]
    if len(points) <= THRESHOLDS.least_for_jump:
        return
    numbers = [each.value for each in points]
    for place, number in enumerate(numbers):
        beside = (*numbers[max(place - 1, 0) : place], *numbers[place + 1 : place + 2])
        off = max(min(beside) - number, number - max(beside))
        # A step of a tenth is nothing unusual in any series; most values end here.
        if off > THRESHOLDS.jump * max(map(abs, beside)) / 10:
            others = (*points[:place], *points[place + 1 :])
            steps = [abs(later.value - earlier.value) for earlier, later in pairwise(others)]
            if off > THRESHOLDS.jump * median(steps):
                yield points[place], others


def _of(statement: Statement) -> dict[str, str]:
    series = statement.series
    return {
        "indicator": statement.figure.counts_for,
        "area": series.area if series is not None else statement.figure.area or "",
        "period": str(statement.period) if statement.period is not None else "",
        "quote": statement.source.quote or statement.figure.quote,
    }
