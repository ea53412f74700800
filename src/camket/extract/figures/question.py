"""What the ways to an indicator are asked: a quantity in its place, and the links of those before it."""

from __future__ import annotations

import msgspec

from camket import catalogue
from camket.extract.figures.clause import Slot
from camket.extract.figures.own_words import Words, own_words
from camket.grammar.engine import Reading

NEUTRAL_UNITS = frozenset(("rank", "other:times", "percent", "percentage_point"))
"""Percent, ranks and multiples, which fit every indicator."""


class Link(msgspec.Struct, frozen=True):
    """An indicator, the range of the folded text that names it, how it was found, and those it was weighed against."""

    indicator: str
    start: int
    end: int
    how: str
    rivals: tuple[str, ...] = ()


class Question:
    """What the ways are asked.

    `before` is the link of the quantity before in the same sentence, `earlier` that of the sentence before; `left` is
    where the words begin that are the slot's own, `unit` its unit, and `gap` the folded words between the quantity
    before and this one.
    """

    __slots__ = ("_own", "before", "earlier", "gap", "left", "reading", "slot", "unit")

    def __init__(self, reading: Reading, slot: Slot, before: Link | None, earlier: Link | None, left: int) -> None:
        self.reading, self.slot, self.before, self.earlier, self.left = reading, slot, before, earlier, left
        self.unit, self.gap = slot.quantity.unit, reading.low[left : slot.start]
        self._own: Words | None = None

    @property
    def own(self) -> Words:
        """The words that the quantity keeps where no name of the catalogue stands by it."""
        self._own = self._own or own_words(self.reading, self.slot)
        return self._own


def fits(indicator: str, unit: str) -> bool:
    """Whether a quantity of this unit can be said of the indicator. Percent, ranks and multiples fit every one."""
    if indicator.startswith("other:"):
        return False
    units = catalogue.indicator(indicator).units
    return unit in NEUTRAL_UNITS or unit in units or (unit == "count" and "person" in units)


def own_link(asked: Question) -> Link:
    """The words that the quantity keeps, as what it is of."""
    own = asked.own
    return Link(f"other:{own.slug}", own.start, own.end, "own_words")
