"""The year that a paper speaks of, told by the times that it names.

A story that has lost its day is of the year of whose months, quarters and halves it tells results, and of the year
after the one whose same months it compares with. Whole years count for less: a story tells as well of those gone by.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.rules.period.item import When

_OF_A_PART, _OF_A_YEAR = 3, 1
"""How much it tells that a part of a year is named, and that a whole year is."""
_YEAR_ENDS = ((12, 31), (12, None))
"""The end of a year, of which the next one tells as well."""


def year_named_most(reading: Reading, year: int) -> int:
    """The year of those not ahead of the paper's that it names most, months of it included; else its own.

    Bare numbers of a year do not count: they are marks of an index (`PCI 2022`).
    """
    years = Counter(when.year for _, when in _named(reading) if when.year is not None and when.year <= year)
    return max((count, one) for one, count in years.items())[1] if years else year


def year_told(reading: Reading) -> int | None:
    """The year of a paper without a day, None where its times tell none."""
    votes: Counter[int] = Counter()
    for year, weight in _votes(reading):
        votes[year] += weight
    if not votes:
        votes.update(_counted_to(reading) or _after_the_compared(reading) or _planned_years(reading))
    return max((count, year) for year, count in votes.items())[1] if votes else None


def _named(reading: Reading) -> Iterator[tuple[Made, When]]:
    """The single years, and parts of one, that a text names other than as a bare number."""
    for one in reading.made.get("period", []):
        when = one.item
        if not isinstance(when, When) or when.mode != "in" or when.year is None or when.word == "since_then":
            continue
        if when.high_year is not None or when.day is not None or reading.low[one.start : one.end].isdigit():
            continue
        if _OF_TET.search(reading.low, max(0, one.start - 36), one.start) is None:
            yield one, when


_COMPARED_WITH = Ending(r"(?<!\w)so sánh(?: với)?(?: kết quả| mức| số liệu)*(?: của| trong)? $")
"""What leads to the same months a year before: `con số rất lớn khi so sánh 11 tháng năm 2003 nhập khẩu là 22 tỷ`."""
_OF_TET = Ending(r"(?<!\w)tết(?: [^\W\d]+){0,4} $")
"""The year of a lunar new year, of which papers tell from the autumn before: `dịp tết Tân Sửu 2021`."""


def _votes(reading: Reading) -> Iterator[tuple[int, int]]:
    """The years that the times of results tell, each with its weight."""
    for one, when in _named(reading):
        if when.year is None or _is_of_an_aim(reading, one) or _is_planned_for(reading, one):
            continue
        if _part(when) is not None:
            beside = _COMPARED_WITH.search(reading.low, max(0, one.start - 24), one.start) is not None
            yield when.year + beside, _OF_A_PART
        elif _SET_BESIDE.search(reading.low, max(0, one.start - 50), one.start) is None:
            yield when.year, _OF_A_YEAR
        else:
            yield when.year + 1, _OF_A_YEAR
    before: When | None = None
    for one in reading.made.get("period", []):
        if not isinstance(one.item, When):
            continue
        if one.item.mode == "base":
            year = _year_compared(one.item, before)
            if year is not None:
                yield year, _OF_A_PART
            continue
        if one.item.year is not None and _is_counted_to(reading, one, one.item):
            yield one.item.year, _OF_A_PART
        before = one.item if _part(one.item) is not None else before


def _is_counted_to(reading: Reading, one: Made, when: When) -> bool:
    """Whether something was counted up to a day or month of a year: `tính đến 20/6/2020`; at a year's end both tell."""
    if when.mode not in ("at", "until") or when.month is None or when.high_year is not None:
        return False
    counted = "đến" in reading.low[one.start : one.end] and (when.month, when.day) not in _YEAR_ENDS
    return counted and _PLANNED_BEFORE.search(reading.low, max(0, one.start - 60), one.start) is None


def _year_compared(base: When, before: When | None) -> int | None:
    """The year of what is set beside a part of a year: `giảm 23% so với cùng kỳ năm 2019` -> 2020.

    So it is beside the same months (`tháng 5 tăng 3% so với tháng 5/2019`); beside months before them, it is of their
    year: `tháng 8 tăng 6,5% so với tháng 7/2020` -> 2020.
    """
    if base.year is None or base.day is not None:
        return None
    if base.word == "same":
        return base.year + 1
    months, own = _part(base), _part(before) if before is not None else None
    if months is None or own is None or (own[1] - own[0]) != (months[1] - months[0]):
        return None
    return base.year if own > months else base.year + 1


