"""The clauses right after a verb of saying: what is asked for, agreed to, or asked of the one named before the verb."""

from __future__ import annotations

from camket.extract.orders.asking import FIRM
from camket.extract.orders.passive import in_passive
from camket.extract.orders.pieces import fragments
from camket.extract.orders.tasks import Clause, after_links, parse
from camket.extract.orders.unlisted import about_what, behind_somebody, end_of_told, from_nearest_verb
from camket.extract.orders.utterances import Utterance
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence
from camket.rules.directive.item import PASSIVE, Act

_WISH = expression(
    r"[\s,]*(?:về nguyên tắc|với|việc|chủ trương|cho(?! phép)|để|về việc|về|rằng"
    r"|(?:đề nghị|đề xuất|kiến nghị) của [^,.;:]{3,80}? (?:về việc|về))\b"
    r"|[\s,]*(?:đề nghị|đề xuất|kiến nghị) của [^,.;:]{3,80}: "
)
"""Words between a verb of agreeing and what is agreed to."""
_FEWEST = 3
"""So few words name no matter (`đồng ý với ý kiến này`)."""
_ANNOUNCING = expression(
    r" (?:một số|các|những|mấy|hai|ba|bốn|năm|sáu|bảy|\d{1,2}) (?:đột phá|vấn đề|nội dung|nhiệm vụ|giải pháp|nhóm|việc"
    r"|hướng đi|định hướng|yêu cầu|điểm|trọng tâm)\b[^,;:.]{0,40}: (?=\S)"
    r"| (?:nhiệm vụ )?(?:cụ thể )?cho (?:từng|các|mỗi) (?:ngành|sở|đơn vị|địa phương|cơ quan|bộ|huyện)[^;:.]{0,40}"
    r": (?=\S)"
    r"| nhiệm vụ cụ thể: (?=\S)"
)
"""What announces tasks that follow in the sentence: `gợi mở một số hướng đi: tập trung ...`."""
_REQUIREMENT = expression(r" (?:yêu cầu|việc|sự cần thiết)(?= (?:phải|cần) )")
"""A noun between a view and its word of duty: `nhấn mạnh yêu cầu phải đổi mới`."""
_REFUSED = expression(r"(?:không|chưa) ")
"""How a piece begins that is not agreed to."""
_BARE = 5
"""A task of no more words says nothing without its matter."""
_CASE = expression(r" ?(?:trường hợp|nếu|khi|để|nhằm|qua|trong|từ nay) ")
"""How the words before an order begin that say when it holds, and not what it is about."""
_UPWARD = frozenset({"xin", "đề nghị", "kiến nghị", "đề xuất"})
"""Verbs of asking one who stands higher."""
_LOW = 20
"""Up to this rank stand those who only can ask."""
_FOR_ITSELF = expression(r" được (?!nghỉ|thôi|từ|miễn|ra khỏi|rời|gặp|về)")
"""Asking to be allowed something."""
_WHERE = expression(r" (?:trong|tại|từ) (?!đó)[^,;.]{3,60}, ")
"""When or where something is to be done: `đề nghị trong các buổi đối thoại, tỉnh nên ...`."""
_NO_TASK = expression(
    r" ?(?:của|về|này|đó|trên|mới|nhiệm vụ|trong|đối với|cao|đặt ra|được|bị|từ|như"
    r"|(?:tinh thần|phương châm|thông điệp|khẩu hiệu|quan điểm)(?= \"))\b(?! thời gian)"
)
"""What stands after a verb of saying and makes a noun of it."""
_LED = expression(r" (?:về(?: việc| vấn đề| nội dung)?|lên|tới|đến)(?= )")
"""What may lead from a verb of asking to the matter, or to who is asked: `kiến nghị về cơ chế`, `kiến nghị lên bộ`."""
_LEAVE = expression(r" (?:chủ trương|ý kiến|phép) của (?P<who>[^,;.:]{3,60}?)(?: về việc| về| cho phép| cho| để)(?= )")
"""Whose leave is asked for: `xin chủ trương của Thủ tướng về việc ...`."""
_DUE = expression(r"\b(?:hằng (?:ngày|tuần|tháng|quý)|định kỳ|trước ngày|chậm nhất|trước \d{1,2} giờ)\b")
_DOWN = frozenset({"chỉ đạo", "đôn đốc", "phân công", "nhắc nhở"})
_DOWN_AS_WELL = expression(
    r"(?:,| và) (?:chỉ đạo|đôn đốc|hướng dẫn|kiểm tra|giám sát|theo dõi|hỗ trợ|tổng hợp|phân công|nhắc nhở|rà soát)"
    r"(?! của)(?!\w)"
)
"""More of what an office does to those below it, behind such a verb: `Đôn đốc, hướng dẫn các xã thực hiện`."""
_DOWN_TO_FIRMS = frozenset({"yêu cầu", "đề nghị", "kêu gọi"})
_FIRMS = expression(r" (?:các |những )?(?:nhà thầu|nhà đầu tư|chủ đầu tư|doanh nghiệp|tổ chức|cá nhân|hộ |người dân)")
"""Those whom every office may tell something."""
_SENT = expression(
    r"\b(?:gửi|trình) [^.;:]*?\b(?:đến|tới|cho|lên) (?P<to>[^,.;:]{3,60}) $"
    r"|\b(?:tờ trình|văn bản|công văn|báo cáo|thư|đơn|kiến nghị|đề xuất)\b[^.;:,]*? gửi (?P<whom>[^,.;:]{3,60}?),? "
    r"(?:(?:trong đó|theo đó),? )?$"
)
"""`gửi công văn đến Công an tỉnh đề nghị ...`: who gets the letter is who is asked."""


