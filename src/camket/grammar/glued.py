"""Words that a copy ran together with the number behind them: `chế tạotăng1,36%`, `nướctăng0,42%`, `đạt43%`."""

from __future__ import annotations

from collections.abc import Iterator

from camket.grammar.expression import expression
from camket.grammar.fold import Edit, Folded
from camket.grammar.syllable import is_syllable

_GLUED = expression(r"(?:tăng|giảm|đạt|chiếm|bằng|còn|ước|khoảng)(?=\d)")
_MAY_BE_GLUED = expression(r"\d(?<=[cgmnt]\d)")
"""Digits are rare: a search passes over all else fastest."""
_BEFORE = expression(r"[^\W\d_]{1,8}$")


def unglued(folded: Folded) -> Folded:
    """The text with a blank on both sides of a verb that stands glued to a number; a text without any as it is."""
    if _MAY_BE_GLUED.search(folded.low) is None or _GLUED.search(folded.low) is None:
        return folded
    return folded.edited(_edits(folded))


def _edits(folded: Folded) -> Iterator[Edit]:
    for found in _GLUED.finditer(folded.low):
        start, end = found.span()
        before = _BEFORE.search(folded.low, max(0, start - 8), start)
        if before is not None and not is_syllable(before[0]):
            continue  # another word that ends so
        if before is not None:
            yield Edit(start, start + 1, f" {folded.text[start]}")
        yield Edit(end - 1, end, f"{folded.text[end - 1]} ")
