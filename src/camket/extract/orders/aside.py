"""Who stands before a verb of saying and does not say it: those who are told, helped or owned."""

from __future__ import annotations

from camket.extract.orders.between import NO_SUBJECT
from camket.extract.orders.body_name import task_verbs
from camket.extract.orders.ranks import bodies, offices
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_REACH = 200
"""So many letters before are looked at."""
_SUBORDINATE = expression(
    r"\b(?:mà|do|khi|nếu|dù|mặc dù|vì|bởi|được|bị|báo cáo|trình|gửi|tới|đến|lên) (?:đồng chí |ông |bà )?$"
)
"""What stands before a subject whose clause only says when, why or by whom: `khi Bộ trưởng yêu cầu báo cáo, ...`."""
_ANSWERS_TO = expression(
    r"\b(?:trách nhiệm|giải trình|cam kết)(?: toàn diện)? trước (?:[^;.:]{2,50}(?:,| và) )?(?:trước )?(?:đồng chí )?$"
)
"""Before whom somebody has to answer: `chịu trách nhiệm trước Chủ tịch UBND tỉnh về số liệu báo cáo`."""
_NEAR = 90
"""So many letters hold what somebody has to answer for and before whom."""
_OWNED = expression(
    r"\b(?:tổ|đoàn|ban|cơ quan|bộ phận)(?: (?:công tác|giúp việc|chỉ đạo|kiểm tra|tham mưu|giám sát))? của $"
)
"""Whose team it is that does something: `tham mưu cho các tổ công tác của Thủ tướng đôn đốc các địa phương`."""
_WITH = expression(
    r"(?P<with>\bphối hợp(?: chặt chẽ)?(?: với| cùng| giữa)?) (?:(?!(?:đã|đang|sẽ) )[^;.:]*(?:, | và ))?(?:(?:các"
    r"|những|đồng chí|ông|bà) )*$"
)
"""Those with whom somebody is to work: `phối hợp với các sở, UBND các xã trả lời ...`."""
_TOLD_ROW = expression(
    r"\b(?:báo cáo|trình|kiến nghị|đề nghị|đề xuất|tham mưu(?: [^,;.:]{1,30}?)?|xin ý kiến|mong|mong muốn)"
    r"(?: với| lên| cho)? "
    r"(?P<row>[^;:.\"]{2,160}(?:,| và) )$"
)
"""A row of those who are told or asked, before the last of them: `báo cáo Thủ tướng, Bộ trưởng Bộ Công an chỉ đạo`."""


def stands_aside(reading: Reading, left: int, start: int) -> bool:
    """Whether whoever begins at `start` is no subject: the words before, from `left` on, make another of them."""
    low = reading.low
    near = max(left, start - _NEAR)
    if low.find("trước ", near, start) >= 0 and _ANSWERS_TO.search(low, near, start):
        return True
    if _SUBORDINATE.search(low, max(0, start - 16), start) or _OWNED.search(low, max(left, start - 40), start):
        return True
    if low.endswith((", ", " và "), left, start) and _is_last_of_told(reading, left, start):
        return True
    helping = _WITH.search(low, max(left, start - _REACH), start)
    return helping is not None and task_verbs().search(low, helping.end("with"), start) is None


def _is_last_of_told(reading: Reading, left: int, start: int) -> bool:
    """Whether who begins at `start` is but the last of several who are asked."""
    row = _TOLD_ROW.search(reading.low, max(0, left - _REACH // 4), start)
    if row is None or task_verbs().search(reading.low, *row.span("row")) or NO_SUBJECT.search(row["row"]):
        return False
    first = row.start("row")
    return bool(offices().match(reading.low, first) or bodies().match(reading.low, first))
