"""Which district or commune a story is about, where it is about one: its plain name."""

from __future__ import annotations

import re
from collections import Counter

from camket.extract.head.lines import Line
from camket.extract.known_places import alone
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER

_NAME = rf"[{UPPER}][\w'’]*(?: [{UPPER}][\w'’]*){{0,3}}"
_LEVEL = r"(?:huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)"
_COMMITTEE = r"(?:Huyện|Thị|Quận) ủy"
_HOST = expression(
    r"(?:[Ll]àm việc (?:với|tại)(?: lãnh đạo| tập thể lãnh đạo| Ban Thường vụ)?(?: Huyện ủy| Thị ủy| Đảng ủy| UBND)?"
    r"(?:,? ?(?:HĐND|UBND))?"
    r"|Đại hội (?:đại biểu )?(?:lần thứ \w+ )?(?:[Đđ]ảng bộ)(?: cơ quan)?(?: UBND)?|Đại hội (?:đại biểu|[Đđ]ảng)"
    r"|[Tt]iếp xúc cử tri(?: tại)?|[Kk]ỳ họp(?: thứ)? \w+,? HĐND)"
    rf" {_LEVEL} (?P<name>{_NAME}|\d{{1,2}})"
)
_MEETINGS = ("làm việc ", "đại hội ", "tiếp xúc cử tri", "kỳ họp")
_DOES = (
    r"(?:đã|vừa|sẽ|tổ chức|họp|khai mạc|bế mạc|tổng kết|sơ kết|ban hành|triển khai|cho ý kiến|thông qua|tiến hành"
    r"|long trọng|trọng thể|phối hợp|công bố|phát động|đón nhận|lần thứ|nhiệm kỳ|khóa)"
)
_HOLDER = expression(
    r"(?<!\w)(?:(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Ban Chấp hành [Đđ]ảng bộ|[Đđ]ảng bộ"
    r"|Đảng ủy|(?:Ủy ban )?(?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?)(?: cơ quan)?(?: UBND)?"
    rf" {_LEVEL}|{_COMMITTEE}) (?P<name>{_NAME})"
    rf"(?:,? \([^()]{{3,30}}\)|, (?:tỉnh |thành phố |TP\.? ?)?{_NAME})? \(?(?={_DOES}(?!\w))"
)
"""The body of a district or commune that holds a meeting, in a title or a lead."""
_HOLDERS = (
    "ubnd ", "hđnd ", "ủy ban nhân dân ", "hội đồng nhân dân ", "đảng bộ ", "đảng ủy ", "mttq ", "mặt trận tổ quốc ",
    "huyện ủy ", "thị ủy ", "quận ủy ",
)  # fmt: skip
_OFFICE = expression(r"(?:bí thư|chủ tịch|thường trực|ủy viên|thường vụ|chánh văn phòng|đại biểu)(?: [^\W\d]+)?,? $")
"""An office of such a body tells who speaks."""
PLACE = expression(
    rf"(?<!\w)(?<!tác )(?:(?:[Xx]ã|[Hh]uyện|[Tt]hị xã|[Pp]hường|[Tt]hị trấn|[Qq]uận|[Đđ]ặc khu|[Tt]hành phố|TP\.?)"
    rf"|{_COMMITTEE}) (?P<name>(?!(?:NTM|ĐBKK|OCOP)(?!\w)){_NAME}|\d{{1,2}}(?!\w))"
)
"""A district, city or commune with its kind."""
_ITS_PROVINCE = expression(r" ?(?:,|\(|-|–)? ?(?:tp\.? ?)?")
_WITHIN = expression(rf"[Tt]rên địa bàn {PLACE.pattern}")
_LOCAL_WORDS = ("thành phố ", "tp ", "tp. ", "xã ", "huyện ", "phường ", "thị trấn ", "quận ", "đặc khu ", "ủy ")
_SEVERAL = expression(r"(?:các|hai|ba|\d) $")
_OPENS = expression(rf"[\"“'(]?(?P<name>[{UPPER}][\w'’]*(?: [{UPPER}][\w'’]*){{1,3}})(?!\w)")
_LEVELS = ("huyện", "thị xã", "quận", "xã", "phường", "thị trấn", "đặc khu", "thành phố", "tp", "tp.")
_TIMES = 2


def plainly(name: str) -> str:
    """A place's name as it is written in running text, where a head has it in capitals: `NGỌK LÂY`."""
    return " ".join(word.capitalize() for word in name.split()) if name.isupper() else name


def host_of(reading: Reading, lines: list[Line]) -> str | None:
    """The district or commune that a meeting is with or of: `làm việc với huyện Vân Canh`, `HĐND xã Bản Lầu họp`."""
    lead = reading.low[lines[0].start : lines[-1].end] if lines else ""
    patterns = [one for one, words in ((_HOST, _MEETINGS), (_HOLDER, _HOLDERS)) if holds(lead, words)]
    for pattern in patterns:
        for line in lines:
            for found in pattern.finditer(reading.text, line.start, line.end):
                if not _OFFICE.search(reading.low, max(line.start, found.start() - 30), found.start()):
                    return _name(reading, found)
    return None


