"""Which area a paper is about: its plain name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from camket import catalogue
from camket.extract.head.furniture import is_byline, place_of_page
from camket.extract.head.lines import Line
from camket.extract.head.local import ends_in_a_place, host_of, most_named_place, opening_place, titled_place
from camket.extract.lexicon import AREA, BODY
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold, plain
from camket.grammar.holding import Holding
from camket.grammar.letters import UPPER
from camket.grammar.scan import Mark

_RANKS = {"province": 0, "city": 0, "region": 1, "country": 2}
_PROVINCE, _REGION, _COUNTRY = 0, 1, 2
_FULL = expression(r"(?:tỉnh|thành phố|tp)(?![^\W_])")
_OTHER_WORD = expression(r" (?:dương|phủ)(?!\w)")
_SPOT = expression(
    r"(?:ngã ba|ngã tư|ngã năm|cầu|đường|(?<!thành\s)phố|hầm|đèo|bến|ga|bánh|bún|nhà máy|công ty|trường|pháp luật|báo"
    r"|thpt|thcs|tiểu học|mầm non|mẫu giáo|ptdtnt) $"
)
"""What is only named after a place: `nút giao Ngã ba Huế`."""
_DEPUTY = expression(
    r"(?:đại biểu|đbqh|đoàn)(?: đại biểu)?(?: quốc hội)?(?: tỉnh| thành phố| tp\.?)? \(?$|\((?:đoàn )?$"
)
_VENUE = expression(r"(?<!\w)(?<!làm việc )(?:tại|ở) (?:thủ đô )?$")
_CAPITAL = "Hà Nội"
_END_OF_A_ROUTE = expression(r" - $")
_ON_A_ROUTE = expression(r" - \w")
_ROUTE = expression(r"(?<!\w)(?:cao tốc|đường dây|đường sắt|quốc lộ|tuyến(?: đường)?|dự án|kv)(?: [\w.]+){0,3}? $")


_AMONG = expression(r"(?:nhất|đầu tiên|thứ \d+|thứ (?:hai|ba|tư|năm))(?: của| ở| tại| trong)? $")
"""What stands before the country where it only says among whom a rank holds: `đặc khu lớn nhất Việt Nam`."""


class Named(NamedTuple):
    """A place where a province or city, a region or the country is named. `rank` 0 is a province or city."""

    start: int
    rank: int
    name: str
    full: bool


def find_area(reading: Reading, title: Line | None, lead: Iterable[Line]) -> str | None:
    """The area of a news article.

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
    titled = _named(reading, title.start, title.end) if title is not None else []
    local = _local(reading, title, lines, titled) or _publisher(reading, title, lines)
    if local is not None:
        return local
    found = _best(titled)
    if found is not None:
        return found.name
    if title is not None and _is_of_the_country(reading, title, lines):
        return country()
    found_within = _of_lines(reading, lines) or _most_named(reading, _named(reading, 0, len(reading.low)))
    if found_within is not None or "sản phẩm trong tỉnh" in reading.low:  # which some papers call GDP all the same
        return found_within
    return country() if _OF_THE_NATION.search(reading.low) else None


_OPENED = 900
"""Letters in which a story without lines has told whom it is about."""


def _opening(lead: Iterable[Line]) -> list[Line]:
    """The lead without what a text written as one line goes on to tell."""
    lines = list(lead)
    last = lines[0].start + _OPENED if lines else 0
    return [Line(line.start, min(line.end, max(last, line.start + _LEAST))) for line in lines]


_LEAST = 240
"""Letters of a line which are read however late in the lead it begins."""
_OF_THE_NATION = expression(r"tổng sản phẩm (?:quốc nội|trong nước)|(?<!\w)gdp(?!\w)")
"""What only a country has, in a paper that names no place at all."""


