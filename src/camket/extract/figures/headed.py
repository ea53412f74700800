"""The province that a story of several tells of next: its name alone on a line over the paragraphs about it."""

from __future__ import annotations

import re
from functools import cache

from camket import catalogue
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.fold import fold
from camket.grammar.sentence import Sentence

_LONGEST_NAME, _SHORTEST_PROSE = 30, 80
_BESIDE_A_NAME = re.compile(r"^(?:[-*•#]+|\d{1,2}[.)])? ?(?:tỉnh |thành phố |tp\.? )?|[ :.*]+$")


def headed_area(reading: Reading, sentence: Sentence, scene: Scene, before: str | None) -> str | None:
    """The province that a line of its own names over prose, else the one that an earlier line named."""
    if sentence.end - sentence.start > _LONGEST_NAME or scene.head.type not in ("news", "other"):
        return before
    name = _provinces().get(_BESIDE_A_NAME.sub("", reading.low[sentence.start : sentence.end].strip()))
    return name if name is not None and _stands_over_prose(reading, sentence) else before


def _stands_over_prose(reading: Reading, sentence: Sentence) -> bool:
    """Whether the line is the sentence alone and prose stands above and below it: no cell of a table is such."""
    low = reading.low
    first, last = low.rfind("\n", 0, sentence.start) + 1, low.find("\n", sentence.end - 1)
    if last < 0 or last - first > _LONGEST_NAME:
        return False
    above, below = low[:first].rstrip().rpartition("\n")[2], low[last:].lstrip().partition("\n")[0]
    return min(len(above), len(below)) > _SHORTEST_PROSE


@cache
def _provinces() -> dict[str, str]:
    return {fold(area.name): area.name for area in catalogue.load_areas() if area.kind in ("province", "city")}
