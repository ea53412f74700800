"""Counts shared out by place: `tại các huyện: Việt Trì (05), Phù Ninh (01)`, `98 người (Huế 2, Gia Lai 3)`."""

from __future__ import annotations

import re
from decimal import Decimal

from camket.grammar.engine import DIGITS
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.rule import Found, Rule, example
from camket.rules.numeral.item import Numeral
from camket.rules.quantity.bare import BARE
from camket.rules.quantity.item import Quantity

_NAME = rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}"
_HERE = expression(rf"{_NAME} \($")
_EARLIER = expression(r"\w \(\d{1,3}\)(?:,| và|;) $")
_LATER = expression(rf"\)(?:,| và|;) (?:(?:huyện|thị xã|thành phố|xã|phường|TP\.?) )?{_NAME} \(\d{{1,3}}\)")
_LONGEST = 48


def _shared_out(found: Found) -> Quantity | None:
    """A number in brackets behind a name, beside another such."""
    near = found.text[max(found.bounds[0], found.start - _LONGEST) : found.start]
    here = _HERE.search(near)
    if here is None:
        return None
    before = re.sub(r"(?i:(?:huyện|thị xã|thành phố|xã|phường|tp\.?) )$", "", near[: here.start()])
    if not _EARLIER.search(before) and not _LATER.match(found.text, found.end):
        return None
    return Quantity(value=Decimal(found["count"]), unit="count")


BY_PLACE = Rule(
    name="quantity/by_place",
    pattern=r"(?<=\w \()(?P<count>\d{1,3})(?=\))",
    anchor=DIGITS,
    produce=_shared_out,
    weight=-1,
    examples=(
        example(
            "quy hoạch 8 chợ tại các huyện: Việt Trì (05), thị xã Phú Thọ (02) và Phù Ninh (01).",
            "05 => 5 count",
            "02 => 2 count",
            "01 => 1 count",
        ),
    ),
    counter_examples=("Sở Tài chính (01 bản).", "Phụ lục (02) kèm theo", "theo điểm a (1), khoản b (2)"),
)


_KIND = r"(?:(?:tỉnh|thành phố|TP\.?|huyện|thị xã|xã|phường) )?"
_ENTRY = rf"{_KIND}{_NAME} (?:có )?\d[\d.,]*(?: [^\W\d]+){{0,2}}"
_SHARES = expression(rf"\d[^()\n]{{1,60}}\((?:{_ENTRY}(?:[,;]| và) )*{_KIND}{_NAME} (?:có )?$")
_NEXT = expression(rf"(?:[,;]| và) {_ENTRY}(?=[,;)]| và )")
_LONGEST_ROW = 400


def _shared_in_brackets(found: Found) -> Quantity | None:
    """A number behind a name in a row of such in brackets, behind the number that they add up to."""
    numeral, anchor = found.anchor.item if found.anchor else None, found.anchor
    if not isinstance(numeral, Numeral) or anchor is None or numeral.unit is not None or numeral.high is not None:
        return None
    near = found.text[max(found.bounds[0], found.start - _LONGEST_ROW) : found.start]
    opened = near.rfind("(")
    if opened < 0 or near.find(")", opened) >= 0 or _SHARES.search(near) is None:
        return None
    alone = not re.search(r"[,;]| và ", near[opened:])
    if alone and _NEXT.match(found.text, found.end) is None:
        return None
    return Quantity(value=numeral.value, unit=BARE, step=numeral.step)


IN_BRACKETS = Rule(
    name="quantity/by_place_in_brackets",
    anchor="numeral",
    pattern=r"(?=\s*(?:[;)]|,(?!\d)| và ))",
    produce=_shared_in_brackets,
    weight=-2,
    examples=(
        example(
            "Mưa lũ làm 98 người chết (Quảng Trị 1, Huế 2, Gia Lai 3).",
            "1 => 1 bare",
            "2 => 2 bare",
            "3 => 3 bare",
        ),
    ),
    counter_examples=(
        "đạt 98 điểm (Bảng 2).",
        "10 dự án (Nghị quyết 2, Điều 3 và Khoản 4)",
        "Ông Nguyễn Văn A (Tổ 2, Khu 3)",
    ),
)
