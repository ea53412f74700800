"""What bodies or places have, listed with them: `3 đơn vị đạt trên 60% gồm: Chi cục A (83%); Chi cục B (65%)`."""

from __future__ import annotations

from msgspec.structs import replace

from camket.extract.figures.question import Link, Question, fits
from camket.extract.figures.share import AGAINST_PLAN, BRACKETS
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER

_HOLDER = expression(
    rf"(?:^ ?|[:;,] |(?:gồm|là|như|gồm có)(?: các)? )(?P<name>[{UPPER}][^:;,()]{{2,70}}) \((?:đạt |với )?$"
)
_OPENS = expression(r"(?<!\w)(?:gồm|là|như|cụ thể)(?: các)?(?: ?:| )")
_LISTED = frozenset(("percent", "VND", "USD"))
_HOW = "carried"


def of_a_holder(asked: Question) -> Link | None:
    """The thing told of before a list of those who have it, each with its number in brackets."""
    if asked.unit not in _LISTED:
        return None
    compared = _set_against_a_plan(asked)
    if compared is not None:
        return compared
    low, slot = asked.reading.low, asked.slot
    if asked.before is None or not low.endswith(BRACKETS, 0, slot.start):
        return None
    near = max(asked.left, slot.start - 90)
    if _HOLDER.search(asked.reading.text[near : slot.start]) is None:
        return None
    listed = asked.before.how == _HOW or _OPENS.search(low, asked.left, slot.start) is not None
    known = asked.before.indicator.startswith("other:") or fits(asked.before.indicator, asked.unit)
    return replace(asked.before, how=_HOW) if listed and known else None


def _set_against_a_plan(asked: Question) -> Link | None:
    """What was spoken of, where results are set against a plan: `Xét kết quả thu so với chỉ tiêu, 6 đơn vị đạt 60%`."""
    if asked.unit != "percent" or asked.earlier is None:
        return None
    if asked.reading.low.find(" so với ", asked.slot.sentence.start, asked.slot.start) < 0:
        return None
    if AGAINST_PLAN.search(asked.reading.low, asked.slot.sentence.start, asked.slot.start) is None:
        return None
    return replace(asked.earlier, how=_HOW) if fits(asked.earlier.indicator, "percent") else None
