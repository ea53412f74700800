"""Proposals: what a lower level asks of a higher one, and what became of it as far as the text tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from camket.extract.orders.directives import (
    ADVISING,
    Addressed,
    addressed,
    hands_down,
    highest_rank,
    in_full,
    is_abroad,
    once,
    told_in_full,
)
from camket.extract.orders.edges import trimmed
from camket.extract.orders.fates import answered, handler_in, recalled, restated
from camket.extract.orders.ranks import CENTRE, LOWEST_OFFICE, holder_rank
from camket.extract.orders.replied import Replied, replied
from camket.extract.orders.speaker import subject_before
from camket.extract.orders.speech import listen
from camket.extract.orders.tabled import plain_proposal, tabled
from camket.extract.orders.tasks import after_links
from camket.extract.orders.voice import voice_of
from camket.extract.people import People
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.rule import Made
from camket.model.fact import Proposal
from camket.model.message import message
from camket.rules.proposal.item import Listing, Refused, Wishes
from camket.rules.proposal.replies import ACCEPTS

_LOW = 20
"""Up to this rank stand deputies, experts and companies: they can only ask."""
_OFFICIAL = 50
"""From this rank on an office is of a province or above."""
_LONGEST_LIST = 10
_DECIDING = frozenset({"resolution", "decision", "plan"})
"""Papers whose grounds name the paper that was put before whoever issues them."""


def find_proposals(reading: Reading, people: People, setting: Scene) -> tuple[Proposal, ...]:
    """What those below ask in a text, one record for each wish.

    Args:
        reading: the text; the rules of the kinds `directive` and `proposal` run on it if they have not.
        people: its people.
        setting: what is known of the paper: whose voice it speaks with and its area.
    """
    voice = voice_of(reading, people, setting.head)
    decides = setting.head.issuer or (voice.name if voice else None)
    every = addressed(reading, listen(reading, people, voice, shares=setting.head.type != "report"))
    highest = highest_rank(every)
    down = [one for one in every if hands_down(one, highest)]
    up = [one for one in every if not hands_down(one, highest) and asks_up(one, people) and not is_abroad(one)]
    up = once(reading, up) if setting.head.type == "news" else up
    found = [_asked(reading, one, setting) for one in up]
    found += _listed(reading, people, every, setting)
    replies = tuple(replied(reading, down))
    found += _replied(reading, replies, setting)
    asked = tuple(found)
    found += [one for one in _agreed(reading, down, setting) if restated(one, asked) is None]
    found += tabled(reading, decides, deciding=setting.head.type in _DECIDING)
    found += _refused(reading, every, voice.name if voice else None)
    recalls = _recalled(reading, every, down, voice.name if voice else None)
    found += [one for one in recalls if restated(one, asked) is None]
    found += _passed_on(reading, down)
    answers = frozenset(reading.sentence_at(one.start).number for one in replies)
    found += [*_named(reading, [one for one in down if one.spoken.at not in answers], setting)]
    return tuple(answered(reading, _distinct(found), down))


def asks_up(one: Addressed, people: People) -> bool:
    """Whether a clause that is no directive is a wish: an asking verb, or a duty laid on somebody higher.

    A request by somebody without an office counts where it goes to an office, or where officials are about.
    """
    spoken, speaker = one.spoken, one.speaker
    if spoken.act.means == "ask":
        return speaker.rank > 0
    if spoken.act.verb in ADVISING:
        return False
    if spoken.act.kind == "request" and spoken.how != "duty":
        official = speaker.rank > _LOW or one.rank >= LOWEST_OFFICE or _is_deputy(one)
        about = speaker.name.lower().startswith(_VOTERS) or (
            speaker.rank > 0 and any(holder_rank(mention.holder) >= _OFFICIAL for mention in people.mentions)
        )
        return official or about
    if not spoken.clause.duty or spoken.act.means == "agree":
        return False
    if _is_deputy(one):
        return True
    return spoken.clause.recipient is not None and one.rank > speaker.rank > 0 and not spoken.clause.fronted


_VOTERS = ("cử tri", "người dân", "bà con", "các cử tri")
"""Those who can only ask."""


def _is_deputy(one: Addressed) -> bool:
    words = f"{one.speaker.name} {one.speaker.position or ''}".lower()
    return one.speaker.rank <= _LOW and any(word in words for word in ("đại biểu", "đbqh", "ý kiến", "hđnd"))


_SPEAKS_FOR = expression(
    r"^(?:đại diện(?: (?:của|cho))?|(?:các )?thành viên(?= đoàn)|lãnh đạo(?= (?:tỉnh|thành phố|tp\.?) \w)) ",
    re.IGNORECASE,
)
_SEATED = expression(rf" \((?![^()]*[{UPPER}]{{3}})[^()]*\)$")
_POINTS = expression(r"(?<=\w) (?:này|trên)$")
"""Words for those who speak for a body, and where it sits, in brackets behind its name that hold no letters for it."""
_PLACE_OF_VOTERS = expression(
    r"(?:(?:kiến nghị|ý kiến) của (?P<who>cử tri (?:tỉnh|thành phố) NAME)"
    r"|Kính gửi:?\s+(?:[-–] ?)?Đoàn (?:đại biểu Quốc hội|ĐBQH) (?P<area>(?:tỉnh|thành phố) NAME))".replace(
        "NAME", rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}"
    )
)
"""Whose wishes a paper answers: voters of the place that it names, or whose deputies it is addressed to."""


def _voters_of(reading: Reading) -> str | None:
    """The voters whose wishes a paper answers, with their place; None where it names none."""
    found = _PLACE_OF_VOTERS.search(reading.text, 0, _TOP)
    return (found["who"] or f"cử tri {found['area']}") if found else None


def _named_short(name: str) -> str:
    """A body's name without who speaks for it, where it sits, and the word that points back to several of them."""
    return _POINTS.sub("", _SEATED.sub("", _SPEAKS_FOR.sub("", name)))


