"""The lead that a copied story has at its foot, behind its author: `more(HDDTVN) – Ngày 7/12, HĐND thành phố họp`."""

from __future__ import annotations

from itertools import pairwise

from camket.extract.head.lines import Line
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.letters import UPPER

_MORE = "\nmore"
_LEADS = expression(rf"more ?(?:\([^()\n]{{2,24}}\) ?[-–]* ?(?=\S)|(?=[{UPPER}]))")
_WORD = expression(r"[^\W\d]{2,}")
_SHARED = 2
"""Words of its title that a lead has at least: one that has none is of another story."""
_PART = 5
"""What part of its runs of two words a lead has that stand above as well."""


def lead_at_foot(reading: Reading, title: Line | None = None) -> Line | None:
    """The lead at the foot of a story, without the mark before it; of a title given it is to tell the same."""
    start = reading.low.rfind(_MORE) + 1
    found = _LEADS.match(reading.text, start) if start else None
    if found is None:
        return None
    end = reading.low.find("\n", found.end())
    line = Line(found.end(), end if end >= 0 else len(reading.low.rstrip()))
    return line if title is None or _tells_the_same(reading, title, line) else None


def _tells_the_same(reading: Reading, title: Line, lead: Line) -> bool:
    """Whether a lead has words of the title, or runs of two words of the text above it."""
    words = _WORD.findall(reading.low[lead.start : lead.end])
    if len(set(_WORD.findall(reading.low[title.start : title.end])).intersection(words)) >= _SHARED:
        return True
    above = reading.low[: lead.start]
    return sum(f"{first} {second}" in above for first, second in pairwise(words)) * _PART >= len(words)


def is_before_the_lead(reading: Reading, end: int) -> bool:
    """Whether the next line is a lead at the foot: a name alone on a line before it is its author's."""
    start = end
    while start < len(reading.low) and reading.low[start].isspace():
        start += 1
    return _LEADS.match(reading.text, start) is not None
