"""When a quantity holds: the period that its sentence states, else the one that the context carries down."""

from __future__ import annotations

import msgspec

from camket.extract.figures.by_day import gone_by, told_by_day
from camket.extract.figures.carry import Carry
from camket.extract.figures.clause import Slot
from camket.extract.figures.told_from import FORWARD, TERM, term_gone_by, worded
from camket.extract.figures.usable import dated_though_present, is_base, time_of_the_lesser, usable_times
from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.rule import Made
from camket.model.fact import Role
from camket.rules.period.item import When, deadline, written
from camket.rules.quantity.item import Quantity
from camket.rules.role.item import RoleCue

_ADJACENT = frozenset(("", "vào", "trong", "của", "ở", "tại", "(", "là năm", "người", "(ước", "(ước thực hiện"))
_OF_NO_OTHER = frozenset(("now", "after"))
_YEARS_SUMMED = 3


class Timing(msgspec.Struct, frozen=True):
    """A period in the guide's form, whether the sentence itself states it, the base it is compared with, and how."""

    period: str | None
    stated: bool
    base: str | None = None
    how: str = "default"
    when: When | None = None


def own_time(reading: Reading, slot: Slot) -> When | None:
    """The time that the sentence gives the slot.

    That right after the quantity, else the nearest before it in the clause, else in the sentence, else the first
    after it in the clause.
    """
    compared = base_beside(reading, slot) or time_of_the_lesser(reading, slot)
    if compared is not None:
        return compared
    usable = usable_times(reading, slot)
    plan = slot.quantity.measure == "share_of_plan"  # `bằng 71% mục tiêu đến năm 2025`: the year is that of the plan
    for one, when in usable:
        if slot.end <= one.start < slot.right and _is_said_behind(reading, slot.end, one, plan=plan):
            return when
    before = [
        (one, when)
        for one, when in usable
        if one.end <= slot.start
        and (
            one.start >= slot.clause_start
            or not (_of_its_clause(reading, one, when) or _of_its_item(reading, usable, one))
        )
    ]
    dated = [pair for pair in before if pair[1].word != "now"]
    if before and before[-1][1].word == "now" and _STILL.fullmatch(reading.low, before[-1][0].start, slot.start):
        return before[-1][1]
    if slot.quantity.unit == "percent" and dated:
        before = dated  # `trong năm 2017 ... đến nay chỉ ước đạt 8,25%` is still the year's
    inside = [pair for pair in before if pair[0].start >= slot.clause_start]
    if inside:
        return (dated_though_present(reading, slot, inside) or inside[-1])[1]
    before = [pair for pair in before if not _says_again(usable, *pair)] if len(before) > 1 else before
    before = [pair for pair in before if not _ends_its_item(reading, *pair)]
    if _among_aims(reading, slot):
        before = [pair for pair in before if _reaches_on(reading, slot, pair[0])]
    after = [
        when
        for one, when in usable
        if slot.end <= one.start < slot.clause_end
        and _of_this(reading, slot, one)
        and (
            (when.word != "now" and when.mode != "before") or "," not in reading.low[slot.end : one.start]
        )  # `..., hiện có 5 xã`: of what follows; `còn vướng 11 hộ, phải xong trước ngày 31/12`: of what is to be done
    ]
    return before[-1][1] if before else after[0] if after else None


def _is_said_behind(reading: Reading, end: int, one: Made, *, plan: bool) -> bool:
    """Whether a time stands right behind a quantity; behind a share of a plan it is its own only as a due."""
    if plan:
        due = isinstance(one.item, When) and one.item.mode == "before"
        return due and _PLANNED_WHAT.fullmatch(reading.low, end, one.start) is not None
    return reading.low[end : one.start].strip() in _ADJACENT


_PLANNED_WHAT = expression(r"(?: [^\W\d]+){0,5} ?")
"""`giải ngân trên 95% kế hoạch vốn đầu tư công trước ngày 31/01/2024`"""
_STILL = expression(r"(?:hiện|nay)(?: còn| chỉ còn| chiếm| là)(?: khoảng| gần| trên| hơn)? ?")
"""`tỷ lệ hộ nghèo năm 2023 giảm 3%, hiện còn 5,7%`"""


def aimed_time(reading: Reading, slot: Slot) -> When | None:
    """The last dated time before what is aimed at: `Đến năm 2020 có 20 chợ, trong đó hiện có 4 và quy hoạch 16`."""
    dated = [when for one, when in usable_times(reading, slot) if one.end <= slot.start and not when.word]
    return dated[-1] if dated else None