def titled_place(reading: Reading, title: Line, lead: list[Line]) -> str | None:
    """The district or commune that a title names, and the lead again: `Lễ công bố xã Phú Linh ...`."""
    below = holds(reading.low[title.start : title.end], _LOCAL_WORDS)
    found = PLACE.search(reading.text, title.start, title.end) if below else None
    if found is None or not lead or _SEVERAL.search(reading.low, max(0, found.start() - 6), found.start()):
        return None
    again = reading.low.find(found["name"].lower(), lead[0].start, lead[-1].end)
    return _name(reading, found) if again >= 0 else None


def _name(reading: Reading, found: re.Match[str]) -> str:
    """The plain name; one that is a number keeps its level: `Quận 1`."""
    name = plainly(alone(found["name"]))
    level = reading.low[max(0, found.start("name") - 12) : found.start("name")].split()
    return f"{level[-1].capitalize()} {name}" if name.isdigit() and level else name


def ends_in_a_place(reading: Reading, start: int, end: int) -> bool:
    """Whether a district or commune stands right before the bare name of its province: `xã Tứ Cường, Hải Dương`."""
    found = list(PLACE.finditer(reading.text, start, end))
    return (
        bool(found)
        and not reading.low.startswith("tỉnh ", end)
        and _ITS_PROVINCE.fullmatch(reading.low, found[-1].end(), end) is not None
    )


def opening_place(reading: Reading, line: Line) -> str | None:
    """The district or commune whose name a title or story opens with, and whose level the text tells elsewhere.

    `Thạch Hà phấn đấu đạt chuẩn nông thôn mới`, and below `huyện Thạch Hà`.
    """
    found = _OPENS.match(reading.text, line.start, line.end)
    if found is None:
        return None
    name = found["name"].lower()
    return plainly(found["name"]) if any(_stands(reading.low, f"{level} {name}") for level in _LEVELS) else None


_INTRODUCED = expression(
    rf"(?:\A|\n)\s*(?i:xã|phường|thị trấn|huyện|thị xã|quận) (?P<name>{_NAME})"
    r" (?:là (?:một |1 )?(?:trong |xã|phường|thị trấn|huyện|thị xã|quận|địa phương|đơn vị)|nằm (?:ở|về|cách)"
    r"|có diện tích|có tổng diện tích|được thành lập)"
)


def introduced_place(reading: Reading) -> str | None:
    """The commune or district that a page introduces: `Xã Bảo Hiệu là xã vùng cao, diện tích 4.125 ha`."""
    told = _INTRODUCED.search(reading.text, 0, _PAGE_OPENS)
    return plainly(told["name"]) if told is not None else None


_PAGE_OPENS = 700
"""Letters in which a page has begun to tell what it is about."""
_OF_A_PLACE = expression(
    rf"(?<!\w)(?:để|của|ở|tại|đưa|cho|xây dựng|phát triển) (?P<name>[{UPPER}]\w*(?: [{UPPER}]\w*){{1,2}})(?! [{UPPER}])"
)
_ITS_LEVEL = expression(
    rf"(?<!\w)(?i:{_LEVEL}) (?:đạt|đã|có|phấn đấu|sẽ|tiếp tục|tập trung|nhà|được|cần|xác định)(?!\w)"
)


def bare_place(reading: Reading, title: Line) -> str | None:
    """The place that a title names without its level, in a text that speaks of `Huyện ...` and names no other place.

    `Phát huy nội lực để Thăng Bình vươn lên`, and below `Huyện phấn đấu đạt chuẩn nông thôn mới`.
    """
    found = _OF_A_PLACE.search(reading.text, title.start, title.end)
    told = _ITS_LEVEL.search(reading.text, title.end) if found else None
    return found["name"] if found and told else None


def _stands(low: str, words: str) -> bool:
    at = low.find(words)
    edges = low[max(0, at - 1) : at] + low[at + len(words) : at + len(words) + 1]
    return at >= 0 and not any(map(str.isalnum, edges))


_MANY = 10
"""Places from which on one that is named a little more often is but one of a list."""
_OFTEN = 4
"""What part of them all one must be that the paper is of."""


def most_named_place(reading: Reading) -> str | None:
    """The district or commune that a text names twice or more, and more often than any other; None where none is.

    Once is enough where no other is named and things are within it: `trên địa bàn thành phố Việt Trì`.
    """
    if not holds(reading.low, _LOCAL_WORDS):
        return None
    counted = Counter(alone(found["name"]) for found in PLACE.finditer(reading.text) if not found["name"].isdigit())
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    if len(counted) > _MANY and ranked[0][1] * _OFTEN < counted.total():
        return None
    within = len(ranked) == 1 and _WITHIN.search(reading.text) is not None
    return ranked[0][0] if ranked[0][1] >= _TIMES or within else None
