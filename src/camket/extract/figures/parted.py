"""The part of the paper's area that a clause turns to: a district, a commune, a zone, a province before a merger."""

from __future__ import annotations

import re
from functools import cache

from camket import catalogue
from camket.extract.figures.clause import Slot
from camket.extract.figures.known_part import known_part
from camket.extract.figures.level import kinds
from camket.extract.known_places import alone
from camket.extract.place import place
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import compiled, expression
from camket.grammar.fold import fold
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER
from camket.grammar.placeset import set_of_places

LOCAL_KINDS = ("province", "city")
_NUMBERED = r"(?: (?:\d{1,2}(?=[,.;:)](?!\d)| (?:đã|đạt|có|hiện|còn|vừa|được|và|là|huy động)(?!\w))|[IVX]{1,4}(?!\w)))?"
"""`xã Xuân Thọ 1`"""
NAME = rf"[{UPPER}][\w'’]*(?: [{UPPER}][\w'’]*){{0,3}}{_NUMBERED}"
_LOCAL = expression(
    r"(?<!\w)(?<!tác )(?:các |hai |ba )?(?:(?:[Hh]uyện|[Xx]ã)"
    r"(?: (?:đảo|điểm|nghèo|biên giới|miền núi|vùng cao|ven biển))?"
    r"|[Tt]hị xã|[Qq]uận|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu) "
    rf"(?P<name>(?!Khu (?:vực|công|kinh)|An toàn |(?:NTM|ĐBKK|OCOP)(?!\w)){NAME}(?:, {NAME})*"
    rf"(?: và {NAME})?)(?! cũ(?!\w)|\w| [{UPPER}])"
    rf"|(?:[Tt]hành phố|TP\.?) (?P<city>{NAME})(?! cũ(?!\w)|\w| [{UPPER}])"
    rf"|(?P<numbered>[Qq]uận \d{{1,2}})(?!\d|[.,]\d| (?:tháng|ngày|năm|quý|%|tỷ|tỉ|triệu|nghìn|ha|phường|xã)(?!\w))"
    rf"|(?P<zone>[Kk]hu (?:kinh tế|công nghiệp|công nghệ cao)(?: cửa khẩu)? {NAME})"
)


_LOCAL_WORDS = ("huyện ", "thị xã ", "quận ", "xã ", "phường ", "thị trấn ", "đặc khu ", "khu ", "thành phố ", "tp ")


_UNITS_OF_PLACE = frozenset(("xã", "phường", "thôn", "bản", "ấp", "khu phố", "tổ dân phố", "cơ sở"))
_COUNTED_IN = expression(
    r"[^,;.:()\d]{0,60}? (?:của|thuộc|ở|tại)(?: địa bàn)? "
    rf"(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố|TP\.?) (?P<name>{NAME})"
)
"""`8 xã vùng thấp của huyện Sìn Hồ`."""


_SET_BEHIND = expression(
    r"(?:[^,;.()\d]{0,60}? (?:nằm )?(?:trên địa bàn|đặt tại|đoạn qua)|[^,;.()\d]{0,40}? \((?:tại|ở))"
    rf" (?:[Hh]uyện|[Tt]hị xã|[Qq]uận|[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu|[Tt]hành phố|TP\.?) (?P<name>{NAME})"
    rf"(?: và (?:xã|phường|thị trấn) {NAME},? (?:huyện|thị xã|thành phố) (?P<whole>{NAME}))?"
)
_BEHIND = (" địa bàn ", " đặt tại ", " đoạn qua ", " (tại ", " (ở ")


def _set_behind(reading: Reading, slot: Slot) -> str | None:
    """The district or commune that the words behind a quantity set it in: `86 ha đoạn qua xã Bảo Hà`."""
    if not holds(reading.low[slot.end : slot.end + 80], _BEHIND):
        return None
    found = _SET_BEHIND.match(reading.text, slot.end, min(slot.sentence.end, slot.end + 120))
    if found is None or fold(found["name"]) in names_of_provinces():
        return None
    return found["whole"] or found["name"]


_OFFICE = expression(r"(?:bí thư|chủ tịch|giám đốc|trưởng phòng|chánh án)(?:[^,;.()]{0,24})$")
"""An office of a place tells who speaks or is elected, not what is counted."""


