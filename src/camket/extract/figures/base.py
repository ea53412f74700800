"""What a growth is measured against, where the words name it."""

from __future__ import annotations

import msgspec

from camket.extract.figures.clause import Slot
from camket.extract.figures.usable import is_base
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.rules.period.item import When, written

_QUARTERS, _MONTHS = 4, 12
_OPENING = 40


def base_time(reading: Reading, slot: Slot, scene: Scene, subject: When | None) -> str | None:
    """The period that a growth is measured against: named after the quantity, else where its clause opens.

    A base that is told from the figure's own time (`cùng kỳ`, `tháng trước`, `năm trước`) is counted from `subject`.
    """
    if not reading.items("period", slot.left, slot.right):
        return None
    opening = min(slot.clause_start + _OPENING, slot.start) if slot.left == slot.clause_start else slot.left
    named = [
        one.item
        for start, end in ((slot.end, slot.right), (slot.left, opening))
        for one in reading.items("period", start, end)
        if isinstance(one.item, When) and is_base(reading, one, slot)
    ]
    if not named:
        return None
    own = subject.dated(scene.year) if subject is not None and not subject.word else None
    dated = _dated(named[0], own, scene)
    if dated is None or dated.year is None:
        return None
    return written(str(dated.year), dated)


def _dated(base: When, own: When | None, scene: Scene) -> When | None:
    """The base with the year that the figure's own time gives it."""
    if base.word == "same":
        return _same(own, base.year)
    if base.word == "step":
        return _step(own)
    this_year = not base.shift and base.month is base.quarter is base.half is None
    return base.dated(scene.year if this_year or own is None or own.year is None else own.year)


def _same(own: When | None, year: int | None) -> When | None:
    """The span of `own` in another year, the one before unless it is named; None where `own` is no span of a year."""
    if own is None or own.year is None or own.high_year is not None:
        return None
    before = msgspec.structs.replace(own, year=year or own.year - 1)
    if own.mode == "until" and own.month is not None and own.day is None and own.month > 1:
        return msgspec.structs.replace(before, month=1, last_month=own.month)
    return before


def _step(own: When | None) -> When | None:
    """The month or quarter before that of `own`."""
    if own is None or own.year is None or own.last_month is not None or own.day is not None:
        return None
    if own.month is not None:
        year, month = divmod(own.year * _MONTHS + own.month - 2, _MONTHS)
        return When(year=year, month=month + 1)
    if own.quarter is not None:
        year, quarter = divmod(own.year * _QUARTERS + own.quarter - 2, _QUARTERS)
        return When(year=year, quarter=quarter + 1)
    return None
