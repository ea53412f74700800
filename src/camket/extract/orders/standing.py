"""Where in an official paper one stands: what its headings say of the lines below them."""

from __future__ import annotations

from typing import NamedTuple

from camket.extract.orders.floor import Floor, Told
from camket.extract.orders.items import Theme, body_in, heading_end, is_body, level_of, mark_of, theme_of, words_of_line
from camket.extract.orders.labels import lead_of
from camket.extract.orders.ranks import recipient_rank
from camket.extract.orders.speaker import Speaker
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence
from camket.rules.directive.item import Act

DECIDES = expression(r"hội đồng nhân dân|hđnd|quốc hội")
"""Bodies whose resolutions list tasks for others; a congress or government lists its own."""
_EXECUTIVE = expression(
    r"(?:(?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường)"
    r"|(?:giao )?thường trực (?:hđnd|hội đồng nhân dân)"
    r"|(?:các )?(?:ban|tổ đại biểu|đại biểu)(?: của)? (?:hđnd|hội đồng)"
    r"|đề nghị ủy ban (?:mttq|mặt trận))\b"
)
"""Those who carry out what a council resolves, and see to it that it is done."""
_CARRIES_OUT = expression(
    r"[^.:]{3,600}? chịu trách nhiệm (?:tổ chức )?(?:thi hành|thực hiện) "
    r"(?:quyết định|nghị quyết|kế hoạch|chỉ thị) này\b"
)
"""The last sentence of a decision: who carries it out."""
_WISHING = Act("ask", "", "kiến nghị")
"""What a paper does under a heading of wishes."""


class Standing(NamedTuple):
    """Who has the floor, whose voice the paper speaks with, and what the headings above say."""

    floor: Floor
    voice: Floor
    told: Told


CONCLUDING = Act("order", "instruct", "kết luận")
"""What a leader does in the items of such a notice."""
_ANNOUNCES = expression(r"(?<!\w)(?:kết luận|chỉ đạo|ý kiến|yêu cầu|nhấn mạnh|nội dung)[^.;\n]{0,80}:\s*\n")
"""A line that announces a leader's conclusions."""


def first_floor(reading: Reading, voice: Speaker | None) -> Floor:
    """Who has the floor where a paper begins.

    The notice of a leader's conclusions which no line announces lists them under its title.
    """
    official = voice is not None
    if voice is None or voice.end == 0 or _ANNOUNCES.search(reading.low):
        return Floor(voice, None, False, duties=official)
    return Floor(voice, CONCLUDING, False, True)


def under_heading(reading: Reading, sentence: Sentence, here: Standing, own: Floor, *, shares: bool) -> Standing:
    """Where one stands below a heading: results ask nothing of anybody, tasks and wishes are the paper's own.

    Args:
        reading: the text.
        sentence: the heading.
        here: where one stood before it.
        own: the voice of the paper.
        shares: whether a heading of who does what gives tasks.
    """
    theme, mark = theme_of(reading, sentence), mark_of(reading, sentence)
    handed = here.voice if here.voice.shared else here.floor
    if theme in (None, "shares") and (handed.shared or _lists_tasks(handed)) and (told := body_in(reading, sentence)):
        return here._replace(floor=handed._replace(recipient=told), told=here.told._replace(headed=mark))
    if theme == "report" and _asks_for_aims(reading, sentence, here.floor):
        return here
    beside = not here.told.mark or not mark or mark == here.told.mark
    if theme in ("report", "tasks", "shares", "wishes", "demands") or (beside and (theme or mark)):
        back = here.voice.shared or here.told.demands or (bool(mark) and not here.floor.listed)
        here = Standing(own, own, here.told) if back else here
        report = theme == "report" or (here.told.report and not shares and not _ends_report(reading, sentence, theme))
        ahead = not report and (here.told.ahead or _looks_ahead(reading, sentence))
        here = here._replace(told=Told(report, mark, "", None, theme == "wishes", theme == "demands", ahead))
    return _handed_out(here, theme, shares=shares, ahead=theme == "tasks" and here.told.ahead)


def _looks_ahead(reading: Reading, sentence: Sentence) -> bool:
    words = reading.low[sentence.start : heading_end(reading, sentence)].replace("\n", " ")
    return _AHEAD.search(words) is not None


_AIM_OF_ALL = expression(r"(?:về )?mục tiêu(?: tổng quát| chung)?:?$")


def _asks_for_aims(reading: Reading, sentence: Sentence, floor: Floor) -> bool:
    """Whether a heading opens the aims that somebody was asked to strive for: `đề nghị UBND tỉnh ... như sau:`."""
    asked = _lists_tasks(floor) and floor.recipient is not None
    begin = words_of_line(reading, sentence)
    return asked and _AIM_OF_ALL.match(reading.low, begin, heading_end(reading, sentence)) is not None


