"""Tallies with the plan and the period they are said of."""

from __future__ import annotations

import re

from camket.extract.attributes import PLAN, last_plan
from camket.extract.place import place
from camket.extract.scene import Scene
from camket.extract.timing import phrase
from camket.grammar.engine import Reading
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.model.fact import Tally
from camket.model.message import message
from camket.rules.period.item import When
from camket.rules.tally.item import Count

_OF_A_PLAN = re.compile(r"chỉ tiêu|mục tiêu|chương trình|đề án")
_REACH = 3
_TERM_YEARS = re.compile(r"(?:nhiệm kỳ|giai đoạn) (\d{4}) ?- ?(\d{4})")


def find_tallies(reading: Reading, scene: Scene) -> tuple[Tally, ...]:
    """All tallies in the order of the text; parts of a tally take their total from the one before them."""
    found: list[Tally] = []
    last: tuple[int, Sentence] | None = None
    for sentence in reading.sentences:
        for made in reading.items("tally", sentence.start, sentence.end):
            count = made.item
            if not isinstance(count, Count) or reading.overlapping("period", made.start, made.start + 2):
                continue
            total = count.total if count.total is not None else _total(count, sentence, last)
            if total is None:
                continue
            if count.total is not None:
                last = (total, sentence)
            found.append(_tally(reading, sentence, made, count, total, scene))
    return tuple(found)


def _total(count: Count, sentence: Sentence, last: tuple[int, Sentence] | None) -> int | None:
    """The total that a part belongs to: of the last whole tally, which stands close by where the part names nothing."""
    if last is None or count.done > last[0]:
        return None
    close = sentence.paragraph == last[1].paragraph and sentence.number - last[1].number <= 2
    return last[0] if close or count.of else None


def _tally(reading: Reading, sentence: Sentence, made: Made, count: Count, total: int, scene: Scene) -> Tally:
    spot = place(reading, made.start, made.end)
    plan, term = _plan(reading, sentence, made)
    period = term or _period(reading, sentence, made, scene)
    return Tally(
        start=spot.start,
        end=spot.end,
        quote=spot.quote,
        rule=made.rule,
        confidence=0.9 if count.state != "other" else 0.7,
        reasons=(message("reason.tally.state", state=count.state),),
        done=count.done,
        total=total,
        of=count.of,
        state=count.state,
        plan=plan,
        period=period,
        area=scene.area,
    )


def _plan(reading: Reading, sentence: Sentence, made: Made) -> tuple[str | None, str | None]:
    """The plan named after the count, else before it in the sentence, and the term printed with it."""
    after = reading.items(PLAN, made.end, sentence.end)
    before = reading.items(PLAN, sentence.start, made.start)
    near = after[0] if after else before[-1] if before else None
    years = _TERM_YEARS.search(reading.low, sentence.start, sentence.end)
    term = f"{years[1]}/{years[2]}" if years else None
    if near is None:
        return None if _own_year(reading, sentence, made) else _plan_before(reading, sentence, made), term
    return place(reading, near.start, near.end).quote, term


def _own_year(reading: Reading, sentence: Sentence, made: Made) -> bool:
    """Whether the sentence opens with a year of its own: `Năm 2024, ... 19/19 chỉ tiêu` is that year's plan."""
    return any(
        isinstance(one.item, When)
        and one.item.year is not None
        and one.item.high_year is None
        and one.item.mode == "in"
        for one in reading.items("period", sentence.start, made.start)
    )


def _plan_before(reading: Reading, sentence: Sentence, made: Made) -> str | None:
    """For targets and programmes, the plan that the sentences right before name: a paragraph tells it once."""
    if not _OF_A_PLAN.search(reading.low, made.start, min(sentence.end, made.end + 24)):
        return None
    first = reading.sentences[max(0, sentence.number - _REACH)]
    return last_plan(reading, first.start, sentence.start)


def _period(reading: Reading, sentence: Sentence, made: Made, scene: Scene) -> str | None:
    before: str | None = None
    for one in reading.items("period", sentence.start, sentence.end):
        if not isinstance(one.item, When) or one.item.mode in ("base", "before"):
            continue
        text = phrase(one.item, "actual", scene)
        if one.start < made.start:
            before = text or before
        elif before is None and one.start - made.end < 60:
            return text
    if before:
        return before
    if scene.term and scene.head.event == "congress":
        return f"{scene.term[0]}/{scene.term[1]}"
    return scene.now