def _asked(reading: Reading, one: Addressed, setting: Scene) -> Proposal:
    name = "đại biểu" if one.speaker.name.lower().endswith("ý kiến") else one.speaker.name
    name = _named_short(name) if one.speaker.position is None else name
    name = _voters_of(reading) or name if name.lower() in ("cử tri", "các cử tri") else name
    made = plain_proposal(reading, one.spoken.clause.start, one.spoken.clause.end, f"proposal/{one.spoken.act.means}")
    sure = 0.9 if one.spoken.act.means == "ask" else 0.7
    return msgspec.structs.replace(
        made,
        proposer=in_full(name, setting.area),
        recipient=told_in_full(one.recipient, setting.area),
        confidence=sure if one.spoken.how == "said" else sure - 0.2,
        reasons=(message(f"proposal.{one.spoken.how}", verb=one.spoken.act.verb),),
    )


_ON_REQUEST = expression(
    r"\b(?:theo|như|về|với|thống nhất|đồng ý|nhất trí|chấp thuận) (?:đề nghị|đề xuất|kiến nghị) của "
    r"(?P<who>[^,.;:]{3,90}?)(?= tại | về |[,.;:]|$)"
)


_BY_WHOM = expression(
    r"\b(?:do|như|hồ sơ) (?P<who>(?:sở|ubnd|hđnd|ủy ban|ban|cục|chi cục|bộ|công an|văn phòng|trung tâm|thanh tra|tỉnh"
    r"|thành phố|xã|phường|huyện|viện|trường|công ty|tập đoàn|liên danh|hội)(?: [^,.;:]{2,60}?)?)"
    r"(?: đã)? (?:trình|đề xuất|kiến nghị|báo cáo)(?!\w)"
)
"""Who put forward what is agreed to: `phương án do Sở Xây dựng trình`."""
_PUT_BEFORE = expression(
    r"\n *(?:sau khi )?(?:xem xét|xét|nghe|trên cơ sở|theo|căn cứ)[^.;\n]{0,30} (?:tờ trình|đề nghị|đề xuất)"
    r"(?: số \S+,? ?)?(?:ngày [\d/. -]+)?(?:về [^,.;\n]{3,120})? ?của (?P<who>[^,.;:\n]{3,90}?)(?= về | tại |[,.;:\n])"
)
"""Whose paper was put before whoever concludes: `Sau khi xem xét Tờ trình số 5 của Ban Tổ chức Tỉnh ủy`."""
_TOP = 2500
"""So many letters hold a paper's grounds."""
_HEARD = expression(
    r"(?:các )?(?:nội dung|ý kiến)(?: phát biểu)? tại [^,;]*(?:, đồng chí)?"
    r"|kết quả (?:rà soát|kiểm tra|thẩm định|thực hiện|đánh giá|làm việc)[^;]*"
    r"|(?:(?:đánh giá|mục tiêu|phương hướng|nhiệm vụ|giải pháp|định hướng|nhận định|quan điểm)(?:,| và)? ?){1,4}"
    r"[^;]*(?:nêu|đề ra|báo cáo|trình)[^,;]{0,40}"
    r"|(?:các |những )?(?:nội dung|kết quả|đánh giá)(?: cơ bản| chính)? (?:của |trong |nêu trong )?"
    r"(?:các )?(?:báo cáo|dự thảo)[^;]*"
)
"""What was said at a meeting: to agree to it grants no wish."""
_NAMED_OF = expression(
    r"(?:(?:các|những|một số) )?(?:nội dung )?(?:báo cáo, )?(?:đề xuất|kiến nghị|đề nghị) của (?P<who>[^,.;:]{3,60})"
)
"""Wishes that are but named, with whose they are: `thống nhất nội dung báo cáo, đề xuất của Sở Nội vụ`."""


