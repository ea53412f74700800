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
    if sitting := _SITTING.search(reading.low, start, end):
        dues.append(_of_sitting(sitting, setting.year))
    known = [due for due in dues if due is not None]
    return known[-1] if known else None


_SITTING = re.compile(r"\bkỳ họp (?:thường lệ |thường kỳ )?(?P<when>giữa|cuối) năm(?: (?P<year>20\d\d))?")
_MONTHS = {"giữa": 7, "cuối": 12}
"""When the councils of the provinces hold their two yearly sittings."""


def _of_sitting(sitting: re.Match[str], year: int | None) -> str | None:
    """The due of what is to be put before a sitting: `tại kỳ họp giữa năm 2025` is by July."""
    named = int(sitting["year"]) if sitting["year"] else year
    return f"by:{named}-{_MONTHS[sitting['when']]:02}" if named else None


def _is_due(reading: Reading, begin: int, after: int, start: int, when: When) -> bool:
    named = reading.overlapping("reference", begin, after)
    if named or reading.low.endswith("sau ", start, begin):
        return False
    if when.word or when.high_year is not None or _RECURRING.match(reading.low, after):
        return False
    if when.mode in _DEADLINES:
        return True
    if when.mode != "in":
        return False
    before = reading.low[max(start, begin - 16) : begin]
    return begin == start or bool(_WITHIN.search(before)) or reading.low.startswith(("trong ", "vào "), begin)
