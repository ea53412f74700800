"""A head without a letterhead: collections of laws run issuer, number and day into the title.

`THÔNG TƯ / CỦA BỘ TÀI CHÍNH SỐ 12/2010/TT-BTC / NGÀY 20 THÁNG 01 NĂM 2010 / VỀ QUẢN LÝ ...` says on two or three lines
what the letterhead of the printed paper said.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from camket.extract.head.lines import Line, as_written
from camket.extract.head.names import in_running_case
from camket.extract.head.news import is_day
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_SAID = expression(
    r"\s+(?:của\s+(?P<issuer>[^\d;:()]{3,160}?),?\s+)?số ?:? ?(?P<number>\d[\w.]*(?: ?[-/] ?[\w&.,-]+)*?),?"
    r"\s+ngày\s+(?P<day>\d{1,2})(?:\s+tháng\s+|[/.-])(?P<month>\d{1,2})(?:\s+năm\s+|[/.-])(?P<year>(?:19|20)\d\d)(?!\d)"
)
_WHOLE = 400
"""Letters of a title up to its day."""
_OFFICE = expression(
    r"(?:BỘ TRƯỞNG(?=\s+BỘ\s)|CHỦ NHIỆM(?=\s+(?:ỦY BAN|VĂN PHÒNG)\s)|(?:TỔNG )?CỤC TRƯỞNG(?=\s+(?:TỔNG )?CỤC\s)"
    r"|(?:TỔNG )?GIÁM ĐỐC(?=\s)|THỐNG ĐỐC(?=\s+NGÂN HÀNG))\s+"
)
"""Who signs for a body: the letterhead names the body alone."""
_OF_THE_COUNTRY = expression(r"\s+NƯỚC\s+CỘNG HÒA.*$", re.DOTALL)


class TitledHead(NamedTuple):
    """What such a title says; `named` is where the issuer is named, `end` where the subject begins. The date is ISO."""

    number: str
    date: str
    issuer: str | None
    named: Line | None
    end: int


def read_titled(reading: Reading, type_end: int) -> TitledHead | None:
    """The head that is run into a title in capitals whose type ends at `type_end`; None where the title has none."""
    found = _SAID.match(reading.low, type_end, type_end + _WHOLE)
    if found is None or not reading.text[type_end : found.end()].isupper():
        return None
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    if not is_day(year, month, day):
        return None
    named = Line(*found.span("issuer")) if found["issuer"] else None
    return TitledHead(
        number="".join(as_written(reading, *found.span("number")).split()),
        date=f"{year}-{month:02}-{day:02}",
        issuer=_issuer(reading, named) if named is not None else None,
        named=named,
        end=found.end(),
    )


def _issuer(reading: Reading, named: Line) -> str:
    name = _OF_THE_COUNTRY.sub("", reading.text[named.start : named.end])
    return in_running_case(" ".join(_OFFICE.sub("", name, count=1).split()))