def _agreed(reading: Reading, down: Iterable[Addressed], setting: Scene) -> Iterator[Proposal]:
    """What a leader agrees to, somebody asked: the one named, else the area that the paper is about."""
    for one in down:
        clause = one.spoken.clause
        if one.spoken.act.means != "agree" or one.spoken.act.verb == "hoan nghênh":
            continue
        if reading.low.startswith(("báo cáo ", "trình "), clause.start) or _HEARD.fullmatch(
            reading.low, clause.start, clause.end
        ):
            continue  # what is put before one who stands higher still, or said at a meeting and not asked for
        named = _ON_REQUEST.search(reading.low, reading.sentences[one.spoken.at].start, clause.end)
        named = named or _NAMED_OF.fullmatch(reading.low, clause.start, clause.end)
        named = named or _BY_WHOM.search(reading.low, clause.start, clause.end)
        named = named or _PUT_BEFORE.search(reading.low, 0, _TOP)
        owner = reading.text[named.start("who") : named.end("who")] if named else in_full("tỉnh", setting.area)
        if owner == "tỉnh" and setting.head.type in _TOLD:
            continue  # nobody is known to have asked
        own = named is None and one.speaker.rank < CENTRE  # who decides for the province was asked by others
        owner = None if own or owner == "tỉnh" else owner
        yield msgspec.structs.replace(
            plain_proposal(reading, clause.start, clause.end, "proposal/agreed"),
            proposer=owner,
            recipient=one.speaker.name,
            status="accepted",
            confidence=0.7,
            reasons=(message("proposal.agreed", verb=one.spoken.act.verb),),
        )


_TO_LOOK_AT = expression(
    r"(?:xem xét|giải quyết|xử lý|nghiên cứu|thẩm định|kiểm tra)(?:, (?:giải quyết|xử lý|tham mưu|đề xuất))* "
    r"(?:đề nghị|đề xuất|kiến nghị) của (?P<who>[^,.;:]{3,80}?) (?:về việc|về) (?P<wish>[^,.;:]{8,200})"
)
"""What an order gives somebody to look at: `xem xét đề nghị của Bệnh viện tỉnh về bổ sung kinh phí`."""


