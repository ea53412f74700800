"""Seasons of crops, whose harvest is of a year."""

from __future__ import annotations

from msgspec.structs import replace

from camket.extract.figures.clause import Slot
from camket.extract.figures.timing import Timing
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_SEASON = expression(r"(?<!\w)(?:vụ|lúa) (?:hè thu|đông xuân|xuân hè|thu đông|chiêm xuân|mùa|xuân|đông)(?!\w)")
_MONTHS_OF_A_YEAR = expression(r"(?P<year>\d{4})-01/(?P=year)-\d\d")


def of_its_season(reading: Reading, slot: Slot, when: Timing) -> Timing:
    """What a season of crops gave is of its year, in a report of some months: `lúa hè thu đạt 200 nghìn tấn`."""
    months = _MONTHS_OF_A_YEAR.fullmatch(when.period or "") if when.how != "stated" else None
    if months is None or _SEASON.search(reading.low, slot.sentence.start, slot.sentence.end) is None:
        return when
    return replace(when, period=months["year"])
