"""Trade told nation by nation: `xuất khẩu đạt 6.916 triệu USD; kế tiếp là Nhật Bản 3.605 triệu USD, chiếm 13,1%`."""

from __future__ import annotations

import re
from functools import cache

from camket import catalogue
from camket.extract.figures.question import Link, Question
from camket.extract.lexicon import AREA

_TRADED = ("exports", "imports", "fdi_registered", "fdi_projects", "tourism_arrivals", "international_tourism_arrivals")
_OF_ONE = re.compile(rf"other:({'|'.join(_TRADED)})_")


def of_a_market(asked: Question) -> Link | None:
    """The part of what is traded that goes to or comes from the nation named right before the quantity."""
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


@cache
def _nations() -> frozenset[str]:
    return frozenset(area.slug for area in catalogue.load_areas() if area.kind == "nation")
