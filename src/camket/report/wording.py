"""Reasons in words: their parameters are ids and plain numbers, and are named and written here as people do."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from camket.model.message import Message
from camket.report.dates import period
from camket.report.naming import area_name, indicator_name, word
from camket.report.numbers import amount, number
from camket.words import Language, say

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)-(-?\d+(?:\.\d+)?)", re.ASCII)
_OF_THE_UNIT = frozenset({"value", "bound", "base", "goal", "opening", "step"})
_NUMBERS = _OF_THE_UNIT | {
    "share", "nearly", "ratio", "on_track", "at_risk", "needed", "ceiling", "low", "high", "done", "total", "unknown",
    "rest", "count", "first", "last", "factor", "exact", "probability", "likely", "possible", "growth", "people",
    "prices", "currency", "holds", "size",
}  # fmt: skip
_UNIT = "in_unit"


def reason(said: Message, language: Language, unit: str | None = None) -> str:
    """The sentence of a message with its ids named and its numbers written for people.

    Args:
        said: the message.
        language: of the sentence.
        unit: the unit of the values that it names, where they have one.
    """
    named = dict(said.params).get(_UNIT)
    if named is not None:  # the amounts bring their unit along
        bare = Message(said.code, tuple((name, "" if name == _UNIT else value) for name, value in said.params))
        return " ".join(reason(bare, language, named).split()) if named else _say(said, language, unit)
    return _say(said, language, unit)


def _say(said: Message, language: Language, unit: str | None) -> str:
    worded = tuple((name, _worded(name, value, language, unit)) for name, value in said.params)
    return say(Message(said.code, worded), language)


def _worded(name: str, value: str, language: Language, unit: str | None) -> str:
    named = _NAMED.get(name)
    if named is not None:
        return named(value, language)
    if name not in _NUMBERS:
        return value
    if _NUMBER.fullmatch(value):
        given = unit if name in _OF_THE_UNIT else None
        return amount(Decimal(value), given, language) if given else number(Decimal(value), language)
    found = _RANGE.fullmatch(value)
    if found is not None:
        return f"{number(Decimal(found[1]), language)}-{number(Decimal(found[2]), language)}"
    return value


_NAMED: dict[str, Callable[[str, Language], str]] = {
    "indicator": lambda value, language: indicator_name(value, value, language),
    "measure": lambda value, language: word(f"measure.{value}", language),
    "area": area_name,
    "areas": lambda value, language: ", ".join(area_name(each, language) for each in value.split(", ")),
    "into": area_name,
    "period": period,
}
