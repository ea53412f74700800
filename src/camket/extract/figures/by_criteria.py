"""Communes that are counted by how many criteria of a standard they meet, and not by having reached it."""

from __future__ import annotations

from camket.extract.figures.question import Question
from camket.grammar.expression import expression

_NEAR_NOUN = 50
_AWAITS = expression(r"[^;.]{0,60}?(?<!\w)(?:chờ|đề nghị|thẩm định|xét|đăng ký|phấn đấu)(?!\w)")
"""`2 xã đạt 19 tiêu chí đang chờ công nhận`"""
_BY_CRITERIA = expression(
    r" (?:mới |chỉ |đã )?(?:đạt và )?(?:cơ bản )?(?:đạt|hoàn thành) (?:từ |dưới |trên )?(?!19 ?/ ?19|19 tiêu chí)"
    r"\d[^;.]{0,12}tiêu chí"
    r"| (?:đang |được |đã )?(?:thực hiện|triển khai) chương trình| (?:đã )?(?:cơ bản )?đạt (?:các )?tiêu chí"
)


def counts_by_criteria(asked: Question) -> bool:
    """Whether communes are counted by how many criteria they meet: `6 xã đạt 15-18 tiêu chí`."""
    low, end = asked.reading.low, asked.slot.end
    near = low[end : end + _NEAR_NOUN]
    if "19 tiêu chí" in near:
        told_apart = low.find("xã đạt chuẩn", asked.slot.sentence.start, asked.slot.start) >= 0
        return told_apart or _AWAITS.match(low, end, asked.slot.clause_end) is not None
    return ("tiêu chí" in near or "thực hiện" in near) and _BY_CRITERIA.match(low, end) is not None