def _passed_on(reading: Reading, down: Iterable[Addressed]) -> Iterator[Proposal]:
    """Wishes of which the text tells only where an order gives them to somebody to deal with."""
    for one in down:
        found = _TO_LOOK_AT.search(reading.low, one.spoken.clause.start, one.spoken.clause.end)
        if found and one.recipient:
            yield msgspec.structs.replace(
                plain_proposal(reading, *found.span("wish"), "proposal/passed_on"),
                proposer=reading.text[slice(*found.span("who"))],
                recipient=one.speaker.name,
                handled_by=one.recipient,
                status="forwarded",
                confidence=0.7,
                reasons=(message("proposal.forwarded"),),
            )


def _refused(reading: Reading, every: Sequence[Addressed], voice: str | None) -> Iterator[Proposal]:
    """A wish of which the text tells no more than that it is refused, by whoever spoke last or has the voice."""
    for made in reading.made["proposal"]:
        if isinstance(made.item, Refused):
            start, end = trimmed(reading.low, made.start, made.end)
            yield msgspec.structs.replace(
                plain_proposal(reading, start, end, made.rule),
                proposer=made.item.proposer,
                recipient=_last_speaker(every, start) or voice,
                status="rejected",
                confidence=0.8,
                reasons=(message("proposal.said", verb=made.item.word),),
            )


def _recalled(
    reading: Reading, every: Sequence[Addressed], down: Sequence[Addressed], voice: str | None
) -> Iterator[Proposal]:
    """A wish of which the text tells only where it says what became of it."""
    for one in recalled(reading, down):
        yield msgspec.structs.replace(
            plain_proposal(reading, one.start, one.end, "proposal/topic"),
            proposer=one.proposer,
            recipient=_last_speaker(every, one.end) or voice,
            handled_by=one.fate.by,
            status=one.fate.status,
            confidence=0.7,
            reasons=(message("proposal.said", verb="về"),),
        )


def _replied(reading: Reading, replies: Iterable[Replied], setting: Scene) -> Iterator[Proposal]:
    """The wishes that a section of replies takes up one by one."""
    for one in replies:
        yield msgspec.structs.replace(
            plain_proposal(reading, one.start, one.end, "proposal/replied"),
            proposer=in_full(one.proposer, setting.area),
            recipient=one.to,
            handled_by=one.by,
            status=one.status,
            confidence=0.8,
            reasons=(message("proposal.said", verb="về"),),
        )


def _last_speaker(every: Sequence[Addressed], at: int) -> str | None:
    return next((one.speaker.name for one in reversed(every) if one.spoken.clause.end < at), None)


_TOLD = frozenset({"news", "other"})
"""Texts whose agreements need not answer a wish of the place."""
_WISH_OF = expression(
    r"(?:kiến nghị|đề xuất|vướng mắc|điểm nghẽn)(?: cụ thể)? của (?P<who>[^,.;:]{3,60}?)(?= về | gồm| là| như| sau"
    r"|[:,.;])"
)
_WISH_HEAD = expression(r"(?:kiến nghị|đề nghị|đề xuất|về|là)\s+")
_BULLET = expression(r" *(?:[-–+*•]|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)])")
_LIST_ENDS = expression(
    r"(?:[^.\n]{2,60} (?:trả lời|có ý kiến)(?: như sau)?:|căn cứ|sau khi|tại buổi|phát biểu|kết luận|trước đó"
    r"|trong thời gian|đồng chí|thay mặt|đơn vị(?: tính)? ?:|đvt|stt|tt)(?!\w)"
)


