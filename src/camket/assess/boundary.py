"""Areas that were joined, shown as one on the boundary that came of it: what is worked out, and why the rest is not.

Sums are added where all parts are known in the period. Rates are weighted by what the catalogue names, where that is
known of all parts. A growth or a change is never averaged: it is rebuilt from the levels of both years. Ranks and what
has no common value stay apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cache

import msgspec

from camket import catalogue
from camket.errors import CatalogueError
from camket.model.area import Succession
from camket.model.indicator import Indicator
from camket.model.message import Message, message
from camket.model.period import Period
from camket.model.series import Series, Standing, Statement
from camket.resolve.areas import boundary
from camket.resolve.series import year_before

_HUNDRED = Decimal(100)
_WEIGHED = ("weighted_mean", "recompute")
_PLACES = Decimal("0.0001")
_Days = tuple[date | None, date]


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """A value with all that it was worked out of.

    Attributes:
        value: of the middle of what is printed; in the unit of its series.
        low: the least that it can be.
        high: the most that it can be.
        made_of: the statements of the same measure, in the order of the areas.
        weights: those that weighed them.
        is_divided: whether it was divided for, and so is no finer than a rate is printed.
    """

    value: Decimal
    low: Decimal | None
    high: Decimal | None
    made_of: tuple[Statement, ...]
    weights: tuple[Statement, ...] = ()
    is_divided: bool = False

    @property
    def is_estimate(self) -> bool:
        """Whether one of its numbers is an estimate."""
        return any(each.figure.role == "estimate" for each in (*self.made_of, *self.weights))


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """A period on the joint boundary: its number, or None, and how it was made or why it cannot be."""

    period: Period
    number: Number | None
    reason: Message


class Joint(msgspec.Struct, frozen=True, kw_only=True):
    """A series on the boundary of joined areas, the latest period first.

    Attributes:
        area: the boundary, by the first form that has it.
        parts: the areas that it was joined of, by the first forms of their boundaries.
        since: the first day of the boundary.
        rows: the periods of which a part or the whole has a value.
    """

    area: str
    parts: tuple[str, ...]
    since: date
    rows: tuple[Joined, ...]


def joint_parts(area: str) -> tuple[str, ...]:
    """The areas that became one with this boundary; empty where it came of no merger."""
    edge = _merger(boundary(area))
    return tuple(sorted(map(boundary, edge.from_))) if edge is not None else ()


def needed(series: Series) -> tuple[str, ...]:
    """The indicators whose values can be asked for when this series is joined: itself, and what weighs it."""
    entry = _entry(series.indicator)
    weight = entry.weight if entry is not None else None
    return (series.indicator, weight) if weight is not None else (series.indicator,)


def joint(series: Series, standings: Iterable[Standing]) -> Joint | None:
    """A series of joined areas as one; None where its area came of no merger.

    Args:
        series: of the area in any form; what it measures is what is joined.
        standings: the actuals that stand, of `needed(series)`, in all parts and the whole, of all periods.
    """
    root = boundary(series.area)
    edge = _merger(root)
    if edge is None:
        return None
    values = _Values(standings)
    wanted = msgspec.structs.replace(series, area=root)
    found = {(period.last, period.first or date.min): period for period in values.periods(wanted, _all_parts(root))}
    rows = [_row(wanted, found[key], values) for key in sorted(found, reverse=True)]
    return Joint(area=root, parts=joint_parts(root), since=edge.date, rows=tuple(rows))


def _row(series: Series, period: Period, values: _Values) -> Joined:
    made = _Joining(series, values).at((period.first, period.last))
    if isinstance(made, Message):
        return Joined(period=period, number=None, reason=made)
    return Joined(period=period, number=made, reason=_how(series, made))


def _how(series: Series, made: Number) -> Message:
    """How a number was made."""
    if len(made.made_of) == 1 and not made.weights:
        return message("boundary.own")
    entry = _entry(series.indicator)
    if series.measure in ("growth", "change"):
        return message("boundary.rebuilt", indicator=series.indicator)
    if entry is not None and made.weights:
        return message("boundary.weighted", indicator=entry.weight)
    return message("boundary.summed")


class _Values:
    """What stands, by series on whole boundaries and by days."""

    def __init__(self, standings: Iterable[Standing]) -> None:
        self._found: dict[Series, dict[_Days, Statement]] = {}
        for each in standings:
            statement = each.statement
            if statement.series is None or statement.period is None or not statement.is_actual:
                continue
            whole = msgspec.structs.replace(statement.series, area=boundary(statement.series.area))
            self._found.setdefault(whole, {})[statement.period.first, statement.period.last] = statement

    def at(self, series: Series, days: _Days) -> Statement | None:
        """The statement of those days; of what is there at a day also the one of their last day."""
        held = self._found.get(series, {})
        found = held.get(days)
        entry = _entry(series.indicator)
        if found is None and entry is not None and entry.stock:
            found = held.get((days[1], days[1])) or held.get((None, days[1]))
        return found

    def periods(self, series: Series, areas: Iterable[str]) -> Iterator[Period]:
        """The periods of which one of some areas has a value."""
        for area in areas:
            for each in self._found.get(msgspec.structs.replace(series, area=area), {}).values():
                if each.period is not None:
                    yield each.period

    def levels(self, indicator: str, price_basis: str) -> Iterator[Series]:
        """The plain series of an indicator, of any area: measured as levels, on that price basis where it has one."""
        for series in self._found:
            plain = (series.indicator, series.measure, series.breakdown) == (indicator, "level", ())
            if plain and series.price_basis in (price_basis, ""):
                yield series


class _Joining:
    """One series worked out at some days."""

    def __init__(self, series: Series, values: _Values) -> None:
        self._series, self._values = series, values
        self._entry = _entry(series.indicator)

    def at(self, days: _Days) -> Number | Message:
        """Its number at the whole boundary, or why there is none."""
        return self._of(self._series.area, days)

    def _of(self, area: str, days: _Days) -> Number | Message:
        """What was published for an area; else, for the time before it was joined, what its parts make."""
        own = self._values.at(msgspec.structs.replace(self._series, area=area), days)
        if own is not None:
            return Number(value=_middle(own), low=own.interval.low, high=own.interval.high, made_of=(own,))
        edge = _merger(area)
        rebuilt = self._series.measure in ("growth", "change")
        if edge is None or (days[1] >= edge.date and not rebuilt):
            return message("boundary.missing", areas=area)
        refused = self._refused()
        if refused is not None:
            return refused
        if rebuilt:
            return self._rebuilt(area, days)
        return self._put_together(tuple(sorted(map(boundary, edge.from_))), days)

    def _refused(self) -> Message | None:
        """Why this series can never be joined."""
        series, entry = self._series, self._entry
        if series.measure == "rank" or (entry is not None and entry.aggregate == "rank"):
            return message("boundary.rank")
        if series.measure == "share_of_plan":
            return message("boundary.share_of_plan")
        if entry is None or entry.aggregate == "none" or series.unit == "rank":
            return message("boundary.never")
        if entry.aggregate in _WEIGHED and entry.weight is None:
            return message("boundary.no_weight")
        if series.measure in ("growth", "change") and series.breakdown:
            return message("boundary.other_base")
        return None

    def _put_together(self, parts: Sequence[str], days: _Days) -> Number | Message:
        found = [self._of(part, days) for part in parts]
        numbers = [each for each in found if isinstance(each, Number)]
        if len(numbers) < len(parts):
            return _lacking(found)
        if self._entry is not None and self._entry.aggregate in _WEIGHED:
            return self._weighed(parts, numbers, days)
        return Number(
            value=sum((each.value for each in numbers), Decimal(0)),
            low=_added([each.low for each in numbers]),
            high=_added([each.high for each in numbers]),
            made_of=tuple(statement for each in numbers for statement in each.made_of),
            weights=tuple(statement for each in numbers for statement in each.weights),
        )

    def _weighed(self, parts: Sequence[str], numbers: Sequence[Number], days: _Days) -> Number | Message:
        """The mean by weights. What the weights themselves may be off is far less than what they weigh."""
        weight = (self._entry.weight if self._entry is not None else None) or ""
        lacking: Message | None = None
        for series in self._shapes(weight, self._price_basis(weight)):
            joining = _Joining(series, self._values)
            found = [joining._of(part, days) for part in parts]
            held = [each for each in found if isinstance(each, Number)]
            if len(held) == len(parts) and all(each.value > 0 for each in held):
                return _mean(numbers, held)
            lacking = lacking or _lacking(found)
        areas = dict(lacking.params).get("areas", "") if lacking is not None else ", ".join(parts)
        return message("boundary.weight_missing", indicator=weight, areas=areas)

    def _rebuilt(self, area: str, days: _Days) -> Number | Message:
        """A growth or a change, from the levels of both years."""
        before = _year_before(days)
        for series in self._shapes(self._series.indicator, self._series.price_basis):
            joining = _Joining(series, self._values)
            now, then = joining._of(area, days), joining._of(area, before)
            if isinstance(now, Number) and isinstance(then, Number) and then.value > 0:
                return _grown(now, then) if self._series.measure == "growth" else _moved(now, then)
        return message("boundary.levels_missing", indicator=self._series.indicator)

    def _shapes(self, indicator: str, price_basis: str) -> tuple[Series, ...]:
        """The level series of an indicator by unit, each once whatever its area."""
        found = {msgspec.structs.replace(each, area="") for each in self._values.levels(indicator, price_basis)}
        return tuple(sorted(found))

    def _price_basis(self, weight: str) -> str:
        entry = _entry(weight)
        usual = entry.price_basis.level if entry is not None and entry.price_basis is not None else None
        return self._series.price_basis or usual or ""


def _mean(numbers: Sequence[Number], weights: Sequence[Number]) -> Number:
    total = sum((each.value for each in weights), Decimal(0))

    def weighed(values: Sequence[Decimal | None]) -> Decimal | None:
        known = [value * weight.value for value, weight in zip(values, weights, strict=True) if value is not None]
        return (sum(known, Decimal(0)) / total).quantize(_PLACES) if len(known) == len(values) else None

    return Number(
        value=weighed([each.value for each in numbers]) or Decimal(0),
        low=weighed([each.low for each in numbers]),
        high=weighed([each.high for each in numbers]),
        made_of=tuple(statement for each in numbers for statement in each.made_of),
        weights=tuple(statement for each in weights for statement in each.made_of),
        is_divided=True,
    )


def _grown(now: Number, then: Number) -> Number:
    def growth(one: Decimal | None, other: Decimal | None) -> Decimal | None:
        return ((one / other - 1) * _HUNDRED).quantize(_PLACES) if one is not None and other else None

    return Number(
        value=growth(now.value, then.value) or Decimal(0),
        low=growth(now.low, then.high),
        high=growth(now.high, then.low),
        made_of=(*now.made_of, *then.made_of),
        weights=(*now.weights, *then.weights),
        is_divided=True,
    )


def _moved(now: Number, then: Number) -> Number:
    def moved(one: Decimal | None, other: Decimal | None) -> Decimal | None:
        return one - other if one is not None and other is not None else None

    return Number(
        value=now.value - then.value,
        low=moved(now.low, then.high),
        high=moved(now.high, then.low),
        made_of=(*now.made_of, *then.made_of),
        weights=(*now.weights, *then.weights),
        is_divided=now.is_divided or then.is_divided,
    )


def _lacking(found: Iterable[Number | Message]) -> Message:
    """Of which areas a value is missing; a reason of another kind comes first."""
    reasons = [each for each in found if isinstance(each, Message)]
    other = next((each for each in reasons if each.code != "boundary.missing"), None)
    areas = [area for each in reasons for area in dict(each.params).get("areas", "").split(", ")]
    return other or message("boundary.missing", areas=", ".join(dict.fromkeys(areas)))


def _middle(statement: Statement) -> Decimal:
    figure = statement.figure
    return (figure.value + figure.value_high) / 2 if figure.value_high is not None else figure.value


def _added(ends: Sequence[Decimal | None]) -> Decimal | None:
    known = [each for each in ends if each is not None]
    return sum(known, Decimal(0)) if len(known) == len(ends) else None


def _year_before(days: _Days) -> _Days:
    return (year_before(days[0]) if days[0] is not None else None, year_before(days[1]))


def _all_parts(area: str) -> Iterator[str]:
    """An area with all that it was ever joined of."""
    yield area
    edge = _merger(area)
    for part in map(boundary, edge.from_) if edge is not None else ():
        yield from _all_parts(part)


@cache
def _merger(root: str) -> Succession | None:
    """The merger that an area came of: areas that ended whole; none where one of them was split then."""
    for edge in catalogue.load_successions():
        if edge.to == root and edge.kind == "merge" and len(edge.from_) > 1:
            return edge
    return None


def _entry(indicator: str) -> Indicator | None:
    try:
        return catalogue.indicator(indicator)
    except CatalogueError:
        return None
