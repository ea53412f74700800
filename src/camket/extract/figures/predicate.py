"""Shares with a verb behind them: of what was counted before, of the set behind, by a verb that two share."""

from __future__ import annotations

from msgspec.structs import replace

from camket import catalogue
from camket.extract.figures.named import GROWS, named, nouns
from camket.extract.figures.nearly import named_nearly
from camket.extract.figures.own_words import Words
from camket.extract.figures.question import Link, Question, own_link
from camket.extract.lexicon import INDICATOR
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER

_OF_THOSE = expression(r"\s*[,;(]\s*(?:trong đó,? |và |với |còn |hơn |gần |khoảng |trên )*")
_SAID_OF_THEM = expression(
    r" (?:số (?:này|đó|họ) |trong (?:số )?(?:này|đó) )?(?:đã |chưa |đều |hiện |cũng |đang |mới |còn )*"
    r"(?:là|có|được|qua|không|thuộc|tốt nghiệp|biết|ở|làm|sống|bị|đến từ|đạt (?:chuẩn|trình độ|loại|yêu cầu))(?!\w)"
)
_NEAR = 60
_COUNTED = frozenset(("count", "person", "household"))


def said_of_those(asked: Question) -> Link | None:
    """The share of what was counted right before that a percent with a verb behind it tells."""
    before = asked.before
    if asked.unit != "percent" or before is None or asked.slot.quantity.noun or asked.slot.quantity.measure:
        return None
    if _OF_THOSE.fullmatch(asked.gap) is None or _SAID_OF_THEM.match(asked.reading.low, asked.slot.end) is None:
        return None
    if asked.reading.marked(INDICATOR, asked.slot.end, min(asked.slot.right, asked.slot.end + _NEAR)):
        return None  # `gần một nửa là khách quốc tế`
    told = asked.reading.items("quantity", asked.slot.clause_start, asked.slot.left)
    if not told or getattr(told[-1].item, "unit", None) not in _COUNTED:
        return None
    name = before.indicator.removeprefix("other:").removesuffix("_share")
    return replace(before, indicator=f"other:{name}_share", how="own_words")


_A_PART = expression(
    r"\s*(?:(?:[Rr]iêng|[Tt]rong đó,?) )?(?:[Cc]ác )?(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố|[Xx]ã|[Pp]hường)"
    rf" [{UPPER}][^,;.\d]{{0,60}}$"
)


def opens_with_a_part(asked: Question) -> bool:
    """Whether a sentence tells of a part what the one before told of all: `Xã Bản Luốc giảm nhiều nhất (9,8%)`."""
    slot = asked.slot
    return _A_PART.match(asked.reading.text, slot.clause_start, slot.start) is not None


_NEXT = expression(r"\s*[,;] ?(?:và |còn )?(?:khách |thị trường |vốn )?[^\W\d]+(?: [^\W\d]+){0,4} ")
_VERB = expression(
    r"(?<!\w)(?:tăng|giảm|đạt|là|có|còn|bằng|vượt|ước|tỷ lệ|so|gấp|trong|hoàn thành|lên|xuống|được)(?!\w)"
)
_SHARED_SO = expression(
    r"(?<!\w)chiếm(?: [^\W\d]+){0,3} [\d.,]+ ?%(?:[,;] (?:và |còn )?[^\d,;%]{2,40} [\d.,]+ ?%){0,12}$"
)


def shared_next(asked: Question) -> Link | None:
    """The next of those that share a whole: `khách Hàn Quốc chiếm 48%, Trung Quốc 14%, Nga 4%`."""
    slot, low = asked.slot, asked.reading.low
    if asked.unit != "percent" or slot.quantity.noun or slot.quantity.measure or asked.before is None:
        return None
    if _NEXT.fullmatch(asked.gap) is None or _VERB.search(asked.gap):
        return None
    if "chiếm" not in low[slot.clause_start : slot.left] or named(asked, slot.left, slot.start):
        return None
    return own_link(asked) if _SHARED_SO.search(low, slot.clause_start, slot.left) is not None else None


_BOTH = expression(r"(?: trở lên)? (?:và|cùng) (?:hơn |trên |khoảng |gần |từ )?[\d.,]+ ?%(?: trở lên)? (?:số )?")
_MOST_WORDS = 8


def shares_its_verb(asked: Question) -> Link | None:
    """What a share is of whose verb the next shares: `90% tổ chức đảng và 95% đảng viên hoàn thành tốt nhiệm vụ`."""
    slot, low = asked.slot, asked.reading.low
    noun = slot.quantity.noun
    if asked.unit != "percent" or not noun:
        return None
    both = _BOTH.match(low, slot.end, slot.clause_end)
    if both is None:
        return None
    words = low[both.end() : slot.clause_end].split(" ")
    for first in range(1, min(4, len(words))):
        for last in range(min(len(words), first + _MOST_WORDS), first, -1):
            phrase = f"{noun} {' '.join(words[first:last])}".rstrip(",.;)")
            named_so = nouns().get(phrase) or named_nearly(phrase)
            if named_so is not None and catalogue.indicator(named_so).is_rate:
                at = low.find(noun, slot.start)
                return Link(named_so, at, at + len(noun), "counted")
    return None


_SET_BEHIND = expression(
    r" (?!(?:so|trở|trong|của|theo|mỗi|hằng|hàng|năm|tháng|là|tăng|giảm|đạt|và|với|kế hoạch|dự toán|mục tiêu|cùng|do|từ"
    r"|để|cho|tại|ở|như|trên|nhưng|còn|mức|quy|một|\w+ lần)(?!\w))(?P<set>(?:[^\W\d]+ ){1,7}?)"
    r"(?:được|có|đạt|hoàn thành|tham gia|sử dụng|đã|đều|thực hiện|là)(?!\w)"
)


_SET_OF_SOME = expression(r" (?:các|những|tổng số|số) (?P<set>[^\W\d]+(?: [^\W\d]+){0,3})")
"""`60% các hệ thống thông tin của các sở, ngành ... được kết nối`"""


def set_behind(asked: Question) -> Link | None:
    """The set that a share is said of, where it stands behind it: `Đến nay, 100% đường thôn được bê tông hóa`."""
    slot = asked.slot
    if asked.unit != "percent" or slot.quantity.measure is not None or slot.quantity.noun:
        return None
    opens = not asked.reading.low[slot.clause_start : slot.start].strip(" -+*•\n")
    told = _SET_BEHIND.match(asked.reading.low, slot.end, slot.clause_end)
    told = told or (_SET_OF_SOME.match(asked.reading.low, slot.end, slot.clause_end) if opens else None)
    if told is None or GROWS.search(asked.gap):
        return None
    words = Words(told.start("set"), told.start("set") + len(told["set"].strip()), told["set"].strip())
    return Link(f"other:{words.slug}", words.start, words.end, "own_words")
