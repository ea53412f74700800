"""Who says it: the person or body before a verb of saying, and how high it stands."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from camket.extract.orders.acronyms import LETTERS, rank_of_letters
from camket.extract.orders.aside import stands_aside
from camket.extract.orders.between import AS_OTHERS, NO_SUBJECT, SEVERAL, subject_end
from camket.extract.orders.body_name import NAME_WORD, NO_NAME, UNION, is_name, is_union
from camket.extract.orders.experts import EXPERT, learned
from camket.extract.orders.foreign import is_foreign
from camket.extract.orders.ranks import LOWEST_OFFICE, POINTING, bodies, holder_rank, offices, rank_of, ranks
from camket.extract.orders.together import crowd, row_of_bodies
from camket.extract.people import Holder, People
from camket.grammar.ending import Ending, Ends
from camket.grammar.engine import Reading
from camket.grammar.expression import compiled, expression
from camket.grammar.fold import fold
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER
from camket.grammar.trie import alternation
from camket.rules.book import words_of

_REACH, _TAIL_WORDS = 200, 20
"""Letters before a verb that are searched for its subject; words of a body that may stand between office and verb."""
_ASKS = expression(
    r"[ ,]*(?:(?:đang|mạnh dạn|đồng loạt|nhiều lần|liên tục|cùng|đều|đã|cũng|tiếp tục) )*(?:kiến nghị|đề xuất"
    r"|đề nghị|mong|xin)\b"
)
_DEED = expression(
    r" (?:ban hành|phê duyệt|quyết định|quy định|về việc|trong việc|công bố|thành lập|căn cứ|lãnh đạo|trên trang)(?!\w)"
)
"""What a body does or is told about, behind its name: no part of who says the verb that follows."""
_ADDRESSED = expression(rf"(?<!\w)(?<!đàn )((?:[ôÔ]ng|[bB]à|[đĐ]ồng chí|[đĐ]ại biểu)(?: [{UPPER}]\w+){{0,4}})$")
_ADDRESS_WORDS = ("ông", "bà", "đồng chí", "đại biểu")
"""A form of address with or without a name."""
_PLAIN = frozenset({"ông", "bà", "đồng chí"})
"""Forms of address that alone mean whoever spoke or was named last."""
_COMRADE = 61
"""The rank of a `đồng chí` whom the text does not name: papers speak so of the leader of a province."""
_WITHIN = 3000
"""A title further back than so many letters is not meant by a form of address."""
_TITLE_AREA = expression(rf"(?: (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường))?(?: [{UPPER}]\w*){{0,4}}")
"""The area behind an office."""
_SUBJECT_HEAD = expression(r"(?:[^;:\"]*, )?(?:đồng chí )?")
"""What may stand in a sentence before a title that is its subject."""
_OBJECT = expression(
    r"\b(?:giao|yêu cầu|đề nghị|phân công|mời)(?: nhiệm vụ)?(?: cho)? (?:(?:ông|bà|đồng chí) )?"
    r"(?:(?:phó )?(?:giám đốc|chủ tịch|bí thư|trưởng|bộ trưởng|chánh|cục trưởng)\b[^,.;]{0,60} )?$"
)
"""What stands before somebody who is told and does not speak."""
_TOLD = expression(
    r"[ ,\"]*(?:(?:cho|các|những|mỗi|từng|toàn thể|tất cả|một số|đồng chí|đ/c|ông|bà|cá nhân) ?)*[ ,\"]*"
)
"""What stands between a verb of saying and whom it is said to."""
_LIVING = expression(
    r"(?: ?\([^()]{2,80}\)|, (?:ở |trú |ngụ )?(?:tại )?(?:tổ|thôn|ấp|xóm|bản|khu phố|xã|phường|thị trấn|huyện|quận"
    r"|thị xã|thành phố|tp) [^,;:.()]{1,40})+"
)
"""Where somebody lives or sits, behind the name: `(xã An Lão)`, `, thôn Đông, xã An Lão`."""
_VOTER = "cử tri"
"""What somebody without an office is met as."""
_CLAUSE_HEAD = expression(
    r"(?:^ ?(?:[-+*•] ?)?|[,;:\"] ?|\) - |\b(?:ngày|sáng|chiều|tối) (?:ngày )?\d[\d/.-]* "
    r"|\b(?:nhưng|nên|mà|theo đó|song|khi|còn|tuy nhiên|tại đây|do đó|do vậy|vì vậy|vì thế|bởi vậy|đồng thời|hiện"
    r"|hiện nay|mới đây|vừa qua|trước đó|sau đó|ngoài ra|bên cạnh đó|từ đó|cùng với đó|được biết) )"
    r"(?P<who>(?:(?:các|cả|nhiều|một số|có|lãnh đạo|đại diện|tập thể|cử tri|ban thường vụ|thường vụ"
    r"|thường trực|ban chấp hành|văn phòng|cộng đồng|\d{1,3}|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) )*)$"
)
"""What may stand before a body that begins its clause."""
_PLACE = expression(r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường) (?!ủy)\w")
"""A level and the name of a place, which behind a comma mostly is the end of an address or of a body's name."""
_COUNTING = ("nhiều", "một số", "có")  # no part of a speaker's name
_SHORT = expression(r"(?:[^\W\d_]+ ?){1,4}, *(?:(?:các|cả|nhiều|một số|có|đại diện|lãnh đạo|tập thể|cử tri) )*$")
"""A few words and a comma: `Dịp này, huyện ...`."""
_INTRODUCTION = expression(
    r"(?:tại|trong|sau|từ|theo|về|với|để|trước|bên cạnh|ngoài|do|vì|nhằm|tuy nhiên|tương tự|đồng thời|đến|mới đây|khi"
    r"|năm|ngày) "
)
"""How a phrase before the subject begins."""


