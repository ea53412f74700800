"""The labels that plans put under a task: `Đơn vị chủ trì: Sở Tư pháp`, `Thời gian thực hiện: trong năm 2025`."""

from __future__ import annotations

import re

from camket.extract.orders.items import level_of, mark_of, words_of_line
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.sentence import Sentence

LABEL = expression(
    r"(?:(?:đơn vị|cơ quan) (?:chủ trì|phối hợp|thực hiện|đầu mối|chịu trách nhiệm|tham mưu)"
    r"(?:,? (?:tham mưu|thực hiện|triển khai))*"
    r"|thời (?:gian|hạn) (?:thực hiện|hoàn thành|triển khai)|kinh phí(?: thực hiện)?|sản phẩm|tiến độ|lộ trình|kết quả)"
    r" *:"
)
"""How a line begins that says who does a task, by when, or what comes of it."""
_TASK = expression(r"(?:nội dung )?(?:nhiệm vụ|nội dung)(?: cụ thể| thực hiện)? *:")
"""How the line begins that names the task itself."""
_LEAD = expression(
    r"(?:đơn vị|cơ quan) (?:chủ trì|thực hiện|chịu trách nhiệm)(?:,? (?:tham mưu|thực hiện|triển khai))*"
    r" *: *(?P<words>[^.;\n]+)"
)
_DUE = expression(r"thời (?:gian|hạn) (?:thực hiện|hoàn thành|triển khai) *: *(?P<words>[^;\n]+)")
_REACH = 16
"""Labels stand within so many sentences below their task."""


def lead_of(reading: Reading, sentence: Sentence) -> tuple[int, int] | None:
    """Start and end of the body that a label below a line such as `a) Nhiệm vụ: ...`, or an item, puts in charge."""
    mark = mark_of(reading, sentence)
    if _TASK.match(reading.low, words_of_line(reading, sentence), sentence.end):
        return _labelled(reading, sentence.number, _LEAD, level_of(mark) - 1)
    if not mark or _heads_items(reading, sentence):
        return None
    return _labelled(reading, sentence.number, _LEAD, level_of(mark))


def _heads_items(reading: Reading, sentence: Sentence) -> bool:
    """Whether the next line is an item of a lower level that is no label: then the labels are of the items."""
    for below in reading.sentences[sentence.number + 1 : sentence.number + 1 + _REACH]:
        if below.paragraph != sentence.paragraph:
            mark = mark_of(reading, below)
            labelled = LABEL.match(reading.low, words_of_line(reading, below), below.end)
            return bool(mark) and not labelled and level_of(mark) > level_of(mark_of(reading, sentence))
    return False


def due_of(reading: Reading, number: int) -> tuple[int, int] | None:
    """Start and end of what a label below a task's sentence says of its time; None where there is no such label."""
    sentence = reading.sentences[number]
    mark = mark_of(reading, sentence)
    found = _labelled(reading, number, _DUE, level_of(mark) - 1)
    if (
        found is None
        or mark in ("", "dash")
        or _TASK.match(reading.low, words_of_line(reading, sentence), sentence.end)
    ):
        return found
    beside = mark_of(reading, reading.sentence_at(found[0])) == mark  # `5. Thời hạn hoàn thành: ...` is of all items
    return None if beside else found


def _labelled(reading: Reading, number: int, label: re.Pattern[str], level: int) -> tuple[int, int] | None:
    """The words of a label below a line, before the next task and the next item that stands on this level or above."""
    for below in reading.sentences[number + 1 : number + 1 + _REACH]:
        start = words_of_line(reading, below)
        mark, labelled = mark_of(reading, below), LABEL.match(reading.low, start, below.end)
        beside = mark and level_of(mark) <= level and not labelled
        if _TASK.match(reading.low, start, below.end) or beside:
            return None
        if found := label.match(reading.low, start, below.end):
            return found.span("words")
    return None
