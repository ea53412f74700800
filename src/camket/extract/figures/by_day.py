"""Times that only the paper's day tells, as the dated time that a reader of that day understands.

| words | told on | are |
| --- | --- | --- |
| `tháng qua` | 30/5/2016 | May 2016: the month is as good as over |
| `tháng qua` | 6/6/2016 | May 2016: the one before |
| `3 tháng gần đây` | 6/6/2016 | March to May 2016 |
| `tháng này` | 23/10/2013 | October 2013 |
| `quý vừa qua` | 5/4/2021, 25/3/2021 | the first quarter of 2021 |
| `năm qua` | 28/12/2022, 15/1/2023 | 2022 |
| `năm học này` | 5/9/2022, 20/5/2023 | the school year 2022-2023 |
| `từ năm 2018 đến nay` | 2/12/2023 | 2018 to 2023 |
| `từ đầu năm đến nay` | 3/11/2023 | January to November, to October where `10 tháng` is told of |
| `ngày mai` | 14/5/2019 | 15/5/2019 |

In a paper without a day `năm qua` is the year that it speaks of; the others are unknown.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from msgspec.structs import replace

from camket.extract.scene import Scene
from camket.model.fact import Role
from camket.rules.period.item import When

_AS_GOOD_AS_OVER = 20
"""From this day on a month that ends is the one `gone by`: statistics of it are out from then on."""
_YEAR_ENDS = 11
"""From this month on the year that ends is the one gone by."""
_SCHOOL_BEGINS, _SCHOOL_ENDS = 9, 5
_ENROLS = 8
"""From this month on the school year is the one that begins in the year."""


def told_by_day(when: When, scene: Scene) -> When | None:
    """A time with its date where only the paper's day tells it; any other time as it is; None where no day does."""
    if when.word == "year_gone":
        return _year_gone(when, scene)
    if when.word == "since_then":
        return _since_then(when, scene)
    if when.word == "year_so_far":
        return scene.so_far
    if when.word not in ("month_gone", "months_gone", "month_now", "quarter_gone", "school_year", "tomorrow"):
        return when
    day = _day(scene)
    return _resolved(when, day, whole=len(scene.day or "") > len("2026-06")) if day is not None else None


_SECOND, _DECEMBER = 2, 12
_FAR_AHEAD = 3
"""So many months after the paper's day nothing was reached yet."""


def gone_by(when: When, role: Role, scene: Scene) -> When | None:
    """Months without a year that would lie far ahead, where they are told as reached: they are of the year before.

    `Riêng tháng 12, xuất khẩu đạt 471.000 tấn`, told on 8/1/2024, is December 2023.
    """
    day = _day(scene)
    if day is None or role not in ("actual", "estimate") or when.year is not None or when.word or when.shift:
        return None
    if when.day is not None or when.mode in ("by", "before"):
        return None
    last = when.last_month or when.month or (when.quarter or 0) * 3 or (when.half or 0) * 6
    if (when.half == _SECOND or when.last_month == _DECEMBER) and day.month > _FAR_AHEAD:
        return None  # `6 tháng cuối năm` are those to come
    return when.dated(day.year - 1) if last - day.month > _FAR_AHEAD else None


def _resolved(when: When, day: date, *, whole: bool) -> When | None:
    """The time on a `day`, of which only the month is known where it is not `whole`."""
    if when.word == "tomorrow":
        after = day + timedelta(days=1)
        return When(year=after.year, month=after.month, day=after.day, mode="at") if whole else None
    if when.word == "school_year":
        first = day.year - (day.month < _ENROLS) + when.shift
        span = When(year=first, high_year=first + 1, month=_SCHOOL_BEGINS, last_month=_SCHOOL_ENDS)
        return replace(span, mode=when.mode)
    over = not whole or day.day >= _AS_GOOD_AS_OVER
    if when.word == "quarter_gone":
        quarter = (day.month + 2) // 3 - (0 if over and day.month % 3 == 0 else 1)
        return When(year=day.year - (quarter < 1), quarter=quarter or 4)
    month = day.month - (0 if over or when.word == "month_now" else 1)
    if when.word == "months_gone":
        return _run_up_to(day.year - (month < 1), month or 12, -(when.span or 0))
    return When(year=day.year - (month < 1), month=month or 12)


def _run_up_to(year: int, month: int, count: int) -> When:
    """So many months up to one."""
    first = month - count + 1
    if first < 1:
        return When(year=year - 1, high_year=year, month=first + 12, last_month=month)
    return When(year=year, month=first, last_month=month)


def _year_gone(when: When, scene: Scene) -> When | None:
    if scene.year is None:
        return None
    if scene.reported is not None and scene.reported.year is not None and scene.reported.high_year is None:
        return When(year=scene.reported.year, mode=when.mode)
    ends = scene.day is None or (scene.day[5:7].isdigit() and int(scene.day[5:7]) >= _YEAR_ENDS)
    return When(year=scene.year - (not ends), mode=when.mode)


def _since_then(when: When, scene: Scene) -> When | None:
    """The years from one to the paper's, or the months where it began in a month; up to now where that is unknown."""
    if scene.year is None or when.year is None or when.year > scene.year:
        return When(word="now")
    if when.month == 1 and scene.so_far is not None and when.year == scene.year:
        return scene.so_far
    if when.month is None:
        return When(year=when.year, high_year=scene.year) if when.year < scene.year else When(year=when.year)
    day = _day(scene)
    if day is None:
        return When(year=when.year, high_year=scene.year) if when.year < scene.year else When(year=when.year)
    if when.year == day.year:
        months = When(year=when.year, month=when.month, last_month=day.month)
        return months if when.month < day.month else When(year=when.year, month=when.month)
    return When(year=when.year, high_year=day.year, month=when.month, last_month=day.month)


def _day(scene: Scene) -> date | None:
    """The paper's day; the last one of its month where no day is known."""
    parts = (scene.day or "").split("-")
    if len(parts) < 2 or not all(part.isdigit() for part in parts):
        return None
    year, month = int(parts[0]), int(parts[1])
    return date(year, month, int(parts[2]) if len(parts) > 2 else monthrange(year, month)[1])
