"""The place of a story by names of the gazetteer: of a district without its kind, of the parts of a province."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from camket import catalogue
from camket.catalogue.homes import Level, homes
from camket.extract.head.lines import Line
from camket.extract.head.local import PLACE, plainly
from camket.extract.head.places import PROVINCE, named_places
from camket.extract.known_places import LEVELS, OLD_LEVELS, names_of_provinces, provinces_of
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER

_NAME = rf"[{UPPER}][\w']*(?: [{UPPER}][\w']*){{1,3}}"
_OPENS = expression(
    r"[\"'(]?(?:(?i:(?:đảng bộ|đảng ủy|ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|ban chấp hành đảng bộ|mttq"
    r"|mặt trận tổ quốc|hội nông dân|hội (?:liên hiệp )?phụ nữ|hội cựu chiến binh|nhân dân) )?"
    r"(?i:huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)(?! (?i:ủy))|(?i:huyện ủy|thị ủy|quận ủy))"
    rf" (?P<name>{_NAME})(?=[ ,:.\"')-]|$)"
)
"""How a title begins that is of a district or commune or of its body: `Đảng bộ huyện Như Xuân - dấu ấn ...`."""
_OPENS_BARE = expression(
    rf"[\"'(]?(?:(?:Video|Ảnh|Tin ảnh|Infographic|Phóng sự): )?(?P<name>{_NAME})(?= ?[:,-]| [^\W\d_])"
)
_BARE = expression(
    r"(?<!\w)(?i:ở|tại|địa bàn|huyện|của|cho|vùng đất|quê hương|trên đất|về|đưa|để|xây dựng|mới|vùng cao) "
    rf"(?P<name>{_NAME})(?! [{UPPER}])"
)
_NOT_ONE = r"(?<!\w)(?<!các )(?<!cấp )(?<!nhiều )(?<!những )(?<!mỗi )(?<!từng )(?<!\d )(?<!phường, )"
_ONE_DISTRICT = expression(
    rf"{_NOT_ONE}(?:huyện|thị xã|quận)(?! ?[,/&-]| và | [{UPPER}\d]|\w)|(?<!\w)đơn vị cấp huyện"
    rf"|(?<!\w)(?:toàn|UBND|Thành ủy|của|trên địa bàn) thành phố(?! [{UPPER}]|\w)"
)
_ONE_COMMUNE = expression(
    r"(?<!\w)(?i:toàn|của|trong|ở|tại|là|địa bàn|ubnd|hđnd|đảng ủy|đảng bộ|lãnh đạo|người dân|cán bộ)"
    rf" (?:xã|phường|thị trấn)(?! hội| ?[,/&-]| và | [{UPPER}\d]|\w)"
    rf"|{_NOT_ONE}(?<!số )(?i:xã|phường|thị trấn) (?:đã|đạt|có|còn|hiện)(?!\w)"
)
"""What a text that speaks of one district, or of one commune, calls it: `toàn huyện`, `đảng ủy xã`."""
_BODY_ABOVE = expression(
    r"(?i:đảng bộ|đảng ủy|ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|mttq)"
    rf" (?i:huyện|thị xã|quận|xã|phường|thị trấn|đặc khu) (?P<name>{_NAME})"
    rf"|(?i:huyện ủy|thị ủy|quận ủy) (?P<district>{_NAME})"
)
"""The body whose page it is, alone on a line above the title."""
_NAMED_SO = expression(rf"(?<!\w)(?!(?:Huyện|Quận|Xã|Phường|Thị|TP|TX|Tại|Ở|Riêng|Trấn|Phố)\W)[{UPPER}]\w*\.? $")
_RUN = expression(rf"(?<!\w)(?:(?:TX|TP|Huyện|Tại|Ở|Riêng)\.? )?(?P<name>[{UPPER}][\w']*(?: [{UPPER}][\w']*){{1,4}})")
_KINDS = ("huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu")
_LEAST, _LEAST_BARE = 2, 3
_MOST_OF = 3


def opens_with_a_part(reading: Reading, title: Line) -> str | None:
    """The district or commune of which, or of whose body, the first words of a title tell.

    `Xã Sơn Lang: Thành tựu 5 năm`, `Đảng bộ huyện Như Xuân - dấu ấn một nhiệm kỳ`. In a title in capitals the name
    ends where the gazetteer says.
    """
    found = _OPENS.match(reading.text, title.start, title.end)
    if found is None or fold(found["name"]) in names_of_provinces() or _names_several(reading, found):
        return None
    if not reading.text[title.start : title.end].isupper():
        return found["name"]
    return _longest_known(found["name"])


_NAMED_IN_CAPITALS = expression(
    r"(?<!\w)(?:HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|THÀNH PHỐ) "
    rf"(?=(?P<name>[{UPPER}][\w']*(?:(?: | - )[{UPPER}][\w']*){{1,4}}))"
)


def _in_capitals(reading: Reading, title: Line) -> str | None:
    """The district or commune that a title in capitals names with its kind, as far as the gazetteer knows the name."""
    named = _NAMED_IN_CAPITALS.finditer(reading.text, title.start, title.end)
    known = next(filter(None, (_longest_known(found["name"]) for found in named)), None)
    return known if known is not None and fold(known) not in names_of_provinces() else None


def _longest_known(words: str) -> str | None:
    """The longest name of the gazetteer with which some words in capitals begin, as it is written in running text."""
    parts = words.split(" ")
    names = (" ".join(parts[:count]) for count in range(len(parts), 1, -1))
    return next((plainly(name) for name in names if _is_known(name)), None)


def _names_several(reading: Reading, first: re.Match[str]) -> bool:
    """Whether the words behind a place name another of its kind: `Huyện Đắk Mil có 300 ha, huyện Tuy Đức 900 ha`."""
    kind = reading.low[first.start() : first.start("name")].split()[-1]
    later = PLACE.finditer(reading.text, first.end(), first.endpos)
    return any(reading.low[one.start() : one.start("name")].split()[-1] == kind for one in later)


def body_above(reading: Reading, end: int) -> str | None:
    """The district or commune whose body alone is named on the first line above a title: `UBND XÃ ĐĂK SMAR`."""
    line = reading.text[:end].strip().partition("\n")[0].strip()
    found = _BODY_ABOVE.fullmatch(line)
    return plainly(found["name"] or found["district"]) if found is not None else None


def known_place(reading: Reading, title: Line, levels: Iterable[Level] = LEVELS) -> str | None:
    """The district or commune that a title names, with its kind or without, where the gazetteer knows the name.

    A name with its kind stands in the text once more. One without stands where a place does, in a text that speaks of
    one district (`toàn huyện`) or names the province that holds it, and is the end of no longer name there: persons
    bear the same names. `levels` are those of which a name without its kind may be.
    """
    if reading.text[title.start : title.end].isupper():
        return _in_capitals(reading, title)
    found = PLACE.search(reading.text, title.start, title.end)
    if found is not None and _is_known(found["name"]):
        return plainly(found["name"]) if reading.low.find(fold(found["name"]), title.end) >= 0 else None
    opened = _OPENS_BARE.match(reading.text, title.start, title.end)
    for bare in (*filter(None, (opened,)), *_BARE.finditer(reading.text, title.start, title.end)):
        name = bare["name"]
        if (
            _homes(name, levels)
            and (_is_told_of(reading, name) or (bare is opened and _is_a_city(reading, name)))
            and not _is_in_a_longer_name(reading, name)
        ):
            return plainly(name)
    return None


def _is_known(name: str) -> bool:
    return any(homes(name, level) for level in LEVELS)


def _is_told_of(reading: Reading, name: str) -> bool:
    """Whether a text tells the kind of a name, or speaks of one such place and of no province but its own."""
    if any(f"{kind} {fold(name)}" in reading.low for kind in _KINDS):
        return True
    level = next(level for level in LEVELS if homes(name, level))
    provinces = {one.name for one in named_places(reading, 0, len(reading.low)) if one.rank == PROVINCE}
    if provinces and not provinces & provinces_of(name, level):
        return False
    if level == "district" and provinces:
        return True
    return (_ONE_DISTRICT if level == "district" else _ONE_COMMUNE).search(reading.text) is not None


def _is_a_city(reading: Reading, name: str) -> bool:
    """Whether a name is that of one city alone, and a text that names no other province has it more than once.

    One that the title sets before a colon, be it a city or not, need not stand again: `Biên Hòa: Thu ngân sách ...`.
    """
    found = homes(name, "district")
    headed = reading.text.startswith(f"{name}: ", reading.text.find(name))
    city = len(found) == 1 and (headed or found[0].kind == "district_city")
    if not city or reading.text.count(name) < (1 if headed else _LEAST):
        return False
    provinces = {one.name for one in named_places(reading, 0, len(reading.low)) if one.rank == PROVINCE}
    return provinces <= provinces_of(name)


def opens_bare(reading: Reading, line: Line) -> str | None:
    """The district or commune of which a text without a title tells first: `Bình Minh là đơn vị cấp huyện ...`."""
    found = _OPENS_BARE.match(reading.text, line.start, line.end)
    if found is None or not _is_known(found["name"]) or not _is_told_of(reading, found["name"]):
        return None
    return None if _is_in_a_longer_name(reading, found["name"]) else plainly(found["name"])


def _is_in_a_longer_name(reading: Reading, name: str) -> bool:
    """Whether a name is somewhere the end of one with more words: `Nguyễn Kim Sơn`, `Công ty Yên Khánh`."""
    at = reading.text.find(name)
    while at >= 0:
        if _NAMED_SO.search(reading.text, max(0, at - 12), at) and reading.sentence_at(at).start < at - 4:
            return True
        at = reading.text.find(name, at + 1)
    return False


_OF_THE_NEW_LEVEL = ("đặc khu", "sáp nhập tỉnh", "hợp nhất tỉnh", "hai cấp", "2 cấp", "2026", "02 cấp")
"""Words of papers since the communes lie in no district."""
_DISTRICT = ("huyện", "thị", "quận", "tp", "phố", "ủy")


def place_of_parts(reading: Reading) -> str | None:
    """What a text that names no province is about, by the districts and communes that it names and the gazetteer knows.

    The only district is it, communes beside it lie in it; so is the only place, where no other is named. Several are
    parts of the one province that holds nearly all of them, be they named without their kind (`Nà Bó (Mai Sơn)`).
    """
    levels = LEVELS if holds(reading.low, _OF_THE_NEW_LEVEL) else OLD_LEVELS
    named: dict[str, bool] = {}
    for found in PLACE.finditer(reading.text):
        kind = reading.low[found.start() : found.start("name")].strip(" .").rpartition(" ")[2]
        name = f"Quận {found['name']}" if kind == "quận" and found["name"].isdigit() else found["name"]
        if _homes(name, levels):
            named[name] = named.get(name, False) or kind in _DISTRICT
    districts = [name for name, is_district in named.items() if is_district]
    bare = _districts(reading).keys() - named.keys()
    if not bare and (len(districts) == 1 or len(named) == 1):
        return _only(reading, (districts or [*named])[0], is_district=bool(districts))
    held = [_homes(name, levels) for name in named] + [_homes(name, ("district",)) for name in bare]
    return _holder(held, _LEAST_BARE if bare else _LEAST)


_OF_MANY = ("huyện", "quận", " tỉnh", "thị xã")


def province_of_many(reading: Reading) -> str | None:
    """The one province that holds the districts of a text which names three and more of them, and none above others."""
    if not holds(reading.low, _OF_MANY):
        return None
    counted = _districts(reading)
    if len(counted) < _LEAST_BARE or counted.most_common(1)[0][1] * 2 >= counted.total():
        return None
    return _holder([_homes(name, ("district",)) for name in counted], _LEAST_BARE)


def _holder(held: list[frozenset[str]], least: int) -> str | None:
    """The province that is in nearly all of some sets of them, and in so many at least."""
    best = Counter(slug for found in held for slug in found).most_common(2)
    if not best or best[0][1] < least or (len(best) > 1 and best[1][1] == best[0][1]):
        return None
    return catalogue.area(best[0][0]).name if best[0][1] * _MOST_OF >= len(held) * (_MOST_OF - 1) else None


_WITHIN = expression(rf"(?<!\w)(?:ở|tại|trên địa bàn|của) {PLACE.pattern}")


_OF_A_PROVINCE = expression(r"(?<!\w)(?:của|toàn|trong|địa bàn) tỉnh(?!\w)")


def _only(reading: Reading, name: str, *, is_district: bool) -> str | None:
    """The only place that a text names, where it speaks of one of its kind, or of what is there, not of more above.

    `Kinh tế của tỉnh tăng 9%. Xã Tuy Lộc đạt chuẩn` is of the province, be it not named.
    """
    own = sum(1 for _ in (_ONE_DISTRICT if is_district else _ONE_COMMUNE).finditer(reading.text))
    above = sum(1 for _ in _OF_A_PROVINCE.finditer(reading.low))
    within = any(found["name"] in name for found in _WITHIN.finditer(reading.text))
    return plainly(name) if own + within > above else None


def _districts(reading: Reading) -> Counter[str]:
    """How often a text names districts, with their kind and without, as no part of a longer name."""
    return Counter(found["name"] for found in _RUN.finditer(reading.text) if homes(found["name"], "district"))


def _homes(name: str, levels: Iterable[Level]) -> frozenset[str]:
    """The provinces that hold a name, by slug, at the first level that knows it."""
    found = (frozenset(home.province for home in homes(name, level)) for level in levels)
    return next(filter(None, found), frozenset())