class Speaker(NamedTuple):
    """One who says something.

    Attributes:
        start, end: the words for them, in offsets of the folded text.
        name: the person's name, or the body as written.
        position: the person's positions joined by commas; None for a body.
        rank: how high they stand, 0 to 100; 0 where nothing is known.
        body: whether it is a body.
    """

    start: int
    end: int
    name: str
    position: str | None
    rank: int
    body: bool = False


@cache
def _verbs() -> re.Pattern[str]:
    lists = words_of("directive")
    return compiled(rf"\b{NO_NAME}(?:{alternation({*lists['opener'], *lists['need']})})\b")


def subject_before(reading: Reading, people: People, left: int, at: int, *, opening: bool) -> Speaker | None:
    """Who stands as the subject right before a verb; None where nobody does.

    Args:
        reading: the text.
        people: its people.
        left: where to stop: the sentence's start or the end of the verb of saying before.
        at: where the verb begins.
        opening: whether no verb of saying stands before. What follows one is what is said: there only a person speaks.
    """
    near = max(left, at - _REACH)
    end = subject_end(reading.low, near, at)
    found = _subject(reading, people, near, end, opening=opening)
    if found is None and reading.low[end : end + 1] == ",":
        dash = reading.low.rfind(" - ", near, end)
        found = _subject(reading, people, near, dash, opening=opening) if dash > near else None
    if found is None:
        return None
    if stands_aside(reading, left, found.start):
        return None
    if not opening and not _GOES_ON.match(reading.low, end) and _TOLD.fullmatch(reading.low, left, found.start):
        return None
    return found


def subject_behind(reading: Reading, people: People, left: int, at: int) -> Speaker | None:
    """Who stands between two places, as the agent of a passive does; None where nobody or something else does."""
    found = _subject(reading, people, left, subject_end(reading.low, left, at), opening=True)
    return found if found is not None and found.start == left else None


_GOES_ON = expression(
    r" (?:sẽ y|cũng|(?:đã|vừa) (?:b|kiến nghị|đề xuất|đề nghị|trình |chuyển hồ sơ"
    r"|gửi |có (?:văn bản|công văn|tờ trình)))"
)
"""What follows a body that is told of behind a verb of saying: `cho biết Bộ đã đề xuất ...`."""


