"""Which area a paper is about: its plain name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from camket import catalogue
from camket.extract.head.lines import Line
from camket.extract.lexicon import AREA, BODY
from camket.grammar.engine import Reading
from camket.grammar.fold import fold, plain
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER
from camket.grammar.scan import Mark

_RANKS = {"province": 0, "city": 0, "region": 1, "country": 2}
_PROVINCE, _COUNTRY = 0, 2
_FULL = re.compile(r"(?:tỉnh|thành phố|tp)(?![^\W_])")
_OTHER_WORD = re.compile(r" (?:dương|phủ)(?!\w)")
_SPOT = re.compile(r"(?:ngã ba|ngã tư|ngã năm|cầu|đường|phố|hầm|đèo|bến|ga|bánh|bún|nhà máy|công ty) $")
"""What is only named after a place: `nút giao Ngã ba Huế`."""
_DEPUTY = re.compile(
    r"(?:đại biểu|đbqh|đoàn)(?: đại biểu)?(?: quốc hội)?(?: tỉnh| thành phố| tp\.?)? \(?$|\((?:đoàn )?$"
)
_VENUE = re.compile(r"(?<!\w)(?<!làm việc )(?:tại|ở) (?:thủ đô )?$")
_END_OF_A_ROUTE = re.compile(r" - $")
_ON_A_ROUTE = re.compile(r" - \w")
_ROUTE = re.compile(r"(?<!\w)(?:cao tốc|đường dây|đường sắt|quốc lộ|tuyến(?: đường)?|dự án|kv)(?: [\w.]+){0,3}? $")


class Named(NamedTuple):
    """A place where a province or city, a region or the country is named. `rank` 0 is a province or city."""

    start: int
    rank: int
    name: str
    full: bool


def find_area(reading: Reading, title: Line | None, lead: Iterable[Line]) -> str | None:
    """The area of a news article.

    0. A district or commune that the title or the lead tells a working session with, a congress or a meeting of; no
       other district or commune is taken.
    1. The title: a province or city before a region, a region before the country; of two the first named.
    2. The lead: the first province named with its kind (`tỉnh X`, `TP X`), then any province, then a region. The home
       of a deputy (`đại biểu tỉnh X`) and the place where a national body meets (`tại Hà Nội`) are not counted.
    3. A lead of the National Assembly, the Government or the country: `cả nước`.
    4. The province named most often, where it is named twice or is the only one; else the country where it is named.
    """
    lines = list(lead)
    host = _host(reading, [line for line in (title, *lines[:2]) if line is not None])
    local = host or (_titled(reading, title, lines) if title is not None else None) or _publisher(reading, lines)
    if local is not None:
        return local
    if title is not None:
        found = _best(_named(reading, title.start, title.end))
        if found is not None:
            return found.name
    if lines:
        start, end = lines[0].start, lines[-1].end
        national = is_national(reading, start, end)
        if _tells_of_ministries(reading, *lines[0]):
            return country()
        found = _of_lead(reading, _named(reading, start, end), national=national)
        if found is not None:
            return found.name
        if national:
            return country()
    return _most_named(reading, _named(reading, 0, len(reading.low)))


_NAME = rf"[{UPPER}][\w'’]*(?: [{UPPER}][\w'’]*){{0,3}}"
_HOST = re.compile(
    r"(?:[Ll]àm việc (?:với|tại)(?: lãnh đạo| tập thể lãnh đạo| Ban Thường vụ)?(?: Huyện ủy| Thị ủy| Đảng ủy| UBND)?"
    r"(?:,? ?(?:HĐND|UBND))?"
    r"|Đại hội (?:đại biểu )?(?:lần thứ \w+ )?(?:[Đđ]ảng bộ)|[Tt]iếp xúc cử tri(?: tại)?|[Kk]ỳ họp(?: thứ)? \w+,? HĐND)"
    rf" (?:huyện|thị xã|quận|xã|phường|thị trấn|đặc khu) (?P<name>{_NAME}|\d{{1,2}})"
)

_MEETINGS = ("làm việc ", "đại hội ", "tiếp xúc cử tri", "kỳ họp")
_HOLDER = re.compile(
    r"(?:(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Ban Chấp hành [Đđ]ảng bộ|[Đđ]ảng bộ|Thường trực HĐND)"
    r" (?:huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)|(?:Ban Thường vụ |Thường trực )?(?:Huyện ủy|Thị ủy|Quận ủy))"
    rf" (?P<name>{_NAME})(?:,? \([^()]{{3,30}}\))?(?: (?:đã|vừa|sẽ))? (?:tổ chức|họp|khai mạc|bế mạc|tổng kết|sơ kết"
    r"|ban hành|triển khai|cho ý kiến|lần thứ|nhiệm kỳ)"
)
"""The body of a district or commune that holds a meeting, in a title or a lead."""
_HOLDERS = ("huyện ", "thị xã ", "quận ", "xã ", "phường ", "thị trấn ", "đặc khu ", "thị ủy ")


def _host(reading: Reading, lines: list[Line]) -> str | None:
    """The district or commune that a meeting is with or of: `làm việc với huyện Vân Canh`."""
    lead = reading.low[lines[0].start : lines[-1].end] if lines else ""
    patterns = [one for one, words in ((_HOST, _MEETINGS), (_HOLDER, _HOLDERS)) if holds(lead, words)]
    for pattern in patterns:
        for line in lines:
            found = pattern.search(reading.text, line.start, line.end)
            if found is not None:
                return plainly(found["name"])
    return None


def plainly(name: str) -> str:
    """A place's name as it is written in running text, where a head has it in capitals: `NGỌK LÂY`."""
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name


