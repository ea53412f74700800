"""The neighbourhood of a quantity: its clause, and what stands between it and its neighbours."""

from __future__ import annotations

from bisect import bisect_left

import msgspec

from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.rules.quantity.item import Quantity

_CUT = expression(r";|\. (?=\S)")


class Slot(msgspec.Struct, frozen=True):
    """A quantity in its sentence, all in offsets of the folded text.

    `clause` is the stretch between `;`; `left` begins at the quantity before (or the clause), `right` ends at
    the quantity after (or the clause). `first` tells that no quantity stands before it in the sentence; `start` and
    `end` are the quantity's own.
    """

    made: Made
    quantity: Quantity
    sentence: Sentence
    clause_start: int
    clause_end: int
    left: int
    right: int
    first: bool
    start: int
    end: int


def slots(reading: Reading, sentence: Sentence, made: list[Made]) -> list[Slot]:
    """The slots of a sentence's quantities, in order."""
    cuts = [cut.start() for cut in _CUT.finditer(reading.low, sentence.start, sentence.end)]
    found: list[Slot] = []
    for place, one in enumerate(made):
        if not isinstance(one.item, Quantity):
            continue
        first, last = bisect_left(cuts, one.start), bisect_left(cuts, one.end)
        clause_start = cuts[first - 1] + 1 if first else sentence.start
        clause_end = cuts[last] if last < len(cuts) else sentence.end
        before = made[place - 1].end if place else sentence.start
        after = made[place + 1].start if place + 1 < len(made) else sentence.end
        found.append(
            Slot(
                one, one.item, sentence, clause_start, clause_end,
                max(clause_start, before), min(clause_end, after), place == 0, one.start, one.end,
            )
        )  # fmt: skip
    return found
