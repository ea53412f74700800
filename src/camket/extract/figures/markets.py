"""Which nation or bloc a number of trade or investment is said of, where a clause speaks of one after another."""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.nations import NATIONS
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import Holding, holds

_LOW = tuple(name.lower() for name in NATIONS)
_NATION = rf"(?P<name>{'|'.join(sorted(NATIONS, key=len, reverse=True))})(?!\w)"
_BUSINESS = Holding(
    r"(?<!\w)(?:vốn|dự án|đầu tư|fdi|khách|thị trường|thị phần|đối tác|kim ngạch|xuất khẩu|nhập khẩu|usd)(?!\w)",
    ("vốn", "dự án", "đầu tư", "fdi", "khách", "thị ", "đối tác", "kim ngạch", "khẩu", "usd"),
)
_TOLD = expression(
    r"(?:^\W*|[;:,(] ?|(?<!\w)(?i:là|trong đó|riêng|còn|và|cụ thể|gồm|như|tiếp theo|tiếp đến|ngoài ra)[:,]? )"
    rf"(?:(?i:thị trường|nước|khu vực|khối|quốc gia) )?{_NATION}"
    r"(?= ?(?:[:(]|$|(?i:là|vẫn|tiếp tục|đang|hiện|cũng|đã|đứng|xếp|dẫn đầu|giữ|trở thành|chiếm|đạt|có|với|tăng|giảm"
    r"|ước|nhập khẩu|mua|tiêu thụ|lớn nhất)(?!\w)))"
)
"""A nation as the one that is spoken of; behind `sang`, `từ`, `với` it is one that the place trades with."""
_ANY = expression(rf"(?<!\w){_NATION}")
_GROWS = ("tăng ", "giảm ", "tăng gần ", "tăng hơn ", "giảm gần ", "giảm hơn ", "tăng tới ", "giảm tới ", "trưởng ")
_WITH_IT = expression(
    rf"(?<!\w)(?:sang|từ|vào|tới|với|giữa|đi)(?: các| nước| thị trường| khu vực| Việt Nam(?: và)?)* {_NATION}"
    r"|Việt(?: Nam)?(?: và | ?[-–] ?)$"
)
"""A nation with which the place trades, at the head of others: `xuất khẩu sang Canada tăng 30%, Mexico tăng 26%`."""
_OF_THE_PLACE = expression(
    r"(?<!\w)(?:cả nước|nước ta|toàn tỉnh|toàn thành phố|của tỉnh|tổng cộng|lũy kế|nâng tổng|tính chung|toàn ngành)"
    r"(?!\w)"
)


def nation_told(reading: Reading, slot: Slot) -> str | None:
    """The nation or bloc whose market, capital or visitors a clause speaks of: `Tiếp theo là Hàn Quốc đạt 5 tỷ USD`.

    What is sold to one (`xuất khẩu sang Mỹ đạt 5 tỷ USD`) is of the place that sells; of several named together it is
    of that place as well, and so is the share that one has (`chiếm 57%`).
    """
    if slot.quantity.unit == "percent" and not reading.low.endswith(_GROWS, slot.left, slot.start):
        return None
    if not holds(reading.low[slot.clause_start : slot.start], _LOW):
        return None
    if _BUSINESS.search(reading.low, slot.sentence.start, min(slot.sentence.end, slot.end + 40)) is None:
        return None
    clause = reading.text[slot.clause_start : slot.start]
    told = list(_TOLD.finditer(clause))
    if not told:
        return None
    last = told[-1]
    before = list(_ANY.finditer(clause, 0, last.start()))
    joined = before and not any(map(str.isdigit, clause[before[-1].end() : last.start()]))
    if joined or _ANY.search(clause, last.end("name")) is not None or _WITH_IT.search(clause, 0, last.start("name")):
        return None
    said = reading.low[slot.clause_start + last.end("name") : slot.start]
    return None if _OF_THE_PLACE.search(said) is not None else last["name"]
