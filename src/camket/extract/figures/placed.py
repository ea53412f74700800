"""The place that is told right behind its number: `tỷ lệ lấp đầy đạt 90% tại Hà Nội, 95% tại Bắc Ninh`."""

from __future__ import annotations

from collections.abc import Mapping

from camket.extract.figures.clause import Slot
from camket.extract.figures.level import kinds
from camket.extract.figures.parted import LOCAL_KINDS
from camket.extract.lexicon import AREA
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_AT = expression(r" (?:tại|ở) (?:tỉnh |thành phố |tp\.? ?)?")
_NEXT = expression(r"(?:, (?:và )?| và |; )(?:[^\W\d]+ ){0,2}\d|[.…]|$")


def placed_behind(reading: Reading, slot: Slot, names: Mapping[str, str]) -> str | None:
    """The province behind a number, where the next number, or nothing more, follows on it."""
    led = _AT.match(reading.low, slot.end, slot.clause_end) if slot.quantity.unit == "percent" else None
    if led is None:
        return None
    for mark in reading.marked(AREA, slot.end, min(slot.clause_end, slot.end + 40)):
        name = names.get(mark.value)
        near = mark.start in (led.end(), slot.end + len(" ở "), slot.end + len(" tại "))
        if near and kinds().get(name or "") in LOCAL_KINDS and _NEXT.match(reading.low, mark.end, slot.clause_end):
            return name
    return None
