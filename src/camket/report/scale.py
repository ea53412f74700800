"""Scales of charts: from a value to its place, and round numbers for an axis."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import NamedTuple

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST = 6
_NEAR_ZERO = Decimal("0.4")


class Scale(NamedTuple):
    """Maps `low` to `start` and `high` to `end`, evenly; all to the middle where `low` is `high`."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The place of a value."""
        if self.low == self.high:
            return (self.start + self.end) / 2
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def nice_steps(low: Decimal, high: Decimal) -> tuple[Decimal, ...]:
    """Round numbers, evenly apart, from one at or below `low` to one at or above `high`; at least two, at most eight.

    Where the values do not lie far from zero the axis begins there, so that heights can be compared.
    """
    low, high = min(low, high), max(low, high)
    if low > 0 and low < high * _NEAR_ZERO:
        low = Decimal(0)
    if high < 0 and high > low * _NEAR_ZERO:
        high = Decimal(0)
    if low == high:
        low, high = low - (abs(low) / 10 or Decimal(1)), high + (abs(high) / 10 or Decimal(1))
    step = _step((high - low) / _MOST)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple((first + place) * step for place in range(int(last - first) + 1))


def _step(least: Decimal) -> Decimal:
    """The smallest round step that is not below `least`."""
    unit = Decimal(1).scaleb(least.adjusted())
    return next(step * unit for step in _STEPS if step * unit >= least)
