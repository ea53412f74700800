"""A rate among some people only, which is less than that among all: `học sinh, sinh viên tham gia bảo hiểm y tế`."""

from __future__ import annotations

from camket.extract.figures.question import Question
from camket.grammar.ending import Ending
from camket.grammar.expression import expression
from camket.grammar.scan import Mark

_AMONG_ALL = frozenset(
    (
        "health_insurance_coverage",
        "poverty_rate",
        "social_insurance_coverage",
        "trained_labour_rate",
        "unemployment_insurance_coverage",
        "unemployment_rate",
    )
)
"""Rates that the catalogue has of all people of a place."""
_GROUP = (
    r"(?:lao động nữ|phụ nữ|nữ(?: giới)?|nam giới|học sinh|sinh viên|trẻ em|trẻ(?: em)? dưới \d+ tuổi|người cao tuổi"
    r"|người khuyết tật|thanh niên|(?:người |hộ )?(?:là )?(?:đồng bào |người )?(?:dân tộc thiểu số|dtts)|người nghèo"
    r"|hộ cận nghèo|người cận nghèo|cán bộ|công chức|đảng viên|nông dân|công nhân)"
)
_BEFORE = Ending(rf"(?<!\w){_GROUP}(?:(?:,| và|, và) [^\W\d]+(?: [^\W\d]+){{0,3}})? (?:(?:được|có|đã|đang|mua) )*$")
_BEHIND = expression(
    rf"(?: hộ)?(?: (?:của|trong|ở|là|với|đối với|cho|người))* {_GROUP}(?!\w)"
    rf"|[^;.]{{0,60}}?(?:trong đó|riêng)[,:]? (?:tỷ lệ |số )?{_GROUP}(?!\w)"
)


def is_of_some(asked: Question, mark: Mark) -> bool:
    """Whether the words around a name say that only some people are meant: `trong đó lao động nữ đạt 60%`."""
    if mark.value not in _AMONG_ALL:
        return False
    low = asked.reading.low
    if _BEFORE.search(low, max(asked.slot.clause_start, mark.start - 60), mark.start):
        return True
    return _BEHIND.match(low, mark.end, asked.slot.start) is not None
