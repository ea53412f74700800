"""Whom words mean that point back: `cơ quan này`, `Đại tướng`, `Đại hội` in a paper of the congress."""

from __future__ import annotations

from camket.extract.orders.body_name import UNION
from camket.extract.orders.ranks import bodies, rank_of
from camket.extract.orders.speaker import Speaker
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER

_MEETING = frozenset({"đại hội", "hội nghị", "kỳ họp", "cuộc họp", "phiên họp"})
"""Meetings that a paper names short for the body whose voice it speaks with."""
_CROWD = expression(r"(?:người dân|doanh nghiệp|công ty|chuyên gia|các|\d|hai|ba|bốn|năm)\b")
"""Those who, pointed at, are none of the bodies that spoke."""
_MILITARY = frozenset({"đại tướng", "thượng tướng", "trung tướng", "thiếu tướng"})
"""Military ranks, by which somebody named before is meant."""
_NEAR, _FAR = 300, 2000
"""So many letters before hold the body that `cơ quan này` means, or `hiệp hội này`."""
_ANY = frozenset({"cơ quan", "đơn vị", "tổ chức", "vị"})
"""Words for any body."""
_HEADS = ("giám đốc ", "chủ tịch ", "trưởng ", "bí thư ", "bộ trưởng ", "chánh ", "chủ nhiệm ")
"""Offices before the name of a body, which then is part of a title."""
_SOURCE = expression(r"theo (?:thông tin (?:từ|của) |báo cáo của |đại diện |lãnh đạo )?")
"""Whose news a sentence gives: `Theo thông tin từ UBND tỉnh, ...`."""
_REST = expression(rf"(?: (?:[{UPPER}][\w.-]*|và|-)(?! (?:đã|vừa|cũng)))+(?<! và)(?<! -)")
"""The rest of a body's name."""
_TRADE = expression(
    rf" [{UPPER}]\w*(?: (?!(?:đã|vừa|cũng|cho|nêu|kiến|đề|có|là|gửi|sẽ|thì|tại|này|trên|các|với|và các|đang|nhận|thông"
    r")(?!\w))[^\s,.;:()]+){0,8}"
)
"""The rest of an association's name, up to what it does."""


_SHORT = expression(
    r"(?:(?:ngoài ra|bên cạnh đó|đồng thời|do đó|vì vậy|dịp này|hiện nay|hiện|qua đó|theo đó),? )?"
    r"(?P<who>ban|công ty|tập đoàn|tổng công ty|hiệp hội|trung tâm|bệnh viện|liên danh|chi cục|viện|nhà trường)"
    r"(?: (?:cũng|đã|xin|kính|tiếp tục|mạnh dạn))* $"
)
"""A body by the head of its name alone, before what it asks for: `Ban đề nghị UBND tỉnh ...`."""


def short_form(reading: Reading, left: int, at: int) -> Speaker | None:
    """The body that is named before by the word that alone stands before a verb of asking; None where there is none."""
    found = _SHORT.fullmatch(reading.low, left, at)
    if found is None:
        return None
    start, end = found.span("who")
    for one in reversed(list(bodies().finditer(reading.low, max(0, start - _FAR), start))):
        if named := _named(reading, one.start(), start, found["who"]):
            return Speaker(start, end, named, None, rank_of(named.lower()), body=True)
    return None


def _points_back(speaker: Speaker) -> bool:
    """Whether the words point back to whoever spoke before: `cơ quan này`, `Đại tướng`."""
    name = speaker.name.lower()
    return (speaker.body and name.endswith((" này", " trên")) and not _CROWD.match(name)) or name in _MILITARY


def in_full(reading: Reading, speaker: Speaker, floor: Speaker | None, own: Speaker | None) -> Speaker:
    """Who is meant by a speaker's words.

    Args:
        reading: the text.
        speaker: as the words name them.
        floor: who has the floor.
        own: whose voice the paper speaks with.
    """
    if _points_back(speaker):
        like = speaker.name.lower().rpartition(" ")[0]
        meant = like in _ANY or _name_of(floor).startswith(like)
        if floor is not None and (not speaker.body or like == "vị" or (floor.body and meant)):
            return floor
        return (_last_body(reading, speaker) if speaker.body else None) or floor or speaker
    name = speaker.name.lower()
    if own is not None and name in _MEETING and (own.end > 0 or own.name.lower().startswith(name)):
        return own
    return speaker


def _name_of(speaker: Speaker | None) -> str:
    """A speaker's name in small letters; empty where there is none."""
    return speaker.name.lower() if speaker else ""


def _last_body(reading: Reading, speaker: Speaker) -> Speaker | None:
    """The body meant by words such as `cơ quan này`: whose news the sentence gives, else the one named last before.

    `Hiệp hội này` is the last association.
    """
    head = speaker.name.lower().rpartition(" ")[0]
    first = reading.sentence_at(speaker.start).start
    source = _SOURCE.match(reading.low, first, speaker.start)
    if source and (named := _named(reading, source.end(), speaker.start, "")):
        return speaker._replace(name=named, position=None, rank=rank_of(named.lower()))
    like = "" if head in _ANY else head
    near = max(0, speaker.start - (_FAR if like else _NEAR))
    for found in reversed(list(bodies().finditer(reading.low, near, speaker.start))):
        named = _named(reading, found.start(), speaker.start, like)
        if named and not reading.low.endswith(_HEADS, 0, found.start()):
            return speaker._replace(name=named, position=None, rank=rank_of(named.lower()))
    return None


def _named(reading: Reading, start: int, end: int, like: str) -> str | None:
    """The name of the body that begins at `start` with `like`, if it has a rank and is called by it."""
    found = bodies().match(reading.low, start, end)
    if found is None or not reading.low.startswith(like, start) or rank_of(found[0]) == 0:
        return None
    union = UNION.match(reading.low, start) is not None
    name = (_TRADE if union else _REST).match(reading.text, found.end(), end)
    words = reading.text[start : name.end() if name else found.end()]
    return words if any(letter.isupper() for letter in words) else None