def _part(when: When) -> tuple[int, int] | None:
    """The first and last month of a part of a year; None of whole years and of what runs over years."""
    if when.high_year is not None:
        return None
    if when.quarter is not None:
        return when.quarter * 3 - 2, when.quarter * 3
    if when.half is not None:
        return when.half * 6 - 5, when.half * 6
    return (when.month, when.last_month or when.month) if when.month is not None else None


def _counted_to(reading: Reading) -> list[int]:
    """The last year of a day up to which something was counted, in a paper that names no year else."""
    times = [one.item for one in reading.made.get("period", []) if isinstance(one.item, When)]
    years = [when.year for when in times if when.day is not None and when.mode == "until" and when.year is not None]
    return [max(years)] if years else []


def _after_the_compared(reading: Reading) -> list[int]:
    """The year after the last whole one that something grew on, in a paper that names no other.

    `dịp lễ năm nay ... tăng gấp 3 lần so với 2023` -> 2024.
    """
    times = [one.item for one in reading.made.get("period", []) if isinstance(one.item, When) and one.item.year]
    compared = [when.year for when in times if when.mode == "base" and when.is_year and when.year is not None]
    return [max(compared) + 1] if compared and len(compared) == len(times) else []


def _planned_years(reading: Reading) -> list[int]:
    """The years that a paper plans for, where it tells of no other: `mục tiêu năm 2021`; not those it looks out to."""
    return [
        when.year
        for one, when in _named(reading)
        if when.year is not None
        and not when.within
        and not _is_of_an_aim(reading, one)
        and not _LOOKS_OUT.search(reading.low, max(0, one.start - 30), one.start)
    ]


_LOOKS_OUT = expression(r"(?<!\w)(?:đến|tới|định hướng|tầm nhìn|vào)(?: hết| cuối)? $")


def _is_planned_for(reading: Reading, one: Made) -> bool:
    """Whether a year is told of as one to come: `phương hướng năm 2021`, `cán mốc 20 tỷ USD vào năm 2025`."""
    if isinstance(one.item, When) and one.item.within and not _CAME_ABOUT.match(reading.low, one.end):
        return True
    if _PLANNED_BEHIND.match(reading.low, one.end) is not None:
        return True
    return _PLANNED_FOR.search(reading.low, max(0, one.start - 60), one.start) is not None


_CAME_ABOUT = expression(r"[^.;\n]{0,40}?(?<!\w)(?:đã|đạt|có|chỉ|tăng|giảm|còn|là)(?!\w)")
_SET_BESIDE = expression(
    r"(?<!\w)(?:tương đương|bằng|vượt|so với|hơn|gấp [\w,]+(?: lần)?)(?!\w)[^,;.:\n\d]{0,40}(?:cả|của|với) $"
)
"""What sets a result beside that of a year gone by: `7 tháng bằng cả năm 2019`."""
_PLANNED_FOR = expression(
    r"(?<!\w)(?:phương hướng|mục tiêu|kế hoạch|nhiệm vụ|phấn đấu|dự kiến|dự báo|định hướng|đến)(?!\w)[^.;:\n]{0,50}$"
)
"""What makes a year one to come in a paper without a day."""
_PLANNED_BEFORE = expression(
    r"(?<!\w)(?:phương hướng|mục tiêu|nhiệm vụ|phấn đấu|dự kiến|dự báo|định hướng|trước)(?!\w)[^.;:\n]{0,50}$"
)
_PLANNED_BEHIND = expression(
    r",? (?:[^\W\d]+ ){0,4}?(?:đặt mục tiêu|mục tiêu|chỉ tiêu|phấn đấu|đặt ra|đặt kế hoạch|dự kiến|dự báo|sẽ)(?!\w)"
)
_AIMED = expression(r"(?<!\w)(?:phấn đấu|mục tiêu|tầm nhìn|hướng tới)(?!\w)[^.;:\n]*?(?<!\w)đến(?: hết| cuối)? năm ")


def _is_of_an_aim(reading: Reading, one: Made) -> bool:
    """Whether a year is one of several that is aimed at: `phấn đấu đến năm 2025 trở thành A, năm 2030 trở thành B`."""
    return _AIMED.search(reading.low, reading.sentence_at(one.start).start, one.start) is not None
