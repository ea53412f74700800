"""What is known of a paper before its facts are read: its head, its day, its place, its terms."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import cached_property, lru_cache

import msgspec

from camket import catalogue
from camket.extract.head.told_last import lead_at_foot
from camket.extract.so_far import months_so_far
from camket.extract.titles import as_planned, folded_title, title_sets_aims
from camket.extract.year_told import year_named_most, year_told
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import Holding, holds
from camket.grammar.rule import Made
from camket.model.document import Head
from camket.rules.period.item import When

_TITLE_WITHIN = 6_000
"""How far from the beginning of a paper its title can stand, in letters."""


_STORIES = ("news", "other")


class Scene(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The context that carries down to every sentence; what each quantity asks of the head is worked out once.

    Attributes:
        head: the paper's head as far as it could be read.
        day: the day that the paper speaks from (event, else its own date, else publication), as far as known.
        year: the year of that day.
        area: the plain name of the place that the paper is about.
        term: first and last year of the running term, where the text names one.
        plan: first and last year of the plan that the text names most.
        ranges: first and last year of every range that the text names, the one named most first.
        reported: the time that the title of a report, a plan or a yearly resolution says it is about.
        titled: the part of a year that the title of any other paper names (`6 tháng đầu năm`).
        spoken: the year that the paper names most, of those not ahead of it.
        stage: first and last year of what the title of a resolution or decision is about (`... giai đoạn 2018-2020`).
        due: the year up to which the title of a plan or resolution says that it looks (`đến năm 2030`).
        aimed: the year of the aims, plans and tasks that a story tells of most.
        so_far: the months of the paper's year that are gone by (`từ đầu năm đến nay`).
    """

    head: Head
    day: str | None = None
    year: int | None = None
    area: str | None = None
    term: tuple[int, int] | None = None
    plan: tuple[int, int] | None = None
    ranges: tuple[tuple[int, int], ...] = ()
    reported: When | None = None
    titled: When | None = None
    spoken: int | None = None
    stage: tuple[int, int] | None = None
    due: int | None = None
    aimed: int | None = None
    so_far: When | None = None

    @cached_property
    def is_story(self) -> bool:
        """Whether the text is told as news are, and not as the paper of an office."""
        return self.head.type in _STORIES

    @cached_property
    def sets_aims(self) -> bool:
        """Whether what the paper sets out is aimed at, where its words say nothing else.

        Such are plans, resolutions, decisions by which a plan is approved or given, and stories titled as a plan; not
        those that settle accounts or take note of a result.
        """
        return title_sets_aims(self.head, story=self.is_story)

    @property
    def now(self) -> str | None:
        """The `at:` period of the paper's day; of a draft without a day, the last month that it reports on."""
        if self.day is None:
            return None
        last = _last_month(self.reported) if len(self.day) < _WHOLE_DAY and self.head.type == "report" else None
        return f"at:{last}" if last is not None and last[: len(self.day)] <= self.day else f"at:{self.day}"


_WHOLE_DAY = len("2026-02-05")


def _last_month(when: When | None) -> str | None:
    """The month with which a part of a year ends; None of whole years and of what has no year."""
    if when is None or when.year is None or when.high_year is not None or when.is_year:
        return None
    month = when.last_month or when.month or 3 * (when.quarter or 2 * (when.half or 0))
    return f"{when.year}-{month:02}" if month else None


def scene(reading: Reading, head: Head) -> Scene:
    """The scene of a reading whose periods have been found."""
    head = as_planned(head)
    day = head.event_date or head.date or _day_printed(reading, head)
    reported = _reported(reading, head, int(day[:4]) if day and day[:4].isdigit() else None)
    year = int(day[:4]) if day and day[:4].isdigit() else reported.high_year or reported.year if reported else None
    spoken = year_named_most(reading, year) if year is not None else year_told(reading)
    year = year if year is not None else spoken
    return Scene(
        reported=reported,
        titled=_titled(reading, head) if reported is None else None,
        head=head,
        day=day,
        year=year,
        area=head.area,
        term=next(iter(_ranges(reading, year, "nhiệm kỳ")), None),
        plan=ranges[0] if (ranges := _ranges(reading, None, "")) else None,
        ranges=ranges,
        spoken=spoken,
        stage=_stage(reading, head),
        due=_due(reading, head) if head.type in ("plan", "resolution") else None,
        aimed=_year_of_aims(reading, year) if head.type == "news" or (day and head.type in _STORIES) else None,
        so_far=months_so_far(reading, day, year),
    )


