"""Lines that come back on many pages: of the pages themselves are those whose numbers stay the same or count the pages.

`CÔNG BÁO/Số 45/Ngày 20-11-2025` and `Trang 3/10` are of the page; `Biểu số 01`, `Biểu số 02` name what stands below
them, and `12. ...`, `27. ...` are text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from camket.grammar.expression import expression
from camket.read.scan.fold import folded

_DIGITS = expression(r"\d+")
_NAMES_A_PART = expression(r"(?:bieu|mau|bang|phu luc|phan|chuong|muc|dieu)(?!\w)[^\d]{0,20}\d")


def without_numbers(text: str) -> str:
    """The line as it is compared with others, numbers aside."""
    return _DIGITS.sub("#", text)


def of_the_pages(lines: Sequence[tuple[int, str]]) -> list[bool]:
    """For each of the lines, given with their pages and alike but for their numbers, whether it is of its page."""
    kept = [True] * len(lines)
    numbers = [[int(said) for said in _DIGITS.findall(text)] for _, text in lines]
    for place in range(len(numbers[0]) if numbers else 0):
        ways = [
            (("stays", said[place]), ("counts", said[place] - page))
            for (page, _), said in zip(lines, numbers, strict=True)
        ]
        usual = Counter(way for two in ways for way in two).most_common(1)[0][0]
        if place == 0 and usual[0] == "counts" and _NAMES_A_PART.match(folded(lines[0][1])):
            return [False] * len(lines)
        kept = [one and usual in two for one, two in zip(kept, ways, strict=True)]
    return kept
