"""Directives: tasks that someone with authority hands out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from camket import catalogue
from camket.extract.orders.due import due_within
from camket.extract.orders.floor import Spoken
from camket.extract.orders.foreign import names_country
from camket.extract.orders.labels import due_of
from camket.extract.orders.news import tells_a_result
from camket.extract.orders.ranks import CENTRE, LOWEST_OFFICE, recipient_rank
from camket.extract.orders.recipients import recipient_words
from camket.extract.orders.signatory import Signatory
from camket.extract.orders.speaker import Speaker
from camket.extract.orders.speech import listen
from camket.extract.orders.tasks import Clause
from camket.extract.orders.voice import is_paper, is_ruling, voice_of
from camket.extract.people import People
from camket.extract.place import place
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.model.fact import Directive, DirectiveKind
from camket.model.message import Message, message

_SURE = {"said": 0.9, "duty": 0.8, "continued": 0.7}
_COUNTRY = "cả nước"
_NEAREST = 200
"""Tasks before or after one that are searched for a repeat; no paper of one meeting gives so many."""
_TITLE_AND_LEAD = 3
_SAME = 0.6
_LONG = 8
"""Below so many pairs of words a repeat must be whole: short tasks share words by chance."""
_NAMED_ONLY = expression(
    r"(?:theo |với )?(?:các |những )?(?:kiến nghị|đề xuất|đề nghị|ý kiến(?: \w+){0,2}|nội dung báo cáo|báo cáo"
    r"|nội dung(?= (?:tại|của) (?:hội nghị|cuộc họp|buổi làm việc|phiên họp))"
    r"|kết quả (?:rà soát|kiểm tra|thẩm định|thực hiện|đánh giá|làm việc)[^;]*"
    r"|(?:(?:đánh giá|mục tiêu|phương hướng|nhiệm vụ|giải pháp|định hướng|nhận định|quan điểm)(?:,| và)? ?){1,4}"
    r"(?=(?:mà )?(?:tỉnh|thành phố|huyện|xã|địa phương|ubnd|sở|ban|bộ|đã|nêu|của|trong) ?[^;]*"
    r"(?:nêu|đề ra|báo cáo|trình)))"
    r"(?:(?:,| và) (?:kiến nghị|đề xuất))?"
    r"(?: của [^,;]{2,60}?(?: tại [^,;]*)?| (?:này|trên|nêu trên)| tại [^,;]{3,60}"
    r"|(?:mà )?[^;]*(?:nêu|đề ra|báo cáo|trình)[^,;]{0,40})?(?:, đồng chí)?"
)
"""Wishes that are but named: to agree to them is an answer and no task."""
_PASSED_ON = expression(r"trình |theo (?:tờ trình|đề nghị|đề xuất|báo cáo|nội dung|phương án)\b")
"""What is agreed to by naming the paper that asks for it, or put before one who stands higher."""
_ASKED = expression(r"\b(?:đề nghị|đề xuất|kiến nghị) của [^;]{3,100}?(?: (?:về việc|về)|:) $")
"""Words between a verb of agreeing and what was asked for: `thống nhất đề nghị của Sở Xây dựng về việc ...`."""
_ADOPTING = expression(r"(?:đại hội|hội nghị|kỳ họp|hđnd|hội đồng nhân dân|quốc hội)\b")
"""Assemblies: what they agree to without telling anybody they adopt for themselves."""
_STORIED = frozenset({"news", "other"})
"""Texts whose title, lead and captions say again what the body says; an official paper says each thing for itself."""
_SOON = 4
"""Within so many sentences a request goes on to the one above who was asked before."""
_PEERS = 3
"""So much higher may stand whom a deputy tells something, or who is named beside him: he speaks for the same body."""
_HANDING = frozenset({"giao", "giao cho", "giao nhiệm vụ cho", "giao trách nhiệm cho", "phân công"})
"""Verbs that nobody says to one above."""
_FIRMS = expression(
    r"(?:(?:các|những|một số) )*(?:evn|pvn|tkv|dn|doanh nghiệp|tập đoàn|tổng công ty|công ty|nhà thầu|chủ đầu tư)(?!\w)"
)
"""Firms, which every office may tell something though one higher still is about."""
_DELEGATION = expression(r"trưởng đoàn\b.*\b(?:đbqh|đại biểu quốc hội)")
"""The position of who leads a province's deputies."""
_LED = (
    ("bộ trưởng", "bộ"),
    ("chủ tịch hđnd", "hđnd tỉnh"),
    ("chủ tịch hội đồng nhân dân", "hội đồng nhân dân"),
    ("chủ tịch ubnd tỉnh", "ubnd tỉnh"),
    ("chủ tịch ủy ban nhân dân tỉnh", "ủy ban nhân dân tỉnh"),
)
"""Offices in small letters, each with how the name of the body begins that it leads."""
_BELOW = expression(r"\b(?:huyện|quận|thị xã|thị trấn|xã|phường|thôn|cử tri|bà con)\b")
"""Whom such a deputy tells."""


