"""What a line of a text is: prose that says something, or a title, subtitle or caption."""

from __future__ import annotations

from collections.abc import Sequence

from camket.extract.orders.items import NUMBER_ONLY, mark_of, theme_of
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence

_CLOSED = tuple(".;:…!?\"')/")
"""How a line of prose ends; titles and captions have no stop."""
_LISTED = expression(r"\s*(?:\(?\d{1,2}(?:[.)/]|-)|\(?[a-zđ]\)|[-+•*]|giao |yêu cầu |đề nghị |kiến nghị )")
"""How an item begins that may lack a stop."""
_SECTIONS = frozenset({"capital", "roman", "article"})
"""The marks of a paper's parts."""
_HEADING = 80
"""No heading that ends in a colon has more letters."""
_DISTRIBUTION = expression(r"nơi nhận\b")
"""The list of who gets the paper: its tasks are over."""
_ATTACHED = expression(
    r"\n *(?:kế hoạch|chương trình|phương án|đề án|nhiệm vụ)(?: [^\n]*)?(?:\n[^\n]*){0,6}?"
    r"\n *\(?(?:ban hành )?kèm theo (?:quyết định|nghị quyết|công văn|văn bản|chỉ thị|thông báo|kế hoạch) [^\n]*"
)
"""The title of a plan that goes with the paper above it, down to the line that says so."""
CONCLUDES = expression(
    r"\bkết luận(?: (?:hội nghị|cuộc họp|phiên họp|buổi làm việc|buổi họp|chỉ đạo|(?:và )?(?:chỉ đạo|yêu cầu|giao)"
    r"|(?:một số |các |những )?(?:nội dung|vấn đề|nhiệm vụ|ý kiến)(?: trọng tâm| cụ thể| chủ yếu)?|như sau|sau|sau đây"
    r"|và có ý kiến))*\s*:$"
)
"""The words before a leader's conclusions."""
ANNOUNCED = expression(
    r"\b(?:kết luận|chỉ đạo|giao|yêu cầu|nhiệm vụ|quyết nghị|nhấn mạnh|lưu ý)[^.;:]{0,400}"
    r"\b(?:như sau|sau|sau đây)\s*:$"
)
"""The words before a list of tasks."""

_SPELT_OUT = expression(r"[,;]? ?(?:trong đó|cụ thể|bao gồm)(?:,? (?:tập trung|chú trọng|lưu ý|cần)[^,;:]{0,40})?\s*:$")
"""The end of a task that the lines below it spell out: `tiếp tục tiết kiệm chi, trong đó:`."""


_LISTS_THINGS = expression(
    r"[^;:]{20,400}(?<!\w)(?:\d{1,3}|các|những|một số|hai|ba|bốn|năm)(?: nhóm)? (?:dự án|công trình|hạng mục"
    r"|tuyến đường|tuyến|đoạn|gói thầu|danh mục|khu đất|nguồn|địa điểm|địa phương|đơn vị|khu|cụm|sản phẩm)"
    r"(?: (?:công trình|dự án|cấp bách|cấp thiết|trọng điểm|trên địa bàn tỉnh|trên))*"
    r"(?:,? (?:sau|sau đây|như sau|gồm|bao gồm|cụ thể))*\s*:$"
)
"""A task whose end only leads to the things it is about, one a line: `hỗ trợ 250 tỷ đồng để thực hiện 03 dự án:`."""


def parts_of(reading: Reading, *, official: bool) -> list[Sequence[Sentence]]:
    """The sentences up to the list of who gets the paper, and those of a plan that an official paper has behind it."""
    every = reading.sentences
    ends = [one.number for one in every if _DISTRIBUTION.match(reading.low, one.start)]
    if not ends:
        return [every]
    parts: list[Sequence[Sentence]] = [every[: ends[0]]]
    attached = official and reading.low.find("kèm theo", every[ends[0]].start) >= 0
    found = _ATTACHED.search(reading.low, every[ends[0]].start) if attached else None
    if found is not None:
        first = reading.sentence_at(found.end() - 1).number + 1
        parts.append(every[first : next((end for end in ends if end >= first), len(every))])
    return parts


def end_before_lines(low: str, start: int, end: int, *, asks: bool) -> int:
    """Where the tasks of a range end that closes with a colon; -1 where it does no more than announce those below.

    Args:
        low: the folded text.
        start: where what is said begins.
        end: where it ends.
        asks: whether something is asked for, which the lines below may only name.
    """
    if asks and _LISTS_THINGS.fullmatch(low[start:end].strip()):
        return end
    spelt_out = _SPELT_OUT.search(low, start, end)
    return spelt_out.start() if spelt_out else low.rfind(";", start, end)


def end_of_tasks(reading: Reading, sentence: Sentence, end: int) -> int:
    """Where a sentence ends up to `end` without the words by which it announces lines; its start if it does no more."""
    if not reading.low.endswith(":", sentence.start, sentence.end):
        return end
    found = _SPELT_OUT.search(reading.low, sentence.start, end)
    return found.start() if found else sentence.start


def announces_more(reading: Reading, sentence: Sentence, left: int, *, known: bool) -> bool:
    """Whether a sentence in which somebody asks something ends with words that announce what else they ask.

    Args:
        reading: the text.
        sentence: the sentence.
        left: where its last verb of saying and that verb's subject begin.
        known: whether it is known to announce a list.
    """
    if not reading.low.endswith(":", sentence.start, sentence.end):
        return False
    return known or bool(ANNOUNCED.search(reading.low[left : sentence.end]))


def is_prose(reading: Reading, sentence: Sentence) -> bool:
    """Whether a line says something of its own: titles, subtitles and captions end without a stop."""
    low = reading.low
    end = low.find("\n", sentence.end)
    rest = low[sentence.end : end if end >= 0 else len(low)]
    line = low[sentence.start : sentence.end]
    if NUMBER_ONLY.fullmatch(line):
        return False
    listed = _LISTED.match(line) and not reading.text[sentence.start : sentence.end].isupper()
    return bool(rest.strip() or line.rstrip().endswith(_CLOSED) or listed)


def is_heading(reading: Reading, sentence: Sentence) -> bool:
    """Whether a line of a paper that ends in a colon is a heading: `III. Biện pháp chủ yếu:`."""
    if not reading.low.endswith(":", sentence.start, sentence.end) or sentence.end - sentence.start > _HEADING:
        return False
    return mark_of(reading, sentence) in _SECTIONS and theme_of(reading, sentence) not in (None, "other")
