"""What a place has as a part or a multiple of what another has: `bằng 87,5% bình quân cả nước`.

Such a number is no growth and not the other's: it is of a ratio of its own, said of the place spoken of.
"""

from __future__ import annotations

from camket.extract.figures.clause import Slot
from camket.extract.figures.named import named
from camket.extract.figures.own_words import says_nothing
from camket.extract.figures.question import Link, Question
from camket.extract.lexicon import AREA
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

VS_OTHERS = "_vs_others"
"""How the id of such a ratio ends."""
_AS_MUCH = Ending(r"(?<!\w)(?:bằng|tương đương|tương đương với|gấp)(?: chỉ| được| cỡ)? ?$")
_OF_OTHERS = expression(
    r"(?: (?:so với|của|với))?(?: (?:mức|con số))?(?: (?:bình quân|trung bình)(?! (?:\d|giai đoạn|các năm|những năm|năm"
    r"|nhiệm kỳ|mỗi|hằng|hàng|cùng|của (?:năm|cùng|giai)))(?!\w)"
    r"|(?: chung)?(?: (?:của|trong))? (?:cả nước|toàn quốc|toàn vùng|cả vùng|vùng|các tỉnh|các địa phương)(?!\w))"
)
_OF_A_PLACE = expression(r" (?:(?:so với|của|với|mức|vùng|tỉnh|thành phố|tp\.?) )*")

_NAME = 40
"""Letters that hold the name of a place."""


def is_against_others(reading: Reading, slot: Slot) -> bool:
    """Whether a percent or a multiple says how much of another place's or of the mean something is."""
    if slot.quantity.unit not in ("percent", "other:times") or slot.quantity.noun:
        return False
    if slot.quantity.unit == "percent" and not _AS_MUCH.search(reading.low, slot.left, slot.start):
        return False
    if _OF_OTHERS.match(reading.low, slot.end):
        return True
    led = _OF_A_PLACE.match(reading.low, slot.end)
    near = led.end() if led is not None else slot.end
    within = min(slot.sentence.end, near + _NAME)
    return any(mark.start <= near < mark.end for mark in reading.marked(AREA, slot.end, within))


def against_others(asked: Question) -> Link | None:
    """The ratio of what is named before to what others have."""
    if not is_against_others(asked.reading, asked.slot):
        return None
    marks = named(asked, asked.left, asked.slot.start)
    if marks:
        return Link(f"other:{marks[-1].value}{VS_OTHERS}", marks[-1].start, marks[-1].end, "own_words")
    own, before = asked.own, asked.before
    if before is not None and (before.start <= own.start < before.end or says_nothing(asked.reading, own)):
        name = before.indicator.removeprefix("other:").removesuffix(VS_OTHERS)
        return Link(f"other:{name}{VS_OTHERS}", before.start, before.end, "own_words")
    return Link(f"other:{own.slug}{VS_OTHERS}", own.start, own.end, "own_words")
