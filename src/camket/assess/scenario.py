"""Growth paths run from a known level to a date, and backwards: which pace reaches a goal.

What is not given is not guessed: without a change of prices, people or currency the results are at the prices, for the
people and at the exchange rate of the year that is known, and the method says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_CEILING, Context, Decimal
from functools import cache
from importlib import resources
from typing import Literal

import msgspec

from camket import plain_yaml
from camket.assess.case import rounded
from camket.errors import UsageError
from camket.model.message import Message, message
from camket.model.series import Statement
from camket.resolve.areas import boundary
from camket.rules.numeral.item import show
from camket.typed import typed

_ONE, _HUNDRED = Decimal(1), Decimal(100)
_DIGITS = Decimal("0.01")
_EXACT = Decimal("1E-12")
_ROOMY = Context(prec=1000)
_SIZE = "grdp"
_MORE = frozenset(("gt", "ge"))

What = Literal["size", "per_head", "revenue"]
"""The size of the economy, its size per head, or the revenue of its budget, which keeps its share of the size."""


class Path(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the size of the economy grows at constant prices.

    Attributes:
        name: what it is called.
        growth: percent a year; more than -100.
        least: whether it is `more than` so much, and what comes of it the least that it gives.
        single: years that grow otherwise, as pairs of year and percent.
        inputs: ids of the statements that it was read from.
        confidence: that of the least sure of them.
    """

    name: str
    growth: Decimal
    least: bool = False
    single: tuple[tuple[int, Decimal], ...] = ()
    inputs: tuple[str, ...] = ()
    confidence: float = 1.0

    def __post_init__(self) -> None:
        """A fall of 100 % or more leaves nothing to grow from.

        Raises:
            UsageError: where the path says so.
        """
        for growth in (self.growth, *(growth for _, growth in self.single)):
            if growth <= -_HUNDRED:
                raise UsageError("assess.path_falls", name=self.name, growth=show(growth))

    def in_year(self, year: int) -> Decimal:
        """The growth of a year, in percent."""
        return dict(self.single).get(year, self.growth)


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """A level that is known, where a path begins.

    Attributes:
        value: in the unit; more than zero.
        year: its year.
        unit: base unit; an amount in `USD` also moves with the exchange rate.
        inputs: ids of the statements that it rests on.
        confidence: that of the least sure of them.
    """

    value: Decimal
    year: int
    unit: str
    inputs: tuple[str, ...] = ()
    confidence: float = 1.0


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What else changes, in percent a year; zero where nothing is said, and then it stays as it is.

    Attributes:
        people: growth of the population.
        prices: growth of the prices of what is produced.
        currency: by how much more đồng buy a dollar.
    """

    people: Decimal = Decimal(0)
    prices: Decimal = Decimal(0)
    currency: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        """A fall of 100 % or more leaves nothing to divide by.

        Raises:
            UsageError: where one of them says so.
        """
        for change in (self.people, self.prices, self.currency):
            if change <= -_HUNDRED:
                raise UsageError("assess.change_falls", change=show(change))


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """The value of a year, in the unit of the level."""

    year: int
    value: Decimal


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """A path run to a year.

    Attributes:
        path: its name.
        what: what was run.
        unit: of the values.
        years: year by year, after the one that is known; empty where it cannot be run.
        least: whether the values are the least that the path gives.
        method: how it was worked out and what was taken to stay, or why it cannot be.
        inputs: ids of the statements that it rests on.
        confidence: that of the least sure of them.
    """

    path: str
    what: What
    unit: str
    years: tuple[Step, ...] = ()
    least: bool = False
    method: Message
    inputs: tuple[str, ...] = ()
    confidence: float = 1.0


class Needed(msgspec.Struct, frozen=True, kw_only=True):
    """The pace that reaches a goal.

    Attributes:
        first: the first year that must grow so.
        last: the year of the goal.
        growth: of the size at constant prices, in percent a year, rounded up so that it suffices; None where it
            cannot be worked out.
        yearly: likewise of what the goal is about, as it is counted (current prices, per head, in its currency).
        method: how it was worked out and what was taken to stay, or why it cannot be.
        inputs: ids of the statements that it rests on.
        confidence: that of the least sure of them.
    """

    first: int
    last: int
    growth: Decimal | None = None
    yearly: Decimal | None = None
    method: Message
    inputs: tuple[str, ...] = ()
    confidence: float = 1.0


@cache
def named_paths() -> tuple[Path, ...]:
    """The base and the high path, as `scenarios.yaml` beside this module draws them."""
    text = resources.files("camket.assess").joinpath("scenarios.yaml").read_text(encoding="utf-8")
    return msgspec.convert(plain_yaml.load(text), typed(tuple[Path, ...]))


def stated_paths(statements: Iterable[Statement], area: str) -> tuple[Path, ...]:
    """The paths that papers draw for an area: growth of its size that stands under a scenario.

    Args:
        statements: of any kind.
        area: slug; its forms of the same boundary count too.
    """
    own = boundary(area)
    return tuple(
        Path(
            name=each.figure.scenario or each.figure.quote,
            growth=each.figure.value,
            least=each.figure.comparator in _MORE,
            inputs=(each.id,),
            confidence=each.figure.confidence,
        )
        for each in statements
        if each.figure.role == "scenario" and each.figure.value > -_HUNDRED and _is_growth_of(each, own)
    )


def run(path: Path, start: Level, last: int, *, what: What = "size", around: Around | None = None) -> Run:
    """Run a path from a known level to the end of a year.

    Args:
        path: how the size grows.
        start: the level of `what` that is known.
        last: the last year.
        what: what the level is of.
        around: what else changes.
    """
    around = around or Around()
    trouble = _trouble(start, last)
    if trouble is not None:
        return Run(path=path.name, what=what, unit=start.unit, method=trouble)
    beside, value, steps = _beside(what, start.unit, around), start.value, []
    for year in range(start.year + 1, last + 1):
        value *= _factor(path.in_year(year)) * beside
        steps.append(Step(year=year, value=rounded(value)))
    return Run(
        path=path.name,
        what=what,
        unit=start.unit,
        years=tuple(steps),
        least=path.least,
        method=message(
            f"assess.run_{what}",
            value=show(start.value),
            in_unit=start.unit,
            year=start.year,
            last_year=last,
            growth=show(path.growth),
            **_said(around),
        ),
        inputs=tuple(dict.fromkeys((*start.inputs, *path.inputs))),
        confidence=min(start.confidence, path.confidence),
    )


def needed(
    start: Level,
    goal: Decimal,
    last: int,
    *,
    what: What = "size",
    first: int | None = None,
    before: Path | None = None,
    around: Around | None = None,
) -> Needed:
    """The growth that every year must have so that a goal is reached.

    Args:
        start: the level of `what` that is known.
        goal: the level asked for, in the same unit.
        last: the year by whose end it is asked for.
        what: what goal and level are of.
        first: the first year that is free to choose; None: the one after the level's.
        before: how the years between the level's and the first grow; needed where there are such years.
        around: what else changes.
    """
    around, opening = around or Around(), start.year + 1 if first is None else first
    trouble = _trouble(start, last) or _out_of_reach(start, goal, opening, last, before)
    if trouble is not None:
        return Needed(first=opening, last=last, method=trouble)
    beside, value = _beside(what, start.unit, around), start.value
    for year in range(start.year + 1, opening):
        value *= _factor(before.in_year(year) if before is not None else Decimal(0)) * beside
    factor = (goal / value) ** (_ONE / (last - opening + 1))
    known = before if opening > start.year + 1 else None
    return Needed(
        first=opening,
        last=last,
        growth=_percent(factor / beside),
        yearly=_percent(factor),
        method=message(
            f"assess.needed_{what}",
            value=show(start.value),
            in_unit=start.unit,
            year=start.year,
            goal=show(goal),
            first_year=opening,
            last_year=last,
            opening=show(rounded(value)),
            **_said(around),
        ),
        inputs=tuple(dict.fromkeys((*start.inputs, *(known.inputs if known is not None else ())))),
        confidence=min(start.confidence, known.confidence if known is not None else 1.0),
    )


def _is_growth_of(statement: Statement, area: str) -> bool:
    """Whether it is the yearly growth of the size of the area, on the year before."""
    series = statement.series
    if series is None or (series.indicator, series.measure, series.unit) != (_SIZE, "growth", "percent"):
        return False
    return boundary(series.area) == area and not series.breakdown


def _trouble(start: Level, last: int) -> Message | None:
    """Why nothing can be run from a level to a year."""
    if start.value <= 0:
        return message("assess.path_from_nothing", value=show(start.value), year=start.year)
    return message("assess.path_no_years", year=start.year, last_year=last) if last <= start.year else None


def _out_of_reach(start: Level, goal: Decimal, first: int, last: int, before: Path | None) -> Message | None:
    if goal <= 0:
        return message("assess.path_to_nothing", goal=show(goal))
    if not start.year < first <= last:
        return message("assess.path_no_years", year=first - 1, last_year=last)
    if first > start.year + 1 and before is None:
        years = str(start.year + 1) if first == start.year + 2 else f"{start.year + 1}-{first - 1}"
        return message("assess.path_years_open", years=years, year=start.year, first_year=first)
    return None


def _beside(what: What, unit: str, around: Around) -> Decimal:
    """The factor of a year beside growth at constant prices."""
    factor = _factor(around.prices)
    if unit == "USD":
        factor /= _factor(around.currency)
    return factor / _factor(around.people) if what == "per_head" else factor


def _factor(percent: Decimal) -> Decimal:
    return _ONE + percent / _HUNDRED


def _percent(factor: Decimal) -> Decimal:
    """Rounded up, but not for what lies beyond the digits that were reckoned with."""
    exact = ((factor - _ONE) * _HUNDRED).quantize(_EXACT, context=_ROOMY)
    return exact.quantize(_DIGITS, rounding=ROUND_CEILING, context=_ROOMY)


def _said(around: Around) -> dict[str, str]:
    return {"people": show(around.people), "prices": show(around.prices), "currency": show(around.currency)}
