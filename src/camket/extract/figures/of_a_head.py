"""Sums told for each person, whatever their name: `GRDP đạt 92,4 triệu đồng/người`, `thu nhập 45 triệu đồng/người`."""

from __future__ import annotations

from msgspec.structs import replace

from camket.extract.figures.question import Link, Question
from camket.grammar.expression import expression

_EACH = expression(
    r"\s?(?:/ ?|(?:một |mỗi |trên |bình quân )(?:đầu )?)(?:đầu )?(?:người|ng)(?! (?:lao động|nghèo|có công))(?!\w)"
)
_OF_ALL, _OF_A_HEAD = "grdp", "grdp_per_capita"
_INCOME = expression(
    r"(?:.* )?(?:mức )?thu nhập(?: (?:bình quân|trung bình|bq))?(?: (?:của|người|dân|nhân|đầu|hằng|hàng|năm|chung))*"
)
_OF_SOME = expression(
    r"(?<!\w)(?:lao động|công nhân|cán bộ|công chức|viên chức|giáo viên|thành viên|xã viên|hội viên|đoàn viên"
    r"|hợp tác xã|công ty|doanh nghiệp|đồng bào|dân tộc"
    r"|nông thôn|thành thị|miền núi|hộ|ngư dân|mô hình|nghề|nhà máy|cơ sở)(?!\w)"
)
"""Those who earn it, where they are not all people of the place."""
_MONEY = ("VND", "USD")


def of_each(asked: Question, found: Link) -> Link:
    """The link of a sum for each person: the economy's is its per head, and what is earned the people's income."""
    if asked.unit not in _MONEY or not (found.indicator == _OF_ALL or found.how in ("own_words", "carried")):
        return found
    low, slot = asked.reading.low, asked.slot
    if _EACH.search(low, slot.start, slot.end) is None and _EACH.match(low, slot.end, slot.right) is None:
        return found
    if found.indicator == _OF_ALL:
        return replace(found, indicator=_OF_A_HEAD, rivals=(*found.rivals, _OF_ALL))
    if _INCOME.fullmatch(asked.own.text) is None or _OF_SOME.search(low, slot.clause_start, slot.start):
        return found
    return Link("income_per_capita", asked.own.start, asked.own.end, "own_words")
