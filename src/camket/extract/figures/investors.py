"""Whose capital and projects are told of, where a text speaks of those from abroad and of those at home."""

from __future__ import annotations

from camket.extract.figures.question import Question
from camket.grammar.expression import expression

_ABROAD = expression(r"(?<!\w)(?:fdi|(?:đầu tư|vốn|dự án) nước ngoài|đầu tư trực tiếp nước ngoài|đtnn)(?!\w)")
_HOME = expression(r"(?<!\w)(?:(?:dự án|doanh nghiệp|dn|nhà đầu tư|vốn|đầu tư) trong nước|ddi)(?!\w)")
_OF = {"fdi_registered": _ABROAD, "fdi_projects": _ABROAD, "domestic_investment_registered": _HOME}


def is_of_others(asked: Question, indicator: str) -> bool:
    """Whether a general word is not that of those investors, where both kinds are near: the one named last decides.

    `36 dự án, gồm 30 dự án trong nước và 6 dự án FDI. Tổng vốn đăng ký tăng 40%` is of both.
    """
    if indicator not in _OF:
        return False
    reading, slot = asked.reading, asked.slot
    before = max(0, slot.sentence.number - 1)
    begin = reading.sentences[before].start
    if not (
        _ABROAD.search(reading.low, begin, slot.sentence.end) and _HOME.search(reading.low, begin, slot.sentence.end)
    ):
        return False
    last = {
        words: max((one.start() for one in words.finditer(reading.low, slot.sentence.start, slot.start)), default=-1)
        for words in (_ABROAD, _HOME)
    }
    own = last.pop(_OF[indicator])
    return own <= next(iter(last.values()))