def _day_printed(reading: Reading, head: Head) -> str | None:
    """The day of publication, but a month that only a later print bears.

    `date 2017-03` over `tăng 7% so với cùng kỳ năm 2012`, where the text names no year since, is not of 2017.
    """
    month = head.published
    if month is None or len(month) != len("2017-03") or head.type not in _STORIES:
        return month
    compared = _compared(reading)
    if compared is None or compared + 1 >= int(month[:4]):
        return month
    times = (one.item for one in reading.made.get("period", []) if isinstance(one.item, When))
    return month if any((when.high_year or when.year or 0) > compared for when in times) else None


_AIMS_OF = expression(r"(?<!\w)(?:chỉ tiêu|mục tiêu|kế hoạch|nhiệm vụ|phương hướng|dự toán)(?!\w)[^.;:\n\d]{0,60}$")
_REACHED = ("kết quả", "so với", "đạt", "vượt", "hoàn thành", "%")


def _year_of_aims(reading: Reading, year: int | None) -> int | None:
    """The year, none gone by, that most aims of a story are said to be of: `thông qua các chỉ tiêu của năm 2019`."""
    years: Counter[int] = Counter()
    for one in reading.made.get("period", []):
        when = one.item
        if not isinstance(when, When) or when.year is None or when.mode != "in" or not when.is_year:
            continue
        if when.day is not None or year is None or not year <= when.year <= year + 1:
            continue
        said = _AIMS_OF.search(reading.low, max(0, one.start - 80), one.start)
        if said is not None and not holds(reading.low[max(0, said.start() - 24) : one.start], _REACHED):
            years[when.year] += 1
    return max((count, one) for one, count in years.items())[1] if years else None


def _compared(reading: Reading) -> int | None:
    """The year after the last that a paper without a day compares with: `giảm 23% so với cùng kỳ năm 2019` -> 2020.

    So it is beside the same part of a year: `tăng 16% so với 6 tháng đầu năm 2019`.
    """
    times = (one.item for one in reading.made.get("period", []) if isinstance(one.item, When))
    bases = [when for when in times if when.mode == "base" and when.year is not None and when.day is None]
    years = [when.year for when in bases if when.year and (when.word == "same" or not when.is_year)]
    return max(years) + 1 if years else None


_MID_TERM = expression(r"giữa nhiệm kỳ|nửa (?:đầu )?nhiệm kỳ|sơ kết .{0,40}nhiệm kỳ", re.IGNORECASE)


def _reported(reading: Reading, head: Head, year: int | None) -> When | None:
    """The time that a report, a plan or a yearly resolution is about; half a term goes up to the paper's year."""
    if head.type not in ("report", "plan", "resolution"):
        return None
    when = _title_time(reading, head)
    if when is None and head.type == "plan":
        return _next_year(reading, head.date)
    if when is None or when.high_year is None:
        return when
    if head.type == "resolution":
        return None
    if year is None or when.year is None or _MID_TERM.search(head.title or "") is None:
        return when
    return msgspec.structs.replace(when, high_year=year) if when.year <= year <= when.high_year else when


_LATE = "-11"
"""From this month on a plan that names no other year is one for the next."""


def _next_year(reading: Reading, day: str | None) -> When | None:
    """The year after the one at whose end a plan was given, where its headings or lines name that and not its own."""
    if day is None or day[4:7] < _LATE or not day[:4].isdigit():
        return None
    own = int(day[:4])
    times = [one.item for one in reading.made.get("period", []) if isinstance(one.item, When)]
    named = [when.year for when in times if when.mode == "in" and when.day is None and when.is_year]
    return When(year=own + 1) if own + 1 in named and own not in named else None


