"""Which area a paper is about: its plain name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

from camket import catalogue
from camket.extract.head.abroad import nation_of_title
from camket.extract.head.epithets import called_by_epithet
from camket.extract.head.furniture import place_of_page, without_captions
from camket.extract.head.gates import gate_of
from camket.extract.head.known import (
    body_above,
    known_place,
    opens_bare,
    opens_with_a_part,
    place_of_parts,
    province_of_many,
)
from camket.extract.head.lines import Line
from camket.extract.head.local import (
    bare_place,
    ends_in_a_place,
    host_of,
    introduced_place,
    most_named_place,
    opening_place,
    titled_place,
)
from camket.extract.head.nation import (
    OF_SOME_PROVINCE,
    VENUE,
    body_levels,
    is_national,
    is_told_of_the_nation,
    of_bodies_below,
    of_the_centre,
    opens_with_a_ministry,
    passes_provinces_by,
    tells_of_ministries,
)
from camket.extract.head.places import (
    COUNTRY,
    PROVINCE,
    REGION,
    Named,
    country,
    is_a_row_of_provinces,
    named_places,
    ranked,
)
from camket.extract.lexicon import AREA, BODY
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold, plain
from camket.grammar.holding import Holding
from camket.grammar.letters import UPPER

_DEPUTY = expression(
    r"(?:đại biểu|đbqh|đoàn)(?: đại biểu)?(?: quốc hội)?(?: tỉnh| thành phố| tp\.?)? \(?$|\((?:đoàn )?$"
)


def find_area(reading: Reading, title: Line | None, lead: Iterable[Line], foot: Line | None = None) -> str | None:
    """The area of a news article; `foot` is a lead that stands at its foot, which tells before the other.

    0. A district or commune that the title or the lead tells a working session with, a congress or a meeting of, or
       that the title names; no other district or commune is taken before a province is.
    1. The title: a province or city before a region, a region before the country; of two the first named. A province
       that opens the title stands before the district that the lead tells of.
    2. The lead: the first province named with its kind (`tỉnh X`, `TP X`), then any province, then a region. The home
       of a deputy (`đại biểu tỉnh X`) and the place where a national body meets (`tại Hà Nội`) are not counted.
    3. A lead of the National Assembly, the Government or the country: `cả nước`; so is one that compares provinces.
    4. The province named most often, where it is named twice or is the only one; else the district or commune named
       most often; else the country where it, or its product (`GDP`), is named.
    """
    lines = _opening(lead)
    titled = named_places(reading, title.start, title.end) if title is not None else []
    local = _local(reading, title, lines, titled) or _publisher(reading, title, lines)
    local = local or (introduced_place(reading) if not titled else None)
    if local is not None:
        return local
    if is_a_row_of_provinces(reading, titled):
        return None
    found = _best(titled)
    if found is not None and not (found.rank == REGION and _leaves_its_province_unnamed(reading, found)):
        return found.name
    if title is not None and _is_of_the_country(reading, title, lines):
        return country()
    named = named_places(reading, 0, len(reading.low))
    if is_told_of_the_nation(reading, named):
        return country()
    found_within = _told(reading, title, lines, foot, named) or _most_named(reading, named)
    if found_within is not None or "sản phẩm trong tỉnh" in reading.low:  # which some papers call GDP all the same
        return found_within
    if (told := _initials(reading, lines) or called_by_epithet(reading)) is not None:
        return told
    if title is not None and (bare := bare_place(reading, title)) is not None:
        return bare
    if _has_what_nations_have(reading) or (lines and _is_led_by_the_centre(reading, lines)):
        return country()
    return None


def _told(reading: Reading, title: Line | None, lines: list[Line], foot: Line | None, named: list[Named]) -> str | None:
    """The area that a ministry in the title, a lead at the foot or the lead tells of."""
    if title is not None and opens_with_a_ministry(reading, title):
        return country()
    if foot is not None and not _sets_provinces_side_by_side(reading, foot):
        found = _of_lines(reading, [foot])
        if found is not None:
            return found
    counted = Counter(one.name for one in named if one.rank == PROVINCE)
    if len(counted) >= _MANY and passes_provinces_by(reading, counted):
        return country()
    return _of_lines(reading, without_captions(reading, lines))


def _sets_provinces_side_by_side(reading: Reading, line: Line) -> bool:
    """Whether a line tells what a ministry does about several provinces: `... tại A và B, Bộ Công Thương ...`."""
    provinces = {one.name for one in named_places(reading, *line) if one.rank == PROVINCE}
    told = {body_levels().get(mark.value) for mark in reading.marked(BODY, *line)}
    return len(provinces) > 1 and not told.isdisjoint(("centre", "ministry"))


def _has_what_nations_have(reading: Reading) -> bool:
    """Whether a paper that names no place speaks of a GDP, and of no province or part of one that it leaves unnamed."""
    if _OF_THE_NATION.search(reading.low) is None or OF_SOME_PROVINCE.search(reading.low) is not None:
        return False
    return _BELOW.search(reading.text) is None


_ONE_OF_THEM = expression(
    r"(?<!các )(?<!những )(?<!\d )(?<!mọi )(?<!nhiều )(?<!\w)(?:tỉnh|thành phố|địa phương)(?: [^\W\d]+){0,4}? "
    r"(?:thuộc|ở|của|trong|tại|vùng|miền|khu vực)(?: vùng| miền| khu vực)? $|(?<!\w)một (?:tỉnh|địa phương) $"
)


def _leaves_its_province_unnamed(reading: Reading, region: Named) -> bool:
    """Whether a title only says in which region the province lies that it tells of: `Tỉnh thuộc ĐBSCL đặt mục tiêu`."""
    line = reading.low.rfind("\n", 0, region.start) + 1
    near = max(line, region.start - 60)
    return any(words.search(reading.low, near, region.start) for words in (_ONE_OF_THEM, _IN_ITS_ORDER))


_IN_ITS_ORDER = expression(
    r"(?<!\w)(?:(?:thứ|hạng|tốp|top|vị trí)(?: thứ)? (?:\d+|nhất|nhì|hai|ba|tư|năm)|đứng đầu|dẫn đầu"
    r"|(?:cao|thấp|lớn) nhất|nhất|nhì)(?: (?:trong|của|toàn|các|tỉnh|khu vực|vùng|ở|về))* $"
)
"""The region in whose order a place stands: `GRDP đứng thứ 2 khu vực Tây Nguyên`."""


def _is_led_by_the_centre(reading: Reading, lines: list[Line]) -> bool:
    """Whether the lead of a story that names no place tells of ministries, and nothing of bodies of provinces."""
    told = {body_levels().get(mark.value) for mark in reading.marked(BODY, lines[0].start, lines[-1].end)}
    return not told.isdisjoint(("centre", "ministry")) and not of_bodies_below(reading)


_OPENED = 900
"""Letters in which a story without lines has told whom it is about."""


def _opening(lead: Iterable[Line]) -> list[Line]:
    """The lead without what a text written as one line goes on to tell."""
    lines = list(lead)
    last = lines[0].start + _OPENED if lines else 0
    return [Line(line.start, min(line.end, max(last, line.start + _LEAST))) for line in lines]


_LEAST = 240
"""Letters of a line which are read however late in the lead it begins."""
_BELOW = expression(rf"(?<!\w)(?:xã|phường|thị trấn|huyện|thị xã|làng|thôn) [{UPPER}]")
"""What lies in one district or province."""
_OF_THE_NATION = expression(r"tổng sản phẩm (?:quốc nội|trong nước)|(?<!\w)gdp(?!\w)")
"""What only a country has, in a paper that names no place at all."""


def _local(reading: Reading, title: Line | None, lines: list[Line], titled: list[Named]) -> str | None:
    """The district or commune that a story is about."""
    if title is None:
        host = host_of(reading, lines[:2])
        return host or (opening_place(reading, lines[0]) or opens_bare(reading, lines[0]) if lines else None)
    apart = gate_of(reading, title) or nation_of_title(reading, title)
    if apart is not None:
        return apart
    opens = bool(titled) and titled[0].start == title.start
    found = None if opens else opening_place(reading, title) or opens_with_a_part(reading, title)
    within = bool(titled) and ends_in_a_place(reading, title.start, titled[0].start)
    followed = _FOLLOWED.match(reading.low, title.start, title.end) if opens else None
    if found is None and (not titled or within or followed):
        found = titled_place(reading, Line(followed.end(), title.end) if followed else title, lines)
    if found is None and not titled:
        found = known_place(reading, title)
    elif found is None and followed and len(titled) == 1:
        found = known_place(reading, Line(followed.end(), title.end), ("district",))
    if found is not None or _SEVERAL.match(reading.low, title.start):
        return found
    provincial = bool(lines) and any(one.full and one.rank == PROVINCE for one in named_places(reading, *lines[0]))
    below = [] if opens and titled[0].rank == PROVINCE else lines[: 1 if provincial else 2]
    return host_of(reading, [title, *below])


_SEVERAL = expression(r"\d+ (?:huyện|xã|phường|thị trấn)(?!\w)")
"""How a title begins that speaks of several together."""
_FOLLOWED = expression(r"(?:tỉnh |thành phố |tp\.? ?)?[^:.,;]{3,20}: ")
"""The province that a title sets before its district: `Hà Tĩnh: Huyện Đức Thọ ...`."""


def _of_lines(reading: Reading, lines: list[Line]) -> str | None:
    """The area that the lead tells of."""
    if not lines:
        return None
    start, end = lines[0].start, lines[-1].end
    named = named_places(reading, start, end)
    opens = _opens_with_the_country(reading, lines[0], named)
    if opens or tells_of_ministries(reading, *lines[0]) or _compares(reading, start, lines[:2][-1].end):
        return country()
    national = is_national(reading, start, end)
    found = _of_lead(reading, named, start, national=national)
    if found is not None:
        return found.name
    if any(tells_of_ministries(reading, *line) for line in lines) and _acts_for_all(reading):
        return country()
    return country() if national and not _OF_ITS_PROVINCE.search(reading.low, start, end) else None


_FOR_ALL = Holding(
    r"(?<!\w)(?:toàn ngành|xuất khẩu [^\W\d]+(?: [^\W\d]+)? việt|của việt nam|cả nước|toàn quốc)(?!\w)",
    ("toàn ngành", "việt", "cả nước", "toàn quốc"),
)


def _acts_for_all(reading: Reading) -> bool:
    """Whether a story whose lead tells of ministries and names no place speaks of a whole branch or the country.

    Places that it names further down are where something is held or was found.
    """
    if _FOR_ALL.search(reading.low) is None or OF_SOME_PROVINCE.search(reading.low) is not None:
        return False
    levels = Counter(body_levels().get(mark.value) for mark in reading.marked(BODY, 0, len(reading.low)))
    return levels["centre"] + levels["ministry"] > levels["province"] + levels["department"]


_COUNTED_IN_ALL = expression(
    r"cả nước (?:đã |ước |hiện |mới )*(?:có|đạt|thu hút|xuất khẩu|nhập khẩu|đón|thành lập|gieo|cấy|trồng"
    r"|thu hoạch|xuống giống|khai thác|sản xuất|giải ngân)(?!\w)"
)


def _opens_with_the_country(reading: Reading, line: Line, named: list[Named]) -> bool:
    """Whether the lead tells first what the country as a whole has: `Trong tháng 5, cả nước có 10.954 ...`."""
    if not named or named[0].rank != COUNTRY:
        return False
    return _COUNTED_IN_ALL.match(reading.low, named[0].start) is not None and named[0].start < line.start + _OPENING


_OPENING = 160
"""Letters of a lead in which it tells whom it is about."""
_OF_ITS_PROVINCE = expression(r"(?<!\w)(?:của|toàn|địa bàn|ubnd|hđnd) tỉnh(?!\w)(?!,? thành)")
"""A lead that tells of the body of one province, whatever body of the nation it names as well."""
_OF_ALL = expression(
    r"(?<!\w)(?:những|các|nhiều|hàng loạt|\d+) (?:tỉnh|địa phương)(?:,? thành(?: phố)?)?(?!\w)"
    r"(?! (?:trong|của|miền|phía|ven))"
)
"""How a title speaks of the provinces together: `Những tỉnh thành nào tăng trưởng trên 10%?`."""


def _is_of_the_country(reading: Reading, title: Line, lines: list[Line]) -> bool:
    if _OF_ALL.search(reading.low, *title) is None:
        return _is_of_a_branch(reading, title, lines)
    named = named_places(reading, lines[0].start, lines[-1].end) if lines else []
    provinces = [one for one in named if one.rank == PROVINCE]
    return not any(one.full for one in provinces) or len({one.name for one in provinces}) >= _MANY


_BRANCH = expression(r"(?:[^\n]{0,60} (?:của|toàn) )?(?:toàn )?ngành [^\W\d]+ ?[^\W\d]*(?:[: ]|$)")


def _is_of_a_branch(reading: Reading, title: Line, lines: list[Line]) -> bool:
    """Whether the title speaks of a branch of no place, and the lead of its ministry: `Ngành Hải quan: ...`."""
    if not lines or _BRANCH.match(reading.low, *title) is None:
        return False
    told = {body_levels().get(mark.value) for mark in reading.marked(BODY, lines[0].start, lines[-1].end)}
    return not told.isdisjoint(("centre", "ministry")) and told.isdisjoint(("province", "department"))


_MANY = 3
_SIDE_BY_SIDE = Holding(
    r"(?<!\w)(?:gdp|(?:\d+|các) (?:địa phương|tỉnh, thành))(?!\w)", ("gdp", " địa phương", " tỉnh, thành")
)


def _compares(reading: Reading, start: int, end: int) -> bool:
    """Whether the first lines set provinces or regions of the country side by side, none of them with its kind."""
    named = named_places(reading, start, end)
    if all(one.rank != COUNTRY for one in named) and _SIDE_BY_SIDE.search(reading.low, start, end) is None:
        return False
    provinces = {one.name for one in named if one.rank == PROVINCE}
    regions = {one.name for one in named if one.rank == REGION}
    apart = not any(one.full for one in named if one.rank == PROVINCE)
    return apart and (len(provinces) >= _MANY or (not provinces and len(regions) > 1))


_SITE = expression(
    r"\((?:www\.)?(?P<name>[a-z]+)\.gov\.vn\)"
    r"|(?<![^\n])\(?(?:báo )?(?:bao)?(?P<press>[a-z]+?)(?:(?:tv|online)?\.vn|portal)\)? ?[-–]"
)


def _publisher(reading: Reading, title: Line | None, lines: list[Line]) -> str | None:
    """The place whose own site or paper publishes the text: `(binhdinh.gov.vn) - Sáng 01/4`, `Truyền hình Đại Lộc`."""
    named = bool(lines) and any(word in reading.low[lines[0].start : lines[-1].end] for word in (".vn", "portal"))
    site = _SITE.search(reading.low, lines[0].start, lines[-1].end) if named else None
    if site is not None:
        return _sites().get(site["name"] or site["press"])
    above = title.start if title is not None else lines[0].start if lines else 0
    return place_of_page(reading, above) or (body_above(reading, above) if above else None)


_INITIALS = {
    "abo": "Tiền Giang", "ago": "An Giang", "bđ": "Bình Định", "bdo": "Bình Dương", "bgđt": "Bắc Giang",
    "bpo": "Bình Phước", "bto": "Bình Thuận", "cmo": "Cà Mau", "cto": "Cần Thơ", "dno": "Đà Nẵng", "glo": "Gia Lai",
    "hgo": "Hậu Giang", "hnmo": "Hà Nội", "qbđt": "Quảng Bình", "qno": "Quảng Nam", "tho": "Thanh Hóa",
    "tth": "Thừa Thiên Huế", "vlo": "Vĩnh Long",
}  # fmt: skip
"""The initials by which the papers of provinces open their stories, with the province."""
_OPENS_WITH_INITIALS = expression(r"\(?(?P<paper>[a-zđ]{2,5})\)? ?[-–] ?")


def _initials(reading: Reading, lines: list[Line]) -> str | None:
    """The province whose paper opens a story that names no place with its initials: `(QNO) - Chiều 5/3, ...`."""
    opened = (_OPENS_WITH_INITIALS.match(reading.low, line.start, line.end) for line in lines)
    known = (_INITIALS.get(one["paper"]) for one in opened if one is not None)
    return next((name for name in known if name is not None), None)


@cache
def _sites() -> dict[str, str]:
    """The plain name of every province and city by its name in small letters without marks or blanks."""
    return {
        plain(fold(area.name)).replace(" ", ""): area.name
        for area in catalogue.load_areas()
        if area.kind in ("province", "city")
    }


def area_within(reading: Reading, start: int, end: int) -> str | None:
    """The area named in a range, a province before a region before the country."""
    found = _best(named_places(reading, start, end))
    return found.name if found else None


def _best(named: list[Named]) -> Named | None:
    return min(named, key=lambda one: (one.rank, one.start), default=None)


def _of_lead(reading: Reading, named: list[Named], start: int, *, national: bool) -> Named | None:
    kept = [one for one in named if one.rank != COUNTRY and not _aside(reading, one, national=national)]
    return min(kept, key=lambda one: (one.rank, not one.full and one.start != start, one.start), default=None)


def _aside(reading: Reading, one: Named, *, national: bool) -> bool:
    before = reading.low[max(0, one.start - 40) : one.start]
    return _DEPUTY.search(before) is not None or (national and VENUE.search(before) is not None)


def _most_named(reading: Reading, named: list[Named]) -> str | None:
    counted = Counter(one.name for one in named if one.rank == PROVINCE)
    nation = sum(one.rank == COUNTRY for one in named)
    if counted:
        if passes_provinces_by(reading, counted):
            return country()
        name, times = counted.most_common(1)[0]
        if times > nation or (times > 1 and not of_the_centre(reading)) or (len(counted) == 1 and nation < _MANY):
            return name
    parts = (province_of_many, most_named_place, place_of_parts) if not counted else ()
    local = next((found for told in parts if (found := told(reading)) is not None), None)
    if local is not None:
        return local
    if OF_SOME_PROVINCE.search(reading.low) is not None:
        named = [one for one in named if one.rank != COUNTRY]
    wide = Counter(one.name for one in named if one.rank != PROVINCE)
    return wide.most_common(1)[0][0] if wide else _beside_a_spot(reading)


_IN_BRACKETS = expression(rf"[{UPPER}]\w*(?: [{UPPER}]\w*)+ \($")


def _beside_a_spot(reading: Reading) -> str | None:
    """The province in brackets behind a name: `Khu kinh tế Dung Quất (Quảng Ngãi)`."""
    levels = ranked()
    for mark in reading.marked(AREA, 0, len(reading.low)):
        if levels.get(mark.value, (COUNTRY, ""))[0] == PROVINCE and _IN_BRACKETS.search(
            reading.text, max(0, mark.start - 40), mark.start
        ):
            return levels[mark.value][1]
    return None
