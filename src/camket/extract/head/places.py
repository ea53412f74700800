"""The provinces, regions and nations that a stretch of a paper names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from camket import catalogue
from camket.extract.head.furniture import is_byline
from camket.extract.lexicon import AREA
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.scan import Mark
from camket.rules.person.vocabulary import surnames

_RANKS = {"province": 0, "city": 0, "region": 1, "country": 2}
PROVINCE, REGION, COUNTRY = 0, 1, 2
"""Ranks of places: a province or city, a region, the country."""
_FULL = expression(r"(?:tỉnh|thành phố|tp)(?![^\W_])")
_OTHER_WORD = expression(r" (?:dương|phủ)(?!\w)")
_SPOT = expression(
    r"(?:ngã ba|ngã tư|ngã năm|cầu|đường|(?<!thành\s)phố|hầm|đèo|bến|ga|bánh|bún|nhà máy|công ty|trường|pháp luật|báo"
    r"|xã|phường|thị trấn"
    r"|thpt|thcs|tiểu học|mầm non|mẫu giáo|ptdtnt) $"
)
"""What is only named after a place: `nút giao Ngã ba Huế`."""
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
    end: int


@cache
def country() -> str:
    """The plain name of the country: `cả nước`."""
    return next(area.name for area in catalogue.load_areas() if area.kind == "country")


@cache
def ranked() -> dict[str, tuple[int, str]]:
    """The rank and the plain name of every province, region and the country, by slug."""
    return {area.slug: (_RANKS[area.kind], area.name) for area in catalogue.load_areas() if area.kind in _RANKS}


def named_places(reading: Reading, start: int, end: int) -> list[Named]:
    """The areas of a range, one for each place. A word in small letters (`hòa bình`) is no province."""
    levels, found = ranked(), []
    last = -1
    shown = _shown(reading, start, end)
    for mark in reading.marked(AREA, start, end):
        if shown and any(first <= mark.start < behind for first, behind in shown):
            continue
        level = levels.get(mark.value)
        if level is None or mark.start == last or reading.low[max(0, mark.start - 1) : mark.start] == "(":
            continue
        if level[0] == PROVINCE and (_is_no_name(reading, mark) or is_byline(reading, mark.start, mark.end)):
            continue
        if level[0] == COUNTRY and _AMONG.search(reading.low, max(0, mark.start - 16), mark.start):
            continue
        last = mark.start
        full = _FULL.match(reading.low, mark.start) is not None
        found.append(Named(mark.start, level[0], level[1], full, mark.end))
    return found


_PICTURE = expression(r"[.!?…] ảnh: ?\w")
_UNDER_A_PICTURE = expression(r"(?<![^\n])(?=[^\n]{10,300}(?:\n|$))[^\n]*?(?<!\w)ảnh ?: ?[^\n:]{2,40}(?=\n|$)")


_NEXT_PROVINCE = expression(r",? (?:và |cùng )?(?:(?:các )?(?:tỉnh|thành phố|tp\.?) )?")
_A_ROW = 3


def is_a_row_of_provinces(reading: Reading, named: Sequence[Named]) -> bool:
    """Whether a title names three provinces and more together: `Bắc Kạn, Cao Bằng, Hà Giang thiệt hại ...`."""
    row, last = 1, None
    for one in named:
        if one.rank != PROVINCE:
            continue
        joined = (
            last is not None and one.name != last.name and _NEXT_PROVINCE.fullmatch(reading.low, last.end, one.start)
        )
        row = row + 1 if joined else 1
        if row >= _A_ROW:
            return True
        last = one
    return False


def _shown(reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Where pictures are told of: a line that ends in `Ảnh: ...`, and in the midst of prose the sentence before it."""
    if "ảnh:" not in reading.low[start:end]:
        return []
    sentences = [reading.sentence_at(found.start()) for found in _PICTURE.finditer(reading.low, start, end)]
    lines = [found.span() for found in _UNDER_A_PICTURE.finditer(reading.low, start, end)]
    return [*lines, *((one.start, one.end) for one in sentences if one.place > 0 or one.start > start)]


def _is_no_name(reading: Reading, mark: Mark) -> bool:
    """Whether a word that is a province's is none here."""
    if reading.low.find("điểm ", max(0, mark.start - _AN_END_WITHIN), mark.start) >= 0 and _AN_END.search(
        reading.low, max(0, mark.start - _AN_END_WITHIN), mark.start
    ):
        return True
    return not _is_name(reading, mark.start, mark.end) or _is_of_route(reading, mark.start, mark.end)


_AN_END_WITHIN = 90
_AN_END = expression(r"(?<!\w)điểm (?:đầu|cuối)(?!\w)[^.;\n]{0,76}$")
"""Where a route begins or ends is not what a paper is of: `Điểm đầu tại cửa khẩu Hữu Nghị, tỉnh Lạng Sơn`."""


_BEFORE_A_NAME = expression(rf"(?P<surname>[{UPPER}]\w+)(?: (?:Thị|Văn|Đình|Thanh|Quang|Minh|Xuân|Đức))? $")
_LONGEST_SURNAME = 16
_FAR_FROM = expression(r"(?<!\w)(?:cách|giáp(?: với)?) $")
"""What leads to a place that only tells where another lies: `cách TP.HCM 130 km`."""


def _is_of_a_person(reading: Reading, start: int) -> bool:
    """Whether a province's name is that of a person, whose surname stands before it: `Trương Hòa Bình`."""
    before = _BEFORE_A_NAME.search(reading.text, max(0, start - _LONGEST_SURNAME), start)
    return before is not None and before["surname"].lower() in surnames()


def _is_name(reading: Reading, start: int, end: int) -> bool:
    if _is_of_a_person(reading, start) or _FAR_FROM.search(reading.low, max(0, start - 12), start):
        return False
    capital = _FULL.match(reading.low, start) is not None or reading.text[start].isupper()
    if _SPOT.search(reading.low, max(0, start - 14), start):
        return False
    ocean = reading.low.startswith("bình dương", start) and reading.low.endswith("thái ", 0, start)
    return capital and not ocean and _OTHER_WORD.match(reading.low, end) is None


def _is_of_route(reading: Reading, start: int, end: int) -> bool:
    """Whether a place is but in the name of a line between two: `đường dây 500 kV Lào Cai - Vĩnh Yên`."""
    begin = max(0, start - 40)
    if _is_on_a_list_of_routes(reading, start, end):
        return True
    if _ON_A_ROUTE.match(reading.text, end):
        return _ROUTE.search(reading.low, begin, start) is not None
    if not _END_OF_A_ROUTE.search(reading.text, begin, start):
        return False
    return any(_ROUTE.search(reading.low, begin, mark.start) for mark in reading.marked(AREA, begin, start))


_JOINED = expression(rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}} - $")
_GOES_ON = expression(rf" - [{UPPER}]")
_ROUTES = expression(r"(?<!\w)(?:cao tốc|đường sắt|quốc lộ|các tuyến|tuyến đường|(?:một số|các) đoạn)(?!\w)")


def _is_on_a_list_of_routes(reading: Reading, start: int, end: int) -> bool:
    """Whether a place is one end of a route in a list of them: `một số đoạn cao tốc như: Cầu Giẽ - Ninh Bình, ...`."""
    joined = reading.text.endswith(" - ", 0, start) and _JOINED.search(reading.text, max(0, start - 40), start)
    if not joined and not _GOES_ON.match(reading.text, end):
        return False
    return _ROUTES.search(reading.low, reading.sentence_at(start).start, start) is not None
