"""Days that words name, as the last day in time: `30/6`, `trước 17h00 ngày 25/6`, `quý II, III`, `cuối năm`.

One reader for papers, for words typed as a due and for cells of lists. A day that does not exist is found too, with
what is wrong with it: running text passes over it, lists say it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from camket.grammar.fold import Folded
from camket.model.message import Message, message
from camket.model.task import Due
from camket.work.rules import WorkRules

BEFORE = r"(?:(?:xong |hoàn thành )?(?:trước|truoc))"
_LATEST = r"(?:chậm nhất|muộn nhất|không quá|đến hết|đến|hết|trong|vào|xong trong)"
_MODE = rf"(?:(?P<before>{BEFORE})|(?P<latest>{_LATEST}))(?: (?:là|vào|trong|hết|đến|ngay))*"
_YEAR = r"(?: ?(?:/|-|\.|năm) ?(?P<year>20\d\d|19\d\d|\d\d)(?!\d)| năm (?P<word>nay|sau|tới)(?!\w))"
_PART = r"(?:(?P<part>đầu|giữa|cuối) )?"
_NOT_ON = r"(?![\d/]| ?(?:%|triệu|tỷ|ha|km|người))"
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?![\d/])")
_NUMBERS = (
    r"(?<!tuần )(?P<day>\d{1,2})(?P<sign> ?[/.-] ?| tháng )(?P<month>\d{1,2})"
    rf"(?:(?P=sign)(?P<short>\d\d)(?!\d)|(?: ?[/.-] ?| năm |(?:(?<=tháng \d)|(?<=tháng \d\d)), )(?P<year>\d{{4}}))?"
    rf"{_NOT_ON}"
)
_WRITTEN = re.compile(_NUMBERS)
_DAY = re.compile(rf"(?:{_MODE} )?(?P<hour>\d{{1,2}} ?(?:giờ|h|:)(?: ?\d{{1,2}}(?: phút)?)?,? )?(?:ngày )?{_NUMBERS}")
_MONTH_NUMBER = r"1[0-2]|0?[1-9]"
_QUARTER_NUMBER = r"iv|i{1,3}|[1-4]"


def _until(name: str, number: str) -> str:
    """The end of a stretch: `quý II, III`, `tháng 6-7`; of `tháng 6, 7 đơn vị báo cáo` seven is a count."""
    joined = rf"(?:-|đến) ?(?:{name} )?|(?:,|và) ?{name} |(?P<loose>,|và) ?"
    return rf"(?: ?(?:{joined})(?P<last>{number})(?!\w|/\d{{1,2}}(?!\d))(?(loose)(?! (?!năm)\w)))?"


_MONTH = re.compile(
    rf"(?:{_MODE} )?{_PART}(?:tháng ?|t\.? ?)(?P<month>\d{{1,2}})(?!\d)"
    rf"{_until('tháng', _MONTH_NUMBER)}{_YEAR}?(?![\d/%])"
)
_MONTH_ALONE = re.compile(r"(?P<month>\d{1,2}) ?[/.-] ?(?P<year>20\d\d)(?![\d/])")
_QUARTER = re.compile(
    rf"(?:{_MODE} )?{_PART}(?:quý|qúy|q\.?) ?(?P<quarter>{_QUARTER_NUMBER})(?!\w)"
    rf"{_until('quý', _QUARTER_NUMBER)}{_YEAR}?(?!\w)"
)
_SIX_OR_NINE = rf"(?:{_MODE} )?(?:6|sáu|(?P<nine>9|chín)) tháng"
_OF_YEAR = r"(?: ?/? ?(?:năm )?(?P<year>20\d\d))?(?!\w)"
_HALF = re.compile(rf"{_SIX_OR_NINE} (?P<half>đầu|cuối) năm{_OF_YEAR}")
_MONTHS = re.compile(rf"{_SIX_OR_NINE}(?! (?:đầu|cuối)){_OF_YEAR}")
_WHOLE = re.compile(rf"(?:{_MODE} )?{_PART}năm (?:(?P<year>20\d\d)(?! ?-|\d)|(?P<word>nay|sau|tới))(?!\w)")
_YEAR_END = re.compile(r"(?:(?:đến|vào|trước|trong) )?(?:hết|cuối|cả) năm(?! ?(?:\d|nay|sau|tới|học|trước))(?!\w)")
_WEEK = re.compile(r"(?:ngay )?trong tuần(?: làm việc)?(?: (?P<which>này|tới|sau|đầu tháng))?(?!\w)")
_WEEK_ALONE = re.compile(r"^tuần (?P<which>này|tới|sau)$")
_TODAY = re.compile(r"(?:ngay )?trong ngày(?: hôm nay)?(?! \d|\w)|ngay trong hôm nay")
_SPAN = re.compile(r"20\d\d ?- ?(?P<year>20\d\d)(?!\d)")
_IN_YEAR = re.compile(
    r"^(?:(?:trong|hết|cuối|đến hết|đến|cả|đến cuối) )*(?P<year>20\d\d)\.?$"
    r"|trong năm(?! ?\d| (?:nay|sau|tới|học|trước))"
)
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PARTS_OF_MONTH = {"đầu": 10, "giữa": 20}
"""The last day of a part of a month; its end is the month's."""
_FIRST_YEAR, _LAST_YEAR = 2000, 2060
_BINDING = re.compile("chậm nhất|muộn nhất|không quá")


