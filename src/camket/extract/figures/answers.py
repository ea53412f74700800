"""Lists of numbers that answer one before: `nông nghiệp 6,4%, dịch vụ 25,3% (cùng kỳ tương ứng là 6,9%; 25,1%)`."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from camket.extract.figures.clause import Slot
from camket.extract.figures.question import Link
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_BEGINS = Ending(
    r"(?<!\w)(?:lần lượt|tương ứng)(?: (?:của |trong )?(?:cùng kỳ|năm trước|năm 20\d\d|các năm trước))*"
    r"(?: (?:là|đạt|ở mức|tăng|giảm|còn|chiếm|ước|khoảng|với))*\s*$"
)
_GOES_ON = expression(r"\s*(?:[,;]|và|[,;] và)\s*(?:tăng |giảm |đạt |chiếm )?$")


def answers(reading: Reading, slots: Sequence[Slot], number: int) -> int:
    """How many quantities, from this one on, answer a list; 0 where it begins none."""
    first = slots[number]
    if not _BEGINS.search(reading.low, max(first.sentence.start, first.start - 60), first.start):
        return 0
    count = 1
    for one, after in zip(slots[number:], slots[number + 1 :], strict=False):
        if not _GOES_ON.fullmatch(reading.low, one.end, after.start):
            break
        count += 1
    return count if count > 1 else 0


def questions(count: int, links: Sequence[Link]) -> list[Link]:
    """What the quantities of an answering list are of: as many things measured before in the sentence, else nothing."""
    measured: list[Link] = []
    for one in links:
        if not measured or measured[-1].indicator != one.indicator:
            measured.append(one)
    return [replace(one, how="answer") for one in measured[-count:]] if len(measured) >= count else []
