"""The own times of a sentence's quantities, as they bear on each other: pairs, values of a year before, asides."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from camket.extract.figures.by_day import told_by_day
from camket.extract.figures.carry import Carry
from camket.extract.figures.clause import Slot
from camket.extract.figures.in_turn import time_in_turn
from camket.extract.figures.months import is_part_of_year, is_within
from camket.extract.figures.same_part import (
    gives_parallel,
    held_since,
    is_set_beside,
    is_what_it_grew_from,
    of_the_part_told,
    opening_parallel,
    told_meanwhile,
    year_set_beside,
)
from camket.extract.figures.series import keep_part
from camket.extract.figures.timing import base_beside, own_time
from camket.extract.figures.usable import is_base, is_of_tasks
from camket.extract.scene import Scene
from camket.grammar.ending import Ending
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.grammar.sentence import Sentence
from camket.rules.period.item import When


class Times(NamedTuple):
    """The own times, the pair of `từ A lên B`, whose time is no other's (`aside`) or of the same part of a year."""

    whens: tuple[When | None, ...]
    aside: frozenset[int]
    parallel: frozenset[int]
    pair: tuple[When, When] | None


def times_of(reading: Reading, slots: list[Slot], carry: Carry, scene: Scene) -> Times:
    """The times of a sentence's slots; `từ A lên B` without times takes those of the pair handed down."""
    sentence = slots[0].sentence if slots else None
    dated = sentence is not None and bool(reading.items("period", sentence.start, sentence.end))
    whens = [_own(reading, slot, scene, dated=dated) for slot in slots]
    parallel = frozenset(
        slot.start
        for number, slot in enumerate(slots)
        if gives_parallel(reading, slot) or is_what_it_grew_from(reading, slots, number)
    )
    aside = parallel | {
        slot.start
        for slot in slots
        if base_beside(reading, slot) is not None or _dated_in_brackets(reading, slot) or is_set_beside(reading, slot)
    }
    aside = aside.union(_wholes_of_the_year(reading, slots, scene), told_meanwhile(reading, slots, whens))
    aside = aside.union(_parts_of_the_time(reading, slots, whens, carry.when))
    pairs = couples(reading, slots)
    for number in pairs:
        first, second = slots[number], slots[number + 1]
        aside |= {first.start}
        if carry.pair is not None and _names_no_time(reading, first, second):
            whens[number], whens[number + 1] = carry.pair
        elif reading.items("period", first.end, second.start) and not reading.items("period", second.end, second.right):
            whens[number + 1] = _said_before(reading, first)
        _set_mean(slots, whens, number)
    _set_parallels(reading, slots, whens, carry, scene, parallel)
    keep_part(reading, slots, whens)
    return Times(tuple(whens), aside, parallel, _pair(whens, pairs))


def _wholes_of_the_year(reading: Reading, slots: list[Slot], scene: Scene) -> Iterable[int]:
    """Where a paper on some months of a year tells of the whole year: what follows is of its months again.

    `9 tháng ...: Năng suất lúa cả năm ước đạt 54 tạ/ha, sản lượng 45.292 tấn. Sản lượng khai thác 13.863 tấn`.
    """
    about = scene.reported or scene.titled
    if about is None or not is_part_of_year(about) or about.month == about.last_month is not None:
        return
    for slot in slots:
        times = reading.items("period", slot.sentence.start, slot.start)
        if any(isinstance(one.item, When) and one.item.word == "year" for one in times):
            yield slot.start


def _names_no_time(reading: Reading, first: Slot, second: Slot) -> bool:
    """Whether a `từ A lên B` has no times of its own; one behind a comma is of what follows: `..., năm 2020 còn C`."""
    times = reading.items("period", first.left, second.right)
    if not times:
        return True
    apart = reading.low.find(",", second.end, times[0].start) >= 0
    return times[0].start >= second.end and apart and second.right < second.sentence.end


_AMONG_IT = expression(r"(?<!\w)(?:trong đó|riêng|gồm)(?!\w)[^;]*$")


def _parts_of_the_time(
    reading: Reading, slots: list[Slot], whens: list[When | None], handed: When | None
) -> Iterable[int]:
    """Where quarters or months of the time told of are set out: `6 tháng tăng 7,6%, trong đó quý I tăng 7,3%`.

    The sentences after go on about the whole.
    """
    for number, (slot, when) in enumerate(zip(slots, whens, strict=True)):
        whole = next((one for one in whens[:number] if one is not None), None) or handed
        if when is None or whole is None or not is_within(when, whole):
            continue
        if _AMONG_IT.search(reading.low, slot.sentence.start, slot.start):
            yield slot.start