class Asked(NamedTuple):
    """What is read.

    Attributes:
        words: as printed, and folded.
        day: from which they speak: a day without a year is the first after it.
        rules: of the province.
        alone: whether they are about nothing else, as what is typed as a due.
        year: of the list, where there is no such day.
    """

    words: Folded
    day: date | None
    rules: WorkRules
    alone: bool = False
    year: int | None = None

    def found(self, match: re.Match[str], due: Due, *, binding: bool = False, trouble: Message | None = None) -> Found:
        """A due with the paper's own words of it."""
        start, end = match.span()
        words = self.words.quote(start, end).strip(" ,;.")
        return Found(msgspec.structs.replace(due, words=words), start, end, binding, trouble)


class Found(NamedTuple):
    """A due with where its words stand, and whether they bind (`chậm nhất`) where others wish.

    Its `trouble` is what people should look at: why there is no such day, or that a year was added.
    """

    due: Due
    start: int
    end: int
    binding: bool = False
    trouble: Message | None = None


class _Last(NamedTuple):
    """The last day of a time.

    Attributes:
        year: None where none is written.
        month: from 1.
        day: 0 for the last of the month.
        months: how long the time is; 0 for a day.
    """

    year: int | None
    month: int
    day: int = 0
    months: int = 0


def days_named(asked: Asked) -> list[Found]:
    """The days that words name as due, in their order, those within a longer one left out."""
    found = list(_all_named(asked))
    wider = [each for each in found if not any(_within(each, other) for other in found)]
    return sorted(wider, key=lambda each: each.start)


def _all_named(asked: Asked) -> Iterator[Found]:
    low = asked.words.low
    for pattern, last_of in (*_IN_TEXT, *(_ALONE if asked.alone else ())):
        for match in pattern.finditer(low):
            last = last_of(asked, match) if _stands_alone(low, match) else None
            if last is not None:
                yield _told(asked, match, last)


def _stands_alone(low: str, match: re.Match[str]) -> bool:
    """Whether it is no part of a longer number or word; what ends a stretch (`15-20/5`) is none."""
    before = low[match.start() - 1 : match.start()]
    if before == "-":
        return "/" in match[0]
    return not (before.isalnum() or before in ("/", "."))


def _within(one: Found, other: Found) -> bool:
    return one is not other and other.start <= one.start and one.end <= other.end and one[1:3] != other[1:3]


def _told(asked: Asked, match: re.Match[str], last: _Last) -> Found:
    """With the year that is written, else the first such day after the one it speaks from, else that of the list."""
    written = match[0].strip()
    day: date | None = None
    trouble: Message | None = message("tracking.no_year", found=written)
    for year in _years(asked, last):
        day, trouble = checked(year, last.month, last.day or _last_of(year, last.month), written)
        if day is None or asked.day is None or day >= asked.day:
            break
    if day is None:
        return asked.found(match, Due(), trouble=trouble)
    said = None if last.year else message("tracking.year_added", found=written, year=day.year)
    due = Due(kind="fixed", day=_before(asked, match, last, day))
    return asked.found(match, due, binding=_BINDING.search(match[0]) is not None, trouble=said)


def _years(asked: Asked, last: _Last) -> tuple[int, ...]:
    """The years that it may be in, the likely one first."""
    if last.year is not None:
        return (last.year,)
    if asked.day is None:
        return (asked.year,) if asked.year is not None else ()
    return (asked.day.year, asked.day.year + 1)


def _last_of(year: int, month: int) -> int:
    return monthrange(year, month)[1] if 1 <= month <= 12 and year > 0 else 0