def _local(reading: Reading, title: Line | None, lines: list[Line], titled: list[Named]) -> str | None:
    """The district or commune that a story is about."""
    if title is None:
        return host_of(reading, lines[:2]) or (opening_place(reading, lines[0]) if lines else None)
    opens = bool(titled) and titled[0].start == title.start
    found = None if opens else opening_place(reading, title)
    within = bool(titled) and ends_in_a_place(reading, title.start, titled[0].start)
    if found is None and (not titled or within or (opens and _FOLLOWED.match(reading.low, title.start, title.end))):
        found = titled_place(reading, title, lines)
    if found is not None or _SEVERAL.match(reading.low, title.start):
        return found
    provincial = bool(lines) and any(one.full and one.rank == _PROVINCE for one in _named(reading, *lines[0]))
    below = [] if opens and titled[0].rank == _PROVINCE else lines[: 1 if provincial else 2]
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
    named = _named(reading, start, end)
    opens = _opens_with_the_country(reading, lines[0], named)
    if opens or _tells_of_ministries(reading, *lines[0]) or _compares(reading, start, lines[:2][-1].end):
        return country()
    national = is_national(reading, start, end)
    found = _of_lead(reading, named, national=national)
    if found is not None:
        return found.name
    return country() if national and not _OF_ITS_PROVINCE.search(reading.low, start, end) else None


_COUNTED_IN_ALL = expression(
    r"cả nước (?:đã |ước |hiện |mới )*(?:có|đạt|thu hút|xuất khẩu|nhập khẩu|đón|thành lập|gieo|cấy|trồng"
    r"|thu hoạch|xuống giống|khai thác|sản xuất|giải ngân)(?!\w)"
)


def _opens_with_the_country(reading: Reading, line: Line, named: list[Named]) -> bool:
    """Whether the lead tells first what the country as a whole has: `Trong tháng 5, cả nước có 10.954 ...`."""
    if not named or named[0].rank != _COUNTRY:
        return False
    return _COUNTED_IN_ALL.match(reading.low, named[0].start) is not None and named[0].start < line.start + _OPENING


_OPENING = 160
"""Letters of a lead in which it tells whom it is about."""
_OF_ITS_PROVINCE = expression(r"(?<!\w)(?:của|toàn|địa bàn|ubnd|hđnd) tỉnh(?!\w)(?!,? thành)")
"""A lead that tells of the body of one province, whatever body of the nation it names as well."""
_OF_ALL = expression(
    r"(?<!\w)(?:những|các|\d+) (?:tỉnh|địa phương)(?:,? thành(?: phố)?)?(?!\w)(?! (?:trong|của|miền|phía|ven))"
)
"""How a title speaks of the provinces together: `Những tỉnh thành nào tăng trưởng trên 10%?`."""


def _is_of_the_country(reading: Reading, title: Line, lines: list[Line]) -> bool:
    if _OF_ALL.search(reading.low, *title) is None:
        return _is_of_a_branch(reading, title, lines)
    named = _named(reading, lines[0].start, lines[-1].end) if lines else []
    provinces = [one for one in named if one.rank == _PROVINCE]
    return not any(one.full for one in provinces) or len({one.name for one in provinces}) >= _MANY


_BRANCH = expression(r"(?:toàn )?ngành [^\W\d]+ ?[^\W\d]*(?:[: ]|$)")


def _is_of_a_branch(reading: Reading, title: Line, lines: list[Line]) -> bool:
    """Whether the title speaks of a branch of no place, and the lead of its ministry: `Ngành Hải quan: ...`."""
    if not lines or _BRANCH.match(reading.low, *title) is None:
        return False
    told = {_body_levels().get(mark.value) for mark in reading.marked(BODY, lines[0].start, lines[-1].end)}
    return not told.isdisjoint(("centre", "ministry")) and told.isdisjoint(("province", "department"))


_MANY = 3
_SIDE_BY_SIDE = Holding(
    r"(?<!\w)(?:gdp|(?:\d+|các) (?:địa phương|tỉnh, thành))(?!\w)", ("gdp", " địa phương", " tỉnh, thành")
)


def _compares(reading: Reading, start: int, end: int) -> bool:
    """Whether the first lines set provinces or regions of the country side by side, none of them with its kind."""
    named = _named(reading, start, end)
    if all(one.rank != _COUNTRY for one in named) and _SIDE_BY_SIDE.search(reading.low, start, end) is None:
        return False
    provinces = {one.name for one in named if one.rank == _PROVINCE}
    regions = {one.name for one in named if one.rank == _REGION}
    apart = not any(one.full for one in named if one.rank == _PROVINCE)
    return apart and (len(provinces) >= _MANY or (not provinces and len(regions) > 1))


