"""A cell of a table: its place, the unit that it names, the value that it holds."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from camket.extract.figures.own_words import Words
from camket.extract.tables.words import any_of, table_words
from camket.grammar.expression import compiled, expression
from camket.model.fact import Comparator, Role
from camket.rules.book import words_of
from camket.rules.numeral.item import decimal

_LEAST_MONEY = Decimal(10**6)
"""`triệu`, `tỷ` without a noun are money."""
MONEY = frozenset(("VND", "USD"))
_TO_END_WITH = frozenset(("VND", "USD", "tonne", "ha"))
_LONGEST_UNIT = 3
"""Words of a unit that the catalogue does not know."""
_LONGEST_VALUE = 60
_TIME = "other:months"
"""`5 tháng` heads a column and is no value."""


class Cell(NamedTuple):
    """A cell without the blanks at its edges: its place in the folded text and its words in lower case."""

    start: int
    end: int
    low: str


class Measured(NamedTuple):
    """A base unit and how many of it a printed 1 is."""

    base: str
    factor: Decimal = Decimal(1)


class Value(NamedTuple):
    """What a cell says. `way` is 1 for a rise, -1 for a fall, 0 where it says neither."""

    value: Decimal
    high: Decimal | None = None
    comparator: Comparator = "eq"
    unit: Measured | None = None
    way: int = 0
    role: Role | None = None


PERCENT, RANK = Measured("percent"), Measured("rank")


@lru_cache(maxsize=1024)
def unit_of(text: str) -> Measured | None:
    """The unit that folded words name (`nghìn lượt`, `tỷ đồng/năm`, `điểm %`, `1.000 người`), if they name one."""
    text = " ".join(text.split()).strip(" .:;()")
    words = table_words()
    if not text or text in words.roles or text in words.plan:
        return None
    if text in words.ranks:
        return RANK
    if text.startswith("%"):
        return PERCENT
    found = _known(text) or _per(text) or _multiple(text)
    return found or (unit_of(text.replace(".", " ")) if re.search(r"[^\W\d]\.", text) else None)


_IN_PARENTHESES = expression(r"\((?:đơn vị(?: tính)? ?:? |đvt ?:? ?|tính bằng )?([^()]{1,40})\)")


def unit_in(text: str) -> Measured | None:
    """The unit that stands in parentheses in folded words: `thu ngân sách (tỷ đồng)`."""
    for found in _IN_PARENTHESES.finditer(text):
        unit = unit_of(found[1])
        if unit is not None:
            return unit
    return None


def without_unit(text: str) -> str:
    """The words without a unit in parentheses."""
    kept = _IN_PARENTHESES.sub(lambda found: found[0] if unit_of(found[1]) is None else " ", text)
    return " ".join(kept.split())


def last_unit(text: str) -> tuple[str, Measured] | None:
    """The money, weight or area that ends words without parentheses (`giá trị sản xuất tỷ đồng`), with its words."""
    words = text.split()
    for count in (3, 2):
        last = " ".join(words[-count:])
        unit = unit_of(last) if len(words) > count else None
        if unit is not None and unit.base in _TO_END_WITH:
            return last, unit
    return None


def any_unit(text: str) -> Measured | None:
    """The same in a column of units, where every noun is a unit: `con`, `bộ` count, `kg/người` is its own."""
    *before, last = text.split() or [""]
    text = " ".join((*before, table_words().short_units.get(last, last)))
    found = unit_of(text)
    if found is not None or not text or text in table_words().blank or any(letter.isdigit() for letter in text):
        return found
    if text.endswith("%"):
        return PERCENT
    if "/" in text:
        money = unit_of(text[: text.index("/")])
        if money is not None and money.base in MONEY:
            return money  # whatever it is counted for: `đồng/biên chế/năm`
        return Measured(f"other:{Words(0, 0, text).slug}")
    factor = next((said for word, said in _magnitudes() if text.startswith(f"{word} ") and said[-1] == " "), "1")
    return Measured("count", Decimal(factor.strip())) if len(text.split()) <= _LONGEST_UNIT else None


def _known(text: str) -> Measured | None:
    said = words_of("quantity")["unit"].get(text)
    if said is None:
        return None
    base, factor, _ = said.split(" ")
    return Measured(base, Decimal(factor))


def _per(text: str) -> Measured | None:
    """The unit before `/năm`, `/người`, which say what it is counted for."""
    for words in words_of("quantity")["per"]:
        if text.endswith(words) and len(text) > len(words):
            return unit_of(text[: -len(words)])
    return None


def _multiple(text: str) -> Measured | None:
    """`1.000 tấn`, `nghìn lượt`, `trđ`, `tỷ`."""
    printed = re.match(r"([1-9]\d{0,2}(?:\.\d{3})+|\d+) ?(?=[^\W\d])", text)
    if printed:
        unit = unit_of(text[printed.end() :])
        return unit and Measured(unit.base, unit.factor * decimal(printed[1]))
    for word, said in _magnitudes():
        rest = text[len(word) :]
        if text.startswith(word) and (not rest or not rest[0].isalnum()):
            factor, _, held = said.partition(" ")
            unit = Measured(held) if held else unit_of(rest) if rest.strip() else _money(Decimal(factor))
            return unit and Measured(unit.base, unit.factor * Decimal(factor))
    return None


def _money(factor: Decimal) -> Measured | None:
    return Measured("VND") if factor >= _LEAST_MONEY else None


@cache
def _magnitudes() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(words_of("numeral")["magnitude"].items(), key=lambda pair: -len(pair[0])))


_NUMBER = r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d+(?:[.,]\d+)?"
_UNIT = r"%[^\d()]{0,12}|[^\W\d][^\d()]{0,28}[23²³]?"


@cache
def _value() -> re.Pattern[str]:
    words = table_words()
    return compiled(
        rf"(?P<open>\()?(?:(?P<role>{any_of(words.cell_roles)}) |(?:đạt|là|còn|có|từ) )?"
        rf"(?:(?P<before>{any_of(words.comparators)}) ?)?(?:(?P<way>tăng(?: thêm)?|giảm|âm|[+-])(?: từ)? ?)?"
        rf"(?:(?P<within>{any_of(words.comparators)}) ?)?"
        rf"(?P<low>{_NUMBER}) ?(?P<first_unit>%)?(?: ?(?:-|đến|tới|÷) ?(?P<high>{_NUMBER}))?"
        rf"(?: ?(?P<unit>{_UNIT}))?(?(open)\))(?: ?(?:\*+|\(\*+\)))?"
    )


_RANK = expression(
    r"(?:(?:trong )?(?:nhóm|tốp|top) (?P<within>\d{1,3})(?: [^\d]{1,40})?"
    r"|(?:xếp )?(?:thứ hạng|thứ|hạng|vị trí|vị thứ) (?:thứ )?(?P<place>\d{1,3})(?:/\d\d)?(?: [^\d]{1,30})?)"
)
_EXPLAINED = expression(r"(?<=[\d%]) ?\((?=[^()]*[^\W\d]{2})[^()]{4,120}\)$")
_OF_MANY = expression(r"(?P<place>\d{1,2})/\d\d")


def is_blank(text: str) -> bool:
    """Whether a cell holds nothing."""
    return not text or text in table_words().blank


def value_part(cell: Cell) -> Cell:
    """The cell without what parentheses at its end explain: `6.065 (giảm 28,3% so với năm 2020)`."""
    low = _EXPLAINED.sub("", cell.low)
    return cell if len(low) == len(cell.low) else Cell(cell.start, cell.start + len(low), low)


@lru_cache(maxsize=4096)
def value_of(text: str) -> Value | None:
    """The value that a cell holds (`8,12`, `trên 700`, `1,5-2`, `nhóm 20`, `tăng 1,1%`), if it holds one."""
    text = _EXPLAINED.sub("", text)
    if len(text) > _LONGEST_VALUE or is_blank(text) or not any(letter.isdigit() for letter in text):
        return None
    tail = next((words for words in table_words().tails if text.endswith(f" {words}")), "")
    found = _value().fullmatch(text.removesuffix(f" {tail}"))
    if found is not None:
        return _read(found, tail)
    ranked = _RANK.fullmatch(text)
    if ranked is not None:
        number = Decimal(ranked["within"] or ranked["place"])
        return Value(number, comparator="within" if ranked["within"] else "eq", unit=RANK)
    return None


def place_of(text: str) -> Value | None:
    """The place that a cell of a column of ranks holds: `9/34`, else as everywhere."""
    found = _OF_MANY.fullmatch(text)
    return Value(Decimal(found["place"]), unit=RANK) if found else value_of(text)


def _read(found: re.Match[str], tail: str) -> Value | None:
    unit = unit_of(found["unit"]) if found["unit"] else PERCENT if found["first_unit"] else None
    if found["unit"] and (unit is None or unit.base == _TIME):
        return None
    words = table_words()
    low, high = _number(found["low"]), _number(found["high"]) if found["high"] else None
    said = found["before"] or found["within"]
    comparator: Comparator = "range" if high is not None else words.comparators[said] if said else "eq"
    if tail:
        comparator = words.tails[tail]
    way = -1 if found["open"] else {"t": 1, "g": -1, "+": 1}.get((found["way"] or " ")[0], 0)
    sign = -1 if found["way"] in ("-", "âm") else 1
    return Value(
        sign * low,
        None if high is None else sign * high,
        comparator,
        unit,
        way,
        words.cell_roles[found["role"]] if found["role"] else None,
    )


def _number(printed: str) -> Decimal:
    """A printed number; with both a comma and a later point it is written the English way."""
    if "," in printed and "." in printed and printed.rindex(".") > printed.rindex(","):
        return Decimal(printed.replace(",", ""))
    return decimal(printed)
