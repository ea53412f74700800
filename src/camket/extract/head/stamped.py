"""The stamp that the system of an office prints over what goes with a letter: its number, its day and the minute.

`Số: 15/SNV-TCBC; 10/11/2031; 10:59:46` stands above an annex that has no letterhead of its own, or `Ký bởi: ...` with
`Ngày ký: 10/11/2031 15:04:22`, which tells the day alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from camket.extract.head.lines import Line, top_lines
from camket.extract.head.news import is_day
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.model.document import Aside

_DAY = r"(?P<day>\d\d?)(?P<part>[/.-])(?P<month>\d\d?)(?P=part)(?P<year>20\d\d)"
_TIME = r"\d\d?:\d\d(?::\d\d)?(?:[ ;,]*(?:gmt ?)?[+-]\d\d:?\d\d)?"
_NUMBER = r"(?P<number>\d{1,5}[-/](?:&amp;|[^\s;,])+)"
_STAMP = expression(rf"số ?: ?{_NUMBER} ?; ?{_DAY} ?; ?\d\d?:\d\d")
_STAMPED = expression(rf"(?:số ?:? ?)?{_NUMBER}[ ;,]+(?:ngày ?:? ?)?{_DAY}[ ;,]+{_TIME}$")
"""The same in other words; the whole line is nothing else."""
_SIGNER = expression(r"(?:(?:được )?ký (?:số )?bởi|người ký) ?:")
_SIGNED = expression(rf"(?:ngày|thời gian|giờ) ký ?: ?{_DAY}[ ;,]+{_TIME}$")
_MOTTO = expression(r"cộng hòa xã hội|đảng cộng sản việt nam")
_AMONG, _TOP = 4, 15
"""Lines among which a stamp stands; lines of a letterhead, below which it tells nothing."""


class Stamped(NamedTuple):
    """What the stamp says, the number where it has one; the date is ISO, `line` where it stands."""

    number: str | None
    date: str
    line: Line


def read_stamped(reading: Reading) -> Stamped | None:
    """The stamp on the first lines of a text; None where none stands there."""
    first = next(iter(top_lines(reading, 1)), None)
    found = _STAMP.match(reading.low, *first) if first is not None else None
    if first is None:
        return None
    return _said(reading, found, first) if found is not None else _among(reading, top_lines(reading, _TOP))


def signed_beside(asides: Iterable[Aside]) -> Stamped | None:
    """The day on which a paper was signed, by the box of its signature; None where it was on several days."""
    lines = [fold(line.strip()) for aside in asides for line in aside.text.splitlines() if "ký" in line.lower()]
    days = {_day(found) for found in map(_SIGNED.match, lines) if found is not None}
    day = days.pop() if len(days) == 1 else None
    return Stamped(None, day, Line(0, 0)) if day is not None else None


def _among(reading: Reading, top: list[Line]) -> Stamped | None:
    """A stamp in other words, above a paper without a letterhead."""
    signer = False
    for line in top[:_AMONG]:
        signer = signer or _SIGNER.match(reading.low, *line) is not None
        found = _STAMPED.match(reading.low, *line) or (_SIGNED.match(reading.low, *line) if signer else None)
        if found is not None:
            headed = _MOTTO.search(reading.low, top[0].start, top[-1].end) is not None
            return None if headed else _said(reading, found, line)
    return None


def _said(reading: Reading, found: re.Match[str], line: Line) -> Stamped | None:
    day = _day(found)
    if day is None:
        return None
    number = found.groupdict().get("number")
    if number is not None:
        from html import unescape  # few papers bear a stamp

        number = unescape(reading.text[slice(*found.span("number"))])
    return Stamped(number, day, line)


def _day(found: re.Match[str]) -> str | None:
    year, month, day = (int(found[part]) for part in ("year", "month", "day"))
    return f"{year}-{month:02}-{day:02}" if is_day(year, month, day) else None