_OF_A_STANDARD = expression(r"(?<!\w)(?:bộ tiêu chí|chuẩn nghèo)(?: [^\W\d]+){0,8} ?\(?$")
"""Of what years a standard is: `đạt bộ tiêu chí quốc gia về y tế giai đoạn 2011-2020`."""


def _ranges(reading: Reading, year: int | None, word: str) -> tuple[tuple[int, int], ...]:
    """The ranges of years named with `word` before them, of those that hold `year` where one is given, by how often."""
    named: Counter[tuple[int, int]] = Counter()
    for one in reading.made.get("period", []):
        when = one.item
        if not isinstance(when, When) or when.year is None or when.high_year is None:
            continue
        if word not in reading.low[max(0, one.start - 12) : one.end]:
            continue
        if _OF_A_STANDARD.search(reading.low, max(0, one.start - 70), one.start):
            continue
        if year is None or when.year <= year <= when.high_year:
            named[when.year, when.high_year] += 1
    return tuple(years for years, _ in named.most_common())


def _title_time(reading: Reading, head: Head) -> When | None:
    """The widest time that the title names: of `tháng 9 và 9 tháng năm 2022` the nine months."""
    if not head.title:
        return None
    found = [
        one.item
        for one in reading.items("period", 0, _TITLE_WITHIN)
        if isinstance(one.item, When)
        and one.item.mode == "in"
        and one.item.word == ""
        and _in_title(reading, one, head.title.split(":")[0])
    ]
    whole = [when for when in found if when.is_year]
    runs = [when for when in found if when.last_month is not None or when.half is not None]
    chosen = runs or whole or found
    return chosen[0].dated(whole[0].year if whole else None) or chosen[0] if chosen else None


def _titled(reading: Reading, head: Head) -> When | None:
    """The months, quarter or half that the title of a story names, which its results are about."""
    if head.type not in _STORIES:
        return None
    titled = _title_time(reading, head)
    reviewed = _reviewed(reading, head)
    day = head.event_date or head.date
    if reviewed is not None and reviewed.is_year and day is not None and str(reviewed.year) < day[:4]:
        return reviewed  # `hội nghị tổng kết năm 2023 diễn ra ngày 12/1/2024`
    told = (when for when in (titled, reviewed) if when is not None)
    parts = (when for when in told if when.high_year is when.day is None and not when.is_year)
    return next(parts, None) or _year_gone_by(reading) or _told_at_the_foot(reading)


def _stage(reading: Reading, head: Head) -> tuple[int, int] | None:
    """The years of the stage that a resolution or decision names in its title, all of which its aims are of."""
    when = _title_time(reading, head) if head.type in ("resolution", "decision") else None
    if when is None or when.year is None or when.high_year is None or "giai đoạn" not in (head.title or "").lower():
        return None
    return when.year, when.high_year


_FOOT_WITHIN = 160
"""Letters of a lead at the foot in which it tells of what time its story is."""


def _told_at_the_foot(reading: Reading) -> When | None:
    """The months of which a lead at the foot tells: `more(TIN) – Ước đến 30/9/2020, toàn tỉnh giải ngân 5 tỷ đồng`."""
    foot = lead_at_foot(reading)
    if foot is None:
        return None
    made = reading.items("period", foot.start, min(foot.end, foot.start + _FOOT_WITHIN))
    for when in (one.item for one in made if isinstance(one.item, When)):
        if when.mode not in ("in", "until") or when.word or when.month is when.quarter is when.half is None:
            continue
        if when.day is None:
            single = when.month is not None and when.last_month is None
            return when if when.mode == "in" and not (single and _adds_up(reading)) else None
        counted = when.mode == "until" and when.month is not None and when.month > 1
        return When(year=when.year, month=1, last_month=when.month) if counted else None
    return None


def _adds_up(reading: Reading) -> bool:
    """Whether a paper tells of the months since the year began, so that one month is not all that it is about."""
    times = (one.item for one in reading.made.get("period", ()) if isinstance(one.item, When))
    return any(when.word == "year_so_far" or (when.month == 1 and when.last_month is not None) for when in times)


