"""What the value of a cell measures, with its sign and its unit."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from camket import catalogue
from camket.extract.tables.cell import Measured, Value
from camket.extract.tables.head import Column
from camket.extract.tables.name import Named
from camket.grammar.expression import expression
from camket.model.fact import Measure

_FALLS = expression(r"(?<!\w)giảm(?!\w)(?! (?:còn|xuống|nghèo (?:bền|và|thông)))")
_FALLS_BY = expression(r"^(?:mức |số )?giảm(?! nghèo)(?!\w)|(?<!\w)giảm(?: trong năm)?$")
"""A number of things that becomes less: `số hộ nghèo giảm`."""
_FALLS_BY_RATE = expression(r"(?:mức )?giảm tỷ (?:lệ|suất)(?!\w)|mức giảm (?!\d)[^\d]*tỷ (?:lệ|suất)")
_LEVEL_WORDS = expression(r"(?<!\w)(?:tỷ lệ|tỷ trọng|cơ cấu|so với|so gdp|so grdp|trên gdp|trên grdp)(?!\w)")
INDEX_FROM, _HUNDRED = 70, Decimal(100)
"""Values of a column of comparison that mostly lie above this are indices with 100 for no change."""


class Gauged(NamedTuple):
    """A measure with the factor and shift that make the printed number the figure's, and the unit it is then in."""

    measure: Measure
    unit: str
    factor: Decimal = Decimal(1)
    shift: Decimal = Decimal(0)


def is_index(column: Column, values: list[Value]) -> bool:
    """Whether a column of growth prints indices (106,5 for a rise of 6.5)."""
    if column.measure != "growth" or column.rises or not values or any(value.way for value in values):
        return False
    from statistics import median  # loads much, and few tables ask

    return median(value.value for value in values) >= INDEX_FROM


def gauge(value: Value, unit: Measured, column: Column, named: Named, words: str, *, index: bool) -> Gauged:
    """How a value is to be taken.

    `unit` is that of the value itself (its cell's, its column's or its row's), `words` the folded name of the row.
    """
    base, factor = unit
    if column.measure == "share_of_plan":
        return Gauged("share_of_plan", "percent")
    if base == "rank":
        return Gauged("rank", "rank")
    if column.measure == "growth":
        return Gauged("growth", "percent", _sign(value), -_HUNDRED if index else Decimal(0))
    if column.measure == "change" or (value.way and base != "percent"):
        return Gauged("change", "percentage_point" if base == "percent" else base, factor * _sign(value))
    if base == "percentage_point":
        return Gauged("change", base, factor * _sign(value) * _falls(value, words))
    if base == "percent" and not column.share:
        return _percent(value, factor, named, words)
    if named.how == "row" and _FALLS_BY.search(words):
        return Gauged("change", base, factor * _falls(value, words))
    return Gauged("level", base, factor)


def _percent(value: Value, factor: Decimal, named: Named, words: str) -> Gauged:
    means = None if named.indicator.startswith("other:") else catalogue.indicator(named.indicator).percent
    if means == "level" and (_FALLS.search(words) or value.way < 0):
        return Gauged("change", "percentage_point", factor * _sign(value) * _falls(value, words))
    if means is None and _FALLS_BY_RATE.match(words):
        return Gauged("change", "percentage_point", factor * _sign(value) * _falls(value, words))
    grows = named.growth or (means == "growth" and not _LEVEL_WORDS.search(words))
    if value.way or (grows and means != "level"):
        shift = -_HUNDRED if not value.way and _prints_index(named.indicator, value.value) else Decimal(0)
        return Gauged("growth", "percent", factor * _sign(value), shift)
    return Gauged("share_of_plan" if means == "share_of_plan" else "level", "percent", factor)


def _sign(value: Value) -> Decimal:
    return Decimal(-1) if value.way < 0 else Decimal(1)


def _falls(value: Value, words: str) -> Decimal:
    """-1 where the name says that it falls and the cell does not say it again."""
    return Decimal(-1) if _FALLS.search(words) and not value.way and value.value > 0 else Decimal(1)


def _prints_index(indicator: str, value: Decimal) -> bool:
    """Whether a growth that the catalogue holds impossible is possible as an index: 103,2 is a rise of 3.2."""
    if indicator.startswith("other:"):
        return False
    ranges = [one for one in catalogue.indicator(indicator).plausible if one.measure == "growth"]
    return any(one.high < value and one.low <= value - _HUNDRED <= one.high for one in ranges)
