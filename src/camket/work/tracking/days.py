"""Days as people type them into cells: `30/6/2026`, `30.6.26`, `45838`, `ngày 30 tháng 6 năm 2026`, `31/6/2026`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from camket.model.message import Message, message

_DAY = re.compile(
    r"(?<![\w/.])(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?![\d/])"
    r"|(?P<day>\d{1,2})(?P<sign> ?[/.-] ?)(?P<month>\d{1,2})(?P=sign)(?P<year>\d{4}|\d{2})(?![\d/])"
    r"|(?<!tuần )(?P<day2>\d{1,2}) tháng (?P<month2>\d{1,2})(?: năm (?P<year2>\d{4})|(?: ?/ ?)(?P<year3>\d{4}))?(?!\d))"
)
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_EPOCH = date(1899, 12, 30)
_FIRST, _LAST = date(2000, 1, 1), date(2060, 12, 31)
_CENTURY = 2000
_ZERO_DAYS = re.compile(r"(?:0{1,2}|0?1|31|30)/(?:0{1,2}|0?1|12)/(?:1899|1900|1904|1970|0000)")
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
    for found in _DAY.finditer(text):
        parts = found.groupdict()
        day, month = (
            int(parts["d"] or parts["day"] or parts["day2"]),
            int(parts["m"] or parts["month"] or parts["month2"]),
        )
        written = parts["y"] or parts["year"] or parts["year2"] or parts["year3"]
        told = _year(written) if written else year
        if told is not None:
            yield _found(found, told, month, day)


def _year(written: str) -> int:
    return int(written) if len(written) > 2 else _CENTURY + int(written)


def _found(found: re.Match[str], year: int, month: int, day: int) -> DayFound:
    told = checked(year, month, day, found[0])
    return DayFound(found.start(), found.end(), *told)


def checked(year: int, month: int, day: int, written: str) -> tuple[date | None, Message | None]:
    """The day, or why there is none."""
    if not _FIRST.year <= year <= _LAST.year:
        return None, message("tracking.odd_year", found=written, first=_FIRST.year, last=_LAST.year)
    if not 1 <= month <= 12:
        if 1 <= day <= 12 and month <= 31:
            return None, message("tracking.month_first", found=written, meant=f"{month}/{day}/{year}")
        return None, message("tracking.no_such_month", found=written, month=month)
    most = monthrange(year, month)[1]
    if not 1 <= day <= most:
        return None, message("tracking.no_such_day", found=written, month=month, year=year, most=most)
    return date(year, month, day), None


def serial_day(text: str) -> date | None:
    """The day that a bare number of five digits counts to, as Excel does; None where it is no such number."""
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
    found = [] if is_zero_day(text) else list(days_in(text, year))
    good = [each.day for each in found if each.day is not None]
    if good:
        return good[-1], None
    return None, next((each.trouble for each in found), None)
