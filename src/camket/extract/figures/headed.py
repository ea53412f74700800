"""The place that a paper on several tells of next: its name alone on a line over what is told of it."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from camket import catalogue
from camket.extract.figures.parted import NAME
from camket.extract.head.told_last import is_before_the_lead
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.numbering import mark_at
from camket.grammar.sentence import Sentence

_LONGEST_NAME, _SHORTEST_PROSE = 30, 80
_BESIDE_A_NAME = expression(r"^(?:[-*•#]+|\d{1,2}[.)])? ?(?:tỉnh |thành phố |tp\.? )?|[ :.*]+$")


class Headed(NamedTuple):
    """The place that a line names over others; `level` of the mark before it, None over prose."""

    name: str
    level: int | None = None


def headed_area(reading: Reading, sentence: Sentence, scene: Scene, before: Headed | None) -> Headed | None:
    """The place that a line of its own names over what is told of it, else the one that an earlier line named."""
    first = reading.text.rfind("\n", 0, sentence.start) + 1
    if before is not None and before.level is not None and _is_over(reading, first, sentence.end, before.level):
        before = None
    if sentence.end - sentence.start > _LONGEST_NAME:
        return before
    part = _part_of_a_list(reading, first)
    if part is not None:
        return part
    if not scene.is_story:
        return before
    name = _provinces().get(_BESIDE_A_NAME.sub("", reading.low[sentence.start : sentence.end].strip()))
    return Headed(name) if name is not None and _stands_over_prose(reading, sentence) else before


def _is_over(reading: Reading, start: int, end: int, level: int) -> bool:
    """Whether a line is a heading beside or over one of this level: what it leads to is not told of that place."""
    mark = mark_at(reading.text, start, end)
    return mark.level <= level if mark is not None else reading.text[start:end].isupper()


_PART = expression(
    rf"[^\S\n]*(?:[-*•+]|\(?\w{{1,4}}[.)])[^\S\n]*(?:Xã|Phường|Thị trấn|Đặc khu|Huyện|Thị xã|Quận) (?P<name>{NAME})"
    r"[^\S\n]*[:.]?[^\S\n]*(?:\n|$)"
)


def _part_of_a_list(reading: Reading, first: int) -> Headed | None:
    """The commune or district that an item of a list names alone, over items of its own: `1. Xã Đăk Na`."""
    found = _PART.match(reading.text, first)
    own = mark_at(reading.text, first, found.end()) if found is not None else None
    if found is None or own is None:
        return None
    below = mark_at(reading.text, found.end(), len(reading.text))
    return Headed(found["name"], own.level) if below is not None and below.level > own.level else None


def _stands_over_prose(reading: Reading, sentence: Sentence) -> bool:
    """Whether the line is the sentence alone and prose stands above and below it: no cell of a table is such."""
    low = reading.low
    first, last = low.rfind("\n", 0, sentence.start) + 1, low.find("\n", sentence.end - 1)
    if last < 0 or last - first > _LONGEST_NAME or is_before_the_lead(reading, last):
        return False
    above, below = low[:first].rstrip().rpartition("\n")[2], low[last:].lstrip().partition("\n")[0]
    return min(len(above), len(below)) > _SHORTEST_PROSE


@cache
def _provinces() -> dict[str, str]:
    return {fold(area.name): area.name for area in catalogue.load_areas() if area.kind in ("province", "city")}
