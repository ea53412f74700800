"""The border gate or branch of the customs that a story is about: `Hải quan Móng Cái: Thu ngân sách tăng`."""

from __future__ import annotations

from camket.extract.head.lines import Line
from camket.extract.head.places import PROVINCE, ranked
from camket.extract.known_places import names_of_provinces
from camket.extract.lexicon import AREA
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.holding import holds
from camket.grammar.letters import UPPER

_WORDS = ("cửa khẩu", "hải quan")
_NAME = rf"(?P<name>(?!Việt Nam)[{UPPER}][\w']*(?: [{UPPER}][\w']*){{1,3}})(?!\w)"
_GATE = expression(
    r"(?<!các )(?<!cặp )(?<!nhiều )(?<!\d )(?<!\w)"
    r"(?:[Cc]ửa khẩu(?: (?:quốc tế|quốc gia|chính|phụ|đường bộ|song phương))*"
    r"|[Cc]hi cục [Hh]ải quan(?: [Cc]ửa khẩu)?(?: (?:quốc tế|cảng))*)"
    rf" {_NAME}(?!, [{UPPER}]| và [{UPPER}]| ?– ?[{UPPER}])"
)
_BRANCH = expression(
    rf"Hải quan (?:[Cc]ửa khẩu )?{_NAME}(?= ?[:–-]| (?:thu|tăng|giảm|đạt|phấn đấu|quyết tâm|nỗ lực)(?!\w))"
)
_AGAIN = 2


def gate_of(reading: Reading, title: Line) -> str | None:
    """The gate or branch, named after no province, that the title names and the text tells of again."""
    if not holds(reading.low[title.start : title.end], _WORDS):
        return None
    found = _GATE.search(reading.text, title.start, title.end) or _BRANCH.match(reading.text, title.start, title.end)
    if found is None or _is_of_a_province(reading, found.start("name"), found["name"]):
        return None
    return found["name"] if reading.text.count(found["name"]) >= _AGAIN else None


def _is_of_a_province(reading: Reading, start: int, name: str) -> bool:
    """Whether a province bears the name, or one that goes on behind it: `Hải quan Bà Rịa – Vũng Tàu`."""
    levels = ranked()
    marks = reading.marked(AREA, start, start + len(name) + 1)
    whole = any(mark.start == start and levels.get(mark.value, (None,))[0] == PROVINCE for mark in marks)
    return (
        whole
        or fold(name) in names_of_provinces()
        or any(one.startswith(f"{fold(name)} ") for one in names_of_provinces())
    )
