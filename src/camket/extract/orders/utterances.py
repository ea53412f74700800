"""The verbs of saying of a text that somebody says, each with its subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from camket.extract.orders.afar import by_paper, subject_afar
from camket.extract.orders.passive import ASKED, asker
from camket.extract.orders.pointing import short_form
from camket.extract.orders.ranks import recipient_rank
from camket.extract.orders.speaker import Speaker, may_open, subject_before
from camket.extract.orders.tasks import after_links, names_actor
from camket.extract.people import People
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER
from camket.grammar.sentence import Sentence
from camket.rules.book import rule_set
from camket.rules.directive.item import PASSIVE, Act

Placed = tuple[int, int, Act]
"""A verb of saying with its start and end in the folded text."""
_JOINING = frozenset({
    "yêu cầu", "đề nghị", "giao", "kêu gọi", "phân công", "đồng ý", "nhất trí", "mong muốn",
    "đôn đốc", "nhắc nhở", "mong", "chấp thuận", "thống nhất", "thống nhất chủ trương",
})  # fmt: skip
"""Verbs that may follow another verb of the same speaker without naming the speaker again."""
PRAISING = frozenset({"ghi nhận", "biểu dương", "đánh giá cao"})
"""Verbs by which a leader begins a speech that comes to duties."""
_BY_THE_WAY = frozenset({"đôn đốc", "nhắc nhở", "mong", "chấp thuận", "thống nhất", "thống nhất chủ trương"})
"""Verbs that behind a comma are part of a task: `theo dõi, đôn đốc các xã`."""
_HANDING = frozenset({"giao", "phân công"})
"""Verbs that within a task hand over a thing (`..., giao chỉ tiêu cho các xã`) and order only where a body follows."""
_ADDRESSED = ("ông ", "bà ")
_MATTER = expression(
    r"(?:^|[;,] ?)(?:riêng |còn |về )?(?P<what>(?:việc|nội dung|đề xuất|kiến nghị|đề nghị) [^;,.:]{4,70})$"
)
"""What is given to somebody, before the verb: `việc bổ sung cảng giao Cục Hàng hải nghiên cứu`."""
_LATER = expression(
    r"(?:trước|về|với|đối với|liên quan|tuy nhiên|bên cạnh|để|nhằm|kiến nghị|đề xuất)\b[^,.;:\"]{0,80}, theo (?=\S)"
)
_VIEWER = 120
"""So many letters hold the name and office of whose view it is."""
_ACCORDING = expression(r"(?:cũng |vẫn )?theo (?!đó\b|kế hoạch|quy định|quyết định|nghị quyết|tinh thần)(?=\S)")
_INTRODUCED = len("đồng chí ")
"""So many letters may stand between `theo` and whose view it is."""
_NEAR = 80
"""How many letters before a verb are looked at."""
_THEO = expression(r"theo ")
_VIEWS = ("theo ", "cũng theo ", "vẫn theo ")
_FURTHER = frozenset({"lưu ý", "gợi mở", "gợi ý", "định hướng", "quán triệt", "nhấn mạnh", "nhắc nhở", "căn dặn"})
"""Views that behind a semicolon go on with what the same speaker says: `lưu ý huyện ...; gợi mở xã ...`."""
_STORIED = frozenset({"chỉ đạo", "thống nhất"})
"""Verbs that after `đã` tell what was done, and behind a duty what it is: `chịu trách nhiệm chỉ đạo rà soát`."""
_NO_ORDER = ("đã ", "sẽ ", "chịu trách nhiệm ", "có trách nhiệm ")
_SO_FAR = expression(
    r"(?:trong )?(?:thời gian|những năm|nhiều năm|các năm|năm|nhiệm kỳ|giai đoạn|từ đầu|suốt|hằng năm|những tháng)\b"
    r"[^,;]{0,30}(?:qua|nay|năm|kỳ),"
)
"""How an account of what has been done all the time begins: `Thời gian qua, tỉnh đã chỉ đạo ...`."""
_ALLOTTED = expression(
    r"(?:\b(?:kế hoạch|dự toán|chỉ tiêu|nhiệm vụ|vốn|mục tiêu|số)\b[^,.;:]{0,40}\bgiao[\s.,;)]|\bgiao[.,;)])$"
)
"""`kế hoạch Thủ tướng giao` says who set the plan; nothing is handed out."""


_INTRODUCTION = expression(
    r"(?:để|nhằm|trên cơ sở|về|đối với|trong|căn cứ|từ nay|thời gian|nhằm|qua|trường hợp|nếu|khi) "
)
"""What may stand before an order in a sentence without a subject."""


_THEREFORE = expression(r"\b(?:vì vậy|do đó|do vậy|vì thế|theo đó|chính vì vậy),?$")
"""What leads from what somebody said to what they ask for."""


_WE = expression(
    r"(?:[^,;.:]{2,70}, )?(?:dn |doanh nghiệp |cá nhân )?(?:chúng )?tôi"
    r"(?: (?:mạnh dạn|rất|xin|cũng|đã|đang|nhiều lần|thiết tha|tha thiết|trân trọng|luôn|chỉ|kính))*"
)
"""Who speaks of himself before a verb of asking: `Từ thực tế này, chúng tôi mạnh dạn kiến nghị ...`."""
_AS_WELL = ", đồng thời "
"""Behind this a verb of saying has the subject of the verb before: `yêu cầu các sở rà soát, đồng thời nhấn mạnh`."""


_STATED = expression(r"\b(?:còn|vẫn|chưa|đã) [^.;:]*$")
"""A state that is the reason for an order behind it: `tiến độ còn chậm, yêu cầu Viện rút kinh nghiệm`."""
_PAPER_SAYS = expression(
    r"(?:(?:công điện|công văn|văn bản|thông báo|chỉ thị|kết luận)(?: này| trên| số \S+)?(?: cũng)?) "
)
"""A paper that says what the one who signed it asks for: `Công điện nêu rõ: ...`."""
_BEHIND_QUOTE = 120
"""So many letters hold who is named between a speech in quotes and the verb of saying."""
_CHARGED = expression(r"[^,;]{3,100} (?:phải|cần|có trách nhiệm|chịu trách nhiệm) ")
"""Behind `được giao` what they have, before what they are told: `Cơ quan được giao soạn thảo phải lấy ý kiến`."""
_REPORTING = frozenset({"phản ánh", "báo cáo", "cho biết", "nêu", "chia sẻ", "cho rằng", "bày tỏ"})
"""Verbs by which somebody tells how things are, before he asks for something."""
_WORK = frozenset({"báo cáo", "đề xuất", "kiến nghị", "trình", "công bố", "đánh giá", "phân tích"})
"""What offices do: behind a comma another part of the task, as in `kiểm điểm người đứng đầu, báo cáo UBND tỉnh`."""


class Utterance(NamedTuple):
    """A verb of saying with its subject, if it has one of its own; `left` is where both begin."""

    act: Act
    left: int
    end: int
    speaker: Speaker | None


def utterances(reading: Reading, people: People, *, always: bool, news: bool = False) -> Mapping[int, list[Utterance]]:
    """The verbs that somebody says, by the number of their sentence.

    Args:
        reading: the text.
        people: its people.
        news: whether it is no official paper: there an order may be told of as given.
        always: whether to look even where nobody of any standing asks or orders; in news there is then nothing to find.
    """
    found = _by_sentence(reading)
    found |= {number: [] for number in _views(reading) if number not in found}
    weighty = {number: some for number, some in found.items() if _weighs(some) or _closes_quote(reading, some)}
    spoken = {number: _of_sentence(reading, people, number, some, news=news) for number, some in weighty.items()}
    ranked = any(one.speaker and (one.speaker.rank or one.speaker.body) for some in spoken.values() for one in some)
    if not always and not ranked and not _we_ask(reading, weighty.values()):
        return {}
    spoken |= {
        number: _of_sentence(reading, people, number, some, news=news)
        for number, some in found.items()
        if number not in weighty
    }
    return spoken


def _we_ask(reading: Reading, some: Iterable[list[Placed]]) -> bool:
    """Whether somebody asks for something who speaks of himself, and is named in another sentence."""
    placed = (one for every in some for one in every if one[2].means == "ask")
    return any(" tôi " in f" {reading.low[max(0, start - _BEHIND_QUOTE // 4) : start]}" for start, _, _ in placed)


def _views(reading: Reading) -> Iterator[int]:
    """The numbers of the sentences that say whose view they give, or what a paper says: `Theo Thủ tướng, ...`."""
    low = reading.low
    for one in reading.holding(found.start() for found in _THEO.finditer(low)):
        later = _LATER.match(low, one.start, one.end) or low.find(", theo đó", one.start, one.end) >= 0
        if later or low.startswith(_VIEWS, one.start):
            yield one.number


def _weighs(some: list[Placed]) -> bool:
    """Whether a sentence may hold more than news; a view (`Theo ...`) that has no verb of saying may."""
    return not some or any(act.means != "tell" or act.verb in PRAISING for _, _, act in some)


def _closes_quote(reading: Reading, some: list[Placed]) -> bool:
    """Whether somebody who tells something is named behind a speech in quotes: what it demands is an order."""
    return any(
        act.means == "tell" and '"' in reading.low[max(0, start - _BEHIND_QUOTE) : start] for start, _, act in some
    )


def _by_sentence(reading: Reading) -> dict[int, list[Placed]]:
    found: dict[int, list[Placed]] = {}
    every, at = _acts(reading), 0
    for sentence in reading.sentences:
        while at < len(every) and every[at][0] < sentence.end:
            found.setdefault(sentence.number, []).append(every[at])
            at += 1
    return found


def _acts(reading: Reading) -> list[tuple[int, int, Act]]:
    """The verbs of saying of a reading, in order."""
    for kind in ("directive", "proposal"):
        if kind not in reading.made:
            rule_set().run(kind, reading)
    made = [*reading.made["directive"], *reading.made["proposal"]]
    found = [(one.start, one.end, one.item) for one in made if isinstance(one.item, Act)]
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _opening(kept: Iterable[Utterance]) -> bool:
    """Whether what stands before in a sentence is no more than an introduction."""
    return not any(one.speaker or one.act.means in ("order", "ask", "agree") for one in kept)


def _of_sentence(
    reading: Reading, people: People, number: int, found: Iterable[Placed], *, news: bool
) -> list[Utterance]:
    """The verbs of saying of a sentence that have a subject or stand where they need none."""
    sentence = reading.sentences[number]
    according = _according(reading, people, sentence)
    according = according or _in_paper(reading, people, sentence)
    kept = [according] if according else []
    left = according.end if according else sentence.start
    for start, end, act in found:
        near = max(sentence.start, start - _NEAR)
        if start < left or (act.verb == "giao" and _ALLOTTED.search(reading.low, near, end + 1)):
            continue
        if act.verb == "trình" and not recipient_rank(reading.text[end + 1 : end + 1 + _NEAR]):
            continue  # `Bộ trình cơ chế trước ngày 20/6` names nobody above
        storied = act.verb in _STORIED and reading.low.endswith(_NO_ORDER, sentence.start, start)
        if storied and not (reading.low.startswith(":", end) or (news and _tells_an_order(reading, sentence, end))):
            continue  # but `Thứ trưởng A đã chỉ đạo:` announces
        speaker, act = _subject(reading, people, left, start, act, opening=_opening(kept))
        if speaker is None and not kept and (act.means == "stress" or _to_somebody(reading, sentence, end, act)):
            speaker = subject_afar(reading, people, sentence, start)
        if speaker is None and not _leads(reading, sentence, start, act, kept):
            continue
        first = speaker.start if speaker else _matter_start(reading, left, start, act, kept)
        kept.append(Utterance(act, first, end, speaker))
        left = end
    return kept


_PLACE = expression(rf"(?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn|tỉnh) [{UPPER}]")


def _tells_an_order(reading: Reading, sentence: Sentence, end: int) -> bool:
    """Whether news tell of an order to one body that is named: `trước đó, tỉnh đã chỉ đạo Sở Y tế rà soát`."""
    if _SO_FAR.match(reading.low, after_links(reading.low, sentence.start, end)):
        return False
    first = end + 1
    if any(one.start == first for one in reading.marked("area", first, sentence.end)) or _PLACE.match(
        reading.text, first, sentence.end
    ):
        return True
    return reading.text[first : first + 1].isupper() and names_actor(reading, first, sentence.end)


def _to_somebody(reading: Reading, sentence: Sentence, end: int, act: Act) -> bool:
    """Whether an order says right away whom it is for."""
    return act.means == "order" and names_actor(reading, end + 1, sentence.end)


def _matter_start(reading: Reading, left: int, start: int, act: Act, kept: Iterable[Utterance]) -> int:
    """Where an order without a subject begins: with what is given to somebody, if that stands before the verb."""
    piece = _piece_start(reading, left, start)
    if piece > left and act.means == "order" and _INTRODUCTION.match(reading.low, piece + 1):
        return piece  # `; trường hợp còn chậm, giao Sở Y tế xử lý`
    found = _MATTER.search(reading.low, max(left, start - _NEAR), start - 1) if act.verb == "giao" and kept else None
    return found.start("what") if found else start


_PAPER = expression(
    r"(?:đã |vừa |cũng )*(?:có|gửi|ký|ban hành|trình|lập) (?:các |nhiều |một số |\d{1,2} )?(?:tờ trình|công văn|văn bản"
    r"|báo cáo|hồ sơ|kiến nghị|đề xuất)[^.;:]*$"
    r"|(?:đã |vừa |cũng )+(?:gửi|chuyển) (?:hồ sơ|danh sách|văn bản|đơn|thư)[^.;:]* $"
)
"""What somebody does to ask in writing: `UBND tỉnh đã có Tờ trình số 12/TTr-UBND xin ...`."""
_FILE = expression(r"(?:gửi|chuyển) (?:hồ sơ|danh sách|đơn)")
"""What is sent to those who decide."""
_SENT = expression(r"\b(?:đến|tới|lên|gửi) (?P<to>[^,;]{3,60}?),? (?:(?:trong đó|theo đó),? )?$")
_LOWEST_WRITER = 28
"""The rank from which a body's letters are papers of government: below it companies write to each other."""
_HIGH = 50
"""The rank from which an office or body gets the letters of companies and associations."""
_WRITTEN = frozenset({"xin", "đề nghị", "kiến nghị", "đề xuất"})


