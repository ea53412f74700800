"""Which bodies words name: ids of the catalogue, communes by their own names, and the many that nobody can count."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from camket import catalogue
from camket.grammar.fold import Folded, fold
from camket.grammar.letters import UPPER
from camket.model.body import Body

NamedKind = Literal["body", "place", "many"]
_OFFICE = re.compile(
    r"(?:(?:đồng chí|các đồng chí|lãnh đạo|tập thể lãnh đạo|ông|bà) )*"
    r"(?:(?:phó |quyền )?(?:giám đốc|thủ trưởng|trưởng|chánh|chủ tịch|bí thư|cục trưởng|chỉ huy trưởng|hiệu trưởng|"
    r"viện trưởng|tổng biên tập)(?: và)? )?"
)
"""An office before the name of its body: the task is the body's."""
_CAPITAL = rf"[{UPPER}]\w*"
_NAME = rf"(?!UBND|HĐND|Sở|Ban|Ủy|Hội){_CAPITAL}(?: {_CAPITAL})*"
_PLACE = re.compile(
    r"(?:(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Đảng ủy|Đảng uỷ|Công an|MTTQ|Ban Chỉ huy Quân sự) )?"
    r"(?:(?P<several>các )?(?:xã|phường|thị trấn|huyện|thị xã|quận|đặc khu)|thành phố) "
    rf"(?P<name>{_NAME})(?P<more>(?:(?:, | và ){_NAME})*)"
)
_MANY = re.compile(
    r"(?<!\w)(?:các )?(?:cơ quan|đơn vị|địa phương|sở,? ngành|ngành)(?: có)? liên quan(?!\w)"
    r"|(?<!\w)(?:(?:toàn thể|toàn bộ|thủ trưởng) )*(?:các|mỗi|từng|mọi|tất cả các|những) (?!sở:)[^,;.()\n]*"
    r"|(?<!\w)(?:ubnd|ủy ban nhân dân|đảng ủy|hđnd|chủ tịch ubnd) (?:các|cấp) [^,;.()\n]*"
    r"|(?<!\w)(?:ban, )?ngành(?!\w)"
)
_DOES = re.compile(
    r" (?:rà soát|tăng cường|tập trung|khẩn trương|chủ động|tiếp tục|phối hợp|tham mưu|xây dựng|kiểm tra|tổ chức|"
    r"thực hiện|triển khai|hoàn thiện|hoàn thành|đẩy mạnh|đẩy nhanh|báo cáo|lập|xử lý|giải quyết|nghiên cứu|đề xuất|"
    r"ban hành|hướng dẫn|theo dõi|đôn đốc|tổng hợp|bảo đảm|nâng cao|thường xuyên|kịp thời|nghiêm túc|quyết liệt)(?!\w)"
)
"""Where the many end and what they are to do begins."""
_EACH = re.compile(r"các (?:xã|phường|thị trấn|huyện|thị xã|thành phố|sở|cấp)(?!\w)")
_OF_A_PLACE = re.compile(
    rf"(?: (?:tỉnh|thành phố|TP\.?)|(?<=tỉnh)|(?<=phố)|(?<=ủy)) {_CAPITAL}(?: {_CAPITAL})*"
    r"|(?<=hu vực) (?:[IVX]{1,5}|\d{1,2})(?!\w)"
)
"""Whose body it is: `Sở Tài chính tỉnh Bắc Ninh`, `UBND tỉnh Bắc Ninh`, `Kho bạc Nhà nước khu vực V`."""
_BETWEEN = re.compile(r"(?:\s|,|;|:|và|cùng|với|hoặc|\(|\))+")


class Named(NamedTuple):
    """A body that words name.

    Attributes:
        kind: a body of the catalogue, a commune or district by its name, or many at once.
        id: id of the catalogue, else the name as written.
        start, end: where it stands in the folded words.
    """

    kind: NamedKind
    id: str
    start: int
    end: int


