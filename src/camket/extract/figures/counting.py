"""What a quantity counts, and the words behind a name that make it a part: `xử lý 17 doanh nghiệp vi phạm`."""

from __future__ import annotations

from msgspec.structs import replace

from camket import catalogue
from camket.extract.figures.by_criteria import counts_by_criteria
from camket.extract.figures.named import ends_of_nouns, first_words, nouns
from camket.extract.figures.own_words import Words, topical
from camket.extract.figures.qualified import counts_others
from camket.extract.figures.question import Link, Question, fits, own_link
from camket.extract.lexicon import AREA
from camket.grammar.expression import expression
from camket.rules.quantity.item import Quantity

_COUNTED_WORDS = 11
NONE_LEFT = "quantity/none_left"
"""The rule that reads `không còn hộ nghèo`."""
_MARKS = ',.;)" '
_SHARE_IN_BRACKETS = expression(r" ?\((?:chiếm |đạt |tỷ lệ )?[\d.,]+ ?%\) ")


_PLAN_IN_BRACKETS = expression(
    r"\((?:kế hoạch|kh|mục tiêu|chỉ tiêu|dự toán)(?: (?:năm|cả năm|20\d\d|giao|được giao|đề ra|là|trên|khoảng|chỉ))* ?"
)
"""`21,5 nghìn người, vượt 43% (kế hoạch là 15 nghìn người)`: the plan of the same thing."""


def parts_in_brackets(asked: Question) -> Link | None:
    """The same things, where brackets share them out: `35 xã đạt chuẩn nông thôn mới (đồng bằng 24 xã, núi 11 xã)`."""
    slot, low = asked.slot, asked.reading.low
    if asked.before is None or not slot.quantity.noun or not low.startswith((",", ";", ")", " và"), slot.end):
        return None
    opened = low.rfind("(", slot.sentence.start, slot.start)
    if opened < 0 or low.find(")", opened, slot.start) >= 0:
        return None
    if _PLAN_IN_BRACKETS.fullmatch(low, opened, slot.start) and fits(asked.before.indicator, asked.unit):
        return replace(asked.before, how="chain")
    before = asked.reading.items("quantity", slot.sentence.start, opened)
    same = bool(before) and isinstance(before[-1].item, Quantity) and before[-1].item.noun == slot.quantity.noun
    return replace(asked.before, how="chain") if same else None


def counted(asked: Question) -> Link | None:
    """What the counted noun names, the longest noun first: `100% xã đạt chuẩn nông thôn mới`."""
    slot, low = asked.slot, asked.reading.low
    noun = slot.quantity.noun
    at = -1 if noun is None else low.find(noun, slot.start, min(slot.right, slot.end + 60))
    if noun is None or at < 0 or noun.startswith(_PEOPLES):
        return None
    if counts_by_criteria(asked):
        return own_link(asked)
    led = _founded_with(low, at, noun) or _led(low[slot.left : slot.start], noun)
    if led is not None:
        return Link(led, at, at + len(noun), "counted")  # `thành lập mới 600 doanh nghiệp`
    beside = _SHARE_IN_BRACKETS.match(low, at + len(noun))
    words = low[at : min(slot.right, slot.end + 60)].replace("\n", " ").replace(" (ntm)", "").split(" ")
    if beside is not None:  # `2.045 xã (23%) đạt chuẩn nông thôn mới`
        words = f"{noun} {low[beside.end() : min(slot.clause_end, beside.end() + 60)]}".split(" ")
    words = _without_place(asked, at, words)
    if words[0].rstrip(_MARKS) not in first_words():
        return None
    for count in range(min(_COUNTED_WORDS, len(words)), 0, -1):
        phrase = " ".join(words[:count]).rstrip(_MARKS)
        if phrase in nouns() and _counts_parts(asked, nouns()[phrase], at + len(phrase)):
            return own_link(asked)
        if phrase in nouns() and (asked.unit != "percent" or catalogue.indicator(nouns()[phrase]).is_rate):
            return Link(nouns()[phrase], at, at + len(phrase), "counted")
        if phrase != noun and count > _FEW and (of_topic := topical(asked.reading, slot, Words(at, at, phrase))):
            return Link(of_topic[0], at, at + len(phrase), "topic")
    return None


def _without_place(asked: Question, at: int, words: list[str]) -> list[str]:
    """The words without the place that they name: `73% trường học của Đồng Nai đạt chuẩn quốc gia`."""
    reading, noun = asked.reading, asked.slot.quantity.noun or ""
    if not reading.low.startswith(_LEADS_TO_PLACE, at + len(noun)):
        return words
    for mark in reading.marked(AREA, at, min(asked.slot.right, at + len(noun) + _PLACE_WITHIN)):
        led = _OF_PLACE.fullmatch(reading.low, at + len(noun), mark.start)
        if led is not None:
            return f"{noun}{reading.low[mark.end : min(asked.slot.right, mark.end + 50)]}".replace("\n", " ").split(" ")
    return words