def _subject(reading: Reading, people: People, left: int, end: int, *, opening: bool) -> Speaker | None:
    if end <= left:
        return None
    found = speaker_titled(reading, people, left, end)
    if found is None and (opening or _GOES_ON.match(reading.low, end)):
        found = _body(reading, left, end) if _may_end_a_body(reading, left, end) else None
        found = found or _by_letters(reading, left, end)
    row = _row(reading, left, end) if opening and (found is None or found.body) else None
    return row or found


def _row(reading: Reading, left: int, end: int) -> Speaker | None:
    """Several bodies that ask for something together; what many tell or order is told of each elsewhere."""
    if not _ASKS.match(reading.low, end):
        return None
    row = row_of_bodies(reading, left, end) or crowd(reading, left, end)
    return Speaker(row.start, end, reading.text[row.start : end], None, row.rank, body=True) if row else None


def _by_letters(reading: Reading, left: int, end: int) -> Speaker | None:
    """A body that its letters name which the text has set behind its full name: `VNBA`."""
    last = reading.low.rfind(" ", left, end) + 1 or left
    letters = LETTERS.fullmatch(reading.text, last, end)
    rank = rank_of_letters(reading, letters[0]) if letters else 0
    if letters is None or not rank or _CLAUSE_HEAD.search(reading.low[left:last]) is None:
        return None
    return Speaker(last, end, letters[0], None, rank, body=True)


def _person(holder: Holder, start: int, end: int, words: str) -> Speaker:
    position = ", ".join(holder.positions) or None
    return Speaker(start, end, holder.name, position, max(rank_of(words), holder_rank(holder)))


_OF_HISTORY = frozenset({"Hồ Chí Minh", "Nguyễn Ái Quốc", "Lênin", "Các Mác"})
"""Those whose teachings papers cite: they hand out nothing."""


def _named(reading: Reading, people: People, left: int, end: int) -> Speaker | None:
    """A person whose name, short name or pronoun ends here."""
    inside = people.within(left, end)
    if inside and (inside[-1].end == end or _LIVING.fullmatch(reading.low, inside[-1].end, end)):
        mention = inside[-1]
        title = _title_start(reading.low, left, mention.start)
        if is_foreign(reading, title, mention.start) or mention.holder.name in _OF_HISTORY:
            return None
        speaker = _person(mention.holder, title, end, reading.low[title : mention.start])
        return speaker if speaker.rank or not learned(reading, left, end) else speaker._replace(rank=EXPERT)
    if expert := learned(reading, left, end):
        return Speaker(expert.start, end, expert.name, None, EXPERT)
    addressed = _addressed(reading, left, end)
    if addressed is None:
        return None
    if SEVERAL.search(reading.low, left, addressed.start(1)):
        return None  # `đa số các đại biểu` are not the deputy who spoke before
    if addressed[1].lower() in _PLAIN:
        return _pointed_at(reading, people, addressed.start(1), end)
    holder = people.named_at(addressed.start(1), addressed[1])
    return _person(holder, addressed.start(1), end, _met_as(reading, people, holder)) if holder else None


def _addressed(reading: Reading, left: int, end: int) -> re.Match[str] | None:
    """A form of address with or without a name that ends here."""
    if not holds(reading.low[left:end], _ADDRESS_WORDS):
        return None
    return _ADDRESSED.search(reading.text, left, end)


def _pointed_at(reading: Reading, people: People, start: int, end: int) -> Speaker | None:
    """Whom `ông`, `bà` or `đồng chí` alone means: the nearest before, named or by title, who was not told something."""
    before = [one for one in people.mentions if one.end <= start]
    titled = _title_between(reading, people, before[-1].end if before else 0, start)
    if titled is not None:
        return titled._replace(start=start, end=end)
    spoke = next((one.holder for one in reversed(before) if not _is_told(reading, one.start)), None)
    holder = spoke or people.named_at(start, reading.text[start:end])
    if holder is not None:
        return _person(holder, start, end, _met_as(reading, people, holder))
    comrade = reading.low.startswith("đồng chí", start)
    return Speaker(start, end, reading.text[start:end], None, _COMRADE) if comrade else None


