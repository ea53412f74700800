"""Whether a percent tells how far a plan was reached, or is set beside an earlier time as the one before it."""

from __future__ import annotations

from camket import catalogue
from camket.extract.figures.clause import Slot
from camket.extract.figures.moves import does_so
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_SET_BESIDE = expression(
    r"bằng \d[\d.,]* ?% (?:so )?(?:với )?(?:cùng kỳ|cùng thời điểm|(?:năm|tháng|quý|vụ) trước)(?!\w)[^%]{0,160}"
    r"(?:bằng \d[\d.,]* ?%[^%]{0,120}){0,3}$"
)


def _set_beside_before(reading: Reading, slot: Slot) -> bool:
    """Whether the number before it was set beside that of an earlier time."""
    begin = max(0, slot.left - _COMPARED_BEFORE)
    return "bằng" in reading.low[begin : slot.left] and _SET_BESIDE.search(reading.low, begin, slot.left) is not None


_COMPARED_BEFORE = 240
_CLOSES_ITS_LIST = expression(
    r"(?:;[^;%\n]{3,120}(?:bằng|tăng|giảm) (?:\d[\d.,]*) ?%){1,24} (?:so )?(?:với )?"
    r"(?:cùng kỳ|cùng thời điểm|(?:năm|tháng|quý|vụ) trước)(?!\w)"
)
"""`A 1.003 ha, bằng 99,8%; B 2.868 ha, bằng 98,1% so cùng kỳ`: what the last is compared with, all are."""
_GREW = expression(
    r"(?:tăng|giảm|bằng) \d[\d.,]* ?% (?:so )?(?:với )?(?:cùng kỳ|(?:năm|vụ) trước)[^%]{0,20}[.;,] ?"
    r"(?:trong đó|riêng)[:,]? [^%]{3,90}$"
)
"""`Lúa đạt 24.203 ha, tăng 3% so cùng kỳ. Trong đó, lúa tái sinh 8.769 ha, bằng 94,3%`"""
_SAID_FIRST = Ending(r"so (?:với )?(?:cùng kỳ|cùng thời điểm|(?:năm|tháng|quý|vụ) trước)[^,;.%\d]{0,24} bằng ?$")
"""`1.137 ha, so cùng kỳ năm trước bằng 80,8%`"""
_PLANNED = expression(r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|kh)(?!\w)")


def compared_so(reading: Reading, slot: Slot) -> bool:
    """Whether a bare percent is set beside an earlier time as the number before it, or the list that it stands in."""
    if _SAID_FIRST.search(reading.low, slot.left, slot.start):
        return True
    return _set_beside_before(reading, slot) or _compared_with_its_list(reading, slot)


def _compared_with_its_list(reading: Reading, slot: Slot) -> bool:
    """Whether a bare `bằng 98%` is set beside an earlier time as its list is, or what it is part of."""
    low = reading.low
    if "bằng" not in low[slot.left : slot.start]:
        return False
    closed = _CLOSES_ITS_LIST.match(low, slot.end, slot.sentence.end) if low.startswith(";", slot.end) else None
    if closed is not None:
        return _PLANNED.search(low, slot.sentence.start, closed.end()) is None
    if _BY_WEIGHT.search(low, max(0, slot.left - 12), slot.left) is None:
        return False
    begin = max(0, slot.left - _COMPARED_BEFORE)
    return _GREW.search(low, begin, slot.left) is not None and _PLANNED.search(low, begin, slot.start) is None


_REACHES = expression(
    r"(?: [^\W\d_]+){0,2}\s*[,(] ?(?:nhưng |song )?(?:mới |chỉ |mới chỉ )?(?:đạt|bằng|đạt tỷ lệ|hoàn thành) "
    r"(?:tỷ lệ |khoảng |gần |trên |hơn )?"
)
_AS_A_RATE = expression(r"(?<!\w)tỷ lệ \(?so với (?:chỉ tiêu|kế hoạch|dự toán)\)?(?: [^\W\d]+){0,4} $")
"""`đạt tỷ lệ (so với chỉ tiêu) cao nhất là 59%`"""
_DISBURSED = Ending(r"(?<!\w)giải ngân(?: (?:được|đạt|mới|chỉ|khoảng|gần|trên|hơn))* ?$")
"""`Sở Y tế giải ngân 9%`"""
_PLAN_AND_RESULT = expression(
    r"(?<!\w)(?:dự toán|kế hoạch)(?: được)?(?: giao| năm| là)*(?: trên| khoảng)? \d[^;%]{0,60}(?<!\w)thực hiện"
    r"|(?<!\w)thực hiện(?: được)?(?: trên| khoảng)? \d[^;%]{0,60}(?<!\w)(?:dự toán|kế hoạch)"
    r"|\d ?/ ?\d[\d.,]*(?: [^\W\d]+){0,4}$"
)


