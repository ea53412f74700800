"""A target that is being judged, and what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Context, Decimal
from typing import Protocol

import msgspec

from camket import catalogue
from camket.assess.goal import Goal
from camket.assess.readings import Point, Values
from camket.model.area import Succession
from camket.model.indicator import Indicator
from camket.model.message import Message, message
from camket.model.plan import Target
from camket.model.scoreboard import Pace, State
from camket.model.series import Source
from camket.resolve.areas import boundary
from camket.rules.numeral.item import show

_DIGITS = Decimal("0.1")
_HUNDREDTH = Decimal("0.01")
_ROOMY = Context(prec=1000)  # a path over centuries must not run out of digits


class Outlook(Protocol):
    """A forecast's answer to one question: how likely a goal is reached by its due."""

    def __call__(self, points: Sequence[Point], goal: Goal, due: date) -> Decimal | None:
        """The probability, from 0 to 1; None where the points are too few or of no use for a forecast.

        Args:
            points: the values that can be compared, the oldest first.
            goal: what is asked for.
            due: the last day.
        """


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """Where a target stands, by which value and method.

    Attributes:
        state: where it stands.
        reason: why, with both numbers.
        point: the value that it was judged by.
        distance: from the bound to the value, positive on the good side.
        pace: before the due, the pace had beside the pace needed.
        asked: the values that a forecast was asked about, where it decided.
        answer: the words of a paper that say whether it was done.
    """

    state: State
    reason: Message
    point: Point | None = None
    distance: Decimal | None = None
    pace: Pace | None = None
    asked: tuple[Point, ...] = ()
    answer: Source | None = None


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """A target that can be measured, with what is known of it.

    Attributes:
        over: whether its due has passed.
        base_year: the year in which the way to it begins.
        outlook: asked for the probability of arriving; None where there is no forecast.
    """

    target: Target
    goal: Goal
    indicator: Indicator
    values: Values
    over: bool
    base_year: int | None
    outlook: Outlook | None = None


def told(case: Case, point: Point, state: State, code: str, pace: Pace | None = None, **params: object) -> Judged:
    """The state with its value, distance, and a reason that names both numbers and the period of the value."""
    said = {name: value for name, value in params.items() if value is not None}
    return Judged(
        state=state,
        point=point,
        distance=case.goal.distance(point.value),
        pace=pace,
        reason=message(
            code,
            value=show(point.value),
            bound=show(case.goal.near),
            period=str(point.period),
            **{name: show(value) if isinstance(value, Decimal) else value for name, value in said.items()},
        ),
    )


def no_data(case: Case) -> Judged:
    """No value at all; where the area has been merged into another since, that is why."""
    series = case.target.statement.series
    root = boundary(series.area) if series is not None else ""
    due = case.target.due
    merger = next((edge for edge in catalogue.load_successions() if _merges(edge, root)), None)
    if case.over and merger is not None and due is not None and merger.date <= due:
        return Judged(state="no_data", reason=message("assess.area_merged", area=root, into=merger.to))
    return Judged(state="no_data", reason=message("assess.no_value"))


def percent(share: Decimal) -> str:
    """A part of one in percent, to a tenth."""
    return show((share * 100).quantize(_DIGITS))


def rounded(value: Decimal) -> Decimal:
    """To a hundredth, or to whole units where it is large."""
    return value.quantize(_HUNDREDTH if abs(value) < 1_000_000 else Decimal(1), context=_ROOMY)


def _merges(edge: Succession, root: str) -> bool:
    return edge.to is not None and len(edge.from_) > 1 and any(boundary(slug) == root for slug in edge.from_)
