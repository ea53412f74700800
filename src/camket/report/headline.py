"""The main indicators of an area at a glance: latest value, how it has moved, what is asked for next."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date
from decimal import Decimal

import msgspec

from camket.model.period import Period
from camket.model.scoreboard import Scoreboard, TargetLine, ValueLine
from camket.report.results import Thing, Told, main_values
from camket.resolve.areas import boundary

_HUNDRED, _TENTH = Decimal(100), Decimal("0.1")
_BY_DIFFERENCE = ("percent", "percentage_point", "rank", "point")
_LONGEST_APART = 2  # days that a year may be longer than another, and one more


class Headline(msgspec.Struct, frozen=True, kw_only=True):
    """An indicator at a glance.

    Attributes:
        indicator: catalogue id.
        measure: as in facts.
        unit: base unit.
        price_basis: as in series.
        values: the latest ones, a year each, the oldest first; without their rivals, which may be many.
        later: which of them are of a boundary that the area took on later.
        change: from the value of the year before to the latest; None where there is none of the same boundary.
        change_unit: of the change: the unit itself, or `percent` where it is told as a share.
        target: what is asked for next, else what was asked for last.
    """

    indicator: str
    measure: str
    unit: str
    price_basis: str
    values: tuple[ValueLine, ...]
    later: tuple[bool, ...]
    change: Decimal | None = None
    change_unit: str = ""
    target: TargetLine | None = None

    @property
    def latest(self) -> ValueLine:
        """The value of the latest time."""
        return self.values[-1]


class Headlines(msgspec.Struct, frozen=True, kw_only=True):
    """The main indicators; `since` is the first day of the later boundary where values of both are among them."""

    rows: tuple[Headline, ...] = ()
    since: date | None = None


def headlines(board: Scoreboard, areas: Container[str], most: int | None = None) -> Headlines:
    """The indicators of an area, the main ones first.

    Args:
        board: where the registry stands.
        areas: the forms of the area in time.
        most: how many to give; all where it is None.
    """
    main = main_values(board, areas, most)
    targets = [line for plan in board.plans for line in plan.targets if line.area in areas]
    rows = tuple(_headline(thing, told, targets, main.later) for thing, told in main.values.items())
    marked = any(any(row.later) for row in rows)
    return Headlines(rows=rows, since=main.since if marked else None)


def _headline(thing: Thing, told: tuple[Told, ...], targets: Iterable[TargetLine], later: Container[str]) -> Headline:
    change, unit = _change(thing.unit, told)
    return Headline(
        indicator=thing.indicator,
        measure=thing.measure,
        unit=thing.unit,
        price_basis=thing.price_basis,
        values=tuple(msgspec.structs.replace(each.line, rivals=(), reasons=()) for each in told),
        later=tuple(each.boundary in later for each in told),
        change=change,
        change_unit=unit,
        target=_next_target(thing, told[-1], targets),
    )


def _change(unit: str, told: tuple[Told, ...]) -> tuple[Decimal | None, str]:
    """How far the latest value lies from that of the same period a year before, and in which unit."""
    latest = told[-1]
    before = next((each for each in told[:-1] if _a_year_before(each, latest)), None)
    if before is None or latest.line.value_high is not None or before.line.value_high is not None:
        return None, ""
    difference = latest.line.value - before.line.value
    if unit in _BY_DIFFERENCE:
        return difference, unit
    if before.line.value <= 0:
        return None, ""
    return (difference / before.line.value * _HUNDRED).quantize(_TENTH), "percent"


def _a_year_before(one: Told, other: Told) -> bool:
    first, last = one.period, other.period
    return (
        one.boundary == other.boundary
        and first.last.year == last.last.year - 1
        and _place(first) == _place(last)
        and abs(_days(first) - _days(last)) < _LONGEST_APART
    )


def _place(period: Period) -> tuple[str, int]:
    return period.relation, period.last.month


def _days(period: Period) -> int:
    return (period.last - (period.first or period.last)).days


def _next_target(thing: Thing, latest: Told, targets: Iterable[TargetLine]) -> TargetLine | None:
    """The target of the same thing and boundary that is due next; where none is ahead, the one that was due last."""
    own = [
        line
        for line in targets
        if (line.indicator, line.measure, line.bound.unit) == thing[:3]
        and line.due is not None
        and boundary(line.area or "") == latest.boundary
    ]
    ahead = [line for line in own if line.due is not None and line.due >= latest.period.last]
    if ahead:
        return min(ahead, key=lambda line: (line.due or date.max, line.statement))
    return max(own, key=lambda line: (line.due or date.min, line.statement), default=None)
