"""Numbers with their magnitude word: digits in both styles, ranges, words, fractions."""

from __future__ import annotations

from camket import catalogue
from camket.grammar.fold import fold


def lists() -> dict[str, dict[str, str]]:
    """`magnitude`: the words that multiply a number, with their factor and, where they hold one, the unit."""
    return {
        "magnitude": {
            fold(word): f"{one.factor} {one.unit or ''}" for one in catalogue.load_magnitudes() for word in one.names
        }
    }
