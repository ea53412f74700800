"""Whether a story tells of the nation: by the bodies that it names, and by how often it names the country."""

from __future__ import annotations

from collections import Counter
from functools import cache

from camket import catalogue
from camket.extract.head.lines import Line
from camket.extract.head.places import COUNTRY, PROVINCE, REGION, Named, named_places
from camket.extract.lexicon import BODY
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import Holding

VENUE = expression(r"(?<!\w)(?<!làm việc )(?:tại|ở) (?:thủ đô )?$")
"""What stands before the place where something is held."""
_CAPITAL = "Hà Nội"


def is_national(reading: Reading, start: int, end: int) -> bool:
    """Whether the range names a body of the whole country that governs or makes law."""
    return any(
        mark.value in _NATIONAL
        and not reading.low.endswith(_MEMBER, 0, mark.start)
        and reading.low[mark.start : mark.end] != _CENTRE
        for mark in reading.marked(BODY, start, end)
    )


def tells_of_ministries(reading: Reading, start: int, end: int) -> bool:
    """Whether a range names a ministry, no body of a province and no place, but for where it meets in the capital."""
    levels = {body_levels().get(mark.value) for mark in reading.marked(BODY, start, end)}
    if "ministry" not in levels or "province" in levels:
        return False
    return all(one.rank == COUNTRY or _meets_in_the_capital(reading, one) for one in named_places(reading, start, end))


def opens_with_a_ministry(reading: Reading, title: Line) -> bool:
    """Whether a title that names no place is of what a ministry says or does: `Bộ Công Thương khẳng định ...`.

    A story that speaks of one province (`trên địa bàn tỉnh`) tells how it works with that.
    """
    marks = reading.marked(BODY, title.start, title.end)
    opens = any(mark.start == title.start and body_levels().get(mark.value) in ("ministry", "centre") for mark in marks)
    return opens and OF_SOME_PROVINCE.search(reading.low) is None


def _meets_in_the_capital(reading: Reading, one: Named) -> bool:
    """Whether a place is only where a body of the nation has its seat: `tại Hà Nội, Tổng cục Thống kê họp báo`."""
    return one.name == _CAPITAL and VENUE.search(reading.low, max(0, one.start - 24), one.start) is not None


@cache
def body_levels() -> dict[str, str]:
    """The level of every known body, by id."""
    return {body.id: body.level for body in catalogue.load_bodies()}


_CENTRE = "trung ương"
"""The word alone tells the level (`dự toán Trung ương giao`), not the Committee."""
_MEMBER = ("bầu cử đại biểu ", "ủy viên ", "ủy viên dự khuyết ", "nguyên ủy viên ")
_NATIONAL = {"quoc-hoi", "uy-ban-thuong-vu-quoc-hoi", "chinh-phu", "thu-tuong-chinh-phu", "ban-chap-hanh-trung-uong"}


OF_SOME_PROVINCE = expression(
    r"(?<!\w)(?:(?:toàn|địa bàn|ubnd|hđnd) (?:tỉnh|huyện|xã(?! hội)|phường|thị xã)|của tỉnh|trong huyện"
    r"|bí thư (?:tỉnh|thành|huyện|thị|quận) ủy [^\W\d_]+ [^\W\d_]+|kinh tế(?: - xã hội)? (?:của )?(?:thành phố|thị xã))"
    r"(?!\w)(?!,| thành)"
)
"""Words of a paper of one province or district, which may name the country only for comparison."""


def of_the_centre(reading: Reading) -> bool:
    """Whether the paper names bodies of the whole country more often than those of provinces."""
    levels = Counter(body_levels().get(mark.value) for mark in reading.marked(BODY, 0, len(reading.low)))
    return levels["centre"] + levels["ministry"] > levels["province"] + levels["department"]


def of_bodies_below(reading: Reading) -> bool:
    """Whether a paper names bodies of a province or below."""
    levels = {body_levels().get(mark.value) for mark in reading.marked(BODY, 0, len(reading.low))}
    return not levels.isdisjoint(("province", "department", "district", "commune"))


_IN_PASSING = 2
_FORMER = Holding(
    r"(?<!\w)(?:bộ|bộ trưởng|thứ trưởng) (?:công nghiệp|thương mại|th[ủu][ỷy] sản|bưu chính|kế hoạch|nn|gd-đt|văn hóa)"
    r"(?!\w)",
    ("bộ ", "trưởng "),
)
"""Ministries of old, and short names of others."""


def passes_provinces_by(reading: Reading, counted: Counter[str]) -> bool:
    """Whether a story names several provinces, none of them much, and far more often bodies of the nation than theirs.

    `Bộ Công nghiệp cảnh báo ... Một tỉnh như Nam Định có 4 dự án`
    """
    if len(counted) < _IN_PASSING or max(counted.values()) > _IN_PASSING:
        return False
    levels = Counter(body_levels().get(mark.value) for mark in reading.marked(BODY, 0, len(reading.low)))
    above, below = levels["centre"] + levels["ministry"], levels["province"] + levels["department"]
    above += sum(1 for _ in _FORMER.finditer(reading.low))
    return above > max(_IN_PASSING, below)


_FEW, _FAR_MORE, _MANY = 1, 3, 5


def is_told_of_the_nation(reading: Reading, named: list[Named]) -> bool:
    """Whether a story whose title names no place speaks of the country, and of provinces or regions in passing.

    The country is named two times and more, and three times as often as the province that is named most, or that is
    named but once, or the country comes first; or five provinces and more are named. And no bodies of provinces act in
    it, or few beside those of the nation.
    """
    counted = Counter(one.name for one in named if one.rank == PROVINCE and not _meets_in_the_capital(reading, one))
    nation = sum(one.rank == COUNTRY for one in named)
    if not nation:
        return False
    levels = Counter(body_levels().get(mark.value) for mark in reading.marked(BODY, 0, len(reading.low)))
    if (levels["province"] + levels["department"]) * _MANY > levels["centre"] + levels["ministry"]:
        return False
    if OF_SOME_PROVINCE.search(reading.low) is not None:
        return False
    most = max(counted.values(), default=0)
    if len(counted) >= _MANY and levels["centre"] + levels["ministry"] > most:
        return True
    regions = Counter(one.name for one in named if one.rank == REGION)
    most = max(most, *regions.values(), 0) if regions else most
    opens = named[0].rank == COUNTRY and most <= nation and not levels["province"] + levels["department"]
    return nation > 1 and (opens or most <= _FEW or most * _FAR_MORE <= nation)


def names_the_centre(reading: Reading, start: int, end: int) -> bool:
    """Whether a range names a body of the whole country: of the Party, the State or a ministry."""
    return any(body_levels().get(mark.value) in ("centre", "ministry") for mark in reading.marked(BODY, start, end))
