"""What a tally rule makes, and how the state of what is counted is read."""

from __future__ import annotations

import re

import msgspec

from camket.grammar.expression import expression
from camket.model.fact import TallyState
from camket.rules.numeral.item import words_value


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """`done` of `total` things. `of` is what they are, as written; `total` is None where another count gives it.

    `alone`: where no whole goes before, all that are counted are done (`9 chỉ tiêu hoàn thành, trong đó 2 ...`).
    `inner`: a part of the part right before it, in the same state (`hoàn thành 240 nhiệm vụ (đúng hạn 231, ...)`).
    """

    done: int
    total: int | None
    state: TallyState = "other"
    of: str | None = None
    alone: bool = False
    inner: bool = False

    def __str__(self) -> str:
        return f"{self.done}/{self.total if self.total is not None else '?'} {self.state}"


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """How many things there are, for the parts that follow; no tally itself."""

    total: int
    of: str

    def __str__(self) -> str:
        return f"of {self.total}"


_ONES = "(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín)"
COUNTED = rf"(?:\d{{1,3}}|{_ONES} mươi(?: (?:mốt|tư|lăm|nhăm|{_ONES}))?|mười(?: (?:lăm|{_ONES}))?|{_ONES})"
"""A number of things below a thousand in digits or below a hundred in words."""


def count_of(written: str) -> int:
    """The number that `COUNTED` matched, 0 where the words are none."""
    return int(written) if written.isdecimal() else int(words_value(written) or 0)


_STATES: tuple[tuple[TallyState, re.Pattern[str]], ...] = (
    (
        "other",
        expression(
            r"không đạt|chưa đạt|khó đạt|khó hoàn thành|không hoàn thành|chưa (?:được )?(?:hoàn thành|trả lời|giải"
            r" quyết)|chưa triển khai|đang (?:thực hiện|triển khai|chờ)|cần phấn đấu|có khả năng|đạt (?:thấp|khá|kém)"
            r"|cơ bản (?:đạt|hoàn thành)(?! và)|không phải|tiệm cận|xấp xỉ|bám sát|(?:gần|sắp) (?:đạt|hoàn thành)"
            r"|đã trình(?![^.;]*(?:phê duyệt|thông qua))|đã và đang"
            r"|(?:thấp hơn|kém hơn|dưới) (?:kế hoạch|mục tiêu|chỉ tiêu|nghị quyết)"
        ),
    ),
    (
        "achieved_or_exceeded",
        expression(
            r"(?:đạt|hoàn thành)(?: và |, | hoặc |, đạt và )(?:hoàn thành )?vượt|vượt(?: mức)?(?: và |, "
            r"| hoặc )(?:đạt|hoàn thành)"
            r"|hoàn thành(?: cơ bản)?(?: và | đạt và |, )(?:hoàn thành |đạt )?vượt"
        ),
    ),
    ("exceeded", expression(r"vượt|(?:về đích|cán đích|hoàn thành|đạt) (?:sớm|trước (?:hạn|thời hạn|kế hoạch|\d))")),
    (
        "completed",
        expression(
            r"hoàn thành|hoàn tất|đã xong|khánh thành|thông xe|đưa vào (?:sử dụng|vận hành|khai thác)"
            r"|nghiệm thu|đi vào hoạt động|được (?:phê )?duyệt"
            r"|đã (?:được )?(?:kiện toàn|trả lời|giải quyết|ban hành|phê duyệt|thẩm định|khởi công|bàn giao)"
            r"|(?:thực hiện|cụ thể hóa|triển khai|xử lý|giải quyết|trả lời|tổ chức|xây dựng|lập|bàn giao)"
            r" (?:xong|đúng hạn)"
        ),
    ),
    (
        "achieved",
        expression(
            r"(?<!\w)đạt(?! (?:thấp|khá|được|kém|kết quả|tỷ lệ"
            r"|(?:từ |khoảng |trên |gần |hơn |dưới )?[\d,]+(?: ?- ?[\d,]+)? ?%(?! (?:kế hoạch|mục tiêu))"
            r"|(?:từ |khoảng |trên |gần |hơn |dưới )?\d\d?(?:,\d+)?(?: ?- ?[\d,]+)? ?%))"
            r"|đạt được mục tiêu|bảo đảm|đáp ứng|đạt chuẩn|về đích|cán đích|chạm đích"
        ),
    ),
)
_DENIED = expression(r"[^,;.]{0,30}?(?:không|chưa) (?:đạt|hoàn thành|vượt)")
_AMOUNTS = expression(r"(?<!\w)(?:đạt|là|có)\s*:?\s*$")
"""`đạt: 108/108 xã` says how many, not that they reached anything."""
_TARGETS = expression(r"chỉ tiêu|mục tiêu|tiêu chí|tiêu chuẩn")
_AIMS = expression(r"chỉ tiêu|mục tiêu")
"""What is reached where it is said to be done."""


_SO_FAR = expression(
    r",? ?(?:đã |mới )?(?:đạt|hoàn thành) (?:từ |trên |dưới |khoảng |gần |hơn |được )*\d\d?(?:[,.]\d+)? ?(?:%|-|–)"
)
"""`11 chỉ tiêu đạt trên 50% kế hoạch` are on their way."""


_UP_TO_STANDARD = expression(r"(?: [^\W\d_]+){0,4}? đạt chuẩn[^,;.]*, (?:đạt|chiếm) (?:tỷ lệ )?\d[\d,]* ?%")
"""`629/731 trường đạt chuẩn quốc gia, đạt tỷ lệ 86%, vượt kế hoạch`: it is the share that is more than was planned."""
_FULL = expression(r"(?: [^\W\d_]+){0,4}? đạt (?:tỷ lệ )?100 ?%")


def state_of(before: str, after: str, noun: str) -> TallyState:
    """The state that the words around a count give it.

    A denial right after it, else those right before it, else those after it in its clause.
    """
    if _DENIED.match(after) or _SO_FAR.match(after):
        return "other"
    if (_AIMS.match(noun) and _FULL.match(after)) or _UP_TO_STANDARD.match(after):
        return "achieved"
    if not _TARGETS.search(noun):
        before = _AMOUNTS.sub("", before)
    for text in (before[-42:], after, before):
        for state, pattern in _STATES:
            if pattern.search(text):
                reached = state == "completed" and (_AIMS.match(noun) or "đạt chuẩn" in text)
                return "achieved" if reached else state
    return "other"


_BEFORE = expression(r"[;:]|\. |\d+/\d+(?:[^,;]|,(?=\d))*,(?!\d)")
_AFTER = expression(r"[;.(]|, (?!đạt|vượt|hoàn thành)| và (?=\d)|\d+/\d+")


def clause_before(text: str) -> str:
    """The part of a clause before a count."""
    return _BEFORE.split(text)[-1][-110:]


SHARE = expression(r" \((?:chiếm|đạt|bằng|tương đương|tỷ lệ)?:? ?(?:tỷ lệ )?\d[\d.,]* ?%\)")
"""The share that a count is, said in brackets right behind it or behind its noun."""


_PLACE = expression(r" \([^\W\d_][^()\d]{1,40}\)(?= (?:đã|đều|được|đạt|hoàn thành|vượt) )")


def clause_after(text: str) -> str:
    """The part of a clause after a count, up to the next count or the clause's end.

    A place or the share that the count is, in brackets, is no end.
    """
    text = SHARE.sub("", _PLACE.sub("", text, 1), 1)
    return _AFTER.split(text)[0][:140]
