"""Whose voice an official paper speaks with: the leader whose conclusions it gives, else the body that issues it."""

from __future__ import annotations

import re

from camket.extract.head.names import in_running_case
from camket.extract.orders.ranks import LOWEST_OFFICE, offices, rank_of
from camket.extract.orders.speaker import Speaker, speaker_titled
from camket.extract.people import People
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.document import Head

_OFFICIAL = frozenset({"notice", "decision", "resolution", "plan", "letter", "report"})
_HEAD = 2500
_RULING = expression(r"\d[^ ]*[-/](?:kl|ct|cđ)\b")
"""The number of a conclusion, directive or telegram, papers that hand out tasks."""
_PAPER = expression(
    r"\s*(?:chỉ thị|công điện|nghị quyết|quyết định|(?:thông báo )?kết luận|thông báo ý kiến \w+ \w+"
    r"|chương trình hành động) (?:về|số|của)\b"
)
"""How a paper copied without its head begins."""
_CONCLUSION = expression(
    r"\b(?:kết luận|ý kiến chỉ đạo|ý kiến kết luận|ý kiến|chỉ đạo)\s+của (?:đồng chí )?"
    r"(?P<who>[^\n,.;:]{3,100}?)(?= tại | về |\s*[\n,.;:(]|$)"
)

_LISTS_CONCLUSIONS = expression(
    r"(?<!\w)(?:đã |có )*(?:(?:phát biểu )?kết luận|chỉ đạo|ý kiến(?: kết luận| chỉ đạo)?)"
    r"(?: hội nghị| cuộc họp| chỉ đạo)*(?: như sau| (?:các|một số) nội dung[^:\n]{0,20})?:[^\S\n]*\n"
    r"(?=\s*(?:1|i|a|một là|thứ nhất)[.):/, ])"
)
_LEADS_TO_LINES = expression(r":[^\S\n]*\n")
_OPENING = 400
"""Letters in which a text copied without its head says whose conclusions it gives."""

_PLAN = expression(r"\s*(?:kế hoạch|phương án|chương trình|hướng dẫn)\b[^\n]*\n")
_COMMAND = expression(r"\s*(?:chỉ thị|công điện|điện:)[^\n]*\n")
"""How a plan or a directive begins that is copied without its head."""
_SETS = expression(
    r"[\n,;.] *(?P<who>(?:ủy ban nhân dân|ubnd|hđnd|hội đồng nhân dân|sở|bộ|ban|huyện ủy|tỉnh ủy|thành ủy|đảng ủy"
    r"|chủ tịch"
    r"|thủ tướng|bộ trưởng|tổng cục trưởng|cục trưởng|giám đốc|thống đốc|tổng thanh tra)[^\n,.;:]{0,60}?)(?: (?:đã"
    r"|vừa))? "
    r"(?:xây dựng|ban hành|triển khai|lập|đề ra|hướng dẫn|yêu cầu|đề nghị|chỉ thị|giao)\b"
)
"""The words by which somebody sets a plan or gives a command."""
_SHARED_OUT = expression(
    r"\n *(?:[ivx]{1,5}|\d{1,2}|[a-z])[./)-] ?(?:phân công |công tác )?tổ chức (?:triển khai )?thực hiện"
)
"""The part of a plan that says who has to do what."""
_COUNTED = expression(r"\n *(?:1|i|a)[./)]\s")
"""The first of numbered parts."""
_GROUNDS = 4500
"""So many letters of a directive may go before its command."""

_SHORTENED = (
    (expression(r"(?:Ủy|Uỷ) ban nhân dân(?= )"), "UBND"),
    (expression(r"Hội đồng nhân dân(?= )"), "HĐND"),
)
"""Names of bodies that papers shorten."""
_ALONE = expression(r"^ *(QUỐC HỘI|ỦY BAN THƯỜNG VỤ QUỐC HỘI|CHÍNH PHỦ|BỘ CHÍNH TRỊ|BAN BÍ THƯ) *$", re.MULTILINE)
_COUNCIL = expression(
    r"^ *((?:hội đồng nhân dân|hđnd|ủy ban nhân dân|ubnd) (?:tỉnh|thành phố) [^\n,.;:\d]{2,24}?)"
    r"(?:,? khóa [^\n]{1,60})? *$",
    re.MULTILINE,
)
"""A province's body on a line of its own, as it stands under the title of its resolution."""

