"""Several provinces that a paper on the country names together, before what befell them or behind what they are given.

`Mưa lũ tại các tỉnh Phú Yên, Gia Lai và Đắk Lắk đã làm 90 nhà bị sập`, `trợ giúp 120 triệu đồng cho các tỉnh A, B và C`
"""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.figures.level import kinds
from camket.extract.lexicon import AREA
from camket.extract.scene import Scene, area_names
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds

_MANY = r"(?:các|hai|ba|bốn|năm|\d) (?:tỉnh|thành phố|địa phương)(?:,? thành(?: phố)?)?(?: gồm)?:? "
_GIVEN = expression(rf"(?: [^\W\d]+){{0,3}}? cho (?:(?:nhân dân|người dân|đồng bào|bà con) )?(?:{_MANY}|tỉnh )")
_BEFELL = expression(rf"(?:^|(?<!\w)(?:tại|ở|của|trên địa bàn) |[,;:] ){_MANY}")
_GOES_ON = expression(
    r"(?:,? (?:đã|đang|cũng|hiện|làm|khiến|gây|có|bị|đạt|thu|tăng|giảm|ước|gieo|cấy|thu hoạch)(?!\w))"
)
_JOINS = (", ", " và ", ",", " cùng ")
_LONGEST = 140
_KIND_BEFORE = 10
"""Letters of the kind that a mark of a place may begin with: `tỉnh Phú Thọ`."""


def several_named(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The provinces that what stands before a quantity befell, or that it is given to, in a paper on the country."""
    if kinds().get(scene.area or "") != "country":
        return None
    low = reading.low
    given = _GIVEN.match(low, slot.end) if low.find(" cho ", slot.end, slot.end + 40) >= 0 else None
    if given is not None:
        return _listed(reading, given.end(), min(slot.sentence.end, given.end() + _LONGEST), scene, least=1)
    if not holds(low[slot.clause_start : slot.start], (" tỉnh ", "các tỉnh", " địa phương ")):
        return None
    for found in _BEFELL.finditer(low, slot.clause_start, slot.start):
        named = _listed(reading, found.end(), min(slot.start, found.end() + _LONGEST), scene, told=True)
        if named is not None:
            return named
    return None


def _listed(reading: Reading, start: int, end: int, scene: Scene, *, least: int = 2, told: bool = False) -> str | None:
    """The names that follow each other from a place on; where they are `told` of, a verb must follow them."""
    names, found, at = area_names(scene.day), list[str](), start
    for mark in sorted(reading.marked(AREA, start - _KIND_BEFORE, end), key=lambda mark: (mark.start, -mark.end)):
        if mark.end <= at or mark.value not in names:
            continue
        joined = reading.low[at : mark.start]
        beside = joined.removesuffix("tỉnh ").removesuffix("thành phố ") in (_JOINS if found else ("",))
        if not beside:
            break
        found.append(names[mark.value])
        at = mark.end
    if len(found) < least or (told and _GOES_ON.match(reading.low, at) is None):
        return None
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} và {found[-1]}"
