"""Dues as a calendar that other programs read (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

import msgspec

_LONGEST = 75
"""Octets of a line."""
_MARKS = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


class CalendarEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A day with something to be done until its end.

    Attributes:
        key: lasting; the same entry keeps it when its day moves.
        day: the day.
        title, about: what is to be done, and more of it.
        address: of its page.
        version: higher whenever something changed.
    """

    key: str
    day: date
    title: str
    about: str = ""
    address: str = ""
    version: int = 0


def calendar(name: str, entries: Iterable[CalendarEntry], moment: datetime, remind: Sequence[int] = ()) -> str:
    """A calendar of whole days.

    Args:
        name: what programs call it.
        entries: its days.
        moment: when it was made.
        remind: how many days before each day to remind.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//camket//VI",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_plain(name)}",
    ]
    for each in entries:
        lines += _event(each, moment, remind)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(entry: CalendarEntry, moment: datetime, remind: Sequence[int]) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.key}"
    yield f"DTSTAMP:{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{entry.version}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY:{_plain(entry.title)}"
    if entry.about:
        yield f"DESCRIPTION:{_plain(entry.about)}"
    if entry.address:
        yield f"URL:{entry.address}"
    for days in remind:
        yield from (
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"TRIGGER:-P{days}D",
            f"DESCRIPTION:{_plain(entry.title)}",
            "END:VALARM",
        )
    yield "END:VEVENT"


def _plain(text: str) -> str:
    return text.translate(_MARKS)


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of 75 octets, none of which breaks a letter; each but the first begins with a blank."""
    piece, size = "", 0
    for letter in line:
        length = len(letter.encode())
        if size + length > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + length
    yield piece
