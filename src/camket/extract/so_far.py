"""The months of a paper's year that are gone by, which `từ đầu năm đến nay` means."""

from __future__ import annotations

from camket.grammar.engine import Reading
from camket.rules.period.item import When

_GO_ON = ("year_so_far", "since_then")
_HALF = 6


def months_so_far(reading: Reading, day: str | None, year: int | None) -> When | None:
    """The months of the year up to the paper's day, or up to the month before where the paper tells of those.

    `Chiều 3/11 ... Từ đầu năm đến nay, ...; 10 tháng qua, ...` is told of ten months. Of a paper without a day they
    are those up to the last day up to which it counts, else to the only month that it names with the year.
    """
    times = [one.item for one in reading.made.get("period", []) if isinstance(one.item, When)]
    if year is None or all(when.word not in _GO_ON for when in times):
        return None
    own = [when for when in times if when.year in (None, year) and when.mode != "base"]
    if day is None:
        closes = [when.month for when in own if when.month and when.day and when.mode in ("at", "until")]
        closes += [when.last_month for when in own if when.month == 1 and when.last_month is not None]
        months = {when.last_month or when.month for when in own if when.month and when.year == year and not when.day}
        last = max(closes, default=0) or (months.pop() or 0 if len(months) == 1 else 0)
    else:
        last = int(day[5:7]) if day[5:7].isdigit() else 0
    runs = [_HALF if when.half == 1 else when.last_month if when.month == 1 else None for when in own]
    named = max((one for one in runs if one is not None and one in (last, last - 1)), default=last)
    return When(year=year, month=1, last_month=named) if named else None