_SPEECH = expression(r"\s*(?:bài |dự thảo )*(?:phát biểu|diễn văn)\b(?P<of>[^\n]*(?:\n[^\n]{3,120}){0,3})")
"""How the text of a speech begins, with the lines that may say whose it is."""
_BY = expression(r"(?<!\w)của (?:đồng chí |ông |bà )?(?P<who>[^\n;:(]{4,100})")
_FOR_WHOM = expression(r"(?<!\w)thay mặt (?:cho )?(?:lãnh đạo )?(?P<who>[^,.;:\n]{3,60}?), (?:tôi|cho phép tôi|xin) ")
"""For whom the one speaks who says `tôi`."""


def is_paper(reading: Reading) -> bool:
    """Whether a text whose type is not known begins as an official paper does: `Chỉ thị về việc ...`."""
    return _PAPER.match(reading.low) is not None


def is_ruling(head: Head) -> bool:
    """Whether a paper's number is that of a conclusion, a directive or a telegram."""
    return head.number is not None and _RULING.match(head.number.lower()) is not None


def voice_of(reading: Reading, people: People, head: Head) -> Speaker | None:
    """The speaker where no sentence names one; None for news and papers whose issuer is not known."""
    if head.type not in _OFFICIAL and not is_ruling(head):
        return _concluding(reading, people, _OPENING) or _planning(reading) or _speaking(reading, people)
    found = _CONCLUSION.search(reading.low, 0, _HEAD) if head.type == "notice" else None
    concluded = _concluded(reading, people, found) if found is not None else None
    if concluded is not None:
        return concluded
    issuer = head.issuer or _named_alone(reading)
    if issuer is None:
        return _planning(reading)
    return Speaker(0, 0, _in_own_words(reading, issuer), None, rank_of(issuer.lower()), body=True)


def _concluded(reading: Reading, people: People, found: re.Match[str]) -> Speaker | None:
    """Whose conclusions the title of a notice says it gives: a person's, else a body's."""
    start, end = found.span("who")
    named = people.within(start, end)
    titled = speaker_titled(reading, people, start, named[0].end if named else end)
    said = titled or _concluding(reading, people, _HEAD)
    rank = rank_of(reading.low[start:end])
    if said is not None or rank < LOWEST_OFFICE:
        return said
    return Speaker(start, end, reading.text[start:end], None, rank, body=True)


def _concluding(reading: Reading, people: People, within: int) -> Speaker | None:
    """Who is said at the top of a text to conclude what its numbered lines list: `..., Thứ trưởng A đã kết luận:`."""
    if _LEADS_TO_LINES.search(reading.low, 0, within) is None:
        return None
    found = _LISTS_CONCLUSIONS.search(reading.low, 0, within)
    if found is None:
        return None
    start = reading.sentence_at(found.start()).start
    named = people.within(start, found.start())
    begins = max(reading.low.rfind(mark, start, named[-1].start) + 1 for mark in ",;") if named else 0
    return speaker_titled(reading, people, max(begins, start), named[-1].end) if named else None


def _speaking(reading: Reading, people: People) -> Speaker | None:
    """Who gives a speech whose text this is: the one its first lines name, else the body for which he speaks."""
    speech = _SPEECH.match(reading.low)
    if speech is None:
        return None
    by = _BY.search(reading.low, *speech.span("of"))
    if by is not None:
        named = people.within(*by.span("who"))
        titled = speaker_titled(reading, people, by.start("who"), named[0].end if named else by.end("who"))
        if titled is not None:
            return titled
    body = _FOR_WHOM.search(reading.low)
    rank = rank_of(body["who"]) if body else 0
    if body is None or rank < LOWEST_OFFICE:
        return None
    return Speaker(0, 0, reading.text[slice(*body.span("who"))], None, rank, body=True)


