"""Lists told in turn: `tỷ trọng A, B, C lần lượt là 71,3%, 19,5%, 6,3%`, `các năm 2023, 2024 lần lượt đạt 5, 6 tỷ`."""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.figures.parted import narrower_area
from camket.extract.figures.several import several_named
from camket.extract.lexicon import INDICATOR, WEAK_INDICATOR
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.grammar.scan import Mark, settle
from camket.rules.period.item import When

_CUE = expression(r"(?<!\w)(?:lần lượt|tương ứng)(?!\w)")
_BETWEEN = expression(r"\s?(?:[,;]|và|, và|; và|-)?\s?")


def name_in_turn(reading: Reading, slot: Slot) -> Mark | None:
    """The name in the place of the list that the slot's value has in its own; None where the lists do not match."""
    cue, place, values = _turn(reading, slot)
    if cue is None or len(values) < 2:
        return None
    begin = reading.low.rfind(";", slot.sentence.start, cue) + 1 or slot.sentence.start
    names = [mark for kind in (INDICATOR, WEAK_INDICATOR) for mark in reading.marked(kind, begin, cue)]
    listed = _apart(settle(names))
    return listed[place] if len(listed) == len(values) else None


def time_in_turn(reading: Reading, slot: Slot) -> When | None:
    """The same of times."""
    cue, place, values = _turn(reading, slot)
    if cue is None or len(values) < 2:
        return None
    times = [one.item for one in reading.items("period", slot.sentence.start, cue) if isinstance(one.item, When)]
    return times[place] if len(times) == len(values) else None


def part_in_turn(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The part of the paper's area that a clause turns to; of several told in turn the one in the value's place.

    `Hai huyện Khánh Sơn, Khánh Vĩnh có tỷ lệ hộ nghèo lần lượt là 36,9% và 41,3%`
    """
    area = narrower_area(reading, slot, scene)
    if area is None or not (", " in area or " và " in area):
        return area
    parts = area.replace(" và ", ", ").split(", ")
    cue, place, values = _turn(reading, slot)
    return parts[place] if cue is not None and len(values) == len(parts) else area


def parts_told(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The part of the paper's area that a clause turns to, else the several places that it names."""
    return part_in_turn(reading, slot, scene) or several_named(reading, slot, scene)


def _turn(reading: Reading, slot: Slot) -> tuple[int | None, int, list[Made]]:
    """Where `lần lượt` stands before the slot, the slot's place in the list behind it, and that list."""
    before = (slot.sentence.start, slot.start)
    if reading.low.find("lần lượt", *before) < 0 and reading.low.find("tương ứng", *before) < 0:
        return None, 0, []
    cues = [found.start() for found in _CUE.finditer(reading.low, *before)]
    if not cues:
        return None, 0, []
    values: list[Made] = []
    for one in reading.items("quantity", cues[-1], slot.sentence.end):
        if values and not _BETWEEN.fullmatch(reading.low, values[-1].end, one.start):
            break
        values.append(one)
    starts = [one.start for one in values]
    return (cues[-1], starts.index(slot.start), values) if slot.start in starts else (None, 0, [])


def _apart(marks: list[Mark]) -> list[Mark]:
    """The marks of different places, the first of those that share one."""
    found: list[Mark] = []
    for mark in marks:
        if not found or mark.start >= found[-1].end:
            found.append(mark)
    return found
