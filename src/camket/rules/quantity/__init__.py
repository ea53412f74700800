"""A number with its unit, the words that compare, and what it is said per."""

from __future__ import annotations

from camket import catalogue
from camket.grammar.fold import fold
from camket.rules.numeral import lists as words_of_numbers


def lists() -> dict[str, dict[str, str]]:
    """Lists out of the catalogue.

    `unit`: a word to base unit, factor and kind; `noun`: the words of things that are counted; `per`: a word to what
    a figure is said per; `magnitude`: the words that multiply a number.
    """
    units = {fold(word): f"{one.base} {one.factor} {one.kind}" for one in catalogue.load_units() for word in one.names}
    nouns = {
        word: value for word, value in units.items() if value.rsplit(" ", 1)[1] in ("count", "person", "household")
    }
    per = {fold(word): one.per for one in catalogue.load_per_units() for word in one.names}
    return {"unit": units, "noun": nouns, "per": per, **words_of_numbers()}
