"""The names of the catalogue in a range, as they fit a quantity, and the things that it counts."""

from __future__ import annotations

from functools import cache

from camket import catalogue
from camket.extract.figures.qualified import counts_no_such
from camket.extract.figures.question import Question, fits
from camket.extract.lexicon import INDICATOR, WEAK_INDICATOR
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.scan import Mark

GROWS = expression(r"(?<!\w)(?:tăng|giảm|rơi xuống)(?!\w)[^,;]{0,16}$")
_RATIO_TO = ("trên ", "/")
"""What stands before a name that is but the measure of a ratio: `thu ngân sách trên GDP`."""
_GOES_INTO = ("vào ", "trong ")
"""What stands before the whole that something adds to or is a part of: `đóng góp của kinh tế số vào GRDP`."""


@cache
def nouns() -> dict[str, str]:
    """The indicator that each counted noun of the catalogue names, by its folded words."""
    return {fold(noun): one.id for one in catalogue.load_indicators() for noun in one.nouns}


@cache
def first_words() -> frozenset[str]:
    """The first word of each of these nouns."""
    return frozenset(noun.partition(" ")[0] for noun in nouns())


@cache
def ends_of_nouns() -> frozenset[str]:
    """What each of them ends in, from any of its words but the first on."""
    words = [noun.split(" ") for noun in nouns()]
    return frozenset(" ".join(some[first:]) for some in words for first in range(1, len(some)))


def named(asked: Question, start: int, end: int) -> list[Mark]:
    """The names of a range that fit the unit; weak ones only where no other stands there."""
    reading, unit = asked.reading, asked.unit
    strong, weak = reading.marked(INDICATOR, start, end), reading.marked(WEAK_INDICATOR, start, end)
    if not strong and not weak:
        return []
    marks = [
        mark
        for mark in strong
        if fits(mark.value, unit)
        and not any(_runs_into(other, mark) for other in strong)
        and not any(_runs_into(other, mark) and not _is_longer(mark, other) for other in weak)
        and not reading.low.endswith(_RATIO_TO, 0, mark.start)
        and not _is_left_out(reading.low, mark, start)
        and not (mark.value == "new_rural_communes" and asked.slot.quantity.noun == "tiêu chí")
        and not (mark.value == "grdp" and _is_a_whole(asked, mark))
    ]
    if marks or not weak:
        return marks
    grows = unit in ("percent", "other:times") and GROWS.search(reading.low, start, asked.slot.start) is not None
    return [
        mark
        for mark in weak
        if (
            unit in catalogue.indicator(mark.value).units
            or (unit == "rank" and reading.low.startswith(_RANKED, mark.start))
            or (grows and catalogue.indicator(mark.value).percent == "growth")
        )
        and not _counts_another(asked, mark)
        and not (mark.value == "par_index" and unit == "percent" and _is_a_field(asked, mark))
    ]


def _runs_into(one: Mark, other: Mark) -> bool:
    """Whether a name ends within another that begins behind its own beginning."""
    return one.start < other.start < one.end < other.end


def _is_longer(one: Mark, other: Mark) -> bool:
    return one.end - one.start > other.end - other.start


_RANKED = ("tỷ lệ ", "tốc độ ", "chỉ số ")
"""How a general name begins of which there can be a place in an order: `tỷ lệ giải ngân xếp thứ 51`."""


def _is_a_field(asked: Question, mark: Mark) -> bool:
    """Whether a name is but the field of work that a sentence opens with: `Cải cách hành chính: rút ngắn 35% ...`."""
    return _APART.search(asked.reading.low, mark.end, asked.slot.start) is not None


_APART = expression(r"[,;:]")
_LEFT_OUT = expression(
    r"(?<!\w)(?:trừ|(?:không|chưa) (?:kể|tính|gồm|bao gồm))(?: các)?(?: khoản)?(?: số)?(?: thu)?(?: từ)?(?: tiền)? $"
)


def _is_left_out(low: str, mark: Mark, start: int) -> bool:
    """Whether a name only tells what a sum is without: `thu nội địa (trừ tiền sử dụng đất) đạt 8.300 tỷ đồng`."""
    return mark.start > start and _LEFT_OUT.search(low, max(start, mark.start - _LEAD), mark.start) is not None


_LEAD = 40


def _is_a_whole(asked: Question, mark: Mark) -> bool:
    """Whether a name before a share is only the whole: `tỷ lệ huy động GDP vào ngân sách` is no growth of the GDP."""
    low = asked.reading.low
    if asked.unit != "percent" or mark.end > asked.slot.start or GROWS.search(low, mark.end, asked.slot.start):
        return False
    return low.endswith(_GOES_INTO, 0, mark.start) or low.startswith(" vào ", mark.end)


def _counts_another(asked: Question, mark: Mark) -> bool:
    """Whether a general name is itself a thing counted, and another is: `doanh nghiệp chịu 12 loại thuế`."""
    if counts_no_such(asked, mark):
        return True
    words = asked.reading.low[mark.start : mark.end]
    if asked.slot.quantity.noun == "tiêu chí":
        return True  # `đạt 17,4 tiêu chí nông thôn mới` counts no communes
    return asked.slot.quantity.noun not in (None, "người", "lượt", words) and words in nouns()