def _says_again(usable: list[tuple[Made, When]], one: Made, when: When) -> bool:
    """Whether a year in one item only says again up to when all is told: `Đến năm 2030, A 25%; B năm 2030 4%; C 9%`."""
    if when.mode != "in" or when.year is None or when.high_year or when.month:
        return False
    return any(
        first.start < one.start and said.year == when.year and said.mode in ("until", "by") and said.month is None
        for first, said in usable
    )


def _ends_its_item(reading: Reading, one: Made, when: When) -> bool:
    """Whether a time ends an item without a number, and is of that alone: `đạt chuẩn vào năm 2021; tỷ lệ A đạt 95%`."""
    if when.mode not in ("in", "by", "until") or when.high_year or not reading.low.startswith(";", one.end):
        return False
    sentence = reading.sentence_at(one.start)
    begin = max(reading.low.rfind(";", sentence.start, one.start) + 1, sentence.start)
    if begin == sentence.start or reading.items("quantity", begin, one.start):
        return False
    return _OPENS_CLAUSE.fullmatch(reading.low, begin, one.start) is None


def _among_aims(reading: Reading, slot: Slot) -> bool:
    """Whether a quantity stands in a later clause of a list that opens with what is aimed at."""
    opened = reading.low.find(";", slot.sentence.start, slot.clause_start)
    cues = reading.items("role", slot.sentence.start, opened) if opened >= 0 else ()
    return any(isinstance(cue.item, RoleCue) and cue.item.role == "target" for cue in cues)


def _reaches_on(reading: Reading, slot: Slot, one: Made) -> bool:
    """Whether a time reaches over `;` in a list of aims: that of the first clause, or one that opens its own.

    `phấn đấu GDP 2021-2025 tăng 9%; thu nhập năm 2025 đạt 90 triệu đồng; che phủ rừng 20%`: the last is of 2021-2025.
    """
    begin = max(reading.low.rfind(";", slot.sentence.start, one.start) + 1, slot.sentence.start)
    if begin == slot.sentence.start:
        values = (value.item for value in reading.items("quantity", begin, one.start))
        return all(isinstance(value, Quantity) and value.noun for value in values)  # else it is that number's
    return _OPENS_CLAUSE.fullmatch(reading.low, begin, one.start) is not None


_OPENS_CLAUSE = expression(r" ?(?:(?:riêng|trong|vào|cả|và|phấn đấu|tính|thời kỳ) )*")
_DONE_BY = expression(r"(?:xong|hoàn thành)[^,;]{0,40}$")


_BEFORE_A_PART = (", ", "tính ", "trong đó ")


def _of_a_part(reading: Reading, one: Made) -> bool:
    """Whether a time is of a part alone: `Lưu trú đạt A, tính riêng quý III đạt B; ăn uống đạt C`."""
    return reading.low.startswith("riêng ", one.start) and reading.low.endswith(_BEFORE_A_PART, 0, one.start)


def _of_its_clause(reading: Reading, one: Made, when: When) -> bool:
    """Whether a time says nothing of the clauses after it: a day, or when a task is to be done."""
    if when.day is not None and when.mode in ("until", "at") and _opens_its_sentence(reading, one):
        return False
    if when.day is not None or when.mode == "before" or _of_a_part(reading, one):
        return True
    return _DONE_BY.search(reading.low, max(0, one.start - 60), one.start) is not None


def _opens_its_sentence(reading: Reading, one: Made) -> bool:
    """Whether a time stands first, set off by a comma, so that all of its sentence is of it."""
    begin = reading.sentence_at(one.start).start
    return not reading.low[begin : one.start].strip(" -+*") and reading.low.startswith(",", one.end)


def _of_its_item(reading: Reading, usable: list[tuple[Made, When]], one: Made) -> bool:
    """Whether a year is that of one target under a span: `phấn đấu 5 năm 2026-2030 ...; GRDP năm 2030 đạt A; B; C`."""
    spans = [place.start for place, when in usable if when.high_year is not None and place.end <= one.start]
    if not spans or _opens_with_a_deadline(reading, one):
        return False
    begin = reading.sentence_at(one.start).start
    return any(
        isinstance(aim.item, RoleCue) and aim.item.role == "target" for aim in reading.items("role", begin, one.start)
    )


def _opens_with_a_deadline(reading: Reading, one: Made) -> bool:
    """Whether a year opens a clause as what is aimed at up to then: `...; đến năm 2025, thu nhập đạt A; B; C`."""
    if not isinstance(one.item, When) or one.item.mode not in ("until", "by"):
        return False
    begin = reading.low.rfind(";", max(0, one.start - 12), one.start) + 1
    return begin > 0 and not reading.low[begin : one.start].strip() and reading.low.startswith(",", one.end)


