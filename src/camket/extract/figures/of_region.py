"""What a region has, in a story of the country: `năng suất lúa vùng Đồng bằng sông Hồng năm nay đạt ...`."""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.figures.level import kinds
from camket.extract.lexicon import AREA
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.scan import Mark

_REGION = "region"
_LEADS = ("vùng ", "khu vực ", "của ", "ở ", "tại ")
_ITS_NUMBER = expression(
    r"(?: (?:năm (?:nay|20\d\d)|vụ này|hiện|nay|ước|tính|đạt|khoảng|là|còn|có|tăng|giảm|chiếm|trên|hơn|gần))* ?"
)


def of_a_region(reading: Reading, slot: Slot, mark: Mark, area: str) -> bool:
    """Whether the region that stands between a thing and its number is the one whose the thing is."""
    if kinds().get(area) != _REGION or _ITS_NUMBER.fullmatch(reading.low, mark.end, slot.start) is None:
        return False
    return reading.low.startswith(_LEADS, mark.start) or reading.low.endswith(_LEADS, 0, mark.start)


def goes_on_of_a_region(reading: Reading, slot: Slot, area: str) -> bool:
    """Whether what follows in a sentence names no other place, and so goes on about the region told of before."""
    if kinds().get(area) != _REGION or reading.marked(AREA, slot.left, slot.end):
        return False
    return _THE_OTHERS.search(reading.low, slot.left, slot.start) is None


_THE_OTHERS = expression(r"(?<!\w)(?:còn lại|khác|các (?:tỉnh|vùng|địa phương)|cả nước|toàn quốc)(?!\w)")