def _before(asked: Asked, match: re.Match[str], last: _Last, day: date) -> date:
    """The last day in time where words say `trước`.

    Before an hour of a day is still that day; before the end or the middle of a month is still in it.
    """
    parts = match.groupdict()
    if not parts.get("before") or parts.get("hour") or parts.get("part") in ("giữa", "cuối"):
        return day
    if last.months:
        return date(day.year, last.month - last.months + 1, 1) - timedelta(days=1)
    return day if asked.rules.before_includes_day else day - timedelta(days=1)


def checked(year: int, month: int, day: int, written: str) -> tuple[date | None, Message | None]:
    """The day, or why there is none."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None, message("tracking.odd_year", found=written, first=_FIRST_YEAR, last=_LAST_YEAR)
    if not 1 <= month <= 12:
        if 1 <= day <= 12 and month <= 31:
            return None, message("tracking.month_first", found=written, meant=f"{month}/{day}/{year}")
        return None, message("tracking.no_such_month", found=written, month=month)
    most = monthrange(year, month)[1]
    if not 1 <= day <= most:
        return None, message("tracking.no_such_day", found=written, month=month, year=year, most=most)
    return date(year, month, day), None


def days_written(low: str) -> Iterator[re.Match[str]]:
    """Days of folded text in numbers, with the groups `day`, `month`, `year` (or `short`) and `sign`, in order."""
    found = [match for pattern in (_ISO, _WRITTEN) for match in pattern.finditer(low) if _stands_alone(low, match)]
    return iter(sorted(found, key=lambda match: match.start()))


def year_of(match: re.Match[str]) -> int | None:
    """The year that a day or time was written with; None where it has none."""
    parts = match.groupdict()
    written = parts.get("year") or parts.get("short")
    if written is None:
        return None
    return int(written) if len(written) > 2 else 2000 + int(written)


def _of_day(_: Asked, match: re.Match[str]) -> _Last:
    return _Last(year_of(match), int(match["month"]), int(match["day"]))


def _of_month(asked: Asked, match: re.Match[str]) -> _Last:
    parts = match.groupdict()
    day = 0 if parts.get("last") else _PARTS_OF_MONTH.get(parts.get("part") or "", 0)
    return _Last(_year(asked, match), int(parts.get("last") or match["month"]), day, months=1)


def _of_quarter(asked: Asked, match: re.Match[str]) -> _Last:
    told = match["last"] or match["quarter"]
    return _Last(_year(asked, match), 3 * (_QUARTERS.get(told) or int(told)), months=3)


def _of_months(_: Asked, match: re.Match[str]) -> _Last:
    months = 9 if match["nine"] else 6
    month = 12 if match.groupdict().get("half") == "cuối" else months
    return _Last(year_of(match), month, months=months)


def _of_year(asked: Asked, match: re.Match[str]) -> _Last | None:
    parts = match.groupdict()
    if parts.get("word") and asked.day is None:
        return None
    month = 6 if parts.get("part") == "giữa" else 12
    return _Last(_year(asked, match), month, months=month)


def _year(asked: Asked, match: re.Match[str]) -> int | None:
    """The year that is written, in numbers or as `năm sau`."""
    word = match.groupdict().get("word")
    return asked.day.year + (word != "nay") if word and asked.day is not None else year_of(match)


def _of_week(asked: Asked, match: re.Match[str]) -> _Last | None:
    if asked.day is None or match["which"] == "đầu tháng":
        return None
    ahead = 0 if match["which"] in (None, "này") else 7
    last = 6 if asked.rules.week_ends == "sunday" else 4
    return _on(asked.day + timedelta(days=max(0, last - asked.day.weekday()) + ahead))


def _of_today(asked: Asked, _: re.Match[str]) -> _Last | None:
    return None if asked.day is None else _on(asked.day)


def _on(day: date) -> _Last:
    return _Last(day.year, day.month, day.day)


_Reader = Callable[[Asked, re.Match[str]], _Last | None]
_IN_TEXT: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_ISO, _of_day),
    (_DAY, _of_day),
    (_MONTH, _of_month),
    (_MONTH_ALONE, _of_month),
    (_QUARTER, _of_quarter),
    (_HALF, _of_months),
    (_WHOLE, _of_year),
    (_YEAR_END, _of_year),
    (_WEEK, _of_week),
    (_TODAY, _of_today),
)
_ALONE: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_MONTHS, _of_months), (_SPAN, _of_year), (_IN_YEAR, _of_year), (_WEEK_ALONE, _of_week),
)  # fmt: skip
"""What is a due only where the words are about nothing else: in running text `6 tháng` is how long something lasts."""


__all__ = ["BEFORE", "Asked", "Found", "checked", "days_named", "days_written", "year_of"]