_SITE = expression(
    r"\((?:www\.)?(?P<name>[a-z]+)\.gov\.vn\)"
    r"|(?<![^\n])\(?(?:báo )?(?:bao)?(?P<press>[a-z]+?)(?:tv|online)?\.vn\)? ?[-–]"
)


def _publisher(reading: Reading, title: Line | None, lines: list[Line]) -> str | None:
    """The place whose own site or paper publishes the text: `(binhdinh.gov.vn) - Sáng 01/4`, `Truyền hình Đại Lộc`."""
    named = bool(lines) and reading.low.find(".vn", lines[0].start, lines[-1].end) >= 0
    site = _SITE.search(reading.low, lines[0].start, lines[-1].end) if named else None
    if site is not None:
        return _sites().get(site["name"] or site["press"])
    above = title.start if title is not None else lines[0].start if lines else 0
    return place_of_page(reading, above)


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
    found = _best(_named(reading, start, end))
    return found.name if found else None


def is_national(reading: Reading, start: int, end: int) -> bool:
    """Whether the range names a body of the whole country that governs or makes law."""
    return any(
        mark.value in _NATIONAL
        and not reading.low.endswith(_MEMBER, 0, mark.start)
        and reading.low[mark.start : mark.end] != _CENTRE
        for mark in reading.marked(BODY, start, end)
    )


def _tells_of_ministries(reading: Reading, start: int, end: int) -> bool:
    """Whether a range names a ministry, no body of a province and no place, but for where it meets in the capital."""
    levels = {_body_levels().get(mark.value) for mark in reading.marked(BODY, start, end)}
    if "ministry" not in levels or "province" in levels:
        return False
    return all(one.rank == _COUNTRY or _meets_in_the_capital(reading, one) for one in _named(reading, start, end))


def _meets_in_the_capital(reading: Reading, one: Named) -> bool:
    """Whether a place is only where a body of the nation has its seat: `tại Hà Nội, Tổng cục Thống kê họp báo`."""
    return one.name == _CAPITAL and _VENUE.search(reading.low, max(0, one.start - 24), one.start) is not None


@cache
def _body_levels() -> dict[str, str]:
    return {body.id: body.level for body in catalogue.load_bodies()}


_CENTRE = "trung ương"
"""The word alone tells the level (`dự toán Trung ương giao`), not the Committee."""
_MEMBER = ("bầu cử đại biểu ", "ủy viên ", "ủy viên dự khuyết ", "nguyên ủy viên ")
_NATIONAL = {"quoc-hoi", "uy-ban-thuong-vu-quoc-hoi", "chinh-phu", "thu-tuong-chinh-phu", "ban-chap-hanh-trung-uong"}


@cache
def country() -> str:
    """The plain name of the country: `cả nước`."""
    return next(area.name for area in catalogue.load_areas() if area.kind == "country")


@cache
def _levels() -> dict[str, tuple[int, str]]:
    return {area.slug: (_RANKS[area.kind], area.name) for area in catalogue.load_areas() if area.kind in _RANKS}


def _named(reading: Reading, start: int, end: int) -> list[Named]:
    """The areas of a range, one for each place. A word in small letters (`hòa bình`) is no province."""
    levels, found = _levels(), []
    last = -1
    shown = _shown(reading, start, end)
    for mark in reading.marked(AREA, start, end):
        if any(first <= mark.start < behind for first, behind in shown):
            continue
        level = levels.get(mark.value)
        if level is None or mark.start == last or reading.low[max(0, mark.start - 1) : mark.start] == "(":
            continue
        if level[0] == _PROVINCE and (_is_no_name(reading, mark) or is_byline(reading, mark.start, mark.end)):
            continue
        if level[0] == _COUNTRY and _AMONG.search(reading.low, max(0, mark.start - 16), mark.start):
            continue
        last = mark.start
        found.append(Named(mark.start, level[0], level[1], _FULL.match(reading.low, mark.start) is not None))
    return found


_PICTURE = expression(r"[.!?…] ảnh: ?\w")


