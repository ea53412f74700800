"""Lists of aims that go on behind a clause of another role: what is foreseen in it, or what there was before.

| list behind `phấn đấu thu ngân sách 79 tỷ đồng; ` | role |
| --- | --- |
| `sản lượng dự kiến đạt 53 nghìn tấn; «trồng 2.470 ha»` | target: only the clause before is foreseen |
| `tỷ lệ hộ nghèo giảm từ 18,6% xuống còn «15,4%»` | target: only the first was reached |
"""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.model.fact import Role
from camket.rules.role.item import RoleCue

_FROM = ("giảm từ", "tăng từ")
_TO = expression(r"(?<!\w)(?:xuống|còn|lên|đến|tới)(?!\w)(?:[^,;.]|,(?=\d)){0,24}$")
_ON = expression(r"(?: năm 20\d\d)?,? (?:xuống|còn|lên|đến|tới)(?!\w)")
_DONE = expression(r"(?<!\w)(?:đã|được|kết quả)(?!\w)[^;.]*$")


def begins_a_move(reading: Reading, cue: Made, slot: Slot) -> bool:
    """Whether a number is the one that a move begins with: `giảm từ «18%» xuống còn 15%`."""
    if not reading.low.startswith(_FROM, cue.start) or reading.items("quantity", cue.end, slot.start):
        return False
    return _ON.match(reading.low, slot.end) is not None


def sets_a_bound(reading: Reading, cue: Made, slot: Slot) -> bool:
    """Whether `giảm từ` leads to a bound, and not to what was before: `phấn đấu giảm từ 3% trở lên`."""
    return slot.quantity.comparator == "ge" and reading.low.startswith(_FROM, cue.start)


def is_of_the_first_alone(reading: Reading, cue: Made, slot: Slot) -> bool:
    """Whether `giảm từ` gives its role to a number before this one alone: `giảm từ 18% xuống còn «15%»`."""
    if not reading.low.startswith(_FROM, cue.start) or _TO.search(reading.low, cue.end, slot.start) is None:
        return False
    if reading.low.rfind("(", slot.clause_start, cue.start) > reading.low.rfind(")", slot.clause_start, cue.start):
        return False
    return len(reading.items("quantity", cue.end, slot.start)) == 1


def goes_on_striving(reading: Reading, cue: Made, last: Made) -> bool:
    """Whether `sẽ` says again what is striven for: `phấn đấu hết năm 2020, toàn tỉnh sẽ có 10 xã`."""
    low = reading.low
    if not (low.startswith("phấn đấu", cue.start) and low.startswith("sẽ", last.start)):
        return False
    near = last.start - cue.end <= _STRIVES_WITHIN and not set(".;:") & set(low[cue.end : last.start])
    return near and not reading.items("quantity", cue.end, last.start)


_STRIVES_WITHIN = 56
"""Letters that hold by when and where something is striven for."""


def comes_back_to_the_aim(
    reading: Reading, slot: Slot, cues: list[Made], before: tuple[Role, str], *, aims: bool
) -> bool:
    """Whether a number is aimed at as its list is, though the one `before` (its role and how it was told) is not.

    So it is in a paper or section of `aims`.
    """
    role, how = before
    if how not in ("clause", "from") or role not in ("projection", "actual"):
        return False
    last = cues[-1] if cues else None
    opened = any(
        _is_aim(cue) for cue in cues[:-1] if last is not None and reading.low.find(";", cue.end, last.start) >= 0
    )
    if last is None or not (opened or aims):
        return False
    if role == "projection":
        return opened and not _is_aim(last) and reading.low.find(";", last.end, slot.start) >= 0
    done = _DONE.search(reading.low, slot.clause_start, slot.start)
    return done is None and reading.low.startswith(_FROM, last.start) and last.start >= slot.clause_start


def _is_aim(cue: Made) -> bool:
    return isinstance(cue.item, RoleCue) and cue.item.role == "target"
