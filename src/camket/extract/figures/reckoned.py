"""A measure as it is reckoned from the words."""

from __future__ import annotations

from decimal import Decimal

from camket.model.fact import Measure


class Reckoned:
    """A measure with the sign that the words give the value, what is added to it, and the unit where it is another."""

    __slots__ = ("measure", "shift", "sign", "unit")

    def __init__(self, measure: Measure, sign: int = 1, shift: Decimal = Decimal(0), unit: str | None = None) -> None:
        self.measure, self.sign, self.shift, self.unit = measure, sign, shift, unit