def _shown(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Where pictures in the midst of prose are told of: each in the sentence right before its `Ảnh: ...`."""
    if "ảnh:" not in reading.low[start:end]:
        return []
    sentences = [reading.sentence_at(found.start()) for found in _PICTURE.finditer(reading.low, start, end)]
    return [(one.start, one.end) for one in sentences if one.place > 0 or one.start > start]


def _is_no_name(reading: Reading, mark: Mark) -> bool:
    """Whether a word that is a province's is none here."""
    return not _is_name(reading, mark.start, mark.end) or _is_of_route(reading, mark.start, mark.end)


def _is_name(reading: Reading, start: int, end: int) -> bool:
    capital = _FULL.match(reading.low, start) is not None or reading.text[start].isupper()
    if _SPOT.search(reading.low, max(0, start - 14), start):
        return False
    return capital and _OTHER_WORD.match(reading.low, end) is None


def _is_of_route(reading: Reading, start: int, end: int) -> bool:
    """Whether a place is but in the name of a line between two: `đường dây 500 kV Lào Cai - Vĩnh Yên`."""
    begin = max(0, start - 40)
    if _ON_A_ROUTE.match(reading.text, end):
        return _ROUTE.search(reading.low, begin, start) is not None
    if not _END_OF_A_ROUTE.search(reading.text, begin, start):
        return False
    return any(_ROUTE.search(reading.low, begin, mark.start) for mark in reading.marked(AREA, begin, start))


def _best(named: list[Named]) -> Named | None:
    return min(named, key=lambda one: (one.rank, one.start), default=None)


def _of_lead(reading: Reading, named: list[Named], *, national: bool) -> Named | None:
    kept = [one for one in named if one.rank != _COUNTRY and not _aside(reading, one, national=national)]
    return min(kept, key=lambda one: (one.rank, not one.full, one.start), default=None)


def _aside(reading: Reading, one: Named, *, national: bool) -> bool:
    before = reading.low[max(0, one.start - 40) : one.start]
    return _DEPUTY.search(before) is not None or (national and _VENUE.search(before) is not None)


_OF_SOME_PROVINCE = expression(
    r"(?<!\w)(?:(?:toàn|địa bàn|ubnd|hđnd) (?:tỉnh|huyện|xã|phường|thị xã)|của tỉnh|trong huyện"
    r"|bí thư (?:tỉnh|thành|huyện|thị|quận) ủy [^\W\d_]+ [^\W\d_]+|kinh tế(?: - xã hội)? (?:của )?(?:thành phố|thị xã))"
    r"(?!\w)(?!,| thành)"
)
"""Words of a paper of one province or district, which may name the country only for comparison."""


def _most_named(reading: Reading, named: list[Named]) -> str | None:
    counted = Counter(one.name for one in named if one.rank == _PROVINCE)
    nation = sum(one.rank == _COUNTRY for one in named)
    if counted:
        name, times = counted.most_common(1)[0]
        if times > nation or (times > 1 and not _of_the_centre(reading)) or (len(counted) == 1 and nation < _MANY):
            return name
    local = most_named_place(reading) if not counted else None
    if local is not None:
        return local
    if _OF_SOME_PROVINCE.search(reading.low) is not None:
        named = [one for one in named if one.rank != _COUNTRY]
    wide = Counter(one.name for one in named if one.rank != _PROVINCE)
    return wide.most_common(1)[0][0] if wide else _beside_a_spot(reading)


_IN_BRACKETS = expression(rf"[{UPPER}]\w*(?: [{UPPER}]\w*)+ \($")


def _beside_a_spot(reading: Reading) -> str | None:
    """The province in brackets behind a name: `Khu kinh tế Dung Quất (Quảng Ngãi)`."""
    levels = _levels()
    for mark in reading.marked(AREA, 0, len(reading.low)):
        if levels.get(mark.value, (_COUNTRY, ""))[0] == _PROVINCE and _IN_BRACKETS.search(
            reading.text, max(0, mark.start - 40), mark.start
        ):
            return levels[mark.value][1]
    return None


def _of_the_centre(reading: Reading) -> bool:
    """Whether the paper names bodies of the whole country more often than those of provinces."""
    levels = Counter(_body_levels().get(mark.value) for mark in reading.marked(BODY, 0, len(reading.low)))
    return levels["centre"] + levels["ministry"] > levels["province"] + levels["department"]
