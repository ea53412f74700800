"""The motto of the State and the name of the Party, which stand at the head of official papers.

Recognisers of scans lose marks and letters of capitals: the words are known by what is left.
"""

from __future__ import annotations

import unicodedata

from camket.extract.head.lines import Line
from camket.grammar.engine import Reading
from camket.grammar.expression import expression


def _by_letters(pattern: str) -> str:
    """A pattern in which every vowel and `D` stands for itself with any marks."""
    marked: dict[str, str] = {}
    for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)):
        letter = unicodedata.normalize("NFD", chr(code))[0]
        marked[letter] = marked.get(letter, letter) + chr(code)
    marked["D"] = "DĐ"
    return "".join(f"[{marked[letter]}]" if letter in "ADEIOUY" else letter for letter in pattern)


MOTTO = expression(
    _by_letters("CONG") + r"\s+" + _by_letters("HO") + r"\w?\s+" + _by_letters("XA") + r"\s+" + _by_letters("HOI")
    + rf"(?:\s+{_by_letters('CHU')}\s+\w+"
    rf"(?:(?:\.?\s+|\s[\W_]{{1,6}}\s)V\w{{1,4}}\s+{_by_letters('NAM')}|(?:\s+V\w{{0,4}})?\s*$"
    r"|(?=\s+[ĐD]\wc l\wp))| *$)"
    + r"|^ *CHỦ NGHĨA VIỆT NAM *$"
    r"|[ĐD]\wc l\wp ?- ?T\w [dđ]\w ?- ?H\wnh ph\wc"
    r"|ĐẢNG +CỘNG +SẢN +VIỆT +NAM *$"
)  # fmt: skip


def motto_at(reading: Reading, lines: list[Line]) -> int:
    """The first line with the motto of the State or the name of the Party; -1 where none has it."""
    return next((at for at, line in enumerate(lines) if MOTTO.search(reading.text, *line)), -1)
