"""Numbers in digits that parentheses say again in words, as legal papers do: `05 (năm) tuyến đường`."""

from __future__ import annotations

from decimal import Decimal

from camket.grammar.engine import DIGITS
from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.rules.numeral.item import (
    CLOSED,
    OPEN,
    SIZE_ENDS,
    WRITTEN,
    Numeral,
    decimal,
    sized,
    step,
    words_value,
)  # fmt: skip

_LED = r"(?:(?:số tiền )?(?:viết |ghi )?bằng chữ ?:? ?(?:là )?)?"
_BEFORE = expression(
    r"(?<![\d.,/])(?P<upper>\d{1,3}(?:[. ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(?:/(?P<lower>\d{1,2}))?"
    r"(?: ?(?P<size>nghìn|ngàn|triệu|tỷ|tỉ))?(?: ?[^\W\d]+){0,4} ?\(" + _LED + "$"
)
_NEAR = 90
"""Letters before number words in which the digits stand that they say again."""


def says_again(found: Found, value: Decimal) -> bool:
    """Whether number words only say what the digits before their parenthesis say: `1/2 (một phần hai)`."""
    low, start = found.low, found.start
    opened = low.rfind("(", max(found.bounds[0], start - len("(số tiền viết bằng chữ: là ")), start)
    told = _BEFORE.search(low, max(found.bounds[0], start - _NEAR), start) if opened >= 0 else None
    if told is None:
        return False
    said = decimal(told["upper"]) * (words_value(told["size"]) or 1 if told["size"] else 1)
    return said == value * int(told["lower"] or 1)


def _restated(found: Found) -> Numeral | None:
    inner, unit = sized(found, "size")
    outer, outer_unit = sized(found, "after")
    said = decimal(found["digits"])
    if words_value(found["words"]) != said * inner:
        return None
    factor = inner * outer
    return Numeral(value=said * factor, step=step(found["digits"]) * factor, scale=factor, unit=unit or outer_unit)


RESTATED = Rule(
    name="numeral/restated",
    anchor=DIGITS,
    cues=("(",),
    before=OPEN,
    pattern=(
        rf"(?P<digits>{WRITTEN})(?:\s?(?P<size>{{magnitude}}){SIZE_ENDS})? ?\({_LED}"
        rf"(?P<words>[^\W\d]+(?: [^\W\d]+){{0,14}})\)(?:\s?(?P<after>{{magnitude}}){SIZE_ENDS})?{CLOSED}"
    ),
    produce=_restated,
    weight=3,
    examples=(
        example("hoàn thành 05 (năm) tuyến đường", "05 (năm) => 5"),
        example("kinh phí 12 (mười hai) tỷ đồng", "12 (mười hai) tỷ => 12000000000"),
        example("hỗ trợ 2 triệu (hai triệu) đồng", "2 triệu (hai triệu) => 2000000"),
        example("với 1.250 (một nghìn hai trăm năm mươi) hộ", "1.250 (một nghìn hai trăm năm mươi) => 1250"),
    ),
    counter_examples=("thu 05 (năm trước 04) tỷ đồng", "đạt 20 (hai mươi lăm) chỉ tiêu", "năm 2024 (năm)"),
)