_PLACE = re.compile(
    rf"(?<!\w)(?:[Xx]ã|[Hh]uyện|[Tt]hị xã|[Pp]hường|[Tt]hị trấn|[Qq]uận|[Đđ]ặc khu|[Tt]hành phố|TP\.?)"
    rf" (?P<name>{_NAME}|\d{{1,2}}(?!\w))"
)

_LOCAL_WORDS = ("thành phố ", "tp ", "tp. ", "xã ", "huyện ", "phường ", "thị trấn ", "quận ", "đặc khu ")


def _titled(reading: Reading, title: Line, lead: list[Line]) -> str | None:
    """The district or commune that a title names, and no province, and the lead again: `Lễ công bố xã Phú Linh ...`."""
    below = holds(reading.low[title.start : title.end], _LOCAL_WORDS)
    found = _PLACE.search(reading.text, title.start, title.end) if below else None
    if found is None or not lead or _best(_named(reading, title.start, title.end)) is not None:
        return None
    again = reading.low.find(found["name"].lower(), lead[0].start, lead[-1].end)
    return plainly(found["name"]) if again >= 0 else None


_SITE = re.compile(
    r"\((?:www\.)?(?P<name>[a-z]+)\.gov\.vn\)"
    r"|(?<![^\n])\(?(?:báo )?(?:bao)?(?P<press>[a-z]+?)(?:tv|online)?\.vn\)? ?[-–]"
)


def _publisher(reading: Reading, lines: list[Line]) -> str | None:
    """The province whose own site publishes the text: `(binhdinh.gov.vn) - Sáng 01/4`."""
    site = _SITE.search(reading.low, lines[0].start, lines[-1].end) if lines else None
    return _sites().get(site["name"] or site["press"]) if site is not None else None


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
        mark.value in _NATIONAL and not reading.low.endswith(_MEMBER, 0, mark.start)
        for mark in reading.marked(BODY, start, end)
    )


def _tells_of_ministries(reading: Reading, start: int, end: int) -> bool:
    """Whether a range names a ministry, no body of a province and no place: it tells of the whole country."""
    levels = {_body_levels().get(mark.value) for mark in reading.marked(BODY, start, end)}
    return "ministry" in levels and "province" not in levels and not _named(reading, start, end)


@cache
def _body_levels() -> dict[str, str]:
    return {body.id: body.level for body in catalogue.load_bodies()}


_MEMBER = ("ủy viên ", "ủy viên dự khuyết ", "nguyên ủy viên ")
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
    for mark in reading.marked(AREA, start, end):
        level = levels.get(mark.value)
        if level is None or mark.start == last or reading.low[max(0, mark.start - 1) : mark.start] == "(":
            continue
        if level[0] == _PROVINCE and _is_no_name(reading, mark):
            continue
        last = mark.start
        found.append(Named(mark.start, level[0], level[1], _FULL.match(reading.low, mark.start) is not None))
    return found


def _is_no_name(reading: Reading, mark: Mark) -> bool:
    """Whether a word that is a province's is none here."""
    return not _is_name(reading, mark.start, mark.end) or _is_of_route(reading, mark.start, mark.end)


def _is_name(reading: Reading, start: int, end: int) -> bool:
    capital = _FULL.match(reading.low, start) is not None or reading.text[start].isupper()
    if _SPOT.search(reading.low, max(0, start - 12), start):
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


_OF_SOME_PROVINCE = re.compile(
    r"(?<!\w)(?:(?:toàn|địa bàn|ubnd|hđnd) (?:tỉnh|huyện)|của tỉnh|trong huyện)(?!\w)(?!,| thành)"
)
"""Words of a paper of one province or district, which may name the country only for comparison."""


def _most_named(reading: Reading, named: list[Named]) -> str | None:
    counted = Counter(one.name for one in named if one.rank == _PROVINCE)
    if counted:
        name, times = counted.most_common(1)[0]
        if times > 1 or len(counted) == 1:
            return name
    if _OF_SOME_PROVINCE.search(reading.low) is not None:
        named = [one for one in named if one.rank != _COUNTRY]
    best = _best([one for one in named if one.rank != _PROVINCE])
    return best.name if best else None


_BELOW_PROVINCE = re.compile(
    rf"(?<!\w)(?:(?i:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã)|(?P<city>(?i:thành phố|tp\.?)))"
    rf" (?P<name>[{UPPER}]\w*(?: [{UPPER}]\w*)*)$"
)


def below_province(issuer: str) -> str | None:
    """The commune, district or city of a province whose body issues a paper: `Ủy ban nhân dân xã Bản Lầu`."""
    found = _BELOW_PROVINCE.search(issuer)
    if found is None or (found["city"] and f"thành phố {fold(found['name'])}" in _cities()):
        return None
    return plainly(found["name"])


@cache
def _cities() -> frozenset[str]:
    """The full names of the cities that stand beside the provinces, and of those that have a province's name."""
    areas = [area for area in catalogue.load_areas() if area.kind in ("province", "city")]
    return frozenset(
        f"thành phố {fold(area.full_name.split(' ', 2 if area.kind == 'city' else 1)[-1])}" for area in areas
    )
