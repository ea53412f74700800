"""Trade told nation by nation: `xuất khẩu đạt 6.916 triệu USD; kế tiếp là Nhật Bản 3.605 triệu USD, chiếm 13,1%`."""

from __future__ import annotations

from functools import cache

from camket import catalogue
from camket.extract.figures.named import named
from camket.extract.figures.question import Link, Question
from camket.extract.lexicon import AREA
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER

_TRADED = ("exports", "imports", "fdi_registered", "fdi_projects", "tourism_arrivals", "international_tourism_arrivals")
_OF_ONE = expression(rf"other:({'|'.join(_TRADED)})_")


def of_a_market(asked: Question) -> Link | None:
    """The part of what is traded that goes to or comes from a nation: named with the trade, or right before the number.

    `xuất khẩu sang Hoa Kỳ đạt 900 triệu USD; kế tiếp là Nhật Bản 600 triệu USD`.
    """
    together = _named_with_its_market(asked) or _comes_from(asked)
    if together is not None:
        return together
    spoken_of = asked.before or asked.earlier
    if spoken_of is None or asked.unit not in ("USD", "VND", "person", "count", "tonne"):
        return None
    of_one = _OF_ONE.match(spoken_of.indicator)
    traded = of_one[1] if of_one is not None else spoken_of.indicator.removeprefix("other:")
    if traded not in _TRADED:
        return None
    for mark in asked.reading.marked(AREA, asked.left, asked.slot.start):
        if mark.value in _nations() and not asked.reading.low[mark.end : asked.slot.start].strip(" (:-"):
            return Link(f"other:{traded}_{mark.value.replace('-', '_')}", mark.start, mark.end, "market")
    return None


_COME_FROM = expression(r"(?<!\w)(?:đến từ|thuộc các thị trường|thị trường(?: chính| chủ yếu)?(?: là|:))(?!\w)[^;.]*$")
_MOVES = expression(r"(?<!\w)(?:tăng|giảm|so với|kế hoạch|chỉ tiêu)(?!\w)")
_NAMED_RIGHT_BEFORE = expression(
    rf"(?:[,:(]|(?<!\w)(?:từ|và|là|trường)) ?(?P<name>[{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}) \(?$"
)


def _comes_from(asked: Question) -> Link | None:
    """The share of those who come from one place: `khách chủ yếu đến từ Trung Quốc 25,1%, Nga 20,07%`."""
    slot, low = asked.slot, asked.reading.low
    if asked.unit != "percent" or slot.quantity.measure is not None:
        return None
    if not holds(low[slot.sentence.start : slot.start], ("đến từ", "thị trường")):
        return None
    told = _COME_FROM.search(low, slot.sentence.start, slot.start)
    if told is None or _MOVES.search(told[0]) is not None:
        return None
    place = _NAMED_RIGHT_BEFORE.search(asked.reading.text, max(slot.left, slot.start - 60), slot.start)
    if place is None:
        return None
    return Link("other:share_of_market", *place.span("name"), "market")


_GOES = expression(r" (?:hàng hóa )?(?:sang|vào|đi|tới|với|từ) (?:thị trường )?")


def _named_with_its_market(asked: Question) -> Link | None:
    """The trade with the nation that stands right behind its name, and with no other place."""
    nations = [mark for mark in asked.reading.marked(AREA, asked.left, asked.slot.start) if mark.value in _nations()]
    for trade in named(asked, asked.left, asked.slot.start)[-1:] if len(nations) == 1 else ():
        there = nations[0]
        if trade.value in _TRADED and _GOES.fullmatch(asked.reading.low, trade.end, there.start):
            return Link(f"other:{trade.value}_{there.value.replace('-', '_')}", trade.start, there.end, "market")
    return None


@cache
def _nations() -> frozenset[str]:
    return frozenset(area.slug for area in catalogue.load_areas() if area.kind == "nation")
