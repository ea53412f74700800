"""Sizes of works and plots, which are none of the place: `13 khu công nghiệp với diện tích 6.065 ha`."""

from __future__ import annotations

from camket.extract.figures.question import Question
from camket.grammar.expression import expression
from camket.rules.quantity.item import Quantity

_WITH_LAND = expression(r"[^,;.\d]{0,40}[,(]? ?(?:với|có|trên|và|,)? ?(?:tổng |quy mô )*diện tích(?: [^\W\d]+){0,4} ?")
_PLACES = (
    "tỉnh",
    "huyện",
    "xã",
    "phường",
    "thị",
    "quận",
    "thành phố",
    "đơn vị hành chính",
    "đặc khu",
    "thôn",
    "dân tộc",
)


def is_land_of_works(asked: Question, indicator: str) -> bool:
    """Whether a size of land is that of things counted right before it, which are no places."""
    if indicator != "area_size" or _WITH_LAND.fullmatch(asked.gap) is None:
        return False
    told = asked.reading.items("quantity", asked.slot.clause_start, asked.slot.left)
    if not told or not isinstance(told[-1].item, Quantity):
        return False
    noun = told[-1].item.noun
    if noun is None or noun.startswith(_PLACES):
        return False
    return told[-1].item.unit == "count" or (told[-1].item.unit == "household" and "tự nhiên" not in asked.gap)
