"""Counts shared out by place: `tại các huyện: Việt Trì (05), Phù Ninh (01), Cẩm Khê (02)`."""

from __future__ import annotations

import re
from decimal import Decimal

from camket.grammar.engine import DIGITS
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.rule import Found, Rule, example
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
