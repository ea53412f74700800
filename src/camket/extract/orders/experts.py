"""Those who give expert views, by an academic title or a trade before their name: `TS. Lê Xuân An`."""

from __future__ import annotations

from typing import NamedTuple

from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER

_LEARNED = expression(
    r"(?:(?<!\w)(?:PGS|GS|TS|ThS|TSKH|KTS|BS)\.? ?){1,3}"
    r"(?:(?i:tiến sĩ|thạc sĩ|giáo sư|luật sư|chuyên gia|kiến trúc sư|nhà kinh tế)[^,;:.A-ZĐ]{0,30})?"
    r"(?P<name>NAME)$"
    r"|(?<!\w)(?i:tiến sĩ|thạc sĩ|giáo sư|luật sư|chuyên gia|kiến trúc sư"
    r"|nhà kinh tế)[^,;:.A-ZĐ]{0,30}? (?P<other>NAME)$".replace("NAME", rf"[{UPPER}]\w*(?: [{UPPER}]\w*){{1,3}}")
)
"""One who gives an expert view, by an academic title or trade before the name."""
_LEARNED_WORDS = ("ts", "gs", "ths", "kts", "bs", "sĩ ", "sư ", "chuyên gia", "nhà kinh tế")
EXPERT = 10
"""Their rank."""
_REACH = 100
"""So many letters hold title and name."""


class Expert(NamedTuple):
    """An expert: where the words for them begin, and the name."""

    start: int
    name: str


def learned(reading: Reading, left: int, end: int) -> Expert | None:
    """The expert whose name ends here."""
    near = max(left, end - _REACH)
    found = _LEARNED.search(reading.text, near, end) if holds(reading.low[near:end], _LEARNED_WORDS) else None
    if found is None:
        return None
    return Expert(found.start(), found["name"] or found["other"])