_PLACE_WITHIN = 40
_LEADS_TO_PLACE = (" của ", " ở ", " tại ", " trong ", " trên địa bàn ")
_OF_PLACE = expression(r" (?:của|ở|tại|trong|trên địa bàn) (?:tỉnh |thành phố |tp\.? ?)?")
_PEOPLES = "dân tộc"
"""What is counted so begins like the people of a place: `21 dân tộc anh em`."""
_LICENSED = expression(
    r"(?<!\w)(?:cấp|chứng nhận|giấy phép)[^,;.\d]{0,60}(?:đăng ký (?:doanh nghiệp|kinh doanh|thành lập)|thành lập)"
    r"(?: mới)?(?: doanh nghiệp)? cho(?: hơn| trên| gần| khoảng)? ?$"
)
"""`Cấp giấy chứng nhận đăng ký doanh nghiệp cho 540 doanh nghiệp`"""


def _founded_with(low: str, at: int, noun: str) -> str | None:
    """What firms are that were founded with others: `142 doanh nghiệp và 318 hộ kinh doanh thành lập mới`."""
    return "new_enterprises" if noun in _FIRMS and _FOUNDED_WITH.match(low, at + len(noun)) else None


def _led(before: str, noun: str) -> str | None:
    """What a noun names with the words that lead to its number: `thành lập mới 600 doanh nghiệp`."""
    if noun not in ends_of_nouns():
        return None
    if noun in _FIRMS and "cho" in before and _LICENSED.search(before):
        return "new_enterprises"
    words = before.rsplit(maxsplit=_LEADING)[-_LEADING:]
    led = (nouns().get(f"{' '.join(words[first:])} {noun}") for first in range(len(words)))
    return next((one for one in led if one is not None), None)


_FOUNDED_WITH = expression(
    r"(?: và|,) [\d.]+ (?:hộ kinh doanh|hợp tác xã|htx|chi nhánh)(?: và văn phòng đại diện)?"
    r"(?: được)? (?:thành lập mới|đăng ký mới|mới thành lập)"
)
_FIRMS = ("doanh nghiệp", "dn")
_LEADING = 3
"""Words before a number that can belong to the name of what is counted."""
_FEW = 2
"""Words of the longest phrase that says too little to be more than the noun that it opens with."""
_WHOLE = (
    "đạt|ước|là|tăng|giảm|năm|trong|của|tháng|quý|toàn|cả|tỉnh|thành phố|trên|bình quân|cũng|chỉ|mới|đã|sẽ|tiếp tục|từ"
    "|lên|xuống|với|hàng hóa|hàng hoá|địa bàn|tự nhiên|khoảng|hơn|gần|có|đến|tính|lũy kế|so|còn|vượt|bằng|qua|dự kiến"
    "|phấn đấu|chung|theo|thực hiện|và|cao|thấp|thu|đứng|xếp|ở|tại|ngày|vẫn|ổn định|duy trì|chiếm|phải|không|hiện"
    "|đang|hoạt động|nước ta|việt nam|thì|đều|dẫn đầu|nhiều|ít|tương ứng|ra|đăng ký|dưới|tối thiểu|tối đa|giai đoạn"
    "|xuất siêu|nhập siêu|sang|vào|gấp|chuẩn|đa chiều"
)
"""Words that may follow a name without making it a part."""
_PART = expression(rf"(?: ?\([^\W\d]{{1,12}}\))? (?!(?:{_WHOLE})(?!\w))(?=[^\W\d])")
_COUNTING = expression(
    r"(?:^|[,;:(.]|(?<!\w)(?:có|là|đạt|với|được|trên|gần|hơn|khoảng|còn|số|gồm|tăng|giảm|lên|phấn đấu|mục tiêu"
    r"|thêm|tương đương|tương ứng|bằng|tổng|hết|được))\s*$"
)


def is_part(asked: Question, indicator: str, end: int) -> bool:
    """Whether the words behind a name make it a part of the thing: `kim ngạch xuất khẩu nông sản`."""
    if not catalogue.indicator(indicator).has_parts or end >= asked.slot.start:
        return False
    part = _PART.match(asked.reading.low, end)
    marks = asked.reading.marked(AREA, end, min(end + 2, asked.slot.start)) if part is not None else []
    return part is not None and not marks and not asked.reading.items("period", end, end + 3)


def _counts_parts(asked: Question, indicator: str, end: int) -> bool:
    """Whether only some of a kind are counted: `xử lý 17 doanh nghiệp vi phạm`, not `có 8.770 doanh nghiệp`."""
    if counts_others(asked, indicator, end):
        return True
    if not catalogue.indicator(indicator).has_parts or asked.slot.made.rule == NONE_LEFT:
        return False
    before = asked.reading.low[asked.slot.sentence.start : asked.slot.start]
    told = _PART.match(asked.reading.low, end) or _OF_WHAT_KIND.match(asked.reading.low, end)
    return told is not None or _COUNTING.search(before) is None


_OF_WHAT_KIND = expression(
    r" (?:là (?:người|hộ|đồng bào)|có (?:nhà|hoàn cảnh|nhu cầu|người|lao động|thành viên|con|vốn))(?!\w)"
)
"""`3.263 hộ nghèo có nhà ở hư hỏng`: the verb tells which of them."""


def is_part_behind(asked: Question, indicator: str, end: int) -> bool:
    """Whether the words behind a name that stands behind its number make it a part: `thứ 2 về xuất khẩu tôm`."""
    if not catalogue.indicator(indicator).has_parts or end <= asked.slot.end or asked.slot.quantity.noun is not None:
        return False
    part = _PART.match(asked.reading.low, end)
    return part is not None and not asked.reading.marked(AREA, end, end + 2)
