"""The lines at the top and at the foot of a text, where papers say what they are."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_LINE = expression(r"\S(?:[^\n]*\S)?")
_ENOUGH = 40
"""Lines at the top of a text that hold what is looked for there."""


class Line(NamedTuple):
    """A line of the folded text that holds more than blanks, without the blanks at its edges."""

    start: int
    end: int


def top_lines(reading: Reading, count: int, start: int = 0) -> list[Line]:
    """The first lines from a place on; those at the top of a text are asked for again and again."""
    if start == 0 and count <= _ENOUGH:
        return [*_at_top(reading)[:count]]
    return _lines(reading, count, start)


@lru_cache(maxsize=1)
def _at_top(reading: Reading) -> list[Line]:
    return _lines(reading, _ENOUGH, 0)


def _lines(reading: Reading, count: int, start: int) -> list[Line]:
    return [Line(*found.span()) for found in islice(_LINE.finditer(reading.text, start), count)]


def foot_lines(reading: Reading, count: int, end: int | None = None) -> list[Line]:
    """The last lines, or the last up to a place, in the order of the text."""
    text = reading.text
    found: list[Line] = []
    end = len(text) if end is None else end
    while end > 0 and len(found) < count:
        start = text.rfind("\n", 0, end) + 1
        line = _LINE.search(text, start, end)
        found += [Line(*line.span())] if line is not None else []
        end = start - 1
    return found[::-1]


def as_written(reading: Reading, start: int, end: int) -> str:
    """The source's own letters of a range in one line, runs of blanks as one."""
    return " ".join(reading.folded.quote(start, end).replace("**", "").split())
