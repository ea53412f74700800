"""The lines at the top and at the foot of a text, where papers say what they are."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_LINE = expression(r"\S(?:[^\n]*\S)?")


class Line(NamedTuple):
    """A line of the folded text that holds more than blanks, without the blanks at its edges."""

    start: int
    end: int


def top_lines(reading: Reading, count: int, start: int = 0) -> list[Line]:
    """The first lines from a place on."""
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
