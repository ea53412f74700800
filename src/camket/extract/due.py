"""When a task is due, as its own words say."""

from __future__ import annotations

import re

from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.rules.period.item import When, deadline

_DEADLINES = frozenset({"by", "before", "until"})
_WITHIN = re.compile(r"(?:\btrong|\bngay trong|\bvào|\bcuối|\bhết|\bxong|\bvào cuối|\bvào dịp)\s*$")
_RECURRING = re.compile(r"\s*(?:hằng|hàng|mỗi|các) (?:tháng|quý|năm|tuần)")


def due_within(reading: Reading, start: int, end: int, setting: Scene) -> str | None:
    """The due of the task in `[start, end)`: `by:2026-06-29`, the last where several are told; None where none is.

    A time is a due where it is a deadline (`trước ngày ...`, `đến hết năm ...`), where the task is to be done within it
    (`trong tháng 10`), or where it opens the task (`năm 2025, phấn đấu ...`). A recurring day is none.
    """
    dues = []
    for made in reading.items("period", start, end):
        when = made.item
        if isinstance(when, When) and _is_due(reading, made.start, made.end, start, when):
            dated = when.dated(setting.year)
            dues.append(deadline(dated) if dated is not None else None)
    known = [due for due in dues if due is not None]
    return known[-1] if known else None


def _is_due(reading: Reading, begin: int, after: int, start: int, when: When) -> bool:
    if when.word or when.high_year is not None or _RECURRING.match(reading.low, after):
        return False
    if when.mode in _DEADLINES:
        return True
    if when.mode != "in":
        return False
    before = reading.low[max(start, begin - 16) : begin]
    return begin == start or bool(_WITHIN.search(before)) or reading.low.startswith(("trong ", "vào "), begin)
