"""A consolidated text as the gazette prints it: its number and day stand at its foot, where the office vouches for it.

The head names only the law; the foot has a letterhead of its own (`VĂN PHÒNG QUỐC HỘI`, `Số: 30/VBHN-VPQH`, `XÁC THỰC
VĂN BẢN HỢP NHẤT`, place and date). Ordinance 01/2012/UBTVQH13, articles 9-12.
"""

from __future__ import annotations

from typing import NamedTuple

from camket.extract.head.foot import date_of
from camket.extract.head.issuer import issuer_of, names_a_body
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_VOUCHES = "xác thực văn bản hợp nhất"
_NUMBER = expression(r"số ?: ?(?P<number>\d{1,5} ?/ ?vbhn ?- ?[^\W\d_]+)")
_DAY = expression(r"ngày (?P<day>\d\d?) tháng (?P<month>\d\d?) năm (?P<year>20\d\d)")
_AROUND = 300
"""Letters before and after those words within which the rest of that letterhead stands."""
_LINES = 2


class Verified(NamedTuple):
    """What the foot says; the date is ISO."""

    number: str
    date: str | None
    issuer: str | None


def read_verified(reading: Reading) -> Verified | None:
    """The number, day and issuer of a consolidated text from its foot; None where it has none."""
    at = reading.low.rfind(_VOUCHES)
    if at < 0:
        return None
    start, end = max(0, at - _AROUND), at + _AROUND
    number = _NUMBER.search(reading.low, start, end)
    if number is None:
        return None
    dated = _DAY.search(reading.low, at, end) or _DAY.search(reading.low, number.end(), end)
    day = date_of(dated) if dated is not None else None
    return Verified(
        number="".join(reading.text[slice(*number.span("number"))].split()),
        date=day.isoformat() if day is not None else None,
        issuer=_issuer(reading.text[start : number.start()]),
    )


def _issuer(above: str) -> str | None:
    """The body on the lines in capitals right above the number."""
    lines: list[str] = []
    for line in reversed([line.strip() for line in above.split("\n") if line.strip()]):
        if not line.isupper() or len(lines) == _LINES:
            break
        lines.insert(0, line)
        if names_a_body(line):
            break
    return issuer_of(lines)