def passes_down(low: str, one: Utterance) -> bool:
    """Whether a verb at the head of an item is what its body is to do to those below it: `Đôn đốc các nhà thầu ...`."""
    verb = one.act.verb
    if low.startswith((" và", ",", " của"), one.end):
        return _DOWN_AS_WELL.match(low, one.end) is not None
    return verb in _DOWN or (verb in _DOWN_TO_FIRMS and _FIRMS.match(low, one.end) is not None)


def is_due(low: str, one: Utterance, end: int) -> bool:
    """Whether what a body is said to do has a due or comes back: `Các địa phương báo cáo hằng tuần` is no news."""
    return one.act.verb == "báo cáo" and _DUE.search(low, one.end, end) is not None


def is_noun(low: str, one: Utterance) -> bool:
    """Whether what stands after a verb of saying makes a noun of it; who asks for himself `xin được` something."""
    if one.speaker is not None and one.act.means == "ask" and _LED.match(low, one.end):
        return False
    if one.act.verb == "giao" and _ANNOUNCING.match(low, one.end):
        return False
    if one.speaker is not None and one.act.verb in _UPWARD:
        return not (_FOR_ITSELF.match(low, one.end) or _WHERE.match(low, one.end)) and bool(
            _NO_TASK.match(low, one.end)
        )
    wishes = one.speaker is not None and one.speaker.rank <= _LOW and one.act.verb.endswith(("mong", "mong muốn"))
    return bool(_NO_TASK.match(low, one.end)) and not (wishes and _FOR_ITSELF.match(low, one.end))


def said_by(reading: Reading, sentence: Sentence, one: Utterance, end: int) -> list[Clause]:
    """The clauses from a verb of saying to `end`."""
    ordering = one.act.means in ("order", "ask")
    if one.act.verb == "xin" and (leave := _LEAVE.match(reading.low, one.end, end)):
        clauses = fragments(reading, leave.end(), end, strict=False)
        return [clause._replace(recipient=leave.span("who"), verb=True) for clause in clauses]
    announced = _ANNOUNCING.match(reading.low, one.end, end)
    noun = _REQUIREMENT.match(reading.low, one.end, end) if one.act.means == "stress" else None
    led = _LED.match(reading.low, one.end, end) if one.act.means == "ask" else None
    begins = announced or noun or led
    clauses = fragments(reading, begins.end() if begins else one.end, end, strict=not ordering)
    if one.act.means == "agree":
        return _agreed(reading, one, clauses)
    if clauses and one.act.means == "ask" and (first := _named_wish(reading, sentence, one, clauses[0])):
        return [first, *clauses[1:]]
    if one.act.verb.endswith("trình"):
        return [_put_before(reading, clause) for clause in clauses]
    if one.act.verb.startswith(PASSIVE):
        told = (after_links(reading.low, sentence.start, one.left), one.left)
        return [clause._replace(recipient=clause.recipient or told, verb=True) for clause in clauses]
    cased = _CASE.match(reading.low, one.left, one.end) is not None
    if one.speaker is None and one.left < one.end - len(one.act.verb) and not cased:
        return [_with_matter(reading, one, clause) for clause in clauses[:1]] + clauses[1:]
    if one.speaker and (sent := _SENT.search(reading.low, one.speaker.end, one.end - len(one.act.verb))):
        to = sent.span("to") if sent["to"] else sent.span("whom")
        return [clause._replace(recipient=clause.recipient or to) for clause in clauses]
    if not ordering and one.act.verb not in FIRM:
        return clauses
    clauses = [clause if clause.verb else behind_somebody(reading, clause) for clause in clauses]
    return [from_nearest_verb(reading, clause) for clause in clauses]


