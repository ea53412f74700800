"""Lists that answer lists: `tỷ trọng công nghiệp, dịch vụ, nông nghiệp lần lượt là 71,3%, 19,5%, 6,3%`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from camket.extract.figures.clause import Slot
from camket.extract.figures.link import Link, fits
from camket.extract.lexicon import INDICATOR
from camket.grammar.engine import Reading

_BEGINS = re.compile(r"(?<!\w)(?:lần lượt|tương ứng)(?: (?:là|đạt|ở mức|tăng|giảm|còn|chiếm|ước|khoảng|với))*\s*$")
_GOES_ON = re.compile(r"\s*(?:[,;]|và|[,;] và)\s*(?:tăng |giảm |đạt |chiếm )?$")


def answers(reading: Reading, slots: Sequence[Slot], number: int) -> int:
    """How many quantities, from this one on, answer a list; 0 where it begins none."""
    first = slots[number]
    if not _BEGINS.search(reading.low, max(first.sentence.start, first.start - 40), first.start):
        return 0
    count = 1
    for one, after in zip(slots[number:], slots[number + 1 :], strict=False):
        if not _GOES_ON.fullmatch(reading.low, one.end, after.start):
            break
        count += 1
    return count if count > 1 else 0


def questions(reading: Reading, slots: Sequence[Slot], number: int, count: int, links: Sequence[Link]) -> list[Link]:
    """What the quantities of an answering list are of: the things measured before in the sentence, else those named.

    Empty where there are not as many of either.
    """
    measured: list[Link] = []
    for one in links:
        if not measured or measured[-1].indicator != one.indicator:
            measured.append(one)
    if len(measured) >= count:
        return [one._replace(how="answer") for one in measured[-count:]]
    first = slots[number]
    named: list[Link] = []
    for mark in reading.marked(INDICATOR, first.left, first.start):
        if fits(mark.value, first.quantity.unit) and all(mark.value != one.indicator for one in named):
            named.append(Link(mark.value, mark.start, mark.end, "answer"))
    return named[-count:] if len(named) >= count else []
