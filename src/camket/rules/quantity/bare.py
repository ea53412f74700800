"""Numbers that stand alone: what they count is told by the name before them."""

from __future__ import annotations

import re

from camket.grammar.ending import Ends
from camket.grammar.expression import expression
from camket.grammar.rule import Found, Rule, example
from camket.rules.numeral.item import Numeral
from camket.rules.quantity.item import Quantity, comparator_before

BARE = "bare"
"""The unit of a number without one; it becomes that of the indicator named before it, or the number is no figure."""
_REACHED = expression(
    r"(?<!\w)(?:đạt|là|có|còn|lên|lên đến|lên tới|xuống|xuống còn|ở mức|bằng)(?: con số)? $|: $"
    r"|(?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?: thêm)? $"
)
_ENDS = Ends({f"{word} " for word in re.findall(r"[^\W\d_]+", _REACHED.pattern)} | {": "})
_NEAR = 16
"""How what reaches a number can end."""
_YEAR = expression(r"(?:19|20)\d\d")


def _alone(found: Found) -> Quantity | None:
    numeral, anchor = found.anchor.item if found.anchor else None, found.anchor
    if not isinstance(numeral, Numeral) or anchor is None or numeral.unit is not None:
        return None
    if _YEAR.fullmatch(found.low, anchor.start, anchor.end):
        return None
    comparator = comparator_before(found)
    if not _ENDS.close(found.low[max(0, found.start - _NEAR) : found.start]) or not _REACHED.search(found.before):
        return None
    return Quantity(
        value=numeral.value,
        high=numeral.high,
        unit=BARE,
        comparator="range" if numeral.high is not None else comparator,
        step=numeral.step,
    )


ALONE = Rule(
    name="quantity/alone",
    anchor="numeral",
    pattern=r"(?=\s*(?:[.;)]|,(?!\d)|$| so với| và | \())",
    produce=_alone,
    weight=-3,
    examples=(
        example("số bác sĩ/vạn dân đạt 10,5.", "10,5 => 10.5 bare"),
        example("số doanh nghiệp là hơn 8.770, tăng 5%", "hơn 8.770 => gt 8770 bare"),
    ),
    counter_examples=("đạt 10,5%.", "Đại hội lần thứ 20.", "năm là 2025."),
)
