"""The nation that a story of abroad is about: `Trung Quốc: Kim ngạch tăng mạnh`, `Thái Lan hạ dự báo tăng trưởng`."""

from __future__ import annotations

from camket.extract.head.lines import Line
from camket.extract.nations import NATIONS
from camket.grammar.engine import Reading
from camket.grammar.expression import expression

_OPENS = expression(
    rf"[\"'“‘]?(?P<name>{'|'.join(sorted(NATIONS, key=len, reverse=True))})"
    r"(?=: | (?:lại )?(?:hạ|nâng|tăng|giảm|dự báo|đặt mục tiêu|công bố|thông qua)(?!\w))"
)
_OF_VIETNAM = expression(r"(?<!\w)(?:việt(?! kiều)|vn(?!\w))")
_SELDOM = 2
"""Times that a story of abroad may name the country."""


def nation_of_title(reading: Reading, title: Line) -> str | None:
    """The nation that a title opens with as the one that acts, in a story that hardly names Vietnam."""
    found = _OPENS.match(reading.text, title.start, title.end)
    if found is None or _OF_VIETNAM.search(reading.low, title.start, title.end) is not None:
        return None
    return found["name"] if sum(1 for _ in _OF_VIETNAM.finditer(reading.low)) <= _SELDOM else None
