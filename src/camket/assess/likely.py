"""Why two numbers of one thing are likely to differ: a misprint, another series under the same name, another boundary.

What is found is a guess with its ground, never a repair: the number printed stays the number printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

import msgspec

from camket import catalogue
from camket.assess.readings import Values, whole
from camket.errors import CatalogueError
from camket.model.interval import SLACK, Interval
from camket.model.message import Message, message
from camket.model.period import year_of
from camket.model.scoreboard import Likely, LikelyKind
from camket.model.series import Series, Statement
from camket.registry.policy import VINTAGES, vintage_rank
from camket.resolve.areas import boundary, forms
from camket.rules.numeral.item import show

_LEAST_SWAPPED, _LEAST_CHANGED = 3, 4  # digits that two numbers must have before a misprint is spoken of
_LEAST_ALIKE = 2
_DONG_A_DOLLAR = Interval(low=Decimal(15000), high=Decimal(30000))
_MOST_TENS = 6
_RANK: tuple[LikelyKind, ...] = (
    "unit_slip", "factor_of_ten", "currency", "swapped_digits", "wrong_year", "other_indicator", "other_prices",
    "other_boundary", "rebased", "early", "one_digit", "rough", "unknown",
)  # fmt: skip
"""From the ground that tells most to the one that tells least."""


class Sources:
    """Which pairs of papers differ over several periods of a series: then one of them quotes another edition of it."""

    def __init__(self, groups: Iterable[tuple[Series, Iterable[Sequence[Statement]]]]) -> None:
        self._differing: dict[tuple[Series, str, str], set[str]] = {}
        for series, slots in groups:
            for statements in slots:
                for one, other in combinations(statements, 2):
                    if not one.interval.meets(other.interval):
                        self._differing.setdefault(_papers(series, one, other), set()).add(str(one.period))

    def periods(self, one: Statement, other: Statement) -> tuple[str, ...]:
        """The periods over which their papers differ."""
        if one.series is None:
            return ()
        return tuple(sorted(self._differing.get(_papers(whole(one.series), one, other), ())))


def likely(statements: Sequence[Statement], values: Values, sources: Sources) -> tuple[Likely, ...]:
    """The likely reason of each pair that differs, those that tell most first; pairs without one are told last.

    Args:
        statements: of one series and period, in their order.
        values: all actuals, for other years, boundaries and indicators that hold the same number.
        sources: which papers differ over several periods.
    """
    found: dict[LikelyKind, Likely] = {}
    for one, other in combinations(statements, 2):
        if not one.interval.meets(other.interval):
            reason = next(_reasons(one, other, values, sources))
            found.setdefault(reason.kind, reason)
    if len(found) > 1:
        found.pop("unknown", None)
    return tuple(sorted(found.values(), key=lambda each: _RANK.index(each.kind)))


def misprint(one: Decimal, other: Decimal) -> LikelyKind | None:
    """Whether two numbers differ as a misprint does: two neighbouring digits swapped, or one digit of many."""
    if (one < 0) != (other < 0):
        return None
    (whole, part), (other_whole, other_part) = _printed(one), _printed(other)
    first, second = whole + part, other_whole + other_part
    if len(whole) == len(other_whole) and len(part) == len(other_part):
        differing = [place for place, (left, right) in enumerate(zip(first, second, strict=True)) if left != right]
        if len(differing) == 1 and _telling(first) >= _LEAST_CHANGED:
            return "one_digit"
        return "swapped_digits" if _telling(first) >= _LEAST_SWAPPED and _is_swap(first, second, differing) else None
    longer, shorter = sorted((first, second), key=len, reverse=True)
    if len(whole) == len(other_whole) and len(longer) >= _LEAST_CHANGED and len(longer) - len(shorter) == 1:
        dropped = {longer[:place] + longer[place + 1 :] for place in range(len(longer) - 1)}
        return "one_digit" if shorter in dropped else None
    return None


def tens(one: Statement, other: Statement) -> int:
    """By which power of ten two numbers differ, the same digits in both; 0 where by none, or where they are too few."""
    first, second = one.interval, other.interval
    if any(each.figure.value <= 0 or _significant(each.figure.value) < _LEAST_ALIKE for each in (one, other)):
        return 0
    for power in range(1, _MOST_TENS + 1):
        factor = Decimal(10) ** power
        if _scaled(first, factor).meets(second) or _scaled(second, factor).meets(first):
            return power
    return 0


def _reasons(one: Statement, other: Statement, values: Values, sources: Sources) -> Iterator[Likely]:
    digits = tuple(_by_digits(one, other))
    yield from (each for each in digits if each.kind != "one_digit")
    yield from _held_elsewhere(one, other, values)
    yield from _held_elsewhere(other, one, values)
    together = sources.periods(one, other)
    if len(together) > 1:
        yield _told("rebased", one, other, periods="; ".join(together))
    early, late = sorted((one, other), key=vintage_rank)
    if vintage_rank(early) < VINTAGES["actual"] <= vintage_rank(late):
        yield _told("early", early, late)
    # One digit of many may also be a revision of little, so it is thought of last.
    yield from (each for each in digits if each.kind == "one_digit")
    if {one.figure.comparator, other.figure.comparator} & {"approx", "gt", "lt"} and _widened(one).meets(
        _widened(other)
    ):
        yield _told("rough", one, other)
    yield _told("unknown", one, other)


def _by_digits(one: Statement, other: Statement) -> Iterator[Likely]:
    first, second = one.figure.value, other.figure.value
    power = tens(one, other)
    if power and one.figure.unit in ("VND", "USD") and power % 3 == 0:
        yield _told("unit_slip", one, other, factor=show(Decimal(10) ** power))
    elif power:
        yield _told("factor_of_ten", one, other, factor=show(Decimal(10) ** power))
    larger, smaller = max(first, second), min(first, second)
    if one.figure.unit in ("VND", "USD") and smaller > 0 and _DONG_A_DOLLAR.contains(larger / smaller):
        yield _told("currency", one, other)
    kind = misprint(first, second)
    if kind is not None:
        yield _told(kind, one, other)


def _held_elsewhere(one: Statement, other: Statement, values: Values) -> Iterator[Likely]:
    """Where the number of one is that of another year, indicator, price basis or boundary."""
    series, period = one.series, one.period
    if series is None or period is None or one.figure.comparator != "eq":
        return
    if period.is_year:
        for year in (period.last.year - 1, period.last.year + 1):
            if _holds(values, series, year, one.interval):
                yield _told("wrong_year", one, other, year=str(year))
    for kind, sister, name in _sisters(series):
        if any(_same_days(one, held) and held.figure.value == one.figure.value for held in _all(values, sister)):
            yield _told(kind, one, other, indicator=name) if kind == "other_indicator" else _told(kind, one, other)


def _sisters(series: Series) -> Iterator[tuple[LikelyKind, Series, str]]:
    """The series that papers confuse with this one: of near indicators, other prices, other boundaries."""
    for near in _near(series.indicator):
        yield "other_indicator", msgspec.structs.replace(series, indicator=near, price_basis=""), near
    for basis in ("current", "constant:2010"):
        if series.price_basis and basis != series.price_basis:
            yield "other_prices", msgspec.structs.replace(series, price_basis=basis), ""
    for area in forms(series.area):
        if boundary(area) != boundary(series.area):
            yield "other_boundary", msgspec.structs.replace(series, area=area), ""


def _near(indicator: str) -> tuple[str, ...]:
    try:
        return catalogue.indicator(indicator).near
    except CatalogueError:
        return ()


def _holds(values: Values, series: Series, year: int, interval: Interval) -> bool:
    """Whether the value that stands for another year is this very number, and not only as large."""
    point = values.yearly(series).get(year_of(year).last.year)
    return point is not None and point.interval == interval and _significant(point.value) >= _LEAST_SWAPPED


def _all(values: Values, series: Series) -> Iterator[Statement]:
    for statements in values.groups.get(whole(series), {}).values():
        yield from statements


def _same_days(one: Statement, other: Statement) -> bool:
    first, second = one.period, other.period
    return first is not None and second is not None and (first.first, first.last) == (second.first, second.last)


def _significant(value: Decimal) -> int:
    """How many significant digits a number has."""
    return len(value.normalize().as_tuple().digits)


def _printed(value: Decimal) -> tuple[str, str]:
    """The digits before and behind the point, as the number is written."""
    whole, _, part = format(abs(value), "f").partition(".")
    return whole, part


def _telling(digits: str) -> int:
    """How many digits a number has without the zeros that only tell its size."""
    return len(digits.strip("0"))


def _is_swap(first: str, second: str, differing: Sequence[int]) -> bool:
    if len(differing) != 2 or differing[1] != differing[0] + 1:
        return False
    left, right = differing
    return first[left] == second[right] and first[right] == second[left]


def _widened(statement: Statement) -> Interval:
    """What a rough number may stand for if it is rougher still; an exact one stays as it is."""
    interval, slack = statement.interval, SLACK["approx"].up * abs(statement.figure.value)
    if statement.figure.comparator == "eq" or interval.low is None or interval.high is None:
        return interval
    return Interval(low=interval.low - slack, high=interval.high + slack)


def _scaled(interval: Interval, factor: Decimal) -> Interval:
    return msgspec.structs.replace(
        interval,
        low=None if interval.low is None else interval.low * factor,
        high=None if interval.high is None else interval.high * factor,
    )


def _papers(series: Series, one: Statement, other: Statement) -> tuple[Series, str, str]:
    first, second = sorted((one.source.document, other.source.document))
    return series, first, second


def _told(kind: LikelyKind, one: Statement, other: Statement, **params: object) -> Likely:
    reason: Message = message(
        f"assess.likely.{kind}",
        first=show(one.figure.value),
        last=show(other.figure.value),
        one_source=one.source.name,
        other_source=other.source.name,
        **params,
    )
    return Likely(kind=kind, statements=(one.id, other.id), reason=reason)
