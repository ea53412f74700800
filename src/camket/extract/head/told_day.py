"""Days that are printed in a story and are not its own: of old, or of a visit to the page."""

from __future__ import annotations

from camket.extract.head.clues import Clues
from camket.extract.head.news import Dateline
from camket.grammar.engine import Reading
from camket.rules.period.item import When

_LONG_BACK = 4
"""Years after a day whose results show that the day is only told of."""
_MONTHS_BACK = 2
"""Years after a day of whose months results show the same."""
_BEFORE_A_VISIT = 2
"""Years from all that a story tells to a visit to its page."""


def lies_back(reading: Reading, dateline: Dateline) -> bool:
    """Whether a day is one of old that a story only tells of: results of years well after it are told as well."""
    if dateline.year is None:
        return False
    clues = Clues(reading, dateline.day, dateline.month)
    if any(one.year >= dateline.year + _LONG_BACK for one in clues.reported):
        return True
    times = ((made, made.item) for made in reading.made.get("period", ()) if isinstance(made.item, When))
    return any(
        when.mode in ("in", "at", "until")
        and (when.year or 0) >= dateline.year + _MONTHS_BACK
        and when.day is when.high_year is None
        and _is_part(when)
        and not clues.is_planned(made)
        for made, when in times
    )


def day_of_the_story(reading: Reading, stamp: str | None) -> str | None:
    """The day on a page, unless it is that of a visit: all the story's times, months of a year among them, lie back."""
    if stamp is None:
        return None
    made = (one.item for one in reading.made.get("period", ()))
    times = [when for when in made if isinstance(when, When) and when.year is not None and not _is_of(stamp, when)]
    if not any(when.day is None and _is_part(when) for when in times):
        return stamp
    last = max((when.high_year or when.year or 0 for when in times), default=0)
    return stamp if last + _BEFORE_A_VISIT > int(stamp[:4]) else None


def _is_of(stamp: str, when: When) -> bool:
    """Whether a time is the one that the stamp tells."""
    day = f"-{when.day:02}" if when.day is not None else ""
    return stamp == f"{when.year}-{when.month or 0:02}{day}"


def _is_part(when: When) -> bool:
    return when.month is not None or when.quarter is not None or when.half is not None
