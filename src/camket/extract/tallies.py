"""Tallies with the plan and the period they are said of."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from camket.extract.figures.attributes import PLAN, last_plan
from camket.extract.figures.times import opening_time
from camket.extract.figures.timing import phrase
from camket.extract.figures.told_from import TERM
from camket.extract.place import place
from camket.extract.scene import Scene
from camket.extract.sums import sum_of_parts, sums_of_lines
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.fold import fold
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.model.fact import Tally
from camket.model.message import message
from camket.rules.period.item import When
from camket.rules.quantity.item import Quantity
from camket.rules.tally.item import Count, Whole
from camket.rules.tally.worded import BUILT

_OF_A_PLAN = expression(r"chỉ tiêu|mục tiêu|chương trình|đề án")
_OF_WORK = expression(r"chỉ tiêu|mục tiêu|tiêu chí|nhiệm vụ|chương trình|đề án|nội dung|công việc|kiến nghị|dự án")
_BUILT = expression(BUILT)
_REACH = 3
_OPENING = 40
_CLOSE_AFTER = 60
_NEAR = 2
_FAR = 8
"""Sentences between a whole and its parts: those without a noun, and those with one."""
_OF_THE_TARGET = expression(r"(?:mục tiêu|chỉ tiêu|kế hoạch) $")
_YEARS = expression(r"(?<!\d)(20\d\d)(?: ?[-–] ?(20\d\d))?(?!\d)")
_TERM_YEARS = expression(r"(?:nhiệm kỳ|giai đoạn) (\d{4}) ?- ?(\d{4})")


def find_tallies(reading: Reading, scene: Scene) -> tuple[Tally, ...]:
    """All tallies in the order of the text; parts of a tally take their total from the one before them.

    Counts that prove to be none are taken out of the reading, so that they are read as figures.
    """
    found: list[Tally] = []
    standing: list[Made] = []
    whole: _Whole | None = None
    part: _Part | None = None
    by_sentence = [
        (sentence, _of_sentence(reading, sentence))
        for sentence in reading.holding(made.start for made in reading.made.get("tally", ()))
    ]
    lines = sums_of_lines(reading, [(sentence, told) for sentence, told in by_sentence if told])
    for sentence, told in by_sentence:
        summed = _summed(reading, sentence, told, whole)
        if summed is None and whole is None and sentence.number in lines:
            summed = _Whole(*lines[sentence.number], sentence)
        ahead = _ahead(told, sentence)
        for made in told:
            if isinstance(made.item, Whole):
                whole = _widest(made.item, sentence, whole)
                continue
            count = _settled(reading, made, ahead or summed or whole, part, sentence)
            if count is None or count.total is None:
                continue
            if count.total is not None and not count.inner and _tells_total(made.item):
                whole = _Whole(count.total, count.of or "", sentence)
            if not count.inner:
                part = _Part(made, count)
            found.append(_tally(reading, sentence, made, count, count.total, scene))
            standing.append(made)
    reading.keep("tally", standing)
    return tuple(found)


def _of_sentence(reading: Reading, sentence: Sentence) -> list[Made]:
    """The sentence's tallies without those that are dates."""
    return [
        made
        for made in reading.items("tally", sentence.start, sentence.end)
        if not reading.overlapping("period", made.start, made.start + 2) and not _is_a_rate(made.item)
    ]


def _is_a_rate(told: object) -> bool:
    """Whether a number is told for each so many people: `18/100.000 trẻ` is no tally."""
    return isinstance(told, Count) and told.total in _FOR_EACH


_FOR_EACH = frozenset((10_000, 100_000, 1_000_000))


class _Whole(NamedTuple):
    """The last number of things told whole, whose parts may follow."""

    total: int
    of: str
    sentence: Sentence


class _Part(NamedTuple):
    """The last part, which parts of its own may follow in parentheses."""

    made: Made
    told: Count


def _summed(reading: Reading, sentence: Sentence, told: list[Made], whole: _Whole | None) -> _Whole | None:
    """The whole that the sentence's own parts add up to, where none is named that they belong to."""
    counts = [(made, made.item) for made in told if isinstance(made.item, Count)]
    if len(counts) < len(told) or any(_total(count, sentence, whole) is not None for _, count in counts):
        return None
    summed = sum_of_parts(reading, sentence, counts)
    return _Whole(*summed, sentence) if summed is not None else None


def _ahead(told: list[Made], sentence: Sentence) -> _Whole | None:
    """The whole that the last of the sentence's parts names for all of them: `6 đạt, 4 không đạt trong số 10 ...`."""
    if len(told) < 2 or told[-1].rule != "tally/of_total":
        return None
    counts = [made.item for made in told if isinstance(made.item, Count)]
    last = counts[-1]
    parts = [count.done for count in counts]
    if len(counts) < len(told) or last.total is None or any(count.total is not None for count in counts[:-1]):
        return None
    return _Whole(last.total, last.of or "", sentence) if sum(parts) <= last.total else None


def _tells_total(item: object) -> bool:
    return isinstance(item, Count) and (item.total is not None or item.alone)


def _widest(told: Whole, sentence: Sentence, whole: _Whole | None) -> _Whole | None:
    """A new whole, unless it is but a part of the one that stands."""
    inside = _total(Count(done=told.total, total=None, of=told.of), sentence, whole)
    return whole if inside is not None else _Whole(told.total, told.of, sentence)