@cache
def _names() -> tuple[dict[str, tuple[Body, ...]], re.Pattern[str]]:
    found: dict[str, tuple[Body, ...]] = {}
    for each in catalogue.load_bodies():
        for key in (fold(name) for name in (each.name, *each.aliases, *_minister(each))):
            if each not in found.get(key, ()):
                found[key] = (*found.get(key, ()), each)
    longest = sorted(found, key=len, reverse=True)
    return found, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def _minister(body: Body) -> tuple[str, ...]:
    """A minister is called by what his ministry is about: `Bộ trưởng Tài chính`."""
    about = body.name.removeprefix("Bộ ")
    return (f"Bộ trưởng {about}", f"Bộ trưởng Bộ {about}") if about != body.name and body.level == "ministry" else ()


def body_named(words: str, day: date | None = None) -> str:
    """The id of the one body that words name and nothing else, as it stood on a day; empty for none or several.

    A commune, which the catalogue does not hold by its name, is its words as written.
    """
    named = bodies_named(words, day)
    return named[0].id if len(named) == 1 and named[0].kind != "many" else ""


def bodies_named(words: str, day: date | None = None) -> list[Named]:
    """All bodies that words name, in their order: `Sở Nội vụ, Giám đốc Sở Y tế và UBND phường Nếnh`."""
    return list(_named(Folded(words), day))


def listed(words: str, day: date | None = None) -> tuple[list[Named], int]:
    """The bodies that words begin with, as a list, and where the list ends: `Sở A, Sở B và UBND các xã rà soát`."""
    folded = Folded(words)
    found: list[Named] = []
    at = 0
    for each in _named(folded, day):
        gap = folded.low[at : each.start]
        left = gap[between.end() :] if (between := _BETWEEN.match(gap)) is not None else gap
        if not _OFFICE.fullmatch(left):
            break
        found.append(each)
        at = each.end
    return found, at


def _named(folded: Folded, day: date | None) -> Iterator[Named]:
    names, pattern = _names()
    at = 0
    while at < len(folded.low):
        body, place, many = (
            pattern.search(folded.low, at),
            _PLACE.search(folded.text, at),
            _MANY.search(folded.low, at),
        )
        first = min((each for each in (body, place, many) if each is not None), key=_order, default=None)
        if first is None:
            return
        if first is many and many is not None:
            end = _until_a_name(folded, many, pattern)
            yield Named("many", folded.text[many.start() : end].strip(), many.start(), end)
        elif first is place and place is not None:
            end = place.end() if place["several"] else place.end("name")
            yield from _places(place)
        else:
            end = yield from _of_the_catalogue(folded, first, names, day)
        at = max(end, at + 1)


def _places(place: re.Match[str]) -> Iterator[Named]:
    """Communes by their names: `UBND các huyện Thuận Thành, Quế Võ` is two."""
    level = place.string[place.start() : place.start("name")].replace("các ", "")
    yield Named("place", f"{level}{place['name']}", place.start(), place.end("name"))
    if place["several"]:
        for name in re.finditer(_NAME, place["more"]):
            start = place.start("more") + name.start()
            yield Named("place", f"{level}{name[0]}", start, start + len(name[0]))


def _of_the_catalogue(
    folded: Folded, found: re.Match[str], names: dict[str, tuple[Body, ...]], day: date | None
) -> Generator[Named, None, int]:
    """A body of the catalogue; `UBND các xã, phường` is many, under the id of what each of them is."""
    behind = _OF_A_PLACE.match(folded.text, found.end())
    end = behind.end() if behind is not None else found.end()
    body = _standing_on(names[found[0]], day)
    of_province = names.get(f"{found[0]} tỉnh")
    if day is not None and not body.stands_on(day) and of_province is not None:
        body = _standing_on(of_province, day)
    yield Named("many" if _EACH.search(found[0]) else "body", body.id, found.start(), end)
    return end


def _order(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), -match.end()


def _until_a_name(folded: Folded, many: re.Match[str], pattern: re.Pattern[str]) -> int:
    """`các Sở Tài chính, Xây dựng` names bodies; only what stands before the first name is the many."""
    name = pattern.search(folded.low, many.start(), many.end())
    stop = _DOES.search(many[0])
    end = many.start() + stop.start() if stop else many.end()
    return min(end, name.start()) if name is not None and name.start() > many.start() + 4 else end


def _standing_on(bodies: tuple[Body, ...], day: date | None) -> Body:
    """Of bodies of one name the one that stood on the day, else the first."""
    if day is not None:
        return next((each for each in bodies if each.stands_on(day)), bodies[0])
    return next((each for each in bodies if each.valid_to is None), bodies[0])