_LEAD_WITHIN = 900
_REVIEWS = Holding(
    r"(?:sơ kết|tổng kết|đánh giá|kiểm điểm)[^.;\n]{0,90}?(?=\d tháng|quý |năm 20\d\d)",
    ("sơ kết", "tổng kết", "đánh giá", "kiểm điểm"),
)
"""How a lead tells what time a meeting looks back on."""


_GONE_BY = Holding(
    r"(?<!\w)(?:tình hình|kết quả|nhiệm vụ|tổng kết|kế hoạch|công tác)[^.;\n\d]{0,70} năm (?P<year>20\d\d)"
    r"(?: và|,|;)[^.\n\d]{0,60}(?:phương hướng|định hướng|nhiệm vụ|kế hoạch|giải pháp|mục tiêu)[^.\n\d]{0,60}"
    r" năm (?P<next>20\d\d)",
    (" năm 20",),
)


def _year_gone_by(reading: Reading) -> When | None:
    """The year that a meeting looks back on: `về tình hình kinh tế - xã hội năm 2024 và phương hướng năm 2025`."""
    told = _GONE_BY.search(reading.low, 0, _LEAD_WITHIN)
    if told is None or int(told["next"]) != int(told["year"]) + 1:
        return None
    return When(year=int(told["year"]))


_ADDS_UP = Holding(
    r"(?<!\w)(?:lũy kế|thực hiện|kết quả)(?: đến| tới)? (?=\d{1,2} tháng)"
    r"|\n(?:\([^()\n]{2,20}\) ?[-–] ?)?(?:theo [^,;.\n]{3,90}, |[^,;.\n]{3,70} cho biết,? )?"
    r"(?:trong |tính chung |sau |qua )?(?=\d{1,2} tháng(?:,| (?:đầu )?năm| đầu năm| qua))",
    tuple(f"{digit} tháng" for digit in range(10)),
)
"""How a page of figures without running text says what time they are of."""


def _reviewed(reading: Reading, head: Head) -> When | None:
    """The time that the meeting told of in the lead looks back on: `hội nghị sơ kết tình hình ... 6 tháng đầu năm`."""
    foot = lead_at_foot(reading)
    told = _REVIEWS.search(reading.low, foot.start, foot.end) if foot is not None else None
    told = told or _REVIEWS.search(reading.low, 0, _LEAD_WITHIN)
    if told is None and not (head.event_date or head.date):
        told = _ADDS_UP.search(reading.low, 0, _LEAD_WITHIN)
    times = reading.overlapping("period", told.end(), told.end() + 1) if told is not None else []
    when = times[0].item if times else None
    return when if isinstance(when, When) and when.mode == "in" and not when.word else None


def _due(reading: Reading, head: Head) -> int | None:
    """The year up to which the title looks, not that of its vision: `đến năm 2030, tầm nhìn đến năm 2045`."""
    named = [
        one.item
        for one in reading.items("period", 0, _TITLE_WITHIN)
        if isinstance(one.item, When)
        and one.item.month is None
        and one.item.year is not None
        and head.title is not None
        and _in_title(reading, one, head.title)
    ]
    years = [when.year for when in named if when.mode in ("by", "until") and when.year is not None]
    spans = [when.high_year for when in named if when.high_year is not None and when.high_year < max(years, default=0)]
    return min((*years, *spans), default=None)


def _in_title(reading: Reading, one: Made, title: str) -> bool:
    """Whether a time stands in the title: its line, up to it, is a part of the title."""
    first = reading.low.rfind("\n", 0, one.start) + 1
    line = " ".join(reading.low[first : one.end].split())
    return line in folded_title(title)


@lru_cache(maxsize=512)
def area_names(day: str | None) -> dict[str, str]:
    """The plain name of every area that there is or has been on a day, by slug; of all areas where no day is known."""
    on = date.fromisoformat(day) if day is not None and len(day) == 10 else None
    return {
        area.slug: area.name
        for area in catalogue.load_areas()
        if on is None or area.valid_from is None or area.valid_from <= on
    }
