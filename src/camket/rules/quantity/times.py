"""Multiples: `gấp 1,23 lần`, `tăng 1,5 lần`, `gấp đôi`."""

from __future__ import annotations

from decimal import Decimal

from camket.grammar.rule import Found, Rule, example
from camket.rules.numeral.item import Numeral
from camket.rules.quantity.item import Quantity, comparator_before


def _times(found: Found) -> Quantity | None:
    numeral = found.anchor.item if found.anchor else None
    if not isinstance(numeral, Numeral):
        return None
    comparator = comparator_before(found)
    lead = found.low[max(found.bounds[0], found.start - 6) : found.start]
    if lead.endswith("gấp "):
        found.start -= 4
    if lead.endswith(("thứ ", "mỗi ")) or not lead.strip():
        return None
    return Quantity(
        value=numeral.value,
        high=numeral.high,
        unit="other:times",
        comparator="range" if numeral.high is not None else comparator,
        step=numeral.step,
    )


TIMES = Rule(
    name="quantity/times",
    anchor="numeral",
    cues=("lần",),
    pattern=r" lần(?! (?:thứ|đầu|họp|gia hạn|bầu))(?!\w)",
    produce=_times,
    weight=1,
    examples=(
        example("đạt hơn 62.300 tỷ đồng, gấp 1,23 lần so với năm 2015", "gấp 1,23 lần => 1.23 other:times"),
        example("doanh nghiệp tăng 1,23 lần so với năm 2015", "1,23 lần => 1.23 other:times"),
        example("thu nhập gấp khoảng 1,5 lần khu vực tư nhân", "gấp khoảng 1,5 lần => approx 1.5 other:times"),
        example("năng suất cao gấp 10-15 lần", "gấp 10-15 lần => range 10..15 other:times"),
    ),
    counter_examples=("Đại hội lần thứ XX", "họp 2 lần thứ nhất"),
)

_WORDS = {"gấp đôi": "2", "gấp ba": "3", "gấp rưỡi": "1.5", "gấp hai": "2", "gấp bốn": "4"}

DOUBLE = Rule(
    name="quantity/double",
    pattern=r"(?<!\w)(?P<word>gấp đôi|gấp ba|gấp rưỡi|gấp hai|gấp bốn)(?: lần)?(?!\w)",
    cues=("gấp",),
    produce=lambda found: Quantity(value=Decimal(_WORDS[found["word"]]), unit="other:times"),
    examples=(example("kim ngạch gấp đôi năm 2015", "gấp đôi => 2 other:times"),),
    counter_examples=("khẩn trương, gấp rút",),
)