class Addressed(NamedTuple):
    """A spoken clause with its recipient as text (carried over from the clause before where it names none)."""

    spoken: Spoken
    speaker: Speaker
    recipient: str | None
    rank: int


def addressed(reading: Reading, spoken: Iterable[Spoken]) -> list[Addressed]:
    """Clauses with speakers, each with the recipient that it names or goes on with."""
    found: list[Addressed] = []
    for one in spoken:
        recipient = recipient_words(reading, one)
        last = found[-1] if found else None
        goes_on = last is not None and _same_name(last, one) and _goes_on(last, one)
        if recipient is None and last is not None and (goes_on or _beside_others(last, one)):
            recipient, rank = last.recipient, last.rank
        else:
            rank = recipient_rank(recipient) if recipient else 0
        found.append(Addressed(one, one.speaker, recipient, rank))
    return found


def _asks_on_above(last: Addressed, one: Spoken) -> bool:
    """Whether a request goes on to the one above who was asked before: `Ngoài ra, tỉnh cũng đề nghị ...`."""
    soon = one.at - last.spoken.at <= _SOON
    return one.act.kind == "request" and one.speaker.body and soon and last.rank > one.speaker.rank


def _beside_others(last: Addressed, one: Spoken) -> bool:
    """Whether somebody asks among others of the like rank who ask the centre: `Bên cạnh đó, ông ... đề nghị ...`."""
    asking = one.act.kind == "request" and one.how == "said" and one.at - last.spoken.at <= _SOON
    like = one.speaker.rank <= last.speaker.rank + _PEERS < CENTRE <= last.rank
    return asking and like and last.spoken.act.means == "ask"


def _same_name(last: Addressed, one: Spoken) -> bool:
    one_name, name = sorted((one.speaker.name.lower(), last.speaker.name.lower()), key=len)
    return one_name == name or (one.speaker.body and name == f"lãnh đạo {one_name}")


def _goes_on(last: Addressed, one: Spoken) -> bool:
    if one.fresh and one.at != last.spoken.at:
        return False
    if _asks_on_above(last, one):
        return True
    beside = one.at == last.spoken.at and one.how == "said"
    return one.how != "said" or (beside and (one.act.verb == last.spoken.act.verb or _asks_as_well(last, one)))


def _asks_as_well(last: Addressed, one: Spoken) -> bool:
    """Whether somebody asks on by another verb of asking: `đề nghị tỉnh bố trí vốn, đồng thời kiến nghị sớm duyệt`."""
    acts = (last.spoken.act, one.act)
    return all(act.means == "ask" or (act.means == "order" and act.kind == "request") for act in acts)


def hands_down(one: Addressed, highest: int) -> bool:
    """Whether a clause is a directive: the speaker holds an office above whoever is told.

    Args:
        one: the clause.
        highest: the rank of the highest who speaks in the text. In a leader's presence those below only ask.
    """
    act, rank = one.spoken.act, one.speaker.rank
    if act.means == "order" and _is_below_deputies(one):
        return True
    if act.means == "stress" and not one.spoken.clause.duty and _tells_of_own(one):
        return False
    if act.means == "ask" or rank < LOWEST_OFFICE or _adopts(one) or _views(one):
        return False
    if _asks_its_body(one) or is_abroad(one):
        return False
    if one.rank > rank + (_PEERS if act.kind == "instruct" else 0) and act.verb not in _HANDING:
        return False
    if (act.means == "order" and act.kind == "instruct") or act.means == "agree":
        return True
    if one.spoken.wish and not 0 < one.rank < rank:
        return False
    outranked = highest >= CENTRE and highest > rank + _PEERS
    return not outranked or LOWEST_OFFICE <= one.rank < rank or _FIRMS.match((one.recipient or "").lower()) is not None