def _is_told(reading: Reading, at: int) -> bool:
    """Whether a person named here is one who is told to do something."""
    return bool(_OBJECT.search(reading.low, reading.sentence_at(at).start, at))


def _title_between(reading: Reading, people: People, left: int, at: int) -> Speaker | None:
    """The last title without a name between two places that is the subject of a clause."""
    found: Speaker | None = None
    for office in offices().finditer(reading.low, max(left, at - _WITHIN), at):
        first = reading.sentence_at(office.start()).start
        before = reading.low[first : office.start()]
        apart = first >= left or before.endswith("đồng chí ")
        if not apart or not _SUBJECT_HEAD.fullmatch(before):
            continue
        area = _TITLE_AREA.match(reading.text, office.end(), at)
        end = area.end() if area else office.end()
        titled = _by_title(reading, people, office.start(), end)
        found = titled if titled.rank >= LOWEST_OFFICE else found
    return found


def _met_as(reading: Reading, people: People, holder: Holder) -> str:
    """`cử tri` for somebody without a position whom the text first names as a voter."""
    if holder.positions:
        return ""
    first = next((one.start for one in people.mentions if one.holder == holder), 0)
    return _VOTER if reading.low.endswith(f"{_VOTER} ", 0, first) else ""


_NO_DEPUTY = ("đoàn ", "đại hội ", "hội nghị ")
"""What makes another thing of `đại biểu`: `đoàn đại biểu Quốc hội`, `Đại hội đại biểu toàn quốc`."""
_ADDRESS_BEFORE = Ending(r"(?:đồng chí|ông|bà|cử tri) $")


def _title_start(low: str, left: int, end: int) -> int:
    """Where the titles before a name begin."""
    start = end
    for found in offices().finditer(low, left, end):
        if start == end and not NO_SUBJECT.search(low, found.start(), end):
            start = found.start()
    address = _ADDRESS_BEFORE.search(low, left, start)
    return address.start() if address else start


