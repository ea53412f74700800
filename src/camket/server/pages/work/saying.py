"""Messages of the core whose numbers and days are written as readers write them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from camket.model.message import Message
from camket.report.dates import day
from camket.report.marked import shown
from camket.report.numbers import number
from camket.words import Language, say

_NUMBERS = frozenset(
    ("value", "total", "first", "last", "part", "parts", "whole", "exact", "of_total", "share", "one", "other")
)
_ENGLISH = str.maketrans(",.", ".,")
_PLAIN, _ISO = re.compile(r"\d+(?:\.\d+)?"), re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def said(told: Message, language: Language) -> str:
    """A message in words; `9831` reads `9.831`, `2026-10-20` reads `20/10/2026`."""
    params = tuple((name, _written(name, value, language)) for name, value in told.params)
    return shown(say(Message(told.code, params), language))


def printed(words: str, language: Language) -> str:
    """A number as a Vietnamese paper prints it, `16,47%`, with the marks of the language: `16.47%`."""
    return words.translate(_ENGLISH) if language == "en" else words


def _written(name: str, value: str, language: Language) -> str:
    if _ISO.search(value):
        return _ISO.sub(lambda found: day(date.fromisoformat(found[0]), language), value)
    if name.endswith("printed"):
        return printed(value, language)
    if name in _NUMBERS:
        return _PLAIN.sub(lambda found: number(Decimal(found[0]), language), value)
    return value
