"""Numbers that are hardly what they seem: out of range, off their own series, in a wrong unit or currency.

A finding, never a rejection: the number stays, and a person is asked to look.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from statistics import median

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
_PROVINCIAL = frozenset(("province", "city"))


def findings(statements: Iterable[Statement], values: Values) -> Iterator[Finding]:
    """What a person should look at among actuals, estimates and targets of provinces and cities."""
    jumps = {point.statement: others for series in values.standings for point, others in _jumps(values, series)}
    for statement in statements:
        indicator = indicator_of(statement.figure)
        if indicator is None or statement.figure.role not in ("actual", "estimate", "target"):
            continue
        told = filter(None, (_out_of_range(statement, indicator), _off_series(statement, jumps.get(statement.id))))
        said = min(told, key=lambda each: _ORDER.index(each.code), default=None)
        if said is not None:
            source = statement.source
            level: Level = "info" if said.code == "assess.plausible.jump" else "warning"
            yield Finding(message=said, level=level, start=source.start, end=source.end, where=source.document)


def _out_of_range(statement: Statement, indicator: Indicator) -> Message | None:
    """Beyond the catalogue's range, and what would bring it back there."""
    figure = statement.figure
    own = _range(indicator, figure.unit, statement)
    if own is None or not _is_provincial(statement) or not _is_of_a_year(statement, indicator):
        return None
    partial = statement.period is not None and not statement.period.is_year
    if figure.value <= own.high and (partial or figure.value >= own.low):
        return None
    said = {"value": show(figure.value), "low": show(own.low), "high": show(own.high), **_of(statement)}
    far = figure.value > own.high * _FAR or 0 < figure.value * _FAR < own.low
    for factor in _SLIPS if far and figure.unit in _MONEY else ():
        for right in (figure.value * factor, figure.value / factor):
            if own.low <= right <= own.high:
                return message("assess.plausible.unit_slip", right=show(right), **said)
    other = _range(indicator, _MONEY.get(figure.unit, ""), statement)
    if other is not None and other.low <= figure.value <= other.high:
        return message("assess.plausible.currency", unit=other.unit, **said)
    return message("assess.plausible.range", **said)


def _range(indicator: Indicator, unit: str, statement: Statement) -> Plausible | None:
    per = dict(statement.series.breakdown).get("per") if statement.series is not None else None
    known = (each for each in indicator.plausible if (each.unit, each.measure) == (unit, statement.figure.measure))
    return next((each for each in known if (each.per or "year") == (per or "year")), None)


def _is_of_a_year(statement: Statement, indicator: Indicator) -> bool:
    """Whether the ranges, which are of a year, can be held against it: sums over years and since ever cannot."""
    period = statement.period
    if period is None or len(period.years()) > 1:
        return period is not None and statement.figure.measure != "level"
    return period.relation == "during" or indicator.stock or statement.figure.measure != "level"


def _is_provincial(statement: Statement) -> bool:
    """Whether the area is one that the ranges of the catalogue are of."""
    series = statement.series
    return series is not None and catalogue.area(series.area).kind in _PROVINCIAL


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
    for place, point in enumerate(points):
        others = (*points[:place], *points[place + 1 :])
        steps = [abs(later.value - earlier.value) for earlier, later in zip(others, others[1:], strict=False)]
        beside = [each.value for each in points[max(place - 1, 0) : place + 2] if each is not point]
        off = max(min(beside) - point.value, point.value - max(beside), Decimal(0))
        usual = max(median(steps), max(abs(each) for each in beside) / 10)
        if off > THRESHOLDS.jump * usual:
            yield point, others


def _of(statement: Statement) -> dict[str, str]:
    series = statement.series
    return {
        "indicator": statement.figure.counts_for,
        "area": series.area if series is not None else statement.figure.area or "",
        "period": str(statement.period) if statement.period is not None else "",
        "quote": statement.source.quote or statement.figure.quote,
    }