def of_the_same_year(times: Times, told: When | None) -> Times:
    """The times of a paper without a day: months without a year are of that of the months `told` of before."""
    if told is None or told.year is None:
        return times
    whens = (
        when.dated(told.year) if when is not None and is_part_of_year(when) and not when.shift else when
        for when in times.whens
    )
    return times._replace(whens=tuple(whens))


def _set_mean(slots: list[Slot], whens: list[When | None], number: int) -> None:
    """A mean per year before a `từ A năm X xuống B năm Y` is of the years from X to Y."""
    first, last = whens[number], whens[number + 1]
    if not number or whens[number - 1] is not None or slots[number - 1].quantity.per != "year":
        return
    if first is not None and last is not None and first.year and last.year and first.year < last.year:
        whens[number - 1] = When(year=first.year, high_year=last.year)


def _dated_in_brackets(reading: Reading, slot: Slot) -> bool:
    """Whether the quantity stands in parentheses with its time: `(cùng kỳ quý I/2024 tăng 6,26%)`."""
    opened = reading.low.rfind("(", slot.sentence.start, slot.start)
    if opened < 0 or ")" in reading.low[opened : slot.start]:
        return False
    return bool(reading.items("period", opened, slot.right))


def _said_before(reading: Reading, slot: Slot) -> When | None:
    """The time said before a `từ A năm X lên B`: X is that of the first alone."""
    times = [one.item for one in reading.items("period", slot.clause_start, slot.start)]
    return next((when for when in reversed(times) if isinstance(when, When) and when.mode == "in"), None)


def _year_spoken_of(when: When, scene: Scene) -> When | None:
    """`cả năm` as the year of the report, else the one that the paper is about."""
    told = scene.reported.year if scene.reported is not None and scene.reported.high_year is None else None
    year = told or scene.spoken
    return When(year=year, mode=when.mode) if year is not None else None


def _own(reading: Reading, slot: Slot, scene: Scene, *, dated: bool) -> When | None:
    """The time that the sentence gives a slot; `dated`: it names some."""
    when = (time_in_turn(reading, slot) or own_time(reading, slot)) if dated else None
    if when is not None and when.word:
        near = when.word == "month_now" and _names_a_month_near(reading, slot)
        spoken = _month_spoken_of(reading, slot, scene) if near else None
        when = spoken or told_by_day(when, scene)
    since = held_since(reading, slot) if dated else None
    if since is not None and (when is None or since.day is not None):
        return since  # `Tháng này, ... khi giá xăng giảm 400 đồng từ ngày 7/10`
    if (
        when is None
        and "giá" in reading.low[slot.clause_start : slot.clause_start + 12]
        and _PRICES_OF.match(reading.low, slot.clause_start)
    ):
        return _month_spoken_of(reading, slot, scene)
    if when is not None and when.high_year is not None:
        when = _half_of_the_term(reading, slot, when, scene)
    if (when is not None and when.word == "month") or _is_on_the_month_before(reading, slot, when):
        return _month_spoken_of(reading, slot, scene)
    if when is not None and when.word == "year":
        return _year_spoken_of(when, scene)
    if when is None:
        return None
    return _of_the_year_told(reading, slot, when) if _lacks_a_year(when) else of_the_part_told(reading, slot, when)


_HALF_A_TERM = expression(r"(?<!\w)(?:nửa(?: đầu)?|giữa) nhiệm kỳ(?!\w)")


def _half_of_the_term(reading: Reading, slot: Slot, when: When, scene: Scene) -> When:
    """Half of a term runs up to the paper's year: `Nửa nhiệm kỳ 2020-2025, kinh tế tăng bình quân 9,8%/năm`."""
    if scene.year is None or when.year is None or not when.year < scene.year < (when.high_year or 0):
        return when
    if "nhiệm kỳ" not in reading.low[slot.sentence.start : slot.start]:
        return when
    half = _HALF_A_TERM.search(reading.low, slot.sentence.start, slot.start)
    return when if half is None else replace(when, high_year=scene.year)


def _lacks_a_year(when: When) -> bool:
    """Whether a time is of a year that it does not say: `đến cuối năm`, `quý IV`."""
    return when.year is when.span is None and not when.word and not when.shift