def _of_this(reading: Reading, slot: Slot, one: Made) -> bool:
    """Whether a time behind a quantity is its own: not that of the next one (`..., riêng 4 tháng đạt trên 30%`)."""
    if slot.quantity.unit == "other:times" and _MUCH.match(reading.low, slot.end, one.start):
        return False
    if _PART_FOLLOWS.search(reading.low, slot.end, one.start) or _OF_AN_AIM.search(reading.low, slot.end, one.start):
        return False
    if one.start < slot.right:
        cut = reading.low.find(",", slot.end, one.start)
        tallied = reading.items("tally", one.end, slot.clause_end)
        return cut < 0 or not (tallied or reading.items("quantity", one.end, slot.clause_end))
    return not reading.items("quantity", one.end, slot.clause_end)  # else it is that of the next one


_MUCH = expression(r" (?:so với )?(?:mức|con số)(?: tăng| giảm)? \d")
_OF_AN_AIM = expression(
    r"(?<!\w)(?:gấp|so với|cao hơn|thấp hơn|hơn|kém|vượt|bằng)(?: đôi| ba)?(?: so với)? (?:mức|con số)(?!\w)[^;]*$"
    r"|(?<!\w)(?:mục tiêu|chỉ tiêu)(?: của| đề ra| cho)* $"
)
"""A time behind a value that is set beside it, or that of an aim: `gấp đôi mức 4,1% năm 2008`, `vượt mục tiêu năm`."""
_PART_FOLLOWS = expression(r", (?:trong đó|riêng|từ|(?:và )?(?:dự kiến|phấn đấu|ước|dự ước))(?!\w)")
_IN_PARENTHESES = expression(r"\([^()]*$")
_RESULT = expression(r"\((?:trong đó|gồm|bao gồm|còn|tức|tương đương|tương ứng|xuống|lên|đạt)(?!\w)")
"""What a change comes to, in brackets: `giảm 3,5% so với năm 2024 (còn khoảng 18,2%)`."""


_COMPARED_ANEW = expression(r"(?<!\w)(?:hơn|vượt|kế hoạch|mục tiêu|dự toán|chỉ tiêu)(?!\w)")


def base_beside(reading: Reading, slot: Slot) -> When | None:
    """The time compared with, where a parenthesis behind it gives the value of then.

    `lớn hơn 80 nghìn tỷ đồng so với GRDP năm 2024 của hai tỉnh (441.950 tỷ đồng)`.
    """
    near = max(slot.sentence.start, slot.start - 160)
    if reading.low.find("(", near, slot.start) < 0:
        return None
    opened = _IN_PARENTHESES.search(reading.low, near, slot.start)
    if opened is None or _RESULT.match(reading.low, opened.start()):
        return None
    inside = reading.items("period", opened.start(), slot.sentence.end)
    before = reading.items("period", max(slot.sentence.start, opened.start() - 60), opened.start())
    if (inside and inside[0].start < slot.end) or not before:
        return None
    last, when = before[-1], before[-1].item
    if not isinstance(when, When) or when.word not in ("", "same") or not is_base(reading, last, slot):
        return None
    if when.year is when.month is when.quarter is when.half is None:
        return None
    if _COMPARED_ANEW.search(reading.low, last.end, opened.start()):
        return None
    return None if reading.items("quantity", last.end, opened.start()) else msgspec.structs.replace(when, mode="in")


def timing(own: When | None, role: Role, quantity: Quantity, scene: Scene, carry: Carry, base: str | None) -> Timing:
    """The timing under a role: the sentence's own time, else the one handed down, else what the paper itself tells."""
    if own is not None:
        period = phrase(own, role, scene)
        if period is not None or own.word in _OF_NO_OTHER:  # `đến nay` of a paper without a day
            return Timing(period, own.word not in _OF_NO_OTHER, base, "stated", own)
    if carry.when is not None:
        period = phrase(carry.when, role, scene)
        if period is not None:
            return Timing(period, False, base, "topic", carry.when)
    return Timing(_default(role, quantity.unit, quantity.per, scene), False, base)


def is_ahead(when: When | None, scene: Scene) -> bool:
    """Whether a time lies wholly after the year that the paper speaks from, so that nothing was reached in it yet."""
    if when is None or when.word:
        return False
    if scene.year is None:
        return when.within and scene.plan is not None and when.year == scene.plan[1]
    dated = when.dated(scene.year)
    if dated is None or _draws_to_an_end(dated, scene):
        return False
    last = dated.year if dated.month is not None else dated.high_year or dated.year  # a school year begins in its first
    return last is not None and last > scene.year


