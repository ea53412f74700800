"""What a target asks for, turned so that more is always better."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from camket.model.indicator import Indicator
from camket.model.interval import SHARE_CEILING, Interval
from camket.model.message import Message, message
from camket.model.plan import Target
from camket.rules.numeral.item import show


class Goal(msgspec.Struct, frozen=True, kw_only=True):
    """The near end that must be reached and the far end beyond which a target is exceeded.

    Attributes:
        near: in the target's own sign.
        far: the other end of a range; the near end itself where there is none.
        up: whether more is better; otherwise less is.
        strict: whether the near end itself is not enough (`trên`, `dưới`).
    """

    near: Decimal
    far: Decimal
    up: bool
    strict: bool

    def turned(self, value: Decimal) -> Decimal:
        """The value with the sign in which more is better."""
        return value if self.up else -value

    def turned_interval(self, interval: Interval) -> Interval:
        """The interval with the sign in which more is better."""
        if self.up:
            return interval
        return Interval(
            low=None if interval.high is None else -interval.high,
            high=None if interval.low is None else -interval.low,
            low_closed=interval.high_closed,
            high_closed=interval.low_closed,
        )

    def distance(self, value: Decimal) -> Decimal:
        """From the near end to the value, positive on the good side."""
        return self.turned(value) - self.turned(self.near)

    def reached(self, value: Decimal) -> bool:
        """Whether a value taken as exact is enough."""
        return self.distance(value) > 0 or (self.distance(value) == 0 and not self.strict)


YES = Goal(near=Decimal(1), far=Decimal(1), up=True, strict=False)
"""What a target asks for that is done or not done."""


def goal_of(target: Target, indicator: Indicator) -> Goal | None:
    """The goal of a target; None where neither its words nor its indicator say which way is better."""
    bound, figure = target.bound, target.statement.figure
    if bound.low is not None and bound.high is None:
        return Goal(near=bound.low, far=bound.low, up=True, strict=not bound.low_closed)
    if bound.low is None and bound.high is not None:
        return Goal(near=bound.high, far=bound.high, up=False, strict=not bound.high_closed)
    if bound.low is None or bound.high is None:
        return None
    if figure.measure == "rank" or figure.comparator == "within":
        return Goal(near=bound.high, far=bound.high, up=False, strict=False)
    if figure.measure == "share_of_plan" or indicator.direction == "up":
        return Goal(near=bound.low, far=bound.high, up=True, strict=False)
    if indicator.direction == "down":
        return Goal(near=bound.high, far=bound.low, up=False, strict=False)
    return None


def not_measurable(target: Target, goal: Goal | None) -> Message | None:
    """Why a target cannot be measured at all; None where it can."""
    figure = target.statement.figure
    if goal is None:
        return message("assess.no_direction", indicator=figure.counts_for)
    if figure.unit == "percent" and figure.measure == "level" and goal.near > SHARE_CEILING:
        return message("assess.share_over_100", bound=show(goal.near))
    return None


def share_of_way(goal: Goal, value: Decimal, base: Decimal | None) -> Decimal | None:
    """Which part of the way from the base to the near end is done; None where no such part exists.

    Without a base it is the part of the target itself (of the value, where less is better). A target or a value of
    zero, a change of sign, and a base that stood at the target already have no part of the way: small numbers put in
    their place would give any answer.
    """
    if base is not None:
        way = goal.turned(goal.near) - goal.turned(base)
        return (goal.turned(value) - goal.turned(base)) / way if way > 0 else None
    if goal.near <= 0 or value <= 0:
        return None
    return value / goal.near if goal.up else goal.near / value