def _subject(
    reading: Reading, people: People, left: int, start: int, act: Act, *, opening: bool
) -> tuple[Speaker | None, Act]:
    """Who says a verb, or wrote the paper that says it, and what they do by it.

    A request by letter to whoever does not stand lower asks as one below asks.
    """
    joined = not opening and reading.low.endswith(", " if act.verb in _WORK else _AS_WELL, left, start)
    if act.verb.startswith(PASSIVE) or joined:
        return None, act
    speaker = subject_before(reading, people, left, start, opening=opening)
    if speaker is None and opening and act.verb in _WRITTEN:
        speaker = short_form(reading, left, start)
    if speaker is None and act.verb in ASKED:
        asking = asker(reading, people, left, start, start + len(act.verb))
        if asking is not None:
            return asking, Act("ask", "", act.verb)
    if speaker is None and act.verb in _WRITTEN and (paper := _PAPER.search(reading.low, left, start)):
        writer = subject_before(reading, people, left, paper.start(), opening=opening)
        sent = _SENT.search(paper[0])
        if writer is None or (writer.rank < _LOWEST_WRITER and not (sent and _goes_high(sent["to"]))):
            return None, act
        if sent is None and _FILE.search(paper[0]):
            return writer, Act("ask", "", act.verb)
        upward = sent is not None and not 0 < recipient_rank(sent["to"]) < writer.rank
        return writer, Act("ask", "", act.verb) if upward else act
    return speaker, act


