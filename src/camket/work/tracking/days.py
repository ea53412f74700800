"""Days as people type them into cells: `30/6/2026`, `30.6.26`, `45838`, `ngày 30 tháng 6 năm 2026`, `31/6/2026`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from camket.model.message import Message
from camket.work.due_days import checked, days_written, year_of
from camket.work.tracking.written import as_papers_write

_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_PACKED = re.compile(r"(20\d\d)(\d\d)(\d\d)")
_EPOCH = date(1899, 12, 30)
_FIRST, _LAST = date(2000, 1, 1), date(2060, 12, 31)
_ZERO_DAYS = re.compile(r"(?:0{1,2}|0?1|31|30)/(?:0{1,2}|0?1|12)/(?:1899|1900|1904|1970|0000|0001)")
"""What programs write for a day that is not there."""


class DayFound(NamedTuple):
    """A day in a text.

    Attributes:
        start, end: where it stands.
        day: None where there is no such day.
        trouble: what is wrong with it.
    """

    start: int
    end: int
    day: date | None
    trouble: Message | None = None


def days_in(text: str, year: int | None = None) -> Iterator[DayFound]:
    """The days of a folded text, in order.

    Args:
        text: folded.
        year: of a day that is written without one.
    """
    for found in days_written(text):
        told = year_of(found)
        if told is None and found["sign"] == " tháng ":
            told = year
        if told is not None:
            yield DayFound(found.start(), found.end(), *checked(told, int(found["month"]), int(found["day"]), found[0]))


def day_alone(text: str) -> date | None:
    """The day of a folded text that says a day and nothing else."""
    found = next(days_in(text), None)
    return found.day if found is not None and found.start == 0 and found.end == len(text) else None


def serial_day(text: str) -> date | None:
    """The day that a bare number says: one of five digits that Excel counts to, or `20260630`; None for any other."""
    packed = _PACKED.fullmatch(text)
    if packed is not None:
        return checked(int(packed[1]), int(packed[2]), int(packed[3]), text)[0]
    if not _SERIAL.fullmatch(text):
        return None
    day = _EPOCH + timedelta(days=int(text[:5]))
    return day if _FIRST <= day <= _LAST else None


def is_zero_day(text: str) -> bool:
    """Whether a folded text is the day that programs write where there is none: `01/01/1970`, `00/01/1900`."""
    return _ZERO_DAYS.match(text.replace(" ", "")) is not None


def day_in(text: str, year: int | None = None) -> tuple[date | None, Message | None]:
    """The one day of a folded cell; the last where it has several. Trouble is told where no day is good."""
    serial = serial_day(text.strip())
    if serial is not None:
        return serial, None
    found = [] if is_zero_day(text) else list(days_in(as_papers_write(text), year))
    good = [each.day for each in found if each.day is not None]
    if good:
        return good[-1], None
    return None, next((each.trouble for each in found), None)