def narrower_area(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """A part of the paper's area that the clause turns to: `riêng huyện Mường Khương`, `tổng GRDP của hai tỉnh cũ`."""
    both = _both_provinces(reading, slot, scene)
    if both is not None:
        return both
    behind = _set_behind(reading, slot)
    if behind is not None:
        return behind
    within = (
        _COUNTED_IN.match(reading.text, slot.end, slot.clause_end) if slot.quantity.noun in _UNITS_OF_PLACE else None
    )
    if within is not None:
        return within["name"]
    unnamed = set_of_places(reading.low, slot.clause_start, slot.start)
    if unnamed is not None:
        return place(reading, *unnamed).quote
    clause = reading.low[slot.clause_start : slot.start]
    if not holds(clause, _LOCAL_WORDS):
        return known_part(reading, slot, scene)
    meant = _of_kind(reading, slot, scene)
    if meant is not None:
        return meant
    found = [one for one in _LOCAL.finditer(reading.text, slot.clause_start, slot.start) if _is_of(reading, slot, one)]
    bare = known_part(reading, slot, scene, found[-1].end() if found else None)
    if bare is not None or not found:
        return bare
    whole = next((one for one in found if _OF_PARTS.match(reading.low, one.end())), None)
    return _name_of(whole or _least(reading, found))


_COMMUNE = expression(r"(?:các |hai |ba )?(?:xã|phường|thị trấn)(?!\w)")


def _least(reading: Reading, found: list[re.Match[str]]) -> re.Match[str]:
    """The last place; where it only says in what the one before lies, that one: `xã A, huyện B có 300 hộ`."""
    *_, before, last = (found[-1], *found)
    inside = reading.low.startswith(", ", before.end()) and before.end() + 2 == last.start()
    is_whole = _COMMUNE.match(reading.low, last.start()) is None
    return before if inside and is_whole and _COMMUNE.match(reading.low, before.start()) else last


_OF_PARTS = expression(r" (?:là|gồm)(?!\w)")
"""`tại 3 địa phương của huyện Hoài Ân là xã A và xã B`: it is of the district."""


_OWES = expression(r"\) (?:[^\W\d]+ ){1,3}")
"""What stands between where a body sits and its number: `Công ty A (quận Tân Phú) nợ trên 6 tỷ đồng`."""


_SOUTHERN = ("HCM", "Hồ Chí Minh")
"""Names by which the southern city goes behind the word for its kind, which its plain name keeps."""


def _is_of(reading: Reading, slot: Slot, one: re.Match[str]) -> bool:
    """Whether a place is that of what follows: no office's, not in brackets, no name of counted units (`2 xã A, B`)."""
    if reading.low[max(0, one.start() - 2) : one.start()].rstrip().isdigit():
        return False
    if one["city"] and fold(one["city"]) in names_of_provinces():
        return False
    if one["city"] in _SOUTHERN and reading.low.endswith((", ", " và "), 0, one.start()):
        return False  # the last of several
    if reading.low.endswith("cách ", 0, one.start()):
        return False  # `cách thành phố Huế 20 km`
    if one["zone"] and (slot.quantity.noun or "").startswith(("khu công nghiệp", "cụm công nghiệp", "khu kinh tế")):
        return False
    behind = reading.low[one.end() : slot.start]
    if ")" in behind.partition("(")[0]:
        return reading.low.endswith("(", 0, one.start()) and _OWES.fullmatch(behind) is not None
    return _OFFICE.search(reading.low, max(slot.clause_start, one.start() - 30), one.start()) is None


def _name_of(one: re.Match[str]) -> str:
    """The name of a place, without the province that is set behind it: `phường Tam Thắng, TPHCM`."""
    name = one["name"] or one["city"] or one["numbered"] or one["zone"]
    if one["city"] in _SOUTHERN:
        return "TP HCM"
    head, _, last = name.rpartition(", ")
    return head if head and fold(last) in names_of_provinces() | {"tphcm", "tp"} else alone(name)


_BOTH = expression(
    r"(?:của|gồm|ở|tại) (?:cả )?hai tỉnh(?: cũ| trước (?:sắp xếp|hợp nhất|sáp nhập|khi sắp xếp))?[^,;.\w]*$"
)


def _both_provinces(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The provinces that became the paper's own, where the words right before speak of both; `hai tỉnh` if unknown."""
    near = max(slot.clause_start, slot.start - 70)
    if reading.low.find("hai tỉnh", near, slot.start) < 0 or not _BOTH.search(reading.low, near, slot.start):
        return None
    return " và ".join(merged_into(scene.area)) or "hai tỉnh"


_PART_HAS = expression(
    r"(?P<kind>xã|phường|thị trấn|huyện|thị xã|quận)(?: đảo)?(?: này)? "
    r"(?:(?:hiện|nay|đã|đang|cũng|còn|mới) )*(?:có|đạt|thu|trồng|là)(?!\w)"
)
"""`Xã đảo hiện có 1.131 hộ dân`: the sentence goes on about the commune named last."""
_NAMED = r"(?i:{kind})(?: đảo)? (?P<name>(?!HỘI(?!\w)){name})"
"""`KINH TẾ - XÃ HỘI NĂM 2011` names no commune."""
_NEAR = 400
"""Letters back to the part of a province that was named last."""


def _of_kind(reading: Reading, slot: Slot, scene: Scene) -> str | None:
    """The commune or district that a clause of a paper on a province means by its kind alone, named shortly before."""
    if kinds().get(scene.area or "") is None:
        return None
    found = _PART_HAS.match(reading.low, slot.clause_start, slot.start)
    if found is None:
        return None
    named = list(part_named(found["kind"]).finditer(reading.text, max(0, slot.clause_start - _NEAR), slot.clause_start))
    return named[-1]["name"] if named else None


@cache
def part_named(kind: str) -> re.Pattern[str]:
    """An expression for places of a kind with their names: `xã Tân Lập`."""
    return compiled(_NAMED.format(kind=kind, name=NAME))


@cache
def names_of_provinces() -> frozenset[str]:
    """The folded names of all provinces and cities of the catalogue."""
    return frozenset(fold(area.name) for area in catalogue.load_areas() if area.kind in LOCAL_KINDS)


def merged_into(name: str | None, day: str | None = None) -> tuple[str, ...]:
    """The names of the areas that were merged into the one of this name, by a day where one is given."""
    return tuple(
        catalogue.area(slug).name
        for edge in catalogue.load_successions()
        if edge.kind == "merge" and edge.to is not None and catalogue.area(edge.to).name == name
        if day is None or str(edge.date) <= day
        for slug in edge.from_
    )
