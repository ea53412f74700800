"""Whose capital and projects are told of, where a text speaks of those from abroad and of those at home."""

from __future__ import annotations

from camket.extract.figures.question import Question
from camket.grammar.expression import expression

_ABROAD = expression(r"(?<!\w)(?:fdi|(?:đầu tư|vốn|dự án) nước ngoài|đầu tư trực tiếp nước ngoài|đtnn)(?!\w)")
_HOME = expression(r"(?<!\w)(?:(?:dự án|doanh nghiệp|dn|nhà đầu tư|vốn|đầu tư) trong nước|ddi)(?!\w)")
_OF = {"fdi_registered": _ABROAD, "fdi_projects": _ABROAD, "domestic_investment_registered": _HOME}

_THOSE_FROM_ABROAD = expression(
    r"[^;]{0,90}?(?:,| và|, và) (?:có )?\d+ dự án (?:fdi|có vốn (?:fdi|đầu tư nước ngoài)|vốn fdi"
    r"|(?:vốn )?đầu tư (?:trực tiếp )?nước ngoài)(?!\w)"
)


def _beside_those_from_abroad(asked: Question) -> bool:
    """Whether those from abroad are counted next, beside these: `18 dự án với 2.390 tỷ đồng và 1 dự án FDI`."""
    slot, low = asked.slot, asked.reading.low
    if _ABROAD.search(low, slot.sentence.start, slot.start):
        return False
    return _THOSE_FROM_ABROAD.match(low, slot.end, slot.sentence.end) is not None


def is_of_others(asked: Question, indicator: str) -> bool:
    """Whether a general word is not that of those investors, where both kinds are near: the one named last decides.

    `36 dự án, gồm 30 dự án trong nước và 6 dự án FDI. Tổng vốn đăng ký tăng 40%` is of both.
    """
    if indicator not in _OF:
        return False
    reading, slot = asked.reading, asked.slot
    if indicator == "fdi_projects" and _beside_those_from_abroad(asked):
        return True
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
