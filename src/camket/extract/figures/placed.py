"""The place told right behind its number (`đạt 90% tại Hà Nội, 95% tại Bắc Ninh`), and one that only tells a way."""

from __future__ import annotations

from collections.abc import Mapping

from camket.extract.figures.clause import Slot
from camket.extract.figures.level import kinds
from camket.extract.figures.parted import LOCAL_KINDS
from camket.extract.lexicon import AREA
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.scan import Mark

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


_FAR_FROM = Ending(r"(?<!\w)cách (?:trung tâm )?(?:tỉnh lỵ |tỉnh |thành phố |thủ đô |tp\.? ?)?$")


def is_far_from(reading: Reading, mark: Mark, slot: Slot) -> bool:
    """Whether a place only tells from where the way is measured: `Bến Tre cách TP HCM 86 km`."""
    return slot.quantity.unit == "km" and _FAR_FROM.search(reading.low, max(0, mark.start - 30), mark.start) is not None
