"""Cut what a leader says into tasks: who is told, and the words of the task itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from camket.extract.orders.called_by import drafts, is_called_by
from camket.extract.orders.conditions import AIM, OFTEN, REMAINS, WHATEVER, WHICHEVER, within_brackets
from camket.extract.orders.edges import EDGE
from camket.extract.orders.told_names import BY_OFFICE, HOLDS_AN_EVENT, IN_ROW, among_names, follows_a_reason, tells
from camket.grammar.engine import Reading
from camket.grammar.expression import compiled, expression
from camket.grammar.letters import UPPER
from camket.grammar.trie import alternation
from camket.rules.book import words_of

_REACH = 320
"""How many letters of a clause are searched for its verb: no recipient is longer."""
_WHEN = (
    r"(?:đến|trong|hết|trước|từ nay đến|chậm nhất|muộn nhất)(?: hết| cuối| trước| trong| đến| là)*"
    r"(?: ngày| tháng| quý| năm)? [\divx]+(?:[/-]\d+)*(?: năm \d+)?"
)
_DATE = expression(
    rf"{_WHEN}|(?:hàng|hằng|mỗi) (?:năm|quý|tháng|tuần|ngày)|định kỳ(?: (?:hàng|hằng) (?:năm|quý|tháng|tuần|ngày))?"
)
"""A time alone, as it may stand before the verb of a task: `hết năm 2026 hoàn thành đê`."""
_DATED = expression(rf"{_WHEN},?")
"""A time alone before a word of duty: `đến hết ngày 31/1/2026 phải ...`."""
_SCOPES = ("đối với ", "riêng ", "căn cứ ", "trên cơ sở ", "đến ", "hết ", "trước ", "trường hợp ", "trong ")
"""What opens the words that say for what a task holds, before a verb that may also be a noun."""
_TIMES = (
    "năm ", "căn cứ ", "trong ", "đến ", "từ ", "trước ", "hết ", "với ", "trên cơ sở ",
    "để ", "về ", "đối với ", "ngay ", "trường hợp ", "khi ", "qua ",
)  # fmt: skip
"""The same before a verb that opens a task after any subject."""
_CASES = ("trường hợp ", "trong trường hợp ")
"""What opens the case in which a task is to be done: `trường hợp thiếu giáo viên thì ký hợp đồng`."""
_NO_BAN = expression(
    r" (?:chỉ|những|còn|có|phải|thể|bị|được|đồng ý|khỏi|biết|gì|ít|nhiều|thống nhất|nhất trí|chấp thuận"
    r"|xem xét)\b"
)
"""What stands after `không` and makes it no ban."""
_BARE_ONLY = frozenset({"không", "trích", "vượt", "thông tin", "lưu ý"})
"""Words that open a task only where nothing stands before them: elsewhere they tell something."""
_SAYING = expression(
    r"^(?:chúng ta |chúng tôi |ta )?đã |^(?:đây|đó)(?: cũng)? là |\bnhư [^,;]{2,40} (?:đang|bị) |\bmuốn .* thì$"
)
"""What stands before a word of duty in a saying that tells nobody: `đã hứa thì phải`, `muốn tăng trưởng thì phải`."""
_AFTER_BREAK = expression(r"(?:, ?(?:trong đó|do đó|vì vậy|đồng thời|và)?|\b(?:trong đó|nên|thì|do đó|vì vậy)) ?$")
"""A break before a word of duty: what stands before it is a reason and not what has to be done something to."""
_CHARGE = ("chủ trì", "làm đầu mối", "là cơ quan", "là đơn vị", "là đầu mối", "phối hợp")
"""Verbs that are the whole task where no other follows: `giao Sở Tài chính và Sở Nội vụ chủ trì trong quý III`."""
_ABSTRACT = frozenset({" việc", " công tác", " hoạt động", " sự", " các", " những", " mọi", " kết quả", " tiến độ"})
"""Words that with the verb behind them name a matter, though a sentence begin with them: `Việc phân bổ ...`."""
_WHERE = expression(r" nơi (?:có |các )?[^,;]*$")
_LATER_DUTY = expression(r"[^,;]{0,60} (?:phải|cần|có trách nhiệm) ")
_CHARGED_WITH = ("được giao ", "được giao nhiệm vụ ", "được phân công ")
_FRONTED = 12
"""So many letters before a recipient are more than an introduction."""
_SEAM = expression(r", |\b(?:nên|đòi hỏi|thì|trong đó|do đó|do vậy|vì vậy|theo đó|rằng|nhưng|song) ")
"""Where the words for who is told may begin behind other words."""
_POINTING = expression(r"này|số [\d:]|trên |của (?!mình\b)")
"""Words after which `Thông báo này`, `Báo cáo số 12`, `hướng dẫn của các bộ` is a paper or a noun and no task."""
_HEAD_WORD = 30
"""So many letters after `lãnh đạo` or `tổ chức` show whether it is the head of a name."""
_PRESS = expression(rf"(?:Các |các )?(?:[Bb]áo|[Đđ]ài) [{UPPER}]")
"""`Báo Hà Nam`, `Đài Phát thanh`: in small letters `báo` and `đài` begin other words."""
_MATTER = expression(
    r"(?:(?:về(?! phía)|đối với|lĩnh vực|riêng) (?P<what>(?:[^:;.\n()]|\.(?=\d)|\([^()\n]*\)){3,300})"
    r"|(?:nhiệm vụ|nội dung|giải pháp)(?: cụ thể)?): "
)
"""The words that name what a clause is about."""
_LONGEST_TOPIC = 84
_TOPIC = expression(
    r"[^:;.,()\"\d]{6,80}: (?=[^;:.]{3,160}? (?:phải|cần) |(?:sở|công an|ubnd|ủy ban nhân dân|thanh tra|bộ chỉ huy|cục"
    r"|chi cục|ban quản lý|các (?:sở|bộ|huyện|địa phương|cơ quan|đơn vị|chủ đầu tư)) )"
)
"""What an item is about, before the body on which it lays a duty: `Giữ vững vai trò: Tổng công ty phải ...`."""
_BEHIND_COMMA = expression(r",\s*$")


class Clause(NamedTuple):
    """One task clause, in offsets of the folded text.

    `trước hết, Sở Y tế cần lập đề án`: head at `Sở`, recipient `Sở Y tế cần`, duty by `cần`, the task `lập đề án`.

    Attributes:
        start, end: the task, without its recipient and modal.
        recipient: start and end of the words from who is told to the task; None where nobody is named.
        duty: whether the task follows a word of duty (`cần`, `phải`).
        verb: whether it has a verb of its own. One without stays with the clause before it.
        opener: whether that verb is one that opens a task after any subject (`tiếp tục`, `đẩy mạnh`): it is seldom
            a noun, so what stands before it need not be somebody who can be told.
        fronted: whether what has to be done something to stands before the word of duty and the task therefore begins
            with it (`Các chính sách phải rõ ràng`): a demand on a thing, which tells nobody.
        head: where the clause begins, behind its numbering and links: at its recipient, its time or its verb.
    """

    start: int
    end: int
    recipient: tuple[int, int] | None = None
    duty: bool = False
    verb: bool = False
    opener: bool = False
    fronted: bool = False
    head: int = 0


class _Words(NamedTuple):
    """The word lists as expressions."""

    verb: re.Pattern[str]
    link: re.Pattern[str]
    actor: re.Pattern[str]
    statement: re.Pattern[str]
    opening: re.Pattern[str]
    story: re.Pattern[str]
    actors: frozenset[str]
    none: frozenset[str]
    openers: frozenset[str]
    needs: frozenset[str]
    leads: frozenset[str]
    nominal: tuple[str, ...]
    not_before: tuple[str, ...]
    not_after: re.Pattern[str]


@cache
def _words() -> _Words:
    lists = words_of("directive")
    needs, openers, leads = frozenset(lists["need"]), frozenset(lists["opener"]), frozenset(lists["lead"])
    verbs = alternation({*needs, *openers, *leads, *lists["starter"], *lists["no_verb"]})
    ordinals = "nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười"
    counted = "một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười"
    return _Words(
        verb=compiled(rf"\b(?:{verbs})\b"),
        link=compiled(
            rf"(?:(?!là đầu mối)(?:{alternation(lists['link'])})\b(?:, |: | là,? | )|(?:{counted}) là,? "
            rf"|thứ (?:{ordinals}),? (?:là,? )?"
            r"|\(?\d{1,2}(?:[.)/]|-) |\d{1,2}/(?=[^\W\d_]{2})|\(?[a-zđ]\) |\([ivx]{2,4}\) |[-+•*] ?|[\"'] ?|, )"
        ),
        actor=compiled(
            rf"(?:(?:{alternation(lists['determiner'])}) )?(?:(?:{alternation(lists['determiner'])}|\d{{1,2}}) )?"
            rf"(?:{alternation(lists['actor'])})\b(?! (?:hợp|máy|kết|hành|cạnh|bán|lậu)\b)"
        ),
        statement=compiled(rf"\b(?!có (?:liên quan|thẩm quyền|chức năng)\b)(?:{alternation(lists['statement'])})\b"),
        opening=compiled(rf"(?:{alternation(openers)})\b"),
        story=compiled(rf"\b(?:{alternation(lists['story'])})\b"),
        actors=frozenset(lists["actor"]),
        none=frozenset(lists["no_verb"]),
        openers=openers,
        needs=needs,
        leads=leads,
        nominal=tuple(f" {word}" for word in lists["nominal"]),
        not_before=tuple(f" {word}" for word in lists["no_need_before"]),
        not_after=compiled(
            rf" (?!chịu trách nhiệm\b)(?:{alternation(lists['no_need_after'])}|(?:tới|khoảng|thêm) \d+)\b"
        ),
    )


def after_links(low: str, start: int, end: int) -> int:
    """Where a clause begins after its numbering, dashes and words that link it to the clause before."""
    while start < end:
        if low[start].isspace():
            start += 1
            continue
        found = _words().link.match(low, start, end) or _matter(low, start, end)
        if found is None:
            return start
        start = found.end()
    return start


def _matter(low: str, start: int, end: int) -> re.Match[str] | None:
    """The matter that opens a clause, `Về vật liệu san lấp: `; whom the clause is for (`Đối với các sở: `) is none."""
    topic = _TOPIC.match(low, start, end) if low.find(": ", start, min(end, start + _LONGEST_TOPIC)) >= 0 else None
    if topic and _words().actor.match(low, topic.end()) and not _words().actor.match(low, start):
        return topic
    found = _MATTER.match(low, start, end)
    if found and low[found.end() : found.end() + 1].isspace():
        return None
    for_whom = found is not None and found["what"] and _words().actor.match(low, found.start("what"))
    return None if for_whom else found


def parse(reading: Reading, start: int, end: int, *, strict: bool, duty_only: bool = False) -> Clause:
    """Find recipient and task in a clause.

    Args:
        reading: the text.
        start: where the clause begins.
        end: where it ends.
        strict: whether the subject must be free of verbs; an order's recipient may have a clause of its own.
        duty_only: whether only a word of duty counts as the verb.
    """
    low = reading.low
    while start < end and low[start] in ": ":
        start += 1
    at = after_links(low, start, end)
    if WHATEVER.match(low, at, end) or (WHICHEVER.match(low, at, end) and names_actor(reading, at, end)):
        return Clause(at, end, duty=True, verb=True, head=at)
    led: re.Match[str] | None = None
    for found in _verbs_in(reading, at, min(end, at + _REACH)):
        if within_brackets(low, at, found.start()):
            continue  # `Hiệp hội tỉnh Bình Thuận (trước sắp xếp)` is who is told
        if found[0] in _words().none or (duty_only and found[0] not in _words().needs):
            continue
        if low.endswith(_CHARGED_WITH, at, found.start()) and _LATER_DUTY.match(low, found.end(), end):
            continue  # `Cơ quan được giao chủ trì soạn thảo phải tuân thủ quy trình`
        if found[0] in _words().leads and _actor(reading, at, found.start(), strict=strict) is not None:
            led = led or found
            continue
        clause = _at_verb(reading, (at, end), found, strict=strict)
        if clause is not None:
            return _from_lead(low, clause, led)
    charged = led is not None and led[0].startswith(_CHARGE) and (not strict or led[0].startswith("là "))
    alone = _at_verb(reading, (at, end), led, strict=strict) if led is not None and charged else None
    return alone or Clause(at, end, head=at)


def _verbs_in(reading: Reading, at: int, end: int) -> Iterator[re.Match[str]]:
    """The words of a range that may be its verb; `Thường trực tiếp tục` is a body that goes on with something."""
    low = reading.low
    while found := _words().verb.search(low, at, end):
        if found[0] == "trực tiếp" and low.endswith("thường trực tiếp tục", at, found.end() + len(" tục")):
            at = found.start() + len("trực ")
            continue
        if not _is_time(reading, at, found):
            yield found
        at = found.end()


def _is_time(reading: Reading, at: int, found: re.Match[str]) -> bool:
    """Whether a word is of a term (`05 ngày làm việc`) or of a time before who is told (`Hằng quý, Sở Y tế ...`)."""
    if found[0].startswith("làm"):
        return reading.low.endswith("ngày ", at, found.start())
    before = found[0].startswith(OFTEN) and reading.low.startswith(", ", found.end())
    return before and names_actor(reading, found.end() + 2, len(reading.low))


def _from_lead(low: str, clause: Clause, led: re.Match[str] | None) -> Clause:
    """The task from the words for who leads and who helps on: `chủ trì, phối hợp với Sở Y tế lập đề án`."""
    if led is None or clause.recipient is None or clause.duty or not clause.recipient[0] < led.start() < clause.start:
        return clause
    before = low[clause.recipient[0] : led.start()]
    if before.count("(") > before.count(")"):
        return clause  # `Sở Y tế (chủ trì), Sở Nội vụ lập đề án` says who of them leads
    return clause._replace(start=led.start(), recipient=(clause.recipient[0], led.start()))


def _at_verb(reading: Reading, bounds: tuple[int, int], found: re.Match[str], *, strict: bool) -> Clause | None:
    """The clause whose verb stands here; None where the word is no verb or its subject nobody who can be told."""
    at, end = bounds
    verb = found[0]
    duty, opener = verb in _words().needs, verb in _words().openers
    if not (_is_duty(reading.low, found) if duty else _is_verb(reading, at, found, opener=opener)):
        return None
    begin = found.end() if duty else found.start()
    plain = Clause(begin, end, None, duty, True, opener, head=at)
    gap = reading.low[at : found.start()].strip(" ,:\"'")
    if not duty and _WHERE.search(gap) and _LATER_DUTY.match(reading.low, found.end(), end):
        return None  # `chính quyền nơi chuyên gia làm việc phải giám sát`: the verb only tells which
    ban = verb == "không" and not _NO_BAN.match(reading.low, found.end())
    if not gap:
        return plain if ban or verb != "không" else None
    if duty and REMAINS.search(gap):
        return None
    actor = _actor(reading, at, found.start(), strict=strict, duty=duty)
    told = actor == at and (ban or (verb == "lưu ý" and not strict))
    if verb in _BARE_ONLY and not told:
        return None
    if actor is not None:
        return _fronted(reading, at, plain._replace(recipient=(actor, found.start())))
    if duty and _SAYING.search(gap):
        return None
    if duty and verb != "nên":
        freed = (
            _AFTER_BREAK.search(reading.low, at, found.start())
            or _DATED.fullmatch(gap)
            or gap.endswith(" là")
            or _words().opening.match(reading.low, found.end() + 1, end)
        )
        return plain if freed else plain._replace(start=at, fronted=True)
    if gap.endswith((" là", " cùng")):
        return None if AIM.match(gap) else plain
    return plain._replace(start=at) if _is_scope(reading.low, gap, found.start(), opener=opener) else None


def _is_scope(low: str, gap: str, at: int, *, opener: bool) -> bool:
    """Whether what stands before a verb only says when or for what it holds: `đối với các xã vùng cao, bố trí ...`."""
    if gap.endswith(" thì") and (opener or gap.startswith(_CASES)):
        return True
    if not _BEHIND_COMMA.search(low, max(0, at - 4), at):
        return bool(_DATE.fullmatch(gap))
    if " đã " in gap:
        return False
    return gap.startswith(_TIMES) if opener else gap.startswith(_SCOPES) and "," not in gap


def _fronted(reading: Reading, at: int, clause: Clause) -> Clause:
    """`..., tỉnh cần làm rõ`: what has to be done something to stands before; the task is the whole."""
    words = reading.low[clause.start : clause.end].strip(EDGE).split()
    before = clause.recipient is not None and clause.recipient[0] > at + _FRONTED
    return clause._replace(start=at, fronted=True) if clause.duty and before and len(words) <= 2 else clause


def _is_duty(low: str, found: re.Match[str]) -> bool:
    before = low[max(0, found.start() - 16) : found.start()].rstrip()
    no_duty = before.endswith(_words().not_before) or _words().not_after.match(low, found.end())
    return not no_duty and not follows_a_reason(low, found.start())


def _is_verb(reading: Reading, at: int, found: re.Match[str], *, opener: bool) -> bool:
    """Whether a word that can open a task does so here: not within a name, not as a noun."""
    if found.start() == at:
        after = found.end() + 1
        if _POINTING.match(reading.low, after) or _opens_name(reading, at, found.end()):
            return False
        somebody = found[0] in _words().actors and not HOLDS_AN_EVENT.match(reading.low, at)
        capital = reading.text[after : after + 1].isupper()
        return not (somebody and (capital or names_actor(reading, after, after + _HEAD_WORD)))
    if reading.text[found.start()].isupper() and (
        reading.low[found.start() - 2] not in ":\"'." or IN_ROW.match(reading.text, found.end())
    ):
        return False
    before = " " + reading.low[at : found.start()].rstrip()
    if is_called_by(found[0], before):
        return False  # `các ban quản lý dự án` is who they are, with or without a capital
    if drafts(found[0], before):
        which = reading.low.startswith(" của ", found.end())
        if which or _words().verb.match(reading.low, found.end() + 1):
            return False
    if before.endswith((" chưa", " chậm", " không phải")) or among_names(reading.low, found.start(), before):
        return False  # `yêu cầu các chủ đầu tư chưa giải ngân kiểm điểm` says who they are
    if BY_OFFICE.search(before):
        return True
    if opener:
        return not before.endswith((" các", " sự", " được", " đã", " đang", " sẽ", " mà", " để"))
    noun = next(filter(before.endswith, _words().nominal), None)
    named = noun is not None and reading.text[found.start() - len(noun) : found.start()].strip()[:1].isupper()
    named = named and not (noun in _ABSTRACT and before == noun)
    return noun is None or named or before.endswith((" chủ đầu tư", " nhà đầu tư"))


def _opens_name(reading: Reading, at: int, end: int) -> bool:
    """Whether a word that may be a verb begins the longer name of a body: `Thống kê tỉnh`, `Thanh tra Chính phủ`."""
    actor = _words().actor.match(reading.low, at)
    if actor is not None and actor.end() > end and reading.text[at].isupper():
        return True
    return any(mark.start == at and mark.end > end for mark in reading.marked("body", at, at + _HEAD_WORD))


def _actor(reading: Reading, at: int, end: int, *, strict: bool, duty: bool = False) -> int | None:
    """Where the words for who is told begin, if all from there to `end` are such words.

    Before a word of duty they may say which are meant: `các xã được giao vốn phải`, `các sở có liên quan cần`.
    """
    low, told = reading.low, _words().statement if strict else _words().story
    begin: int | None = at
    while begin is not None and begin < end:
        while begin < end and low[begin] in " ,:\"'":
            begin += 1
        if names_actor(reading, begin, end) and not tells(low, begin, end, told, which=duty or not strict):
            return begin
        seam = _SEAM.search(low, begin, end)
        begin = seam.end() if seam else None
    return None


def actor_end(low: str, begin: int, end: int) -> int:
    """Where the word for somebody who can be told, with what counts them, ends that begins here; else `begin`."""
    found = _words().actor.match(low, begin, end)
    return found.end() if found else begin


def names_actor(reading: Reading, begin: int, end: int) -> bool:
    """Whether the words from `begin` name somebody who can be told to do something."""
    named = _words().actor.match(reading.low, begin, end) or _PRESS.match(reading.text, begin, end)
    marks = (mark for kind in ("area", "body") for mark in reading.marked(kind, begin, end))
    return named is not None or any(mark.start == begin for mark in marks)