def _planning(reading: Reading) -> Speaker | None:
    """Who sets a plan or gives a command copied without its head: `UBND huyện xây dựng kế hoạch ...`, parts below."""
    low = reading.low
    plan = _PLAN.match(low) and _SHARED_OUT.search(low)
    if not plan and not (_COMMAND.match(low) and _COUNTED.search(low)):
        return None
    command = None if plan else _BARE_COMMAND.search(low, 0, _GROUNDS)
    for found in _SETS.finditer(low, 0, command.start("told") if command else _GROUNDS):
        start, end = found.span("who")
        rank = rank_of(low[start:end])
        if rank >= LOWEST_OFFICE:
            return Speaker(0, 0, reading.text[start:end], None, rank, body=offices().match(low, start) is None)
    return _above_those_told(reading, command) if command else None


_BARE_COMMAND = expression(r"(?:[,.;]|\n)\s*yêu cầu (?P<told>[^:\n]{8,500}):")
"""A command without a subject: `Để thực hiện tốt nhiệm vụ, yêu cầu các sở ... thực hiện các nội dung sau:`."""
_MINISTRY = expression(
    r"\b(?:thuộc|của) (?P<who>bộ (?!trưởng)[^\W\d_]+(?: [^\W\d_]+){1,5}?)(?=,| và | thực| triển| tổ| tập|$)"
)
_ABOVE = (
    (
        expression(r"\bcơ quan ngang bộ|(?:ubnd|ủy ban nhân dân) các tỉnh"),
        expression(r"thủ tướng chính phủ"),
        "Thủ tướng Chính phủ",
    ),
    (
        expression(r"\bsở,? ?(?:-|,|ban|ngành)|\bcác sở\b|(?:ubnd|ủy ban nhân dân)(?: các)? (?:quận|huyện)"),
        expression(r"\b(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố)(?: (?!trực)\w+){2}"),
        "Ủy ban nhân dân tỉnh",
    ),
)
"""Whom a paper tells, how whoever stands above them is called in it, and what to call them where it is not."""


def _above_those_told(reading: Reading, command: re.Match[str]) -> Speaker | None:
    """Who gives a command that names nobody as its giver: who stands right above those it tells."""
    ministry = _MINISTRY.search(command["told"])
    if ministry is not None:
        start = command.start("told") + ministry.start("who")
        name = reading.text[start : start + len(ministry["who"])]
        return Speaker(0, 0, name, None, rank_of(ministry["who"]), body=True)
    for told, above, plain in _ABOVE:
        if told.search(command["told"]):
            named = next((one for one in above.finditer(reading.low) if _is_name(reading, one)), None)
            name = reading.text[slice(*named.span())] if named else plain
            return Speaker(0, 0, name, None, rank_of(name.lower()), body=True)
    return None


def _is_name(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the last word of what was found has a capital, as the name of a province or an office does."""
    last = found[0].rfind(" ") + 1
    return reading.text[found.start() + last].isupper() or found[0].endswith("chính phủ")


def _named_alone(reading: Reading) -> str | None:
    """A body that a line of its own names before the grounds of its resolution."""
    found = _ALONE.search(reading.text, 0, _HEAD)
    if found:
        return found[1].capitalize()
    council = _COUNCIL.search(reading.low, 0, _HEAD)
    if council is None:
        return None
    name = reading.text[slice(*council.span(1))]
    return name if name[name.rfind(" ") + 1].isupper() else in_running_case(name.upper())


def _in_own_words(reading: Reading, issuer: str) -> str:
    """The issuer as the paper's own sentences name it: `UBND tỉnh Hà Nam` where they never say it in full."""
    for full, short in _SHORTENED:
        found = full.match(issuer)
        if found and found[0][1:] not in reading.text and re.search(rf"(?<![/-])\b{short} \w", reading.text):
            return f"{short}{issuer[found.end() :]}"
    return issuer
