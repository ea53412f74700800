"""Which place a share in brackets is of: `Việt Trì (05), thị xã Phú Thọ (02)`, `98 người (Huế 2, Gia Lai 3)`."""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.figures.parted import NAME, names_of_provinces
from camket.extract.figures.where import area_before
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.rules.quantity.by_place import BY_PLACE, IN_BRACKETS

_SHARED_OUT = expression(rf"(?:(?P<level>[Tt]hị xã|[Tt]hành phố|TP\.?) )?(?P<name>{NAME}) (?:\(|có )?$")


def shared_out_to(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The place right before its share: `Việt Trì (05), thị xã Phú Thọ (02)`, `98 người (Huế 2, Gia Lai 3)`."""
    if slot.made.rule not in (BY_PLACE.name, IN_BRACKETS.name):
        return None
    if slot.made.rule == IN_BRACKETS.name and (known := area_before(reading, slot, scene)) is not None:
        return known
    found = _SHARED_OUT.search(reading.text, max(slot.sentence.start, slot.start - 48), slot.start)
    if found is None:
        return None
    named = found["name"]
    return f"{found['level'].lower()} {named}" if found["level"] and fold(named) in names_of_provinces() else named
