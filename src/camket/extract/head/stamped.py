"""The stamp that the system of an office prints over what goes with a letter: its number, its day and the minute.

`Số: 15/SNV-TCBC; 10/11/2031; 10:59:46` stands above an annex that has no letterhead of its own.
"""

from __future__ import annotations

from typing import NamedTuple

from camket.extract.head.lines import Line, top_lines
from camket.extract.head.news import is_day
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_STAMP = expression(
    r"số ?: ?(?P<number>\d{1,5}[-/][^\s;]*(?:&amp;[^\s;]*)*) ?; ?(?P<day>\d\d?)/(?P<month>\d\d?)/(?P<year>20\d\d)"
    r" ?; ?\d\d?:\d\d"
)


class Stamped(NamedTuple):
    """What the stamp says; the date is ISO, `line` where it stands."""

    number: str
    date: str
    line: Line


def read_stamped(reading: Reading) -> Stamped | None:
    """The stamp on the first line of a text; None where none stands there."""
    first = next(iter(top_lines(reading, 1)), None)
    found = _STAMP.match(reading.low, *first) if first is not None else None
    if first is None or found is None:
        return None
    year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    if not is_day(year, month, day):
        return None
    from html import unescape  # few papers bear a stamp

    number = unescape(reading.text[slice(*found.span("number"))])
    return Stamped(number, f"{year}-{month:02}-{day:02}", first)