def of_its_plan(reading: Reading, slot: Slot, indicator: str | None, *, rate: bool) -> bool:
    """Whether a percent tells how far a plan was reached: `dự toán 20.000 tỷ đồng, thực hiện 21.500 tỷ, đạt 107,5%`."""
    told = reading.low
    if "tỷ lệ" in told[slot.left : slot.start] and _AS_A_RATE.search(told, slot.left, slot.start):
        return True
    if rate:
        return False
    if _DISBURSED.search(told, slot.left, slot.start):
        return True
    if not _REACHES.fullmatch(told, slot.left, slot.start):
        return _reaches_alone(reading, slot, indicator)
    if _PLAN_AND_RESULT.search(told, slot.clause_start, slot.left) is not None:
        return True
    if ALONE.match(told, slot.end) is None and not alone_in_brackets(reading, slot):
        return False
    money = _MONEY.search(told, max(0, slot.left - 20), slot.left) is not None
    if "bằng" in told[slot.left : slot.start] and (money or compared_so(reading, slot)):
        return not compared_so(reading, slot)
    summed = money or _BY_WEIGHT.search(told, max(0, slot.left - 12), slot.left) is not None
    return summed and slot.quantity.value > _LEAST_SHARE


def alone_in_brackets(reading: Reading, slot: Slot) -> bool:
    """Whether brackets hold nothing but how far it was reached: `thu ngân sách được 36 tỷ đồng (đạt 122%)`."""
    return reading.low.startswith(")", slot.end) and "(" in reading.low[slot.left : slot.start]


_REACHED = Ending(r"(?<!\w)(?:đạt|bằng|hoàn thành)(?: được)?(?: khoảng| gần| trên| hơn)?\s*$")
_GROWS_OR_PARTS = expression(r"(?<!\w)(?:tăng|giảm|tốc độ|tỷ lệ|tỷ trọng|chiếm|công suất|chỉ số|hiệu suất)(?!\w)")
_GROWS_BESIDE = expression(r"\s?,? (?:và )?(?:tăng|giảm) \d[\d.,]* ?%")
_MOST_GROWTH = 40


def _reaches_alone(reading: Reading, slot: Slot, indicator: str | None) -> bool:
    """Whether a sum or an amount is said to reach so many percent, of its plan then: `thu ngân sách đạt 76,75%`.

    What the catalogue does not know must grow beside it: `sản xuất đạt 51%, tăng 20,7%`.
    """
    told = reading.low
    if slot.quantity.value < _MOST_GROWTH or not _REACHED.search(told, slot.left, slot.start):
        return False
    if _GROWS_OR_PARTS.search(told, slot.left, slot.start) or does_so(reading, slot):
        return False
    if _GROWS_BESIDE.match(told, slot.end):
        return True
    if not indicator or indicator.startswith("other") or ALONE.match(told, slot.end) is None:
        return False
    return bool(_SUMS & set(catalogue.indicator(indicator).units)) and not indicator.startswith("grdp")


_SUMS = {"VND", "USD", "ha", "tonne"}
_BY_WEIGHT = expression(r"\d ?(?:ha|tấn|nghìn tấn|triệu tấn|km)$")
_LEAST_SHARE = 20
"""`ước 56.300 tấn, đạt 54,4%`: of a plan; less is more likely a part of something."""
ALONE = expression(r"\s?(?:[,;.](?!\d)| và )")
_MONEY = expression(r"(?:đồng|usd)(?: ?/ ?người)?(?: ?/ ?năm)?$")
"""`đạt 333,7 nghìn tỷ đồng, bằng 79,3% và tăng 28,7%`: a part of a sum says of what, the share of a plan need not."""


def part_of_a_count(reading: Reading, slot: Slot) -> bool:
    """Whether a percent is the part of all that a number of things right before it is: `92 xã nâng cao, đạt 77%`."""
    if _AS_PART.search(reading.low, slot.left, slot.start) is None or slot.first:
        return False
    told = reading.items("quantity", slot.clause_start, slot.left)
    return bool(told) and getattr(told[-1].item, "unit", None) in ("count", "household")


_AS_PART = expression(
    r"(?:[^,;.\d]{0,40}, ?| ?\()(?:đạt|chiếm|bằng|đạt tỷ lệ|chiếm tỷ lệ)?(?: khoảng| gần| hơn| trên)? ?$"
)
