"""The time of what is there, or was drawn, up to the day that is spoken of."""

from __future__ import annotations

from msgspec.structs import replace

from camket import catalogue
from camket.extract.figures.clause import Slot
from camket.extract.figures.question import Link
from camket.extract.figures.timing import Timing
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.fact import Figure

_IS_AT = expression(r"(?<!\w)(?:tỷ lệ|độ)(?!\w)[^,;.\d]{0,60} (?:đạt|là|chiếm|còn)(?: trên| gần| khoảng| hơn)? $")
"""`có 185.000 ha rừng, tỷ lệ che phủ đạt 68,5%`"""
_SHARE_OF_IT = expression(r"[,(]? ?chiếm(?: tỷ lệ)?(?: khoảng| gần| hơn| trên)? ")
"""`có 58 hộ nghèo, chiếm 2,1%`"""
_FILLED = expression(r"(?<!\w)lấp đầy(?!\w)[^,;.\d]{0,30}$")
_OF_PROJECTS = expression(
    r"(?: đầu tư)?(?: (?:trong|ngoài) nước)?(?: còn hiệu lực)?,? (?:với |có |và )?"
    r"(?:tổng )?(?:số )?vốn(?: đầu tư)?(?: đăng ký)?(?: đạt| là)?"
    r"(?: khoảng| gần| hơn| trên)? ?"
)
"""The money of projects that are counted: `9.800 dự án với tổng vốn đầu tư khoảng 2,3 triệu tỷ đồng`."""
_UP_TO_A_DAY = expression(r"at:\d{4}-\d\d-\d\d")


def of_what_is_there(reading: Reading, slot: Slot, linked: Link, when: Timing, beside: Figure | None) -> Timing:
    """How full a place is holds when it is there, and so does the share of what is counted.

    `có 31 khu công nghiệp hoạt động, tỷ lệ lấp đầy đạt 82%`, `có 58 hộ nghèo, chiếm 2,1%`. What is told up to a day
    goes on to be: `đến ngày 10/4 giải ngân 842 tỷ đồng. ... Huyện A mới giải ngân 7,5%`.
    """
    if beside is None:
        return when
    if _is_drawn(linked, when, beside):
        return Timing(beside.period, stated=False, how="topic")
    if _OF_PROJECTS.fullmatch(reading.low, slot.left, slot.start) and (beside.period or "").startswith("at:"):
        return replace(when, period=beside.period) if slot.quantity.unit in ("VND", "USD") else when
    if when.how == "stated" or slot.first or slot.quantity.unit != "percent":
        return when
    if when.how == "default" and beside.period == when.period is not None and beside.measure == "level":
        held = _IS_AT.search(reading.low, slot.left, slot.start)
        return replace(when, how="so_far") if held is not None else when
    counted = beside.unit in ("household", "count", "person")
    counted = counted and _SHARE_OF_IT.fullmatch(reading.low, slot.left, slot.start) is not None
    if not counted and _FILLED.search(reading.low, slot.left, slot.start) is None:
        return when
    return Timing(beside.period, stated=False, how="so_far")


def _is_drawn(linked: Link, when: Timing, beside: Figure) -> bool:
    """Whether both tell how much of one plan was drawn: that goes on to be told up to the day."""
    if when.period is not None or when.how != "default" or _UP_TO_A_DAY.fullmatch(beside.period or "") is None:
        return False
    named = linked.indicator == beside.indicator and not linked.indicator.startswith("other:")
    return named and catalogue.indicator(linked.indicator).percent == "share_of_plan"
