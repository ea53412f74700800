"""The years of the plan that a text names, for what it is then said to set: `xác định 17 chỉ tiêu`."""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.figures.roles import is_plan_part
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence
from camket.rules.period.item import When

_NAMES = expression(r"(?<!\w)(?:kế hoạch|phương hướng|nhiệm vụ)(?: [^,;.:\d(]{0,60}?)?(?: 5)?(?: (?:năm|giai đoạn))? $")
_SETS = expression(
    r"(?<!\w)(?:nghị quyết|kế hoạch|chương trình)(?: [^\W\d]+){0,3} "
    r"(?:thông qua|xác định|đề ra|đặt ra|nêu|gồm|có)(?!\w)"
)
_SET = expression(r"(?<!\w)(?:xác định|đề ra|đặt ra|thông qua)(?!\w)[^;.]{0,60}$")
_OF_CONGRESS = expression(r"nghị quyết (?:của )?đại hội[^;.]{0,60}? (?:với|gồm)(?: \w+)? ?$")
_LISTED = expression(r"[^,;:.]{0,24}(?:, (?:như|trong đó|gồm|bao gồm|đó là)(?!\w)|:)")
_YEAR_BEHIND = expression(r"[^,;.:()\d\n]{0,60}? (20[1-4]\d)(?![\d/-])(?! -)")
"""A year without its word: `15 chỉ tiêu phát triển kinh tế - xã hội 2026 được thông qua`."""
_NEAR, _BESIDE = 90, len(" của nhiệm kỳ 2025 - 2030")


def plan_years(reading: Reading, sentence: Sentence) -> When | None:
    """The time of the plan that a sentence names last: `kế hoạch phát triển kinh tế - xã hội năm 2021`."""
    for one in reversed(reading.items("period", sentence.start, sentence.end)):
        when = one.item
        if not isinstance(when, When) or when.year is None or when.month is not None or when.mode != "in":
            continue
        if _NAMES.search(reading.low, max(sentence.start, one.start - _NEAR), one.start):
            return when
    return None


def set_by_plan(reading: Reading, slot: Slot, named: When | None, *, aimed: bool) -> When | None:
    """The time of what a plan sets, where the sentence gives it none: that of the list behind it, else the plan's.

    That is how many targets or tasks it has, and what is `aimed` at in a sentence that tells what a plan sets.
    """
    counted = is_plan_part(slot.quantity)
    if counted and _LISTED.match(reading.low, slot.end):
        for one in reading.items("period", slot.end, min(slot.clause_end, slot.end + _NEAR)):
            if isinstance(one.item, When) and one.item.mode == "in":
                return one.item
    for one in reading.items("period", slot.end, slot.end + _BESIDE) if counted else ():
        if isinstance(one.item, When) and one.item.high_year and one.item.mode == "in":
            return one.item if not reading.low[slot.end : one.start].strip(" của") else None
    bare = _YEAR_BEHIND.match(reading.low, slot.end) if counted else None
    if bare is not None:
        return When(year=int(bare[1]))
    if counted and _OF_CONGRESS.search(reading.low, slot.clause_start, slot.start):
        return When(word="term")
    if counted and _SET.search(reading.low, slot.clause_start, slot.start):
        return named
    return named if aimed and _SETS.match(reading.low, slot.sentence.start) else None