def is_abroad(one: Addressed) -> bool:
    """Whether another country is asked, which takes no orders: `đề nghị phía Nhật Bản mở cửa thị trường`."""
    return one.recipient is not None and names_country(one.recipient)


def _asks_its_body(one: Addressed) -> bool:
    """Whether a standing committee asks the council itself: `Thường trực HĐND tỉnh đề nghị HĐND tỉnh ban hành ...`."""
    speaker, told = one.speaker.name.lower(), (one.recipient or "").lower()
    return one.spoken.act.kind == "request" and bool(told) and speaker != told and speaker.endswith(f" {told}")


def _views(one: Addressed) -> bool:
    """Whether a clause but gives a view of what all should do, or advice to the public: neither tells an office."""
    if one.spoken.act.verb in ADVISING:
        return one.rank < LOWEST_OFFICE
    return one.spoken.act.verb == "cho rằng" and (one.recipient or "").lower().startswith(_ALL)


ADVISING = frozenset({"khuyến cáo", "khuyên", "cảnh báo"})
"""Verbs of advice, which is an order only where an office is told."""
_ALL = ("các bên", "mọi người", "tất cả chúng ta", "hai bên")


def _adopts(one: Addressed) -> bool:
    agreed = one.spoken.act.means == "agree" and one.recipient is None and one.speaker.body
    return agreed and _ADOPTING.match(one.speaker.name.lower()) is not None


def _tells_of_own(one: Addressed) -> bool:
    """Whether a head says what the body does that he leads: a minister tells no ministry, a chairman no council."""
    position, told = (one.speaker.position or "").lower(), (one.recipient or "").lower()
    return any(led in position and told.startswith(body) for led, body in _LED)


def _is_below_deputies(one: Addressed) -> bool:
    """Whether the head of a province's deputies asks something of a district, a commune or voters."""
    return bool(
        one.recipient
        and _DELEGATION.search((one.speaker.position or "").lower())
        and _BELOW.search(one.recipient.lower())
    )


def find_directives(reading: Reading, people: People, setting: Scene) -> tuple[Directive, ...]:
    """The tasks that leaders and bodies of a text hand out, one record for each.

    Args:
        reading: the text; the rules of the kinds `directive` and `proposal` run on it if they have not.
        people: its people.
        setting: what is known of the paper: whose voice it speaks with, its area and its year.
    """
    down = handed_down(reading, people, setting)
    storied = setting.head.type in _STORIED and not is_paper(reading)
    told = once(reading, down, apart=is_ruling(setting.head)) if storied else down
    signatory = Signatory(people, setting.head)
    given = (one._replace(speaker=signatory.meant_by(one.speaker)) for one in told if not _only_answers(reading, one))
    return tuple(_directive(reading, one, setting) for one in given)


def _only_answers(reading: Reading, one: Addressed) -> bool:
    """Whether a clause but names wishes, or only agrees to what somebody asked: an answer that hands out nothing."""
    start, end = one.spoken.clause[:2]
    asked = one.spoken.act.means == "agree" and _ASKED.search(
        reading.low, reading.sentences[one.spoken.at].start, start
    )
    passed_on = one.spoken.act.means == "agree" and bool(_PASSED_ON.match(reading.low, start))
    return bool(asked) or passed_on or _NAMED_ONLY.fullmatch(reading.low, start, end) is not None


def handed_down(reading: Reading, people: People, setting: Scene) -> list[Addressed]:
    """Every clause that is a directive, repeats included."""
    every = addressed(
        reading, listen(reading, people, voice_of(reading, people, setting.head), shares=setting.head.type != "report")
    )
    highest = highest_rank(every)
    return [one for one in every if hands_down(one, highest) and not tells_a_result(reading, *one.spoken.clause[:2])]


def highest_rank(every: Iterable[Addressed]) -> int:
    """The rank of the highest who speaks in a text."""
    return max((one.speaker.rank for one in every), default=0)


def _directive(reading: Reading, one: Addressed, setting: Scene) -> Directive:
    clause, speaker = one.spoken.clause, one.speaker
    spot = place(reading, clause.start, clause.end)
    return Directive(
        start=spot.start,
        end=spot.end,
        quote=spot.quote,
        rule=f"directive/{one.spoken.act.means}",
        confidence=_confidence(one),
        reasons=_reasons(one),
        issuer=speaker.name,
        issuer_position=speaker.position,
        recipient=told_in_full(one.recipient, setting.area),
        deadline=_due(reading, clause, setting),
        kind=_kind(one.spoken),
    )