def _of_the_year_told(reading: Reading, slot: Slot, when: When) -> When:
    """Such a time is of the year that its sentence names before: `Đầu năm 2023 có 2.089 hộ, đến cuối năm còn 1.009`."""
    for one in reversed(reading.items("period", slot.sentence.start, slot.start)):
        told = one.item
        if not isinstance(told, When) or told.year is None or told.mode not in ("in", "at", "until"):
            continue
        if told.high_year is not None or told.day is not None or is_base(reading, one, slot):
            continue
        return msgspec.structs.replace(when, year=told.year)
    return when


_PRICES_OF = expression(
    r" ?(?:và )?(?:chỉ số )?giá (?:vàng|đô la|đô-la|usd)(?!\w)[^;.\d]{0,30}(?<!\w)(?:tăng|giảm)(?!\w)"
)
"""Statistics tell the prices of gold and dollars by the month: `Chỉ số giá vàng tăng 5,6%; chỉ số giá đô la Mỹ ...`."""


_ON_THE_MONTH_BEFORE = expression(r"[^,;.\d]{0,8}so (?:với )?tháng trước")


def _is_on_the_month_before(reading: Reading, slot: Slot, when: When | None) -> bool:
    """Whether a growth on the month before has no month of its own: `10 tháng ... , tăng 6,4% so với tháng trước`."""
    of_a_month = when is not None and when.month is not None and when.last_month is None
    return not of_a_month and _ON_THE_MONTH_BEFORE.match(reading.low, slot.end) is not None


_SPOKEN_OF_NEAR = 500


def _names_a_month_near(reading: Reading, slot: Slot) -> bool:
    """Whether a month is named so near before `tháng này` that this is the one meant."""
    times = reading.items("period", max(0, slot.start - _SPOKEN_OF_NEAR), slot.start)
    months = (one.item for one in times if isinstance(one.item, When) and one.item.mode != "base")
    return any(when.month is not None and when.day is None and not when.word for when in months)


def _month_spoken_of(reading: Reading, slot: Slot, scene: Scene) -> When | None:
    """The month that was named last before, alone or as the end of a run, else that of a report's title."""
    told = (one for one in reading.items("period", 0, slot.start) if not _is_planned(reading, one))
    named = [one.item for one in told if not _COMPARED_WITH.search(reading.low, max(0, one.start - 24), one.start)]
    for when in (*reversed(named), scene.reported):
        if isinstance(when, When) and when.month is not None and when.day is None and when.mode != "base":
            month = msgspec.structs.replace(when, month=when.last_month or when.month, last_month=None, mode="in")
            return month.dated(scene.year)
    return None


_COMPARED_WITH = Ending(r"(?<!\w)so (?:với )?(?:cuối|đầu|thời điểm|mức|giữa)* ?$")
_PLANNED = Ending(r"(?<!\w)(?:kế hoạch|chương trình công tác)(?: trọng tâm| chủ yếu| công tác)* $")


def _is_planned(reading: Reading, one: Made) -> bool:
    """Whether a time is that of tasks or a plan."""
    return is_of_tasks(reading, one) or _PLANNED.search(reading.low, max(0, one.start - 40), one.start) is not None


_OPENS_WITHIN = 24
_BY_WHOM = expression(r"(?:theo|ông|bà) [^,;.]{3,80}, |[^,;.]{3,90} cho biết,? ")
_TOLD_BY_DAY = ("tomorrow", "year_so_far", "since_then", "month_gone", "quarter_gone", "year_gone")


_PAIR = 2
_AND_IN = expression(r"(?:,| và|, cũng như| và trong| và cả)? ?(?:trong )?")


def opening_time(reading: Reading, sentence: Sentence, scene: Scene) -> When | None:
    """The time that a sentence without figures sets for those after it: one that opens it, or the only one it names."""
    first = next(iter(reading.items("period", sentence.start, sentence.end)), None)
    if first is not None and isinstance(first.item, When) and first.item.word in _TOLD_BY_DAY:
        said = reading.low[sentence.start : first.start]
        opens = first.item.word == "tomorrow" or len(said) < _OPENS_WITHIN or _BY_WHOM.fullmatch(said) is not None
        return told_by_day(first.item, scene) if opens else None
    times = [
        (one, one.item) for one in reading.items("period", sentence.start, sentence.end)
        if isinstance(one.item, When) and one.item.mode == "in" and one.item.word == "" and one.item.high_year is None
    ]  # fmt: skip
    times = [pair for pair in times if not is_of_tasks(reading, pair[0])] if len(times) > 1 else times
    closing = _counted_now(reading, sentence) or _year_estimated(reading, sentence)
    closing = closing or _years_that_open(reading, sentence, scene)
    if closing is not None:
        return closing
    if len(times) == _PAIR and is_within(times[0][1], times[1][1]):
        joined = reading.low[times[0][0].end : times[1][0].start]
        times = times[1:] if _AND_IN.fullmatch(joined) else times  # `trong tháng 3 và trong quý I`
    if times and (len({str(when) for _, when in times}) == 1 or times[0][0].start - sentence.start < _OPENS_WITHIN):
        return times[0][1]
    return None


