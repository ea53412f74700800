"""A share that says a count of its sentence again: `hoàn thành 22/23 chỉ tiêu, đạt 95,65%`."""

from __future__ import annotations

from decimal import Decimal

from camket.extract.figures.clause import Slot
from camket.extract.figures.own_words import Words
from camket.extract.figures.question import Link, Question
from camket.extract.lexicon import INDICATOR
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.rules.tally.item import Count

_ROUNDED = Decimal("0.06")
_AGAIN = expression(r"[^;.]{0,90}?(?:, ?|\(|\s)(?:đạt|chiếm|bằng|tương đương|tương ứng)?(?: ?tỷ lệ)?:? ?")


def tally_told_again(reading: Reading, slot: Slot) -> Made | None:
    """The last tally before a percent in its sentence whose share that is."""
    for made in reversed(reading.items("tally", slot.sentence.start, slot.start)):
        count = made.item
        if not isinstance(count, Count) or not count.total:
            continue
        if abs(100 * Decimal(count.done) / count.total - slot.quantity.value) < _ROUNDED:
            return made
    return None


def of_a_tally(asked: Question) -> Link | None:
    """What a tally counts, for the share that it is, where no name of the catalogue stands by either."""
    slot, reading = asked.slot, asked.reading
    if asked.unit != "percent" or slot.quantity.noun or slot.quantity.measure is not None:
        return None
    made = tally_told_again(reading, slot)
    if made is None or not _AGAIN.fullmatch(reading.low, made.end, slot.start):
        return None
    begin = max(slot.sentence.start, reading.low.rfind(";", slot.sentence.start, made.start), asked.left - 1)
    if reading.marked(INDICATOR, min(begin, made.start), slot.start):
        return None
    quoted = reading.low[made.start : made.end]
    words = Words(made.start, made.end, quoted.partition(" ")[2] or quoted)
    return Link(f"other:{words.slug}", words.start, words.end, "own_words")
