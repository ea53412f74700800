"""The places that rows and columns of a table are of."""

from __future__ import annotations

import re
from functools import lru_cache

from camket.extract.lexicon import AREA, lexicon
from camket.extract.place import place
from camket.extract.scene import Scene, area_names
from camket.extract.tables.row import Row
from camket.extract.tables.words import sums_up, table_words
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import Folded

_PARTNERS = expression(r"(?:quốc gia|nước|thị trường|đối tác|vùng lãnh thổ|nhà đầu tư)(?!\w)")
"""A head over names of countries with which something is done; it is not done there."""
_KIND_OF_AREA = expression(r"(?:Xã|Phường|Thị trấn|Huyện|Thị xã|Thành phố|Tỉnh|TP\.?) (?=[^\W\d])", re.IGNORECASE)


def place_of_row(reading: Reading, row: Row, head: str, scene: Scene) -> str | None:
    """The area that a row is of: its name is that of an area and no more, or the `head` says that rows are places."""
    names = area_names(scene.day)
    if _PARTNERS.match(head):
        return None
    for mark in reading.marked(AREA, row.name.start, row.name.end):
        if (mark.start, mark.end) == (row.name.start, row.name.end) and mark.value in names:
            return names[mark.value]
    if head not in table_words().place or not row.words:
        return None
    if sums_up(row.words):
        return scene.area
    return _KIND_OF_AREA.sub("", place(reading, row.name.start, row.name.end).quote)


@lru_cache(maxsize=1024)
def area_of_head(text: str, day: str | None) -> str | None:
    """The one area that the head of a column names."""
    marks = lexicon().scan(Folded(text)).marks.get(AREA, [])
    named = {area_names(day)[mark.value] for mark in marks if mark.value in area_names(day)}
    return named.pop() if len(named) == 1 else None
