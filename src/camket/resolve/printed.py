"""How finely a number was printed, read off the quote of its figure."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from camket import catalogue
from camket.grammar.expression import compiled
from camket.grammar.fold import fold
from camket.model.unit import UnitKind
from camket.rules.numeral.item import WRITTEN, decimal, step

COUNTED: frozenset[UnitKind] = frozenset(("count", "person", "household", "rank"))
"""Kinds of units whose numbers are exact unless a magnitude word rounds them."""

_WORD = r"(?![^\W\d_])"
_KEPT = 16_384
"""Quotes of which the fineness is kept: pages read the same statements again and again."""


@lru_cache(maxsize=_KEPT)
def printed_step(quote: str, value: Decimal | None = None) -> Decimal | None:
    """One unit of the last printed digit of the first number, in the base unit; None where it has no digits.

    `6,9%` is 0.1; `165.000 tỷ đồng` is 1,000,000,000, for the last digit stands before the magnitude word. Where the
    magnitude stands elsewhere, as over the column of a table, the `value` of the figure tells it.
    """
    found = _number().search(fold(quote))
    if found is None:
        return None
    size, unit = found["size"], found["unit"]
    if size is None and unit is None:
        return step(found["digits"]) * _magnitude_elsewhere(found["digits"], value)
    return step(found["digits"]) * (_magnitudes()[size] if size else 1) * (_unit_factors()[unit] if unit else 1)


def is_rounded(quote: str, value: Decimal | None = None) -> bool:
    """Whether a count is rounded by a magnitude: `1,2 triệu`, or `850` in a column of thousands."""
    found = _number().search(fold(quote))
    if found is None:
        return False
    return found["size"] is not None or _magnitude_elsewhere(found["digits"], value) > 1


def _magnitude_elsewhere(digits: str, value: Decimal | None) -> Decimal:
    """How many times the printed number a value is, where that is ten, a hundred and so on; else 1."""
    printed = decimal(digits)
    if value is None or not printed or abs(value) == printed:
        return Decimal(1)
    times = (abs(value) / printed).normalize()
    digit, exponent = times.as_tuple().digits, times.as_tuple().exponent
    return times if digit == (1,) and isinstance(exponent, int) and exponent > 0 else Decimal(1)


@cache
def unit_kinds() -> dict[str, UnitKind]:
    """The kind of each unit of the catalogue, by id."""
    return {unit.id: unit.kind for unit in catalogue.load_units()}


@cache
def _magnitudes() -> dict[str, Decimal]:
    return {fold(name): each.factor for each in catalogue.load_magnitudes() for name in each.names}


@cache
def _unit_factors() -> dict[str, Decimal]:
    """Factors of the units that are no base unit: `km2` is 100 of its base."""
    return {fold(name): each.factor for each in catalogue.load_units() if each.factor != 1 for name in each.names}


@cache
def _number() -> re.Pattern[str]:
    sizes, units = _either(_magnitudes()), _either(_unit_factors())
    digits = WRITTEN.replace("{magnitude}", sizes)
    return compiled(rf"(?P<digits>{digits})(?:\s?(?P<size>{sizes}){_WORD})?(?:\s?(?P<unit>{units}){_WORD})?")


def _either(words: dict[str, Decimal]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
