"""The lines at the top and at the foot of a text, where papers say what they are."""

from __future__ import annotations

from typing import NamedTuple

from camket.grammar.engine import Reading


class Line(NamedTuple):
    """A line of the folded text that holds more than blanks, without the blanks at its edges."""

    start: int
    end: int


def top_lines(reading: Reading, count: int, start: int = 0) -> list[Line]:
    """The first lines from a place on."""
    text = reading.text
    found: list[Line] = []
    while start < len(text) and len(found) < count:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        _add(found, text, start, end)
        start = end + 1
    return found


def foot_lines(reading: Reading, count: int) -> list[Line]:
    """The last lines, in the order of the text."""
    text = reading.text
    found: list[Line] = []
    end = len(text)
    while end > 0 and len(found) < count:
        start = text.rfind("\n", 0, end) + 1
        _add(found, text, start, end)
        end = start - 1
    return found[::-1]


def _add(found: list[Line], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Line(start, end))


def as_written(reading: Reading, start: int, end: int) -> str:
    """The source's own letters of a range in one line, runs of blanks as one."""
    return " ".join(reading.folded.quote(start, end).split())
