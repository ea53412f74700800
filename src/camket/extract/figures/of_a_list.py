"""What the lists of targets and results of offices count, whose words stand apart from their numbers.

| words | indicator |
| --- | --- |
| `Hộ nghèo: 120 hộ`, `hộ nghèo còn 120 hộ` | poor households |
| `Hộ nghèo: 120 hộ, chiếm 3,2%`, `120 hộ, tỷ lệ 3,2%`, `120 hộ (3,2%)` | the poverty rate |
| `Hộ cận nghèo: 80 hộ, chiếm 2,1%` | a number and a rate of their own |
| `Cơ cấu kinh tế: ... các ngành dịch vụ khoảng 28,5%` | the share of services |
"""

from __future__ import annotations

from msgspec.structs import replace

from camket.extract.figures.named import GROWS
from camket.extract.figures.qualified import in_the_economy
from camket.extract.figures.question import Link, Question
from camket.extract.figures.share import share_of_a_sector
from camket.grammar.expression import expression

_HOUSEHOLDS = "hộ"
_POOR = expression(
    r"(?:^|[-+•*.,;:(]|(?<!\w)(?:số|tổng số|trong đó|đó|và|tổng)) ?(?:tổng )?(?:số )?hộ (?P<near>cận )?nghèo"
    r"(?: (?:đa chiều|(?:toàn|cả|của) (?:huyện|xã|tỉnh|thành phố|thị xã|nước)|trên địa bàn))*"
    r" ?(?::|(?:(?:giảm |hiện |chỉ )*(?:xuống )?còn|có|là|giảm xuống))(?: lại| khoảng| gần| trên| hơn)? ?$"
)
_ITS_SHARE = expression(r"(?:, (?:chiếm |đạt |tương ứng |tương đương |bằng )?(?:tỷ lệ )?| ?\((?:chiếm |tỷ lệ )*)$")
_NEAR_POOR, _NEAR_RATE = "other:near_poor_households", "near_poor_rate"
_STRUCTURE = "cơ cấu"


def poor_of_a_list(asked: Question) -> Link | None:
    """How many households are poor or nearly so, and their share, where the number counts but `hộ`."""
    if asked.unit == "household" and asked.slot.quantity.noun == _HOUSEHOLDS:
        told = _POOR.search(asked.gap) if "nghèo" in asked.gap else None
        if told is None:
            return None
        start = asked.left + asked.gap.rfind("hộ", 0, told.end())
        indicator = _NEAR_POOR if told["near"] else "poor_households"
        return Link(indicator, start, start + len(_HOUSEHOLDS), "before")
    if asked.before is None or asked.unit != "percent" or asked.before.indicator not in _RATES:
        return None
    if _ITS_SHARE.fullmatch(asked.gap) is None:
        return None
    return replace(asked.before, indicator=_RATES[asked.before.indicator], how="chain")


_RATES = {"poor_households": "poverty_rate", _NEAR_POOR: _NEAR_RATE}


def share_of_the_structure(asked: Question) -> Link | None:
    """The share of a sector in a list of the structure of the economy, by the name of its value added."""
    slot = asked.slot
    if asked.unit != "percent" or slot.quantity.measure is not None or GROWS.search(asked.gap):
        return None
    if asked.reading.low.find(_STRUCTURE, slot.sentence.start, slot.start) < 0:
        return None
    return share_of_a_sector(asked) if in_the_economy(asked, slot.start) else None
