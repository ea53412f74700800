"""What holds at the end of the years of which a mean was told: `2016-2020 tăng bình quân 7,8%/năm; GRDP/người đạt A`.

| told behind the mean | is of |
| --- | --- |
| `GRDP bình quân đầu người đạt 62 triệu đồng` | the last year: so much is made in one |
| `công nghiệp và dịch vụ chiếm 78%` | the last year: so the economy is made up then |
| `tỷ lệ hộ nghèo còn 2,3%` | the last year: so much is left |
| `kinh tế số chiếm 30% GRDP`, aimed at for those years | is due with the last one |
| `tổng vốn đầu tư đạt 98.000 tỷ đồng`, `giải quyết việc làm cho 5.200 lao động` | all the years |
"""

from __future__ import annotations

from msgspec.structs import replace

from camket.extract.figures.clause import Slot
from camket.extract.figures.kinds import is_flow
from camket.extract.figures.question import Link
from camket.extract.figures.roles import Ruling
from camket.extract.figures.timing import Timing
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.fact import Figure

_OF_ONE_YEAR = frozenset(
    ("grdp", "grdp_per_capita", "income_per_capita", "labour_productivity", "gdp_share_industry_construction")
) | frozenset(("gdp_share_services", "gdp_share_agriculture", "digital_economy_share"))
_LEFT = Ending(
    r"(?<!\w)(?:(?:cơ cấu|tỷ trọng|công nghiệp|dịch vụ|nông nghiệp)(?: [^,;.\d]{0,40})? chiếm(?: tỷ trọng)?"
    r"|(?:chỉ |giảm |nay )?còn)(?: khoảng| dưới| gần| trên)? ?$"
)
_YEARS = expression(r"(\d{4})/(\d{4})")
_MEAN = expression(r"(?<!\w)(?:bình quân(?! đầu người)(?! thu nhập)|trung bình|hằng năm|hàng năm|mỗi năm)(?!\w)")


def of_the_last_year(
    reading: Reading, slot: Slot, linked: Link, said: Ruling, when: Timing, beside: Figure | None
) -> Timing:
    """The last of the years that a mean growth `beside` is of, for a level that is one year's or what is left then."""
    years = _YEARS.fullmatch(when.period or "")
    if years is not None and said.role == "target" and said.how == "carried" and when.how != "stated":
        level = slot.quantity.measure in (None, "level") and (slot.quantity.per is None or _is_earned(linked))
        once = level and not _MEAN.search(reading.low, slot.left, slot.start)
        named = linked.indicator in _OF_ONE_YEAR or not (linked.indicator.startswith("other:") or is_flow(linked))
        return replace(when, period=f"by:{years[2]}-12") if once and named else when
    if years is None or beside is None or said.role not in ("actual", "estimate"):
        return when
    if beside.period not in (when.period, years[2]):
        return when
    quantity = slot.quantity
    if quantity.measure not in (None, "level") or (quantity.per is not None and not _is_earned(linked)):
        return when
    if _MEAN.search(reading.low, slot.left, slot.start):
        return when
    left = quantity.unit == "percent" and _LEFT.search(reading.low, slot.left, slot.start) is not None
    if not left and (linked.indicator not in _OF_ONE_YEAR or quantity.unit == "other:times"):
        return when
    if linked.indicator == "grdp" and quantity.unit not in ("VND", "USD"):
        return when
    if any(one.start >= slot.left for one in reading.items("period", slot.left, slot.start)):
        return when
    return replace(when, period=years[2], how="topic")


def _is_earned(linked: Link) -> bool:
    """Whether so much is earned by one in a year, which its unit may say: `3.500 USD/người/năm`."""
    return linked.indicator.endswith("_per_capita")
