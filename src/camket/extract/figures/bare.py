"""Numbers without a unit: figures where the name before them counts things, else none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import cast

import msgspec
from msgspec.structs import replace

from camket import catalogue
from camket.extract.lexicon import INDICATOR, WEAK_INDICATOR
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.rule import Made
from camket.rules.quantity.bare import BARE
from camket.rules.quantity.by_place import IN_BRACKETS
from camket.rules.quantity.item import Quantity

_COUNTING = frozenset(
    ("count", "person", "household", "score", "years", "other:index", "other:ratio", "other:per_1000")
)
_CUT = expression(r"[,;](?! \w+ (?:năm|tháng|quý) )")
_MEASURED = frozenset(("ha", "km", "tonne"))
_SHARED = expression(r"[^;:.\d()]{0,60}")
_THINGS = frozenset(("count", "person", "household"))
_MORE = expression(r"(?: [^\W\d]+){0,4},? (?:tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn)(?: thêm)? ")
_RATE = ("tỷ lệ", "tỷ trọng", "tốc độ")


def settle_bare(reading: Reading) -> None:
    """Give each number without a unit that of the indicator named right before it, or take it out of the reading."""
    made = reading.made.get("quantity", [])
    if not any(_is_bare(one) for one in made):
        return
    kept: list[Made] = []
    for one in made:
        if not _is_bare(one):
            kept.append(one)
            continue
        if one.rule == IN_BRACKETS.name:
            kept += _share_of_a_whole(reading, kept, one)
            continue
        begins = reading.sentence_at(one.start).start
        before = kept[-1] if kept and kept[-1].end > begins else None
        left = before.end if before else begins
        unit = _unit(reading, left, one.start) or _same(reading, before, one) or _number_of(reading, left, one.start)
        if unit is not None:
            kept.append(replace(one, item=msgspec.structs.replace(cast(Quantity, one.item), unit=unit)))
    reading.keep("quantity", kept)


def _share_of_a_whole(reading: Reading, kept: list[Made], one: Made) -> Iterator[Made]:
    """A number in a row of places in brackets, with unit and noun of what stands before them: `98 người (Huế 2, ...)`.

    Shares are no larger than what they are of.
    """
    opened = reading.low.rfind("(", reading.sentence_at(one.start).start, one.start)
    whole = next((each for each in reversed(kept) if each.end <= opened), None)
    if whole is None or not isinstance(whole.item, Quantity) or not isinstance(one.item, Quantity):
        return
    if _SHARED.fullmatch(reading.low, whole.end, opened) is None or one.item.value > whole.item.value:
        return
    if whole.item.unit in _COUNTING or whole.item.unit in _MEASURED:
        shared = msgspec.structs.replace(one.item, unit=whole.item.unit, noun=whole.item.noun)
        yield replace(one, item=shared)


def _same(reading: Reading, before: Made | None, one: Made) -> str | None:
    """The unit of the things counted right before, where the number says by how many they are more or fewer."""
    if before is None or not isinstance(before.item, Quantity) or before.item.unit not in _THINGS:
        return None
    return before.item.unit if _MORE.fullmatch(reading.low, before.end, one.start) else None


_NUMBER_OF = expression(
    r"(?<!\w)(?<!chỉ )(?<!mã )(?<!một )(?<!con )(?<!kinh tế )(?<!chuyển đổi )(?:tổng số|số lượng|số)"
    r" (?P<things>[^\W\d]+(?: [^\W\d]+){0,9}) (?:lên|là|còn|đạt|có|lên thành|lên đến|lên tới)(?: con số)? $"
)
_LONGEST = 5


def _number_of(reading: Reading, left: int, start: int) -> str | None:
    """The unit of things whose number is told: `nâng tổng số dự án lên 37`."""
    told = _NUMBER_OF.search(reading.low, left, start) if "số " in reading.low[left:start] else None
    if told is None:
        return None
    words = told["things"].split(" ")
    for count in range(min(_LONGEST, len(words)), 0, -1):
        unit = _things().get(" ".join(words[:count]))
        if unit is not None:
            return unit
    return None


@cache
def _things() -> dict[str, str]:
    """The unit of every thing that can be counted, by its folded words."""
    return {fold(word): one.base for one in catalogue.load_units() if one.kind in _THINGS for word in one.names}


def _is_bare(one: Made) -> bool:
    return isinstance(one.item, Quantity) and one.item.unit == BARE


def _unit(reading: Reading, left: int, start: int) -> str | None:
    """The unit of things that the nearest name counts; None where none is named, or a rate or a sum."""
    names = reading.marked(INDICATOR, left, start) or reading.marked(WEAK_INDICATOR, left, start)
    if not names or _CUT.search(reading.low, names[-1].end, start):
        return None
    units = catalogue.indicator(names[-1].value).units
    if reading.low.startswith(_RATE, names[-1].start) and "percent" in units:
        return None
    return next((unit for unit in units if unit in _COUNTING), None)
