"""Words that a copy ran together with the number beside them, or drew apart: `đạt43%`, `19,62nghìntấn`, `46,8  ha`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from camket.grammar.expression import expression
from camket.grammar.fold import Edit, Folded
from camket.grammar.syllable import is_syllable

_GLUED = expression(r"(?:tăng|giảm|đạt|chiếm|bằng|còn|ước|khoảng)(?=\d)")
_LAST_LETTERS = frozenset("cgmnt")
"""In which of them each of those words ends."""
_SIZE_AND_UNIT = expression(
    r"(?<=\d)(?P<size>nghìn|ngàn|triệu|tỷ|tỉ)"
    r"(?=(?:tấn|đồng|usd|người|hộ|ha|con|lượt|chiếc|lít|kwh|m2|m3|doanh nghiệp|lao động)(?!\w))"
)
_BEFORE_A_SIZE = expression(r"\d+(?:ng|tr|tỷ|tỉ)[^\W\d_]")
_TWO_BLANKS = expression(r"\d {2}(?=[%a-zà-ỹđ])")
_OPENS_A_ROW = expression(r"[ (*+-]*[\d.]+[.)]?")
_GAP = expression(r" {2,}")
_FEW_GAPS = 2
_BEFORE = expression(r"[^\W\d_]{1,8}$")


def unglued(folded: Folded, runs: Iterable[int]) -> Folded:
    """The text with a blank on both sides of what stands glued to a number; a text without any as it is.

    Args:
        folded: the text.
        runs: where its runs of digits begin; around them is looked before the whole text is.
    """
    edits = [*_sizes(folded, runs), *_verbs(folded, runs), *_blanks(folded)]
    return folded.edited(sorted(edits, key=attrgetter("start"))) if edits else folded


def _sizes(folded: Folded, runs: Iterable[int]) -> Iterator[Edit]:
    low = folded.low
    if not any(_BEFORE_A_SIZE.match(low, at) for at in runs):
        return
    for found in _SIZE_AND_UNIT.finditer(folded.low):
        start, end = found.span("size")
        yield Edit(start, start + 1, f" {folded.text[start]}")
        yield Edit(end - 1, end, f"{folded.text[end - 1]} ")


def _blanks(folded: Folded) -> Iterator[Edit]:
    """Two blanks behind a number in running text, which are one; lines with more of them have columns."""
    if "  " not in folded.low:
        return
    for found in _TWO_BLANKS.finditer(folded.low):
        start = folded.low.rfind("\n", 0, found.start()) + 1
        end = folded.low.find("\n", found.end())
        line = folded.low[start : end if end >= 0 else len(folded.low)]
        opens = _OPENS_A_ROW.fullmatch(line, 0, found.end() - start - 2) is not None
        if not opens and "\t" not in line and len(_GAP.findall(line.strip())) <= _FEW_GAPS:
            yield Edit(found.end() - 2, found.end(), " ")


def _verbs(folded: Folded, runs: Iterable[int]) -> Iterator[Edit]:
    low = folded.low
    if not any(at and low[at - 1] in _LAST_LETTERS for at in runs):
        return
    for found in _GLUED.finditer(folded.low):
        start, end = found.span()
        before = _BEFORE.search(folded.low, max(0, start - 8), start)
        if before is not None and not is_syllable(before[0]):
            continue  # another word that ends so
        if before is not None:
            yield Edit(start, start + 1, f" {folded.text[start]}")
        yield Edit(end - 1, end, f"{folded.text[end - 1]} ")
