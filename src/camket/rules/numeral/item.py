"""What a numeral rule makes, and how digits and number words are read."""

from __future__ import annotations

import re
from decimal import Decimal

import msgspec

from camket.grammar.expression import expression
from camket.grammar.rule import Found

_SEPARATED = r"[.,\d]| \d"
WRITTEN = (
    rf"\d+(?!{_SEPARATED})"
    r"|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"
    r"|[1-9]\d{0,2}(?: \d{3})+(?=\s?{magnitude})|[1-9]\d{0,2}(?: \d{3}){2,}(?! ?\d)"
    rf"|\d+,\d+|\d+\.\d{{1,2}}(?!\d)|0\.\d+|\d+(?={_SEPARATED})"
)
"""Digits as Vietnamese prints them: point or blank between thousands, decimal comma, now and then a decimal point.

Most numbers have nothing that parts their digits; they stand first, and apart from the rest, so that no digits can be
read in two ways. English thousands (`1,250.5`, `3,567,943`) are those that cannot be read otherwise.
"""
OPEN = r"(?<![\w.,/])(?<![^\W\d]-)(?<!\d-)"
"""What must not stand before a number: it does not begin inside a word, a date, a fraction or the code of a paper."""
SIGNS = {"minus": "âm ", "dash": "-", "plus": "+"}
SIGNED = "|".join(
    rf"(?<={sign})(?<![\w.,/]{sign})(?<![^\W\d]-{sign})(?<!\d-{sign})(?P<{name}>)"
    for name, sign in zip(SIGNS, map(re.escape, SIGNS.values()), strict=True)
)
"""A sign before a number, of which the same holds; an empty group tells which."""
CLOSED = r"(?![.,]?\d|\s?/\s?\d|/\w+-|-[^\W\d_])"
"""Nor does it end there."""
SIZE_ENDS = r"(?![^\W\d_])(?!\s(?:lệ|trọng|suất|số|phú|giá(?! trị))(?!\w))"
"""After a magnitude: it is a word of its own, and no `tỷ` of `tỷ lệ`, `tỷ trọng`; a row's number may stand before."""

_THOUSANDS = expression(r"[1-9]\d{0,2}(?:[. ]\d{3})+(?:,\d+)?")
_ENGLISH = expression(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}")


class Numeral(msgspec.Struct, frozen=True, kw_only=True):
    """A number or a range, written out in full.

    `step` is one unit of the last printed digit (`6,9` -> 0.1; `165.000 tỷ` -> 1E+9), None for numbers in words.
    `scale` is the factor of its magnitude word (`triệu`, `tỷ`), 1 where there is none; `unit` the unit that such a
    word holds (`trđ`).
    """

    value: Decimal
    high: Decimal | None = None
    step: Decimal | None = None
    scale: Decimal = Decimal(1)
    unit: str | None = None

    def __str__(self) -> str:
        return show(self.value) if self.high is None else f"{show(self.value)}..{show(self.high)}"


def show(value: Decimal) -> str:
    """A decimal without exponent or trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def decimal(digits: str) -> Decimal:
    """The number that printed digits stand for."""
    if digits.isdecimal():
        return Decimal(digits)
    if _ENGLISH.fullmatch(digits):
        return Decimal(digits.replace(",", ""))
    if _THOUSANDS.fullmatch(digits):
        digits = digits.replace(".", "").replace(" ", "")
    return Decimal(digits.replace(",", "."))


def step(digits: str) -> Decimal:
    """One unit of the last printed digit."""
    number = decimal(digits)
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)


def sized(found: Found, group: str) -> tuple[Decimal, str | None]:
    """The factor of the magnitude word in a group, and the unit that such a word may hold; 1 where there is none."""
    return parsed(found.value("magnitude", group)) if found[group] else (Decimal(1), None)


def parsed(size: str) -> tuple[Decimal, str | None]:
    """A magnitude as the list of them has it: its factor, and a unit where the word holds one."""
    factor, _, unit = size.partition(" ")
    return Decimal(factor), unit or None


_ONES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "đôi": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_SMALL = {"mươi": 10, "chục": 10, "trăm": 100}
_LARGE = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_LINKS = frozenset(("linh", "lẻ", "và"))


def words_value(text: str) -> Decimal | None:
    """The number that Vietnamese number words stand for (`ba mươi lăm nghìn tỷ`); None where a word is no number.

    `rưỡi` adds half of the multiple before it (`hai triệu rưỡi`).
    """
    total = group = 0
    last = Decimal(1)
    for word in text.split():
        if word in _ONES:
            group += _ONES[word]
        elif word in _SMALL:
            digit = group % 10
            group += (digit or 1) * _SMALL[word] - digit
        elif word in _LARGE:
            size = _LARGE[word]
            total = total * size if not group and total else total + (group or 1) * size
            group, last = 0, Decimal(size)
        elif word == "rưỡi":
            return total + group + last / 2
        elif word not in _LINKS:
            return None
    return Decimal(total + group)