_NEXT = expression(r"(?<!\w)(?:nhiệm vụ|giải pháp|phương hướng|kiến nghị|đề xuất|thời gian tới|kế hoạch)(?!\w)")


def _ends_report(reading: Reading, sentence: Sentence, theme: Theme | None) -> bool:
    """Whether a heading of a report ends its account: `III. Phương hướng, nhiệm vụ`, and not `1. Công tác chỉ đạo`."""
    return theme not in (None, "other") or _NEXT.search(reading.low, sentence.start, sentence.end) is not None


def _lists_tasks(floor: Floor) -> bool:
    """Whether somebody is listing what others are to do, under words that announced it."""
    return floor.listed and floor.handing_out and floor.act is not None and floor.act.means != "ask"


_AHEAD = expression(
    r"(?<!\w)(?:trọng tâm|chủ yếu|phương hướng|thời gian tới|sắp tới|(?:tháng|quý|năm|tuần) (?:tới|tiếp theo"
    r"|sau|\d|[ivx]+\b)|\d{1,2} tháng (?:cuối|còn lại))(?!\w)(?!.*(?<!\w)(?:đã|vừa qua|kết quả)(?!\w))"
)
"""What a report's heading says of tasks that are still to be done: `NHIỆM VỤ TRỌNG TÂM THÁNG 6`."""


def _handed_out(here: Standing, theme: Theme | None, *, shares: bool, ahead: bool) -> Standing:
    """Under a heading of tasks a council lists them all; another paper's are those that name who is to do them.

    So it is with wishes under a heading of wishes: each names whom it is for.

    Args:
        here: where one stands.
        theme: what the heading says.
        shares: whether a heading of who does what gives tasks.
        ahead: whether it is a report's, of tasks still to be done.
    """
    voice = here.voice.speaker
    if voice is None or theme not in ("tasks", "shares", "wishes", "demands") or here.voice.handing_out:
        return here
    decides = theme == "demands" or (theme == "tasks" and bool(DECIDES.search(voice.name.lower())))
    if not (decides or shares or theme == "wishes" or ahead):
        return here
    act = _WISHING if theme == "wishes" else here.voice.act
    heard = here.voice._replace(act=act, handing_out=True, listed=True, shared=not decides)
    return here._replace(floor=heard, voice=heard)


def tells_executive(reading: Reading, sentence: Sentence, floor: Floor, begin: int) -> bool:
    """Whether a council says what its committee does, or an article of a decision what a body does: an order."""
    speaker = floor.speaker
    if speaker is None or not speaker.body:
        return False
    if DECIDES.match(speaker.name.lower()) and _EXECUTIVE.match(reading.low, begin):
        return True
    last = mark_of(reading, sentence) == "article" or _CARRIES_OUT.match(reading.low, begin, sentence.end)
    return bool(last) and is_body(reading, begin, sentence.end)


def of_paper(floor: Floor, voice: Floor, told: Told) -> Floor:
    """The paper's own floor after a remark; what a body has to do goes on behind it."""
    if voice.speaker != floor.speaker:
        return floor._replace(handing_out=False)
    who_is_told = floor if told.headed and (floor.shared or floor.listed) else voice
    return voice._replace(recipient=who_is_told.recipient)


def is_below_reporter(reading: Reading, told: tuple[int, int] | None, floor: Floor) -> bool:
    """Whether who is told in a report stands below whoever reports, who tells there also what they will do."""
    if told is None or floor.speaker is None:
        return True
    return recipient_rank(reading.text[slice(*told)]) < floor.speaker.rank - 1


def at_item(reading: Reading, sentence: Sentence, floor: Floor, told: Told) -> tuple[Floor, Told]:
    """An item beside the one that named who its items are for, or that they are targets, is neither any more."""
    mark = mark_of(reading, sentence)
    if floor.leading is not None and mark and level_of(mark) <= level_of(floor.leading[1]):
        floor = floor._replace(act=floor.leading[0], leading=None)
    if floor.act is CONCLUDING and mark and mark != "dash":
        floor = floor._replace(handing_out=True, listed=True)
    if told.report and mark == told.mark == "article":
        told = told._replace(report=False)
    if floor.shared and (lead := lead_of(reading, sentence)):
        return floor._replace(recipient=lead), told._replace(headed=mark)
    if floor.recipient is not None and mark and mark == told.headed:
        floor = floor._replace(recipient=None)
    if told.aimed is not None and sentence.place == 0 and level_of(mark) <= level_of(told.aimed):
        told = told._replace(aimed=None)
    return floor, told