def _goes_high(to: str) -> bool:
    """Whether a letter goes to an office of a province or above."""
    return recipient_rank(to) >= _HIGH


_COMMA = expression(", ")
_UNTOLD = expression(r"[;:]|\b(?:đã|đang|sẽ|khi|nếu|là|mà|do|vì|cần|phải|có)\b")


def _is_told(reading: Reading, begin: int, end: int) -> bool:
    """Whether the words before `được yêu cầu` name somebody and say nothing else."""
    several = (begin, *(comma.end() for comma in _COMMA.finditer(reading.low, begin, end)))
    return all(names_actor(reading, one, end) for one in several) and not _UNTOLD.search(reading.low, begin, end)


def _according(reading: Reading, people: People, sentence: Sentence) -> Utterance | None:
    """`Theo Thủ tướng, ...`, or `Trước tình hình đó, theo đại biểu ...,`: what follows is that person's view."""
    low = reading.low
    found = _ACCORDING.match(low, sentence.start, sentence.end) or _LATER.match(low, sentence.start, sentence.end)
    if found is None or not may_open(reading, people, found.end(), _INTRODUCED):
        return None
    comma, speaker = found.end(), None
    while speaker is None and (comma := low.find(",", comma + 1, min(sentence.end, found.end() + _VIEWER))) >= 0:
        speaker = subject_before(reading, people, found.end(), comma, opening=True)
    if speaker is None or speaker.body or speaker.start - found.end() > _INTRODUCED:
        return None
    return Utterance(Act("stress", "instruct", "theo"), sentence.start, comma + 1, speaker)