def _titled(reading: Reading, people: People, left: int, end: int) -> Speaker | None:
    """A title that ends here: whom it means, or the title itself."""
    last = None
    for found in offices().finditer(reading.low, left, end):
        if found[0].startswith(("đại biểu", "đbqh")) and reading.low.endswith(_NO_DEPUTY, left, found.start()):
            continue
        tail = reading.low[found.end() : end]
        if "," not in tail and not (NO_SUBJECT.search(tail) or _verbs().search(tail) or _DEED.search(tail)):
            last = last or (found if len(tail.split()) <= _TAIL_WORDS else None)
    if last is None or is_foreign(reading, last.start(), end):
        return None
    if named := people.within(last.start(), end):
        return _person(named[0].holder, last.start(), end, reading.low[last.start() : named[0].start])
    inside = [one for one in people.within(left, last.start()) if last.start() - one.end < _REACH // 2]
    if inside and re.match(r" ?[,(-]", reading.low[inside[-1].end : last.start()]):
        start = _title_start(reading.low, left, inside[-1].start)
        return _person(inside[-1].holder, start, end, reading.low[last.start() : end])
    if AS_OTHERS.search(reading.low, left, last.start()):
        return None
    if SEVERAL.search(reading.low, left, last.start()):
        words = reading.text[last.start() : end]
        return Speaker(last.start(), end, words, None, rank_of(words.lower()))
    return _by_title(reading, people, last.start(), end)


def _by_title(reading: Reading, people: People, start: int, end: int) -> Speaker:
    """Whom a title means, else the title itself."""
    words = reading.text[start:end]
    title = words.lower().replace("người đứng đầu bộ ", "bộ trưởng ")
    holder = _holder(people, start, words_of("directive")["stands_for"].get(title, title))
    if holder is None:
        return Speaker(start, end, words, None, rank_of(words.lower()))
    return _person(holder, start, end, words.lower())


def may_open(reading: Reading, people: People, start: int, within: int) -> bool:
    """Whether a person can be named in the first letters behind `start`: by name, office or form of address."""
    after = start + within + 1
    if any(one.start < after for one in people.within(start, after + _REACH)):
        return True
    office = offices().search(reading.low, start, after + _REACH)
    if office is not None and office.start() < after:
        return True
    return any(reading.low.find(word, start, after + len(word)) >= 0 for word in (*_ADDRESS_WORDS, _VOTER))


def speaker_titled(reading: Reading, people: People, start: int, end: int) -> Speaker | None:
    """Whom the words in `[start, end)` mean, a name with its title or a title alone; None where they are neither."""
    return _named(reading, people, start, end) or _titled(reading, people, start, end)


def _holder(people: People, at: int, title: str) -> Holder | None:
    """Who holds a title; a deputy is not meant by the title of the chief."""
    holder = people.named_at(at, title)
    if holder is None or "phó" in title or any(rank_of(fold(held)) >= rank_of(title) for held in holder.positions):
        return holder
    chiefs = [
        one
        for one in people.mentions
        if any(fold(held).startswith(title) or fold(held) in title for held in one.holder.positions)
    ]
    return next((one.holder for one in reversed(chiefs) if one.start <= at), chiefs[0].holder if chiefs else None)


def _body(reading: Reading, left: int, end: int) -> Speaker | None:
    """A body, or an area in its stead, that begins the clause and ends here."""
    starts = [found.span() for found in bodies().finditer(reading.low, left, end)]
    starts += [
        (one.start, one.end) for one in reading.marked("area", left, end) if _begins(reading.low[left : one.start])
    ]
    for start, after in sorted(starts):
        if reading.low.startswith("ý kiến của ", start):
            continue
        tail = reading.text[after:end].lstrip(" ,").split()
        if _DEED.search(reading.low, after, end):
            continue
        if len(tail) > _TAIL_WORDS or not (is_name(tail) or is_union(reading.low, start, tail)):
            continue
        if is_foreign(reading, after, end) or (after == end and is_foreign(reading, start, end)):
            continue
        before = reading.low[left:start]
        head = _CLAUSE_HEAD.search(before)
        if head and (_begins(before) or not _PLACE.match(reading.low, start)):
            begin = start if head["who"].startswith(_COUNTING) else left + head.start("who")
            words = reading.text[begin:end]
            rank = rank_of(reading.low[start:end]) if bodies().match(reading.low, start) else ranks()["tỉnh"]
            return Speaker(begin, end, words, None, rank, body=True)
    return None


def _may_end_a_body(reading: Reading, left: int, end: int) -> bool:
    """Whether the last word before a verb can be one of a body's name: before most stands another subject."""
    words = reading.text[left:end].rstrip(" ,")
    before, _, last = words.rpartition(" ")
    second = before[before.rfind(" ") + 1 :][:1].isupper()  # `Cục Kiểm lâm`
    if not last.isalpha() or second or NAME_WORD.match(last) or UNION.search(reading.low, left, end):
        return True
    after = left + len(words)
    return _last_words().close(reading.low[left:after]) or any(
        one.end == after for one in reading.marked("area", left, end)
    )


@cache
def _last_words() -> Ends:
    """How the names of bodies end."""
    return Ends(word.rpartition(" ")[2] for word in (*ranks(), *POINTING))


def _begins(before: str) -> bool:
    """Whether an area stands first or behind an introduction; behind a comma it is mostly part of an address."""
    return "," not in before or bool(_INTRODUCTION.match(before) or _SHORT.match(before))


def same_speaker(one: Speaker | None, other: Speaker | None) -> bool:
    """Whether two mentions are of one speaker; a body may be named short: `Hội đồng nhân dân tỉnh` of Hà Nam."""
    if one is None or other is None:
        return False
    short, full = sorted((one.name, other.name), key=len)
    return short == full or (one.body and other.body and full.startswith(f"{short} "))