def _settled(
    reading: Reading, made: Made, whole: _Whole | None, part: _Part | None, sentence: Sentence
) -> Count | None:
    """The count with its total: its own, that of the whole it belongs to, or that of the part it stands behind."""
    count = made.item
    if not isinstance(count, Count) or count.total is not None:
        return count if isinstance(count, Count) else None
    if count.inner:
        if part is None or not _stands_behind(reading, part.made, made) or count.done > part.told.done:
            return None
        return msgspec.structs.replace(count, total=part.told.done, state=part.told.state)
    total = _total(count, sentence, whole)
    if total is None and count.alone:
        total = count.done
    return None if total is None else msgspec.structs.replace(count, total=total)


def _stands_behind(reading: Reading, part: Made, made: Made) -> bool:
    between = reading.low[part.end : made.start]
    return len(between) < _CLOSE_AFTER and "(" in between and ")" not in between


def _total(count: Count, sentence: Sentence, whole: _Whole | None) -> int | None:
    """The total that a part belongs to: of the last whole of the same things, close by where the part names nothing."""
    if whole is None or count.done > whole.total:
        return None
    apart = sentence.number - whole.sentence.number
    if count.of is None:
        return whole.total if sentence.paragraph == whole.sentence.paragraph and apart <= _NEAR else None
    if apart > _NEAR and count.state == "other" and _BUILT.match(count.of):
        return None  # `14 dự án` some sentences on, of which nothing is said, are others
    if sentence.paragraph != whole.sentence.paragraph and count.state == "other" and not _OF_WORK.match(count.of):
        return None  # of files, cases and people each paragraph counts its own
    alike = whole.of.startswith(count.of) or bool(_BUILT.match(whole.of) and _BUILT.match(count.of))
    return whole.total if alike and apart <= _FAR else None


def _tally(reading: Reading, sentence: Sentence, made: Made, count: Count, total: int, scene: Scene) -> Tally:
    spot = place(reading, made.start, made.end)
    plan, term = _plan(reading, sentence, made)
    plan = None if plan is not None and _is_ahead(plan, scene) else plan
    period = term or _period(reading, sentence, made, scene, plan)
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
    parted = reading.low.find(";", made.end, sentence.end)
    years = _TERM_YEARS.search(reading.low, sentence.start, parted if parted >= 0 else sentence.end)
    term = f"{years[1]}/{years[2]}" if years else None
    if near is None:
        return None if _own_year(reading, sentence, made) else _plan_before(reading, sentence, made), term
    return place(reading, near.start, near.end).quote, term


def _is_ahead(plan: str, scene: Scene) -> bool:
    """Whether a plan is of years that have not gone by, of which nothing can have been counted yet."""
    years = _YEARS.search(plan)
    if years is None or scene.year is None:
        return False
    return int(years[1]) >= scene.year if years[2] else int(years[1]) > scene.year


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


def _period(reading: Reading, sentence: Sentence, made: Made, scene: Scene, plan: str | None) -> str | None:
    stated = _stated(reading, sentence, made, scene)
    if stated is not None:
        return stated
    opened = _opened(reading, sentence, scene)
    return phrase(opened, "actual", scene) if opened is not None else _of_the_paper(scene, plan)


def _stated(reading: Reading, sentence: Sentence, made: Made, scene: Scene) -> str | None:
    """The last time before the count in its sentence, else the first close after it."""
    before: str | None = None
    for one in reading.items("period", sentence.start, sentence.end):
        if not isinstance(one.item, When) or one.item.mode in ("base", "before"):
            continue
        if _OF_THE_TARGET.search(reading.low, sentence.start, one.start):
            continue  # `đã đạt mục tiêu đến năm 2025`: when it is due, not when it was counted
        if scene.head.event == "congress" and one.item.word == "term":
            continue  # `kết thúc nhiệm kỳ` at a congress: the term that ends, not the one it opens
        text = phrase(one.item, "actual", scene)
        if one.start < made.start:
            before = text or before
        elif before is None and one.item.mode in ("in", "at") and _is_close_behind(reading, made, one):
            return text
    return before


def _is_close_behind(reading: Reading, made: Made, one: Made) -> bool:
    """Whether a time behind a count is its own: not that of a further clause or of another number.

    `Mới có 3/6 khu có trạm xử lý nước thải; cần 780 tỷ đồng cho giai đoạn 2023-2025`
    """
    if one.start - made.end >= _CLOSE_AFTER or reading.low.find(";", made.end, one.start) >= 0:
        return False
    between = (value.item for value in reading.items("quantity", made.end, one.start))
    return all(isinstance(value, Quantity) and value.unit == "percent" for value in between)


def _of_the_paper(scene: Scene, plan: str | None) -> str | None:
    """What the paper itself tells: the term that a congress ends, the term of the plan, the time of a report."""
    if scene.head.event == "congress" and scene.year is not None:
        return f"{scene.year - TERM}/{scene.year}"
    if _of_congress(plan) and scene.term is not None:
        begins = scene.term[0]
        if scene.year is not None and begins >= scene.year:
            begins -= TERM  # at the end of a term papers speak most of the next, but count what the last has done
        return f"{begins}/{begins + TERM}"
    return phrase(scene.reported, "actual", scene) if scene.reported is not None else scene.now


def _opened(reading: Reading, sentence: Sentence, scene: Scene) -> When | None:
    """The time that opens a sentence before in the same paragraph, else the only one that such a sentence names."""
    earlier = [
        one
        for one in reading.sentences[max(0, sentence.number - _REACH) : sentence.number]
        if one.paragraph == sentence.paragraph
    ]
    for before in reversed(earlier):
        for one in reading.items("period", before.start, before.start + _OPENING):
            if isinstance(one.item, When) and one.item.mode in ("in", "at", "until"):
                return one.item
    alone = (opening_time(reading, before, scene) for before in reversed(earlier))
    return next((when for when in alone if when is not None), None)


def _of_congress(plan: str | None) -> bool:
    return plan is not None and "đại hội" in fold(plan)