def _in_paper(reading: Reading, people: People, sentence: Sentence) -> Utterance | None:
    """What a paper lays down of whose issue the sentence tells."""
    found = by_paper(reading, people, sentence)
    return Utterance(Act("stress", "instruct", "theo đó"), found[0], found[1], found[2]) if found else None


def _leads(reading: Reading, sentence: Sentence, start: int, act: Act, kept: list[Utterance]) -> bool:
    """Whether a verb without a subject begins its sentence or joins the verb before it."""
    if act.verb == "trình":
        return False
    if act.verb.startswith(PASSIVE):
        told = not kept and _is_told(reading, after_links(reading.low, sentence.start, start), start)
        return told and _CHARGED.match(reading.low, start + len(act.verb), sentence.end) is None
    low, left = reading.low, kept[-1].end if kept else sentence.start
    before = low[max(left, start - _NEAR) : start].rstrip()
    begin = after_links(low, sentence.start, start)
    if act.means in ("order", "stress") and _PAPER_SAYS.fullmatch(low, begin, start):
        return True
    if begin == start or _WE.fullmatch(before.strip(' "')):
        return True
    if kept and before.strip() == '"':
        return True
    if kept and (_asks_on(before, act, kept[-1].act) or _reports_and_asks(reading, sentence, start, act, kept[-1])):
        return True
    if act.means == "ask":
        return before.endswith(" nên")
    if act.means == "stress":
        return bool(kept) and before.endswith((" và", "đồng thời", *((";",) if act.verb in _FURTHER else ())))
    if act.verb not in _JOINING or (kept and kept[-1].act.means == "ask" and act.kind != "request"):
        return False
    return _hands(reading, sentence, start, act) and _joins(reading, sentence, start, act, before, known=bool(kept))