def _years_that_open(reading: Reading, sentence: Sentence, scene: Scene) -> When | None:
    """The years gone by that a sentence sets off first: `Giai đoạn 2016-2018, phong trào phát triển rộng`."""
    first = next(iter(reading.items("period", sentence.start, sentence.end)), None)
    when = first.item if first is not None else None
    if first is None or not isinstance(when, When) or when.high_year is None or when.word or when.mode != "in":
        return None
    opens = first.start - sentence.start <= 1 and reading.low.startswith(",", first.end)
    return when if opens and scene.year is not None and when.high_year <= scene.year else None


def _counted_now(reading: Reading, sentence: Sentence) -> When | None:
    """`Đến nay, 58/63 địa phương đã có quy hoạch.` is told of now, and so is what goes on from it."""
    if not reading.items("tally", sentence.start, sentence.end):
        return None
    first = next(iter(reading.items("period", sentence.start, sentence.end)), None)
    if first is None or first.start - sentence.start > 1 or not isinstance(first.item, When):
        return None
    return first.item if first.item.word == "now" else None


_ESTIMATED_TO = expression(r"(?:dự )?ước (?:thực hiện )?(?:đến )?(?:hết |cuối )?năm 20\d\d,")


def _year_estimated(reading: Reading, sentence: Sentence) -> When | None:
    """The year that a sentence opens with as one that is estimated to its end: `Dự ước đến hết năm 2024, ...`."""
    if not reading.low.startswith(("ước ", "dự ước "), sentence.start):
        return None
    if _ESTIMATED_TO.match(reading.low, sentence.start, sentence.end) is None:
        return None
    for one in reading.items("period", sentence.start, sentence.end):
        if isinstance(one.item, When) and one.item.year is not None and one.item.high_year is None:
            return When(year=one.item.year)
    return None


def _pair(whens: list[When | None], pairs: set[int]) -> tuple[When, When] | None:
    for number in sorted(pairs):
        first, second = whens[number], whens[number + 1]
        if first is not None and second is not None and first != second:
            return first, second
    return None


def _set_parallels(
    reading: Reading, slots: list[Slot], whens: list[When | None], carry: Carry, scene: Scene, parallel: frozenset[int]
) -> None:
    """Give the values of the same months a year before their time; several in one parenthesis share it."""
    opened = -1
    for number, slot in enumerate(slots):
        if slot.start not in parallel:
            continue
        begins = reading.low.rfind("(", slot.sentence.start, slot.start)
        opening = opening_parallel(reading, slot)
        year = int(opening["year"]) if opening is not None and opening["year"] else year_set_beside(reading, slot)
        if begins != opened or begins < 0 or not number or year is not None:
            around = (whens[number - 1] if number else None) or carry.when
            dated = around.dated(scene.year) if around is not None else None
            whens[number] = year_before(dated) if year is None or dated is None else replace(dated, year=year)
        else:
            whens[number] = whens[number - 1]
        opened = begins


_FROM = Ending(r"(?<!\w)từ(?: mức| gần| hơn| trên| khoảng)?\s*$")
_TO = expression(r"^[^,;.]{0,34}?(?<!\w)(?:lên|xuống|còn|đến|tới)(?!\w)")


def couples(reading: Reading, slots: list[Slot]) -> set[int]:
    """The places of the slots that begin a `từ A lên B`."""
    return {
        place
        for place, (first, second) in enumerate(pairwise(slots))
        if _FROM.search(reading.low, first.left, first.start) and _TO.match(reading.low[first.end : second.start])
    }


def year_before(when: When | None) -> When | None:
    """The same time a year earlier; None where its year is not known."""
    if when is None or when.year is None:
        return None
    begins = (when.since[0] and when.since[0] - 1, *when.since[1:]) if when.since is not None else None
    return msgspec.structs.replace(when, year=when.year - 1, since=begins)
