"""The same part of other years: what a growth is set beside, and lists of years under a part that is said once.

`cao hơn mức tăng 4,7% và 5,2% của cùng kỳ năm 2020 và 2021`, `IIP 9 tháng: năm 2022 (+11%); năm 2023 (+10%)`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec.structs import replace

from camket.extract.figures.clause import Slot
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.rules.period.item import When

_SET_BESIDE = Ending(
    r"(?<!\w)(?:cao hơn|thấp hơn|vượt(?: qua| xa)?|bỏ xa|so với|hơn|kém)(?: hẳn)?"
    r" (?:mức|con số|kỷ lục|tốc độ)(?: tăng trưởng| tăng| giảm| kỷ lục| thặng dư| thâm hụt)?"
    r"(?: khoảng| gần| hơn| trên| là)?"
    r" (?:[\d,.]+ ?%(?:,| và|, và) (?:tăng |giảm )?)*$"
)
_OF_ANOTHER_TIME = expression(
    r"(?:(?:,| và|, và) (?:tăng |giảm )?[\d,.]+ ?%)* (?:(?:của )?cùng (?:kỳ|thời điểm|giai đoạn)"
    r"|(?:của |trong )?(?:các )?năm (?:trước|ngoái|20\d\d))(?!\w)"
)


def is_set_beside(reading: Reading, slot: Slot) -> bool:
    """Whether the value of another time is named to compare with: `đạt 62 tỷ USD, bỏ xa mức 52 tỷ USD của năm 2023`."""
    return _SET_BESIDE.search(reading.low, max(slot.sentence.start, slot.start - 64), slot.start) is not None


_MEANWHILE = expression(
    r"[,;] (?:trong khi(?: đó)?,?|còn|nhưng) (?:[^\W\d]+ ){0,4}?(?:năm (?:20\d\d|trước|ngoái)|cùng kỳ|(?:quý"
    r"|tháng) [^,;.]{1,20})"
    r"(?: [^\W\d]+){0,5}? (?:chỉ |mới |đã )?(?:tăng|giảm|đạt|là|ở mức|có|được)(?: [^\W\d]+){0,2} $"
)


def told_meanwhile(reading: Reading, slots: list[Slot], whens: list[When | None]) -> frozenset[int]:
    """Where values of earlier years stand that are only set against the one before them."""
    return frozenset(slot.start for at, slot in enumerate(slots) if _is_told_meanwhile(reading, slots, whens, at))


def _is_told_meanwhile(reading: Reading, slots: list[Slot], whens: list[When | None], number: int) -> bool:
    """Whether a value of an earlier year is set against the one before it: `ước đạt 5,02%, trong khi năm 2020 tăng 1%`.

    What follows goes on about the year of the first.
    """
    if not number:
        return False
    slot, own, first = slots[number], whens[number], whens[number - 1]
    if own is None or first is None or own.year is None or first.year is None or own.year >= first.year:
        return False
    near = max(slots[number - 1].end, slot.start - 90)
    return _MEANWHILE.search(reading.low, near, slot.start) is not None


def is_the_other_years(reading: Reading, slot: Slot) -> bool:
    """Whether it is a value of the same part of another year, with which one is compared."""
    if reading.low.find("cùng", slot.end, slot.end + 48) < 0:
        return False
    return _OF_THE_SAME_PART.match(reading.low, slot.end) is not None and is_set_beside(reading, slot)


def was_reached_then(reading: Reading, slot: Slot) -> bool:
    """Whether a value that one is compared with is said to be of a time gone by: reached, whatever the other one is."""
    near = slot.end + 32
    if reading.low.find("cùng ", slot.end, near) < 0 and reading.low.find("năm ", slot.end, near) < 0:
        return False
    if not is_set_beside(reading, slot):
        return False
    return _OF_ANOTHER_TIME.match(reading.low, slot.end, slot.right + 24) is not None


_OF_THE_SAME_PART = expression(
    r"(?:(?:,| và|, và) (?:tăng |giảm )?[\d,.]+ ?%)* (?:của )?cùng (?:kỳ|thời điểm|giai đoạn)(?!\w)"
)
_OF_YEARS = expression(
    r"(?P<more>(?:(?:,| và|, và|;) (?:tăng |giảm )?[\d,.]+ ?%)*) (?:(?:của|so với) )?cùng (?:kỳ|thời điểm|giai đoạn)"
    r" (?:của )?(?:các )?(?:năm )?(?P<years>20\d\d(?:(?:, | và |, và )(?:năm )?20\d\d)*)(?![\d%-])"
)
_YEARS = expression(r"20\d\d")


def year_set_beside(reading: Reading, slot: Slot) -> int | None:
    """The year of a value that stands in a list of such, in the order of the years named behind the list."""
    if reading.low.find("cùng", slot.end, slot.end + 60) < 0:
        return None
    found = _OF_YEARS.match(reading.low, slot.end)
    if found is None:
        return None
    years = _YEARS.findall(found["years"])
    place = len(years) - 1 - found["more"].count("%")
    return int(years[place]) if place >= 0 else None


_OPENS_PARALLEL = expression(
    r"(?:trong khi(?: đó)?,? )?cùng kỳ(?: năm)?(?: (?:trước|ngoái|(?P<year>20\d\d)))?,? (?:[^,;.()\d]{0,60} )?"
    r"(?:đạt|là|chỉ|lỗ|lãi|có|ở mức|thu|mới)(?: (?:đạt|có|là|khoảng|gần|hơn|trên))* ?"
)


def opening_parallel(reading: Reading, slot: Slot) -> re.Match[str] | None:
    """The words of a sentence that tells of the same months of another year: `Cùng kỳ năm 2018, vốn đạt 3,9 tỷ`."""
    if not slot.first or not reading.low.startswith(("cùng kỳ", "trong khi"), slot.sentence.start):
        return None
    return _OPENS_PARALLEL.fullmatch(reading.low, slot.sentence.start, slot.made.start)


_SINCE_THEN = expression(
    r" ?so (?:với )?cùng (?:kỳ|thời điểm)(?: năm)?(?: (?:trước|ngoái|\d{4}))? (?:đạt|là) (?:\w+ )?"
)
_ROUNDING = Decimal("0.015")
"""How far printed numbers may be from the growth that they come to."""


def is_what_it_grew_from(reading: Reading, slots: list[Slot], number: int) -> bool:
    """Whether a value is the one from which that before it grew, as the numbers themselves show.

    `đạt 545 triệu USD, giảm 33,9% so với cùng kỳ 2019 đạt 826 triệu USD`, but not `tăng 13% so với cùng kỳ đạt 868
    triệu USD`, where no value stands before.
    """
    if number < 2 or reading.low.find("cùng", slots[number - 1].end, slots[number].start) < 0:
        return False
    whole, grown, own = (slot.quantity for slot in slots[number - 2 : number + 1])
    if grown.unit != "percent" or whole.unit != own.unit or own.unit == "percent" or not own.value:
        return False
    if _SINCE_THEN.fullmatch(reading.low, slots[number - 1].end, slots[number].start) is None:
        return False
    rate = abs(whole.value / own.value - 1)
    return abs(rate - abs(grown.value) / 100) <= _ROUNDING


_HEADS = expression(
    r"(?: (?:của )?(?:các|những|một số|nhiều|mấy) năm(?: [^:;.\d]{0,30})?)? ?: ?"
    r"|(?: (?:của )?(?:các|những|một số|nhiều|mấy) năm(?: [^:;.\d]{0,30})?) ?\("
)


def of_the_part_told(reading: Reading, slot: Slot, when: When) -> When:
    """A year in a list that a part of the year heads is that part of it."""
    plain = when.year is not None and when.high_year is when.month is when.quarter is when.half is when.day is None
    if not plain or when.word or when.mode != "in":
        return when
    low, begin = reading.low, slot.sentence.start
    if low.find(":", begin, slot.start) < 0 and (
        low.find("(", begin, slot.start) < 0 or " năm" not in low[begin : slot.start]
    ):
        return when
    for one in reversed(reading.items("period", slot.sentence.start, slot.start)):
        part = one.item
        if not isinstance(part, When) or part.year is not None or part.word or part.shift or part.day is not None:
            continue
        if part.month is part.quarter is part.half is None or part.mode not in ("in", "base"):
            continue
        return replace(part, year=when.year) if _HEADS.match(reading.low, one.end) else when
    return when


_CUT = expression(r"[,;()\d]")


def held_since(reading: Reading, slot: Slot) -> When | None:
    """The month or day from which on it holds, said right behind it: `đạt chuẩn từ tháng 7/2023`, `giảm từ 3/10`."""
    for one in reading.items("period", slot.end, slot.clause_end):
        when = one.item
        if not isinstance(when, When) or when.mode != "since" or when.month is None or when.last_month is not None:
            return None
        if _CUT.search(reading.low, slot.end, one.start):
            return None
        return replace(when, mode="at", since=None)
    return None


_PARALLEL = expression(
    r"\(\s?(?:(?:cơ cấu|tỷ trọng|tỷ lệ|mức|con số|số liệu) )?(?:tương ứng )?(?:của )?"
    r"cùng kỳ(?! .{0,24}so với)[^()]{0,80}$"
    r"|(?:so với|thấp hơn|cao hơn|hơn|kém) (?:mức )?(?:của )?cùng kỳ(?: năm (?:trước|ngoái|\d{4}))? \($"
)
_PARALLEL_TOLD = expression(
    r"(?<!\w)(?:trong khi|còn|khi|(?:thấp hơn|cao hơn|so với|vượt|hơn|kém) (?:mức|con số)(?: tăng| giảm)?)"
    r"(?: gdp| grdp)?(?: của)? cùng kỳ(?: năm)?(?: (?:trước|ngoái|\d{4}))? (?:(?:chỉ|mới|là|đạt|tăng|giảm|ở mức) )+$"
    r"|, cùng kỳ(?: năm)?(?: (?:trước|ngoái|\d{4}))?,? "
    r"(?:(?:chỉ|mới|là|đạt|lãi|lỗ|có|thu|tăng|giảm|xuất siêu|nhập siêu) )+$"
)
"""The same without brackets: `Trong khi cùng kỳ năm 2016 đạt 26,8%`, `cao hơn mức tăng cùng kỳ 2023 là 4,4%`."""


def gives_parallel(reading: Reading, slot: Slot) -> bool:
    """Whether a parenthesis gives the value of the same months a year before: `giảm 2,27% (cùng kỳ tăng 14,3%)`."""
    near = max(slot.sentence.start, slot.start - 90)
    if is_the_other_years(reading, slot) or opening_parallel(reading, slot) is not None:
        return True
    at = reading.low.find("cùng kỳ", near, slot.start)
    if at < 0:
        return False
    if _PARALLEL_TOLD.search(reading.low, near, slot.start) is not None:
        return True
    opened = reading.low.find("(", near, slot.start) >= 0
    return opened and _PARALLEL.search(reading.low, near, slot.start) is not None