def _asks_on(before: str, act: Act, last: Act) -> bool:
    """Whether a request goes on with the verb of saying before it: `báo cáo, kiến nghị ...`, `..., nên đề nghị ...`."""
    if before in ("", ",", " và"):
        return last.means in ("tell", "ask") and act.kind in ("", "request")
    if act.means != "ask":
        return act.kind == "request" and before.endswith(" nên")
    if act.verb in _WORK and before.endswith(" và") and last.means == "order":
        return False  # `giao các sở rà soát và đề xuất dự án`
    return before.endswith((" nên", " thì", "đồng thời", ";", " và"))


def _reports_and_asks(reading: Reading, sentence: Sentence, start: int, act: Act, last: Utterance) -> bool:
    """Whether whoever tells how things are asks somebody for something: `phản ánh đường hỏng, kiến nghị huyện sửa`."""
    if act.means != "ask" or last.act.verb not in _REPORTING or not reading.low.endswith(", ", last.end, start):
        return False
    return names_actor(reading, start + len(act.verb) + 1, sentence.end)


def _hands(reading: Reading, sentence: Sentence, start: int, act: Act) -> bool:
    """Whether a verb that may hand over a thing is followed by somebody; other verbs of ordering need nobody."""
    told = start + len(act.verb) + 1
    somebody = names_actor(reading, told, sentence.end) or reading.low.startswith(_ADDRESSED, told)
    return act.verb not in _HANDING or somebody


def _joins(reading: Reading, sentence: Sentence, start: int, act: Act, before: str, *, known: bool) -> bool:
    """Whether an order without a subject goes on with what stands before it; `known`: a verb of saying does."""
    if act.verb in _BY_THE_WAY and not before.endswith((";", "đồng thời")):
        hoped = act.verb == "mong" and known and names_actor(reading, start + len("mong "), sentence.end)
        return hoped and before.endswith((",", " và"))
    if known:
        matter = act.verb == "giao" and bool(_MATTER.search(before))
        return matter or before.endswith((";", "đồng thời", " và", ",", ":"))
    if before.endswith(",") and act.kind and _STATED.search(reading.low, sentence.start, start):
        return True
    if _THEREFORE.search(before) or (before.endswith((";", "; đồng thời")) and act.kind == "instruct"):
        return True
    if before.endswith(":") and act.verb in _HANDING:
        return True
    begin = after_links(reading.low, _piece_start(reading, sentence.start, start), start)
    return before.endswith((",", ":")) and bool(_INTRODUCTION.match(reading.low, begin))


def _piece_start(reading: Reading, left: int, at: int) -> int:
    """Where the piece begins that semicolons part within a sentence and that holds a place."""
    return max(left, reading.low.rfind(";", left, at) + 1)
