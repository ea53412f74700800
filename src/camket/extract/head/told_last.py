"""The lead that a copied story has at its foot, behind its author: `more(HDDTVN) – Ngày 7/12, HĐND thành phố họp`."""

from __future__ import annotations

from camket.extract.head.lines import Line
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_MORE = "\nmore"
_LEADS = expression(r"more ?\([^()\n]{2,24}\) ?[-–]* ?(?=\S)")


def lead_at_foot(reading: Reading) -> Line | None:
    """The lead at the foot of a story, without the mark before it."""
    start = reading.low.rfind(_MORE) + 1
    found = _LEADS.match(reading.low, start) if start else None
    if found is None:
        return None
    end = reading.low.find("\n", found.end())
    return Line(found.end(), end if end >= 0 else len(reading.low.rstrip()))


def is_before_the_lead(reading: Reading, end: int) -> bool:
    """Whether the next line is a lead at the foot: a name alone on a line before it is its author's."""
    start = end
    while start < len(reading.low) and reading.low[start].isspace():
        start += 1
    return _LEADS.match(reading.low, start) is not None
