"""Parts that make up a whole that no word names: `15 chỉ tiêu vượt, 8 chỉ tiêu đạt và 3 chỉ tiêu không đạt`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.rules.tally.item import Count

_NOUNS = ("chỉ tiêu", "nhiệm vụ", "tiêu chí")
_LEAST = 2
"""Parts that tell two states, one of them of what was not reached."""
_MISSED = (
    r"(?:(?:không|chưa|khó)(?: được| thể)? (?:đạt|hoàn thành|thực hiện|triển khai)|(?:thấp|kém) hơn"
    r"|dưới (?:kế hoạch|mục tiêu))"
)
_SHORT = rf"(?P<state>{_MISSED}|đang|chậm|cơ bản|xấp xỉ|có khả năng|cần phấn đấu|quá hạn|chưa có|chưa đủ)(?!\w)"
_SHORT_AFTER = expression(rf"(?: [^\W\d_]+){{0,3}}? {_SHORT}")
_SHORT_BEFORE = expression(rf"(?<!\w){_SHORT}(?: [^\W\d_]+){{0,3}} $")
"""How far things are that are not done, said after their count or before it."""
_CLOSE = 40
_HEAD_OF_LINE = 32
_LINES = 4
"""Lines from one part to the next, of which those between may name what is meant."""
_BEFORE_LINES = 2
"""Sentences before the first line that would tell a whole."""
_OTHERWISE = expression(
    r"(?<!\w)(?:trong đó|trong số|tổng số|phấn đấu|yêu cầu|giao(?! thông| dịch| lưu)|cùng kỳ|so với)(?!\w)"
)
"""Words by which the parts are parts of each other or of another whole, or aims."""
_SHARE = expression(r"\d+(?:[.,]\d+)? ?%|(?:năm|quý|tháng|giai đoạn|nhiệm kỳ) \d[\d/ -]*")
_NUMBER = expression(r"\d")
_LEFT = expression(
    r"(?:[,;]|(?<!\w)và|(?<!\w)còn) ?\d{1,3} (?:[^\W\d_]+ ){0,2}?(?:chỉ tiêu|nhiệm vụ|tiêu chí|chưa|không|khó|đang|đạt"
    r"|vượt)"
)
_ALL_OF = expression(r"(?<![\w/.,])(\d{1,3}) (?=chỉ tiêu|nhiệm vụ|tiêu chí)")


def sum_of_parts(reading: Reading, sentence: Sentence, counts: Sequence[tuple[Made, Count]]) -> tuple[int, str] | None:
    """The sum of a sentence's counts and what they count, where they are all the parts of a whole left unnamed.

    That is so where all are of one noun, each tells another state, one of them that it was not reached, and
    neither the sentence nor the paragraph before it gives another number of the same things.
    """
    nouns = {count.of for _, count in counts} - {None}
    noun = nouns.pop() if len(nouns) == 1 else None
    if noun not in _NOUNS or len(counts) < _LEAST or counts[0][1].of is None:
        return None
    if any(count.total is not None or count.alone or count.inner for _, count in counts):
        return None
    ends = [made.start for made, _ in counts[1:]] + [sentence.end]
    if not _tell_apart(reading, counts, ends) or not _go_together(reading, sentence, counts):
        return None
    total = sum(count.done for _, count in counts)
    return None if _other_number(reading, sentence, noun, total) else (total, noun)


def sums_of_lines(reading: Reading, told: Sequence[tuple[Sentence, Sequence[Made]]]) -> dict[int, tuple[int, str]]:
    """The same for parts that stand in a line each: the sum and what is counted, by the number of each line's sentence.

    Args:
        reading: of the paper.
        told: the sentences with tallies in order, and their tallies.
    """
    found: dict[int, tuple[int, str]] = {}
    run: list[tuple[Sentence, Made, Count]] = []
    for sentence, items in told:
        first = _opens_line(sentence, items)
        if first is not None and run and _goes_on(run[-1], sentence, first[1]):
            run.append((sentence, *first))
            continue
        found |= _sum_of_run(reading, run)
        run = [(sentence, *first)] if first is not None else []
    return found | _sum_of_run(reading, run)


def _opens_line(sentence: Sentence, items: Sequence[Made]) -> tuple[Made, Count] | None:
    """The count at the head of a line, if it is of what plans are made of and has no total of its own."""
    made = items[0]
    count = made.item
    if not isinstance(count, Count) or count.total is not None or count.alone or count.inner or sentence.place:
        return None
    return (made, count) if count.of in _NOUNS and made.start - sentence.start < _HEAD_OF_LINE else None


def _goes_on(last: tuple[Sentence, Made, Count], sentence: Sentence, count: Count) -> bool:
    return last[2].of == count.of and 0 < sentence.paragraph - last[0].paragraph <= _LINES


def _sum_of_run(reading: Reading, run: Sequence[tuple[Sentence, Made, Count]]) -> dict[int, tuple[int, str]]:
    if len(run) < _LEAST or not _tell_apart(reading, [part[1:] for part in run], [part[0].end for part in run]):
        return {}
    first, _, count = run[0]
    total = sum(part[2].done for part in run)
    before = reading.sentences[max(0, first.number - _BEFORE_LINES)].start
    if count.of is None or any(int(one[1]) != total for one in _ALL_OF.finditer(reading.low, before, first.start)):
        return {}
    return {part[0].number: (total, count.of) for part in run}


def _tell_apart(reading: Reading, counts: Sequence[tuple[Made, Count]], ends: Sequence[int]) -> bool:
    """Whether every count tells a state, none comes twice and one is of what was not reached."""
    states = [
        _short_of(reading, made, end) if count.state == "other" else count.state
        for (made, count), end in zip(counts, ends, strict=True)
    ]
    reached = [count.state for _, count in counts if count.state != "other"]
    if not reached or None in states or len(set(states)) < len(states):
        return False
    if "achieved_or_exceeded" in reached and len(reached) > 1:
        return False  # `15 đạt và vượt, 8 vượt`: the second may be a part of the first
    return any(re.match(_MISSED, state) for state in states if state is not None)


def _short_of(reading: Reading, made: Made, end: int) -> str | None:
    """The words by which what is counted is not done."""
    told = _SHORT_AFTER.match(_behind(reading, made, end)) or _SHORT_BEFORE.search(
        reading.low, max(0, made.start - _CLOSE), made.start
    )
    return told["state"] if told is not None else None


def _behind(reading: Reading, made: Made, end: int) -> str:
    """The words after a count; where it names nothing, its words after the number count too."""
    quoted = reading.low[made.start : made.end]
    number = re.match(r"\S+(?: (?:chỉ tiêu|nhiệm vụ|tiêu chí))?", quoted)
    return reading.low[made.start + (number.end() if number else 0) : end]


def _go_together(reading: Reading, sentence: Sentence, counts: Sequence[tuple[Made, Count]]) -> bool:
    """Whether nothing else is counted from the first part to the end of the sentence."""
    first, last = counts[0][0], counts[-1][0]
    if _OTHERWISE.search(reading.low, sentence.start, sentence.end) or _LEFT.search(
        reading.low, last.end, sentence.end
    ):
        return False
    between = (reading.low[one.end : other.start] for (one, _), (other, _) in pairwise(counts))
    return first.start < last.start and not any(_NUMBER.search(_SHARE.sub("", words)) for words in between)


def _other_number(reading: Reading, sentence: Sentence, noun: str, total: int) -> bool:
    """Whether the paragraph before the sentence tells another number of the same things."""
    start = sentence.start
    for before in reversed(reading.sentences[: sentence.number]):
        if before.paragraph != sentence.paragraph:
            break
        start = before.start
    told = _ALL_OF.finditer(reading.low, start, sentence.start)
    return any(int(one[1]) != total for one in told if reading.low.startswith(noun, one.end()))