def _wisher(reading: Reading, people: People, made: Made, setting: Scene) -> str | None:
    """Whose wishes a list announces: those named there, who stands before the word, else the paper's province."""
    owner = _WISH_OF.search(reading.low, made.start, made.end)
    if owner:
        return reading.text[slice(*owner.span("who"))]
    of_place = in_full("tỉnh", setting.area)
    if of_place != "tỉnh":
        return of_place
    who = subject_before(reading, people, reading.sentence_at(made.start).start, made.start, opening=True)
    return who.name if who is not None and who.rank else None


def _listed(reading: Reading, people: People, every: Sequence[Addressed], setting: Scene) -> Iterator[Proposal]:
    """The wishes of a list that `kiến nghị ... là:` announces, in its sentence and those that follow."""
    known = {one.spoken.at for one in every}
    for made in reading.made["proposal"]:
        if not isinstance(made.item, Listing):
            continue
        first = reading.sentence_at(made.start)
        pieces = [(made.end, first.end)] if made.end < first.end - 1 else []
        if ";" not in reading.low[made.end : first.end]:  # else the list is of that sentence alone
            pieces += _items(reading, first.number + 1, known)
        owner = _wisher(reading, people, made, setting)
        if first.number in known or owner is None:
            continue
        for start, end in (part for first_, last_ in pieces for part in _parted(reading.low, first_, last_)):
            head = after_links(reading.low, start, end)
            wish = _WISH_HEAD.match(reading.low, head, end)
            start_, end_ = trimmed(reading.low, wish.end() if wish else head, end)
            yield msgspec.structs.replace(
                plain_proposal(reading, start_, end_, made.rule),
                proposer=owner,
                confidence=0.6,
                reasons=(message("proposal.listed"),),
            )


def _items(reading: Reading, number: int, known: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """The sentences of a list from one on; where its items are marked, a line without a mark ends it."""
    marked = False
    for sentence in reading.sentences[number : number + _LONGEST_LIST - 1]:
        if sentence.number in known or _LIST_ENDS.match(reading.low, sentence.start):
            return
        if sentence.place == 0:
            is_item = _BULLET.match(reading.low, reading.low.rfind("\n", 0, sentence.start) + 1) is not None
            if marked and not is_item:
                return
            marked = is_item
        yield sentence.start, sentence.end


def _parted(low: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The wishes of a sentence, which semicolons part."""
    while (cut := low.find(";", start, end)) >= 0:
        yield start, cut
        start = cut + 1
    if low[start:end].strip(" ."):
        yield start, end


def _named(reading: Reading, down: Sequence[Addressed], setting: Scene) -> Iterator[Proposal]:
    """Wishes named as a whole, where the sentence says who is to deal with them."""
    for made in reading.made["proposal"]:
        if not isinstance(made.item, Wishes):
            continue
        number = reading.sentence_at(made.start).number
        handler = handler_in(down, number)
        one_by_one = any(one.spoken.at == number and one.spoken.act.means == "agree" for one in down)
        own = handler is not None and (handler.recipient or "").lower() == made.item.owner.lower()
        if handler is not None and not one_by_one and not own:
            yield msgspec.structs.replace(
                plain_proposal(reading, made.start, made.end, made.rule),
                proposer=in_full(made.item.owner or "tỉnh", setting.area),
                recipient=handler.speaker.name,
                handled_by=handler.recipient,
                status="accepted" if ACCEPTS.search(reading.low, *_bounds(reading, number)) else "forwarded",
                confidence=0.7,
                reasons=(message("proposal.forwarded"),),
            )


def _bounds(reading: Reading, number: int) -> tuple[int, int]:
    sentence = reading.sentences[number]
    return sentence.start, sentence.end


def _distinct(found: Iterable[Proposal]) -> list[Proposal]:
    """In the order of the text; of two that overlap the surer one stands."""
    kept: list[Proposal] = []
    for one in sorted(found, key=lambda one: (-one.confidence, one.start)):
        if len(one.quote.split()) > 1 and all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
