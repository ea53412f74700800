"""Working days of Vietnam: weekends, statutory holidays, and days exchanged by announcement, by year as data."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from importlib import resources

import msgspec

from camket import plain_yaml
from camket.model.indicator import Confidence
from camket.typed import typed

_FIXED = ((1, 1), (4, 30), (5, 1), (9, 2))
"""Day-fixed holidays of article 112; in a year without a calendar these alone are known beside the weekends."""


class Holiday(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day off that is no weekend, or a weekend day that is worked in exchange.

    Attributes:
        first, last: the days, inclusive.
        name: what it is for, in Vietnamese.
        source: the law, or the announcement.
        confidence: of the dates.
    """

    first: date
    last: date
    name: str
    source: str
    confidence: Confidence


class Calendar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The days of one year that are not as the week says.

    Attributes:
        year: the year.
        off: holidays, and days off in exchange for others.
        worked: weekend days that are worked.
        announced: whether the days off that the law leaves open (around Tết, beside 2/9, exchanged days) are announced.
        unknown: what could not be made sure, in words.
    """

    year: int
    off: tuple[Holiday, ...]
    worked: tuple[Holiday, ...] = ()
    announced: bool = True
    unknown: str | None = None


@cache
def load_calendars() -> dict[int, Calendar]:
    """The calendars by year, one file each in `calendar`."""
    found = {}
    for file in sorted(resources.files("camket.work").joinpath("calendar").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".yaml"):
            calendar = msgspec.convert(plain_yaml.load(file.read_text(encoding="utf-8")), typed(Calendar))
            found[calendar.year] = calendar
    return found


@cache
def _exceptions(year: int) -> tuple[frozenset[date], frozenset[date]]:
    calendar = load_calendars().get(year)
    if calendar is None:
        return frozenset(date(year, month, day) for month, day in _FIXED), frozenset()
    return _all(calendar.off), _all(calendar.worked)


def _all(holidays: tuple[Holiday, ...]) -> frozenset[date]:
    return frozenset(
        each.first + timedelta(days=count) for each in holidays for count in range((each.last - each.first).days + 1)
    )


def is_known(year: int) -> bool:
    """Whether the calendar of a year is known; else only its weekends and day-fixed holidays are left out."""
    return year in load_calendars()


def is_announced(year: int) -> bool:
    """Whether all days off of a year are announced; a due that was counted into another one may still move."""
    calendar = load_calendars().get(year)
    return calendar is not None and calendar.announced


def working_day(day: date) -> bool:
    """Whether offices work on a day."""
    off, worked = _exceptions(day.year)
    return day in worked or (day.weekday() < 5 and day not in off)


def next_working_day(day: date) -> date:
    """The day itself where it is worked, else the first working day after it."""
    while not working_day(day):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, count: int) -> date:
    """The day that is so many working days after a day, which itself is not counted."""
    for _ in range(count):
        day = next_working_day(day + timedelta(days=1))
    return day


def working_days_between(first: date, last: date) -> int:
    """How many working days lie after the first day, up to and with the last; 0 where the last is not later."""
    return sum(working_day(first + timedelta(days=count)) for count in range(1, (last - first).days + 1))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def months_after(day: date, months: int) -> date:
    """The day so many months later, the last of its month where the month has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), month_end(year, month + 1))


def written(day: date) -> str:
    """A day as papers and screens write it in both languages: `05/6/2026`, the zero where it could be changed."""
    month = f"{day.month:02}" if day.month <= 2 else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"