def _due(reading: Reading, clause: Clause, setting: Scene) -> str | None:
    """When a task is due: by its own words, those between who is told and the task, or a label below it."""
    own = due_within(reading, clause.start, clause.end, setting)
    if own is None and 0 < clause.head < clause.start:
        own = due_within(reading, clause.head, clause.start, setting)
    if own is None and (labelled := due_of(reading, reading.sentence_at(clause.start).number)):
        own = due_within(reading, *labelled, setting)
    return own


_CITY = expression(r"(?:TP|Tp|Thành phố|thành phố)\b")
"""How an area's name begins that is no province's."""


def in_full(words: str | None, area: str | None) -> str | None:
    """The words for a body, with the area's name where they are but `tỉnh` or `thành phố`."""
    if words == "tỉnh" and area and _CITY.match(area):
        return area
    if words == "tỉnh" and area not in _provinces():
        return words
    if words and area and area != _COUNTRY and words.lower() in ("tỉnh", "thành phố", "địa phương"):
        return f"{words[0].lower()}{words[1:]} {area}"
    return words


def told_in_full(words: str | None, area: str | None) -> str | None:
    """A recipient's words in full; a province that is named alone with `tỉnh` before it."""
    return f"tỉnh {words}" if words and words == area and words in _provinces() else in_full(words, area)


@cache
def _provinces() -> frozenset[str]:
    """The names of provinces that are not cities under the centre."""
    return frozenset(area.name for area in catalogue.load_areas() if area.kind == "province")


def _kind(spoken: Spoken) -> DirectiveKind:
    kinds: dict[str, DirectiveKind] = {"request": "request", "call": "call", "agree": "agree"}
    return kinds.get(spoken.act.kind, "instruct")


def _confidence(one: Addressed) -> float:
    return round(
        _SURE[one.spoken.how] - (0.1 if one.recipient is None else 0) - (0.2 if not one.speaker.position else 0), 2
    )


def _reasons(one: Addressed) -> tuple[Message, ...]:
    reasons = [message(f"directive.{one.spoken.how}", verb=one.spoken.act.verb)]
    if one.recipient is None:
        reasons.append(message("directive.no_recipient"))
    if one.speaker.position is None and not one.speaker.body:
        reasons.append(message("directive.issuer_unnamed", title=one.speaker.name))
    return tuple(reasons)


def once(reading: Reading, found: list[Addressed], *, apart: bool = False) -> list[Addressed]:
    """The clauses without repeats: what title or lead say before the body says it, and what a caption says after.

    `apart`: what two bodies are told in the same words is told to each, as in an official paper.
    """
    tasks = [_Task(one, _pairs(reading, one)) for one in found]
    kept: list[_Task] = []
    for place_, task in enumerate(tasks):
        sentence = reading.sentences[task.one.spoken.at]
        head = sentence.paragraph < _TITLE_AND_LEAD and not reading.low.startswith("theo đó", sentence.start)
        others = tasks[place_ + 1 : place_ + 1 + _NEAREST] if head else kept[-_NEAREST:]
        if not _said_in(task, others, together=head, apart=apart):
            kept.append(task)
    return [task.one for task in kept]


class _Task(NamedTuple):
    """A task with the pairs of words that it is known by."""

    one: Addressed
    pairs: set[tuple[str, str]]


def _said_in(task: _Task, others: Iterable[_Task], *, together: bool, apart: bool) -> bool:
    """Whether most pairs of words of a task stand in other tasks: in one, or in all `together` as a lead sums up."""
    one, pairs = task
    if len(pairs) < _LONG or apart:
        others = [
            other for other in others if None in (one.recipient, other.one.recipient) or _same_told(one, other.one)
        ]
    shared = [pairs & other.pairs for other in others]
    said = len(set().union(*shared)) if together else max(map(len, shared), default=0)
    enough = _SAME * len(pairs) if len(pairs) >= _LONG else len(pairs)
    return bool(pairs) and said >= enough


def _same_told(one: Addressed, other: Addressed) -> bool:
    return (one.recipient or "").lower() == (other.recipient or "").lower()


def _pairs(reading: Reading, one: Addressed) -> set[tuple[str, str]]:
    words = re.findall(r"\w+", reading.low[one.spoken.clause.start : one.spoken.clause.end])
    return set(pairwise(words))
