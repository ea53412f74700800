"""Numbers as the readers of the two languages write them: `38.000 tỷ đồng`, `6,03%`; `38,000 billion dong`, `6.03%`."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from camket.catalogue import load_units
from camket.model.message import message
from camket.model.scoreboard import Bound
from camket.words import Language, say, sentences

# Money is said in the largest word that leaves at least one whole.
_SCALES = ((Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_MONEY = ("VND", "USD")
_GROUP = {"vi": ".", "en": ","}
_SIGNS = {"bound.ge": "≥", "bound.gt": ">", "bound.le": "≤", "bound.lt": "<"}
_POINT = {"vi": ",", "en": "."}
_KEPT = 16_384
"""Amounts of which the words are kept: a page says the same values again and again."""


def number(value: Decimal, language: Language = "vi") -> str:
    """A bare number, its thousands grouped, no digit added or lost; years are not for this function."""
    written = format(value, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    whole, _, part = written.removeprefix("-").partition(".")
    sign = "-" if value < 0 and written != "-0" else ""
    whole = whole.lstrip("0") or "0"
    first = len(whole) % 3
    groups = [whole[:first]] * bool(first) + [whole[place : place + 3] for place in range(first, len(whole), 3)]
    return sign + _GROUP[language].join(groups) + (_POINT[language] + part if part else "")


@lru_cache(maxsize=_KEPT)
def amount(value: Decimal, unit: str, language: Language = "vi", high: Decimal | None = None) -> str:
    """A number with its unit; with `high` a range (`7-8%`)."""
    factor, scale = _scale(max(abs(value), abs(high or value)), unit)
    shown = number(value / factor, language)
    if high is not None:
        shown = span(shown, number(high / factor, language), language)
    return _with_unit(shown, unit, scale, language)


class Axis(NamedTuple):
    """How the numbers of an axis are written: divided by `factor`, with `unit` once above them."""

    factor: Decimal
    unit: str


def axis(largest: Decimal, unit: str, language: Language = "vi") -> Axis:
    """The axis of values no larger than `largest`."""
    factor, scale = _scale(abs(largest), unit)
    return Axis(factor, _with_unit("", unit, scale, language).strip())


def bound(asked: Bound, language: Language = "vi", *, short: bool = False) -> str:
    """What a target asks for, in words: `từ 6% trở lên`, `7-8%`, `tốp 10`; `short` is with signs: `≥ 6%`."""
    said = _said(asked, language, short=short)
    return each_year(said, language) if asked.each_year else said


def each_year(said: str, language: Language = "vi") -> str:
    """A number that is asked for in each of several years."""
    return say(message("bound.each_year", value=said), language)


def _said(asked: Bound, language: Language, *, short: bool) -> str:
    low, high, unit = asked.low, asked.high, asked.unit
    if low is None and high is None:
        return say(message("bound.open"), language)
    if low is None or high is None:
        return _one_sided(asked, language, short=short)
    if asked.comparator == "within":
        return say(message("bound.within", value=number(high, language)), language)
    if asked.comparator == "approx":
        return say(message("bound.approx", value=amount((low + high) / 2, unit, language)), language)
    return amount(low, unit, language, None if low == high else high)


def _one_sided(asked: Bound, language: Language, *, short: bool) -> str:
    if asked.low is not None:
        code, end = ("bound.ge" if asked.low_closed else "bound.gt"), asked.low
    else:
        code, end = ("bound.le" if asked.high_closed else "bound.lt"), asked.high or Decimal(0)
    if short:
        return f"{_SIGNS[code]} {amount(end, asked.unit, language)}"
    return say(message(code, value=amount(end, asked.unit, language)), language)


def span(low: str, high: str, language: Language) -> str:
    """Two ends of a range; a minus sign needs a word between them."""
    if "-" in low + high:
        return say(message("number.span", low=low, high=high), language)
    return f"{low}-{high}"


def _scale(size: Decimal, unit: str) -> tuple[Decimal, str]:
    if unit in _MONEY:
        for factor, name in _SCALES:
            if size >= factor:
                return factor, f".{name}"
    return Decimal(1), ""


def _with_unit(shown: str, unit: str, scale: str, language: Language) -> str:
    pattern = sentences(language).get(f"unit.{unit}{scale}")
    return pattern.format(value=shown) if pattern else f"{shown} {unit_name(unit)}".strip()


def unit_name(unit: str) -> str:
    """The short form of a unit that `words/` does not know, from the catalogue; an unknown unit reads as named."""
    for known in load_units():
        if known.id == unit:
            return known.symbol or next(iter(known.names), "")
    return unit.removeprefix("other:").replace("_", " ")
