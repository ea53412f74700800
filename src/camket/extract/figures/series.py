"""Series of one part of several years, which say the part once: `quý I năm 2011 tăng 5,9%; năm 2012 tăng 4,7%; ...`."""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from camket.extract.figures.clause import Slot
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.rules.period.item import When

_NEXT_YEAR = expression(
    r"\)?(?:;|,| và|, và)? ?(?:còn |đến |sang )?năm (?:20\d\d|trước|ngoái)"
    r"(?: (?:chỉ|cũng|lại|mới|đã|là|đạt|tăng(?: trưởng)?|giảm|còn|lên|ở mức|khoảng|gần|trên|hơn|thu|âm))* ?\(?[+-]?"
)
"""What stands between the values of two years of a series: nothing that names another thing."""


def keep_part(reading: Reading, slots: list[Slot], whens: list[When | None]) -> None:
    """Give the years that follow a part of a year that part of theirs.

    The part's own year, told after it, is that whole year: `quý IV năm 2022 tăng 9%; năm 2022 tăng 8,1%`.
    """
    for number, (before, slot) in enumerate(pairwise(slots), 1):
        part, when = whens[number - 1], whens[number]
        if part is None or when is None or not _is_part(part) or not _is_plain_year(when) or part.year == when.year:
            continue
        if (before.quantity.unit, before.quantity.measure) != (slot.quantity.unit, slot.quantity.measure):
            continue
        if _NEXT_YEAR.fullmatch(reading.low, before.end, slot.start) is not None:
            whens[number] = replace(part, year=when.year, shift=when.shift)


def _is_part(when: When) -> bool:
    """Whether a time is some months, a quarter or half of a year that is known, told as what they are."""
    whole = when.month is when.quarter is when.half is None
    return not (whole or when.word or when.high_year or when.day) and when.mode == "in" and when.year is not None


def _is_plain_year(when: When) -> bool:
    whole = when.month is when.quarter is when.half is when.high_year is when.day is when.span is None
    return whole and not when.word and when.mode == "in" and when.year is not None
