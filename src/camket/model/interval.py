"""A figure is an interval: what a printed number can mean, and when two of them agree.

A number is printed with a certain fineness and with words such as `trên` or `khoảng`. Two statements contradict only
where no value fits both.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

import msgspec

from camket.model.fact import Comparator

HALF = Decimal("0.5")
SHARE_CEILING = Decimal(100)


class Slack(NamedTuple):
    """How far an actual may lie below and above its printed number, as parts of that number."""

    down: Decimal
    up: Decimal


SLACK: dict[str, Slack] = {
    "gt": Slack(Decimal(0), Decimal("0.05")),  # trên, hơn
    "ge": Slack(Decimal(0), Decimal("0.05")),  # trở lên, ít nhất
    "lt": Slack(Decimal("0.05"), Decimal(0)),  # dưới
    "le": Slack(Decimal("0.05"), Decimal(0)),  # không quá
    "nearly": Slack(Decimal("0.05"), Decimal(0)),  # gần, which the facts give as `approx`
    "approx": Slack(Decimal("0.05"), Decimal("0.05")),  # khoảng
}
"""The one table of slack. Ours: no rule says how far `trên 165.000 tỷ` may reach."""

_MIRRORED: dict[Comparator, Comparator] = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge"}


class Interval(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """The values that a number may stand for; an end that is None is open to infinity."""

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    def contains(self, value: Decimal) -> bool:
        """Whether the value is one of them."""
        return self._above_low(value) and self._below_high(value)

    def meets(self, other: Interval) -> bool:
        """Whether at least one value is in both."""
        return _reaches(self, other) and _reaches(other, self)

    def _above_low(self, value: Decimal) -> bool:
        return self.low is None or value > self.low or (self.low_closed and value == self.low)

    def _below_high(self, value: Decimal) -> bool:
        return self.high is None or value < self.high or (self.high_closed and value == self.high)

    def __str__(self) -> str:
        left = f"{'[' if self.low_closed else '('}{self.low}" if self.low is not None else "(-inf"
        right = f"{self.high}{']' if self.high_closed else ')'}" if self.high is not None else "inf)"
        return f"{left}, {right}"


def _reaches(lower: Interval, upper: Interval) -> bool:
    """Whether `lower` begins no later than `upper` ends."""
    if lower.low is None or upper.high is None or lower.low < upper.high:
        return True
    return lower.low == upper.high and lower.low_closed and upper.high_closed


def exactly(value: Decimal) -> Interval:
    """The interval of one value."""
    return Interval(low=value, high=value)


def between(one: Decimal, other: Decimal) -> Interval:
    """Both ends included, in whichever order the text names them (`giảm 1-1,5%`)."""
    return Interval(low=min(one, other), high=max(one, other))


def bound(value: Decimal, comparator: Comparator, value_high: Decimal | None = None) -> Interval:
    """What a target asks for. `eq` is the number itself: the direction that is better belongs to the indicator.

    Of a fall (`giảm ít nhất 1%` is -1) the words speak of its size, so they turn round.
    """
    if value_high is not None:
        return between(value, value_high)
    match _MIRRORED.get(comparator, comparator) if value < 0 else comparator:
        case "gt" | "ge" as sign:
            return Interval(low=value, high=None, low_closed=sign == "ge", high_closed=False)
        case "lt" | "le" as sign:
            return Interval(low=None, high=value, low_closed=False, high_closed=sign == "le")
        case "within":
            return between(Decimal(1), value)
        case "approx":
            return stretched(value, SLACK["approx"])
    return exactly(value)


def measured(
    value: Decimal,
    comparator: Comparator,
    *,
    value_high: Decimal | None = None,
    step: Decimal | None = None,
    nearly: bool = False,
) -> Interval:
    """What an actual, an estimate or any other number that is no target may stand for.

    Args:
        value: the number in its base unit.
        comparator: what its words say.
        value_high: the upper end of a range.
        step: one unit of its last printed digit, in the base unit; None where it is exact.
        nearly: whether an `approx` was said as `gần`, which is only ever less.
    """
    if value_high is not None:
        return between(value, value_high)
    if comparator == "within":
        return between(Decimal(1), value)
    slack = SLACK.get("nearly" if nearly and comparator == "approx" else comparator)
    if slack is not None:
        return stretched(value, slack, closed=comparator not in ("gt", "lt"))
    if step is None:
        return exactly(value)
    half = step * HALF
    if value < 0:  # a fall of 2,3 % is [2.25, 2.35) in size
        return Interval(low=value - half, high=value + half, low_closed=False)
    return Interval(low=value - half, high=value + half, high_closed=False)


def stretched(value: Decimal, slack: Slack, *, closed: bool = True) -> Interval:
    """The number with its slack, in size: a fall of `trên 6%` reaches from -6 downwards.

    `closed` says whether the number itself is one of the values.
    """
    near, far = value - slack.down * value, value + slack.up * value
    ends = {value: closed}
    low, high = min(near, far), max(near, far)
    return Interval(low=low, high=high, low_closed=ends.get(low, True), high_closed=ends.get(high, True))


def cut_to_share(interval: Interval) -> Interval:
    """Cut to [0, 100]. What lies wholly outside is left alone: it is no share, and hiding that would be a lie."""
    zero = Decimal(0)
    if not interval.meets(between(zero, SHARE_CEILING)):
        return interval
    low, low_closed = interval.low, interval.low_closed
    high, high_closed = interval.high, interval.high_closed
    if low is None or low < zero:
        low, low_closed = zero, True
    if high is None or high > SHARE_CEILING:
        high, high_closed = SHARE_CEILING, True
    return Interval(low=low, high=high, low_closed=low_closed, high_closed=high_closed)
