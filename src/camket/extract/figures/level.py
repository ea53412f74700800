"""What place the word for a level alone means: `toàn tỉnh` in a story of a district, `của tỉnh` in one of all."""

from __future__ import annotations

from collections import Counter
from functools import cache

from camket import catalogue
from camket.extract.figures.clause import Slot
from camket.extract.known_places import home_of
from camket.extract.lexicon import AREA
from camket.extract.scene import Scene, area_names
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_LEVELS = {"province": "tỉnh", "city": "thành phố"}
_WHOSE = ("của", "toàn", "địa bàn")
_WIDE = ("country", "region")
_OF_THE_PROVINCE = expression(r"(?<!\w)(?:của|trong|toàn|trên địa bàn|cả) tỉnh(?! ủy| đoàn)(?!\w)[^;]*$")
_ABOVE_A_DISTRICT = expression(
    r"(?:(?<!\w)toàn tỉnh (?:hiện |nay |hiện nay |đã |đang |cũng |còn |có |được )+(?:hơn |gần |trên |khoảng )?"
    r"|(?<!\w)(?:toàn|bình quân(?: chung)?(?: của| toàn)?) tỉnh \(?(?:là |đạt |còn )*"
    r"|(?:^|[,:] |(?:nay|qua) )tỉnh (?:đã|sẽ|đang) [^,;\d]{0,25})$"
)
_FAR = 1200
"""Letters back to the province that a paper on the country spoke of last."""


@cache
def kinds() -> dict[str, str]:
    """The kind of every area of the catalogue by its plain name."""
    return {area.name: area.kind for area in catalogue.load_areas()}


def of_own_level(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The paper's own area, where the words before a bracket name its level: `kịch bản của tỉnh (7,4%)`."""
    if scene.area is None or not reading.low.endswith("(", 0, slot.start):
        return None
    level = _LEVELS.get(kinds().get(scene.area, ""))
    left = reading.low[max(slot.left, slot.start - 30) : slot.start].removesuffix("(").rstrip()
    return scene.area if level is not None and left.endswith(tuple(f"{word} {level}" for word in _WHOSE)) else None


def of_province(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The province that the clause means by `tỉnh` alone, in a paper on the country, a region or a part of a province.

    The country's paper means the province that it spoke of last, a district's or commune's the one that it lies in, be
    it not named.
    """
    clause = reading.low[slot.clause_start : slot.start]
    if "tỉnh" not in clause:
        return None
    kind = kinds().get(scene.area or "")
    if kind in _WIDE:
        return _last(reading, slot, scene) if _OF_THE_PROVINCE.search(clause) else None
    if scene.area is None or kind is not None or _ABOVE_A_DISTRICT.search(clause) is None:
        return None
    return _around(reading, scene)


def _last(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    names = area_names(scene.day)
    for mark in reversed(reading.marked(AREA, max(0, slot.clause_start - _FAR), slot.clause_start)):
        name = names.get(mark.value)
        if name is not None and kinds().get(name) in _LEVELS:
            return name
    return None


def _around(reading: Reading, scene: Scene) -> str | None:
    names = area_names(scene.day)
    counted = Counter(names.get(mark.value, "") for mark in reading.marked(AREA, 0, len(reading.low)))
    provinces = [name for name, _ in counted.most_common() if kinds().get(name) in _LEVELS]
    return provinces[0] if provinces else home_of(scene.area or "")
