"""What an office does within a list of tasks: there `Sở Y tế báo cáo ...` is a task of that body and no news."""

from __future__ import annotations

from camket.extract.orders.floor import Floor
from camket.extract.orders.items import is_body, mark_of
from camket.extract.orders.news import TIMED
from camket.extract.orders.ranks import recipient_rank
from camket.extract.orders.said import is_due, passes_down
from camket.extract.orders.tasks import after_links, names_actor, parse
from camket.extract.orders.turns import OFFICE_WORK
from camket.extract.orders.unlisted import end_of_told
from camket.extract.orders.utterances import Utterance
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.sentence import Sentence

_NAME = 60
"""So many letters hold the name of who is asked."""


_CASE = expression(
    r"(?:(?:trong )?(?:trường hợp|quá trình)|nếu|khi|hằng|hàng|định kỳ|trước|chậm nhất|hết) [^;:.]{2,90}?, "
)
"""In what case or by when an office is to do something, before its name: `Trường hợp vượt thẩm quyền, Sở Y tế ...`."""


_SEVERAL = expression(r"(?:các|những|từng|mỗi|mọi)(?: đồng chí)? ")
"""What stands before an office that several hold."""


def said_in(
    reading: Reading, floor: Floor, sentence: Sentence, every: list[Utterance], *, official: bool
) -> list[Utterance]:
    """The verbs of a sentence by which somebody says something, without those that are a task in a list of tasks."""
    said = [one for one in every if not is_told(reading, floor, sentence, one, official=official)]
    return every if any(one.speaker for one in every[1:] if one in said) else said


def is_told(reading: Reading, floor: Floor, sentence: Sentence, one: Utterance, *, official: bool) -> bool:
    """In a list of tasks `Sở Y tế báo cáo ...` is a task of that body, not news from it; so is `Công bố ...`."""
    leads = floor.recipient is not None or (not official and floor.paragraph == sentence.paragraph)
    leads = leads and passes_down(reading.low, one)
    asking = one.act.means == "ask" and not _asks_up(reading, floor, one)
    first = reading.low.rfind(";", sentence.start, one.left) + 1 or sentence.start
    begin = after_links(reading.low, first, sentence.end)
    if (case := _CASE.match(reading.low, begin, one.left)) is not None:
        begin = case.end()
    leads = leads or (floor.listed and _leads_nobody(reading, one))
    if one.speaker is None and floor.handing_out and (leads or asking or one.act.means in ("tell", "stress")):
        return begin == one.left
    if one.speaker is None or floor.speaker is None or (one.speaker.position and not official):
        return False
    if floor.handing_out and _is_the_one_told(reading, floor, one):
        return True
    if official and floor.handing_out and _within_task(reading, floor, begin, one):
        return True
    if official and floor.handing_out and _passes_on(reading, floor, sentence, begin, one):
        return True
    listed = floor.listed or (official and floor.handing_out and one.act.verb == "chỉ đạo")
    beside = floor.handing_out and one.speaker.body
    shared = beside and floor.paragraph == sentence.paragraph and passes_down(reading.low, one)
    if not listed and not shared and not (beside and is_due(reading.low, one, sentence.end)):
        return False
    if TIMED.search(reading.low, one.speaker.end, one.end):
        return False
    begins = (
        begin == one.left
        or bool(_SEVERAL.fullmatch(reading.low, begin, one.left))
        or (one.speaker.body and is_body(reading, begin, one.left))
    )
    return begins and one.act.verb in OFFICE_WORK and one.speaker.rank < floor.speaker.rank


def _leads_nobody(reading: Reading, one: Utterance) -> bool:
    """Whether an item only says how something is to be led, and tells nobody: `Chỉ đạo quyết liệt giải ngân vốn`."""
    named = names_actor(reading, one.end + 1, len(reading.low)) or reading.low.startswith(":", one.end)
    return one.act.verb == "chỉ đạo" and not named


def _within_task(reading: Reading, floor: Floor, begin: int, one: Utterance) -> bool:
    """Whether a task has begun in which who stands lower does something: `phân công lãnh đạo huyện chỉ đạo từng xã`."""
    if one.speaker is None or floor.speaker is None or begin >= one.left or one.act.verb not in OFFICE_WORK:
        return False
    task = parse(reading, begin, one.left, strict=True)
    begun = (task.verb and task.start < one.left) or reading.low.startswith("phân công ", begin)
    return begun and one.speaker.rank < floor.speaker.rank


def _passes_on(reading: Reading, floor: Floor, sentence: Sentence, begin: int, one: Utterance) -> bool:
    """Whether an item tells an office what to order: `2. Bộ trưởng Bộ Y tế yêu cầu các bệnh viện trữ thuốc`.

    Before the one who stands right before the verb others may be named who have to order the same.
    """
    if one.speaker is None or floor.speaker is None or one.act.means != "order" or one.act.kind != "instruct":
        return False
    if fold(one.speaker.name) in fold(floor.speaker.name):
        return False  # `Đại hội giao Ban Chấp hành ...`: the paper's own body, named in short
    named = one.speaker.position is not None and one.speaker.name in reading.text[one.left : one.end]
    if named or one.speaker.rank >= floor.speaker.rank or not (floor.listed or mark_of(reading, sentence)):
        return False
    if TIMED.search(reading.low, one.speaker.end, one.end):
        return False
    return begin == one.left or (
        names_actor(reading, begin, one.left) and not parse(reading, begin, one.left, strict=True).verb
    )


def _is_the_one_told(reading: Reading, floor: Floor, one: Utterance) -> bool:
    """Whether it is the body whose items these are: `1. Sở Nội vụ: a) Định kỳ Sở Nội vụ thông báo, phân công ...`."""
    if floor.recipient is None or one.speaker is None:
        return False
    told = reading.low[slice(*floor.recipient)].strip(" :.,")
    return one.speaker.body and told == one.speaker.name.lower().strip(" ,")


def _asks_up(reading: Reading, floor: Floor, one: Utterance) -> bool:
    """Whether an asking verb in a list of tasks asks: among wishes, or of somebody above who has the floor."""
    act, speaker = floor.act, floor.speaker
    wishing = act is not None and (act.means == "ask" or act.kind == "request")
    told = reading.text[one.end + 1 : one.end + _NAME]
    return wishing or (speaker is not None and recipient_rank(told) > speaker.rank)


def charged_alone(reading: Reading, sentence: Sentence, one: Utterance) -> tuple[int, int] | None:
    """Whom a line gives the items below it and says no more: `a) Giao Sở Y tế` without a colon; None elsewhere."""
    if one.act.means != "order" or one.act.kind != "instruct":
        return None
    begin = after_links(reading.low, one.end, sentence.end)
    end = end_of_told(reading, begin, sentence.end)
    rest = reading.low[end : sentence.end].strip(" .:")
    last = reading.sentences[sentence.number + 1 : sentence.number + 2]
    goes_on = bool(last) and last[0].paragraph > sentence.paragraph and bool(mark_of(reading, last[0]))
    return (begin, end) if end > begin and not rest and goes_on else None