def _draws_to_an_end(when: When, scene: Scene) -> bool:
    """Whether years are told of by a story without a day that knows results of all but the last: they are summed up."""
    if scene.day is not None or scene.year is None or when.year is None or when.month is not None:
        return False
    return when.high_year == scene.year + 1 and when.year <= scene.year - _YEARS_SUMMED


def is_past(when: When | None, scene: Scene) -> bool:
    """Whether a time lies wholly before the year that the paper is about."""
    about = (scene.reported.year if scene.reported is not None else None) or scene.year
    if when is not None and when.span is not None and not when.word:
        return when.span < 0
    if when is None or about is None or when.word or when.year is None:
        return False
    return (when.high_year or when.year) < about


def phrase(when: When, role: Role, scene: Scene) -> str | None:
    """A time in the guide's form, as the role needs it: deadlines for what is to come, points for what was counted."""
    told = told_by_day(when, scene) if when.word else when
    if told is None or told.word:
        return worded(told, role, scene) if told is not None else None
    return _phrased(told, role, scene)


def _phrased(when: When, role: Role, scene: Scene) -> str | None:
    """A time with a date of its own in the guide's form."""
    dated = term_gone_by(when, scene) or gone_by(when, role, scene) or when.dated(scene.year)
    dated = _term_that_begins(dated, role, scene) or dated
    if dated is None or dated.year is None:
        return None
    if when.mode in ("by", "before") and role in ("actual", "benchmark"):
        return None  # what is there holds no longer than now, whatever is to be done by then
    if role == "projection" and when.mode == "until" and dated.month is dated.high_year is None and not when.closes:
        return f"by:{dated.year}"  # what is foreseen has no month that it is due in
    runs = role == "estimate" and when.closes and scene.is_story and dated.year == scene.year and when.month is None
    if when.mode in ("by", "before") or (role in FORWARD and _is_due(when, dated, scene)) or runs:
        return deadline(dated)
    body = written(str(dated.year), dated)
    if when.since is not None:
        return body
    if when.mode == "until" and dated.month is not None and dated.day is None and dated.month > 1:
        return f"{dated.year}-01/{dated.year}-{dated.month:02}"  # `hết tháng 9` counts from the year's beginning
    if when.mode == "until" and dated.quarter is not None and dated.quarter > 1:
        return f"{dated.year}-01/{dated.year}-{dated.quarter * 3:02}"
    if when.mode in ("until", "at"):
        return f"at:{body}" + ("-12" if body == str(dated.year) else "")
    return body


def _term_that_begins(dated: When | None, role: Role, scene: Scene) -> When | None:
    """The term that begins in the year in which another one ends: what a congress aims at is of that."""
    if role != "target" or dated is None or scene.term is None or dated.high_year != scene.term[0]:
        return None
    return When(year=scene.term[0], high_year=scene.term[1])


def _is_due(when: When, dated: When, scene: Scene) -> bool:
    """Whether what is to come at a time is due at its end: `đến năm 2030`, `tính đến năm 2030`."""
    year = when.mode == "at" and dated.day is dated.month is None
    return when.mode == "until" or when.within or (year and (when.closes or is_ahead(when, scene)))


def _default(role: Role, unit: str, per: str | None, scene: Scene) -> str | None:
    if role == "target" and scene.term and scene.head.type == "resolution":
        whole = per == "year" or unit == "person"
        return f"{scene.term[0]}/{scene.term[1]}" if whole else f"by:{scene.term[1]}-12"
    if role == "target" and scene.reported is not None and scene.reported.high_year is not None:
        first, last = scene.reported.year, scene.reported.high_year
        return f"{first}/{last}"
    if role == "target" and scene.stage is not None:
        return f"{scene.stage[0]}/{scene.stage[1]}"
    if role == "target" and scene.due is not None:
        return f"by:{scene.due}-12"
    if role == "target" and scene.head.type == "plan" and scene.year is not None:
        return str(scene.year)
    if scene.head.event == "congress" and scene.year is not None and role in ("actual", "target"):
        first = scene.year if role == "target" else scene.year - TERM
        if role == "target" or per == "year" or unit in ("count", "person", "household"):
            return f"{first}/{first + TERM}"  # what was done is of the term that ends, what is aimed at of the next
    if role in ("actual", "benchmark") and unit not in ("VND", "USD"):
        return scene.now
    if role == "target" and scene.plan is not None and scene.is_story and scene.plan[1] >= (scene.year or 0):
        return f"{scene.plan[0]}/{scene.plan[1]}"
    return str(scene.aimed) if role == "target" and scene.aimed is not None else None