def _named_wish(reading: Reading, sentence: Sentence, one: Utterance, clause: Clause) -> Clause | None:
    """A wish in the passive, or one that is named behind whom it goes to; None where it is told as a task."""
    passive = in_passive(reading, sentence, one.speaker, clause) if one.speaker else None
    return passive or about_what(reading, one.end, clause.end)


def _put_before(reading: Reading, clause: Clause) -> Clause:
    """What is put before somebody: `trình Chính phủ phương án bỏ thuế khoán`."""
    begin = after_links(reading.low, clause.head or clause.start, clause.end)
    end = end_of_told(reading, begin, clause.end)
    if end == begin or end >= clause.end or len(reading.low[end : clause.end].split()) < _FEWEST:
        return clause
    return clause._replace(start=end + 1, recipient=(begin, end), verb=True)


def _with_matter(reading: Reading, one: Utterance, clause: Clause) -> Clause:
    """A task of a few words with what it is about, which stands before the verb: `việc mở cảng giao Cục nghiên cứu`."""
    short = len(reading.low[clause.start : clause.end].split()) <= _BARE
    return clause._replace(start=one.left, verb=True) if short else clause


def act_of(low: str, one: Utterance, clause: Clause) -> Act:
    """What is done by a clause: behind an agreement what names who is to do it is an order of its own."""
    if one.act.means != "agree" or clause.recipient is None or low.startswith("cho phép ", clause.start):
        return one.act
    if low.endswith("cho ", 0, clause.recipient[0]):
        return one.act  # `chấp thuận cho Công ty A khảo sát`
    return Act("order", "instruct", one.act.verb)


_IN_PRINCIPLE = expression(r"[\s,]*(?:về )?(?:nguyên tắc|chủ trương|đề nghị này|đề xuất này|nội dung này), ")
"""An agreement that is whole, before what is to be done then: `Đồng ý về nguyên tắc, tỉnh phối hợp với Bộ ...`."""


def _agreed(reading: Reading, one: Utterance, clauses: list[Clause]) -> list[Clause]:
    """What is agreed to; after `hoan nghênh` only what somebody sets out to do."""
    if one.act.verb == "hoan nghênh":
        return [clause for clause in clauses[:1] if clause.recipient is not None and clause.opener]
    if not clauses:
        return []
    if principle := _IN_PRINCIPLE.match(reading.low, one.end, clauses[0].end):
        then = parse(reading, principle.end(), clauses[0].end, strict=True)
        return [*([then] if then.verb and then.recipient else []), *clauses[1:]]
    found = [_wished(reading, one.end, clauses[0].end)]
    found += [clause for clause in clauses[1:] if not _REFUSED.match(reading.low, clause.head)]
    return [clause for clause in found if clause.end > clause.start]


def _wished(reading: Reading, start: int, end: int) -> Clause:
    """What is agreed to, without the words that lead to it; empty where nothing is named."""
    while found := _WISH.match(reading.low, start, end):
        start = found.end()
    while start < end and reading.low[start].isspace():
        start += 1
    if len(reading.low[start:end].split()) <= _FEWEST:
        return Clause(end, end)
    if reading.low.endswith("cho ", 0, start):
        let = behind_somebody(reading, parse(reading, start, end, strict=True))
        if let.verb and let.recipient is not None and let.recipient[0] == start:
            return let
    return Clause(start, end, recipient=_allowed(reading, start, end), verb=True)


def _allowed(reading: Reading, start: int, end: int) -> tuple[int, int] | None:
    """Who may do what is agreed to: `cho phép thành phố thí điểm ...`."""
    led = "cho phép "
    if not reading.low.startswith(led, start):
        return None
    return parse(reading, start + len(led), end, strict=True).recipient
