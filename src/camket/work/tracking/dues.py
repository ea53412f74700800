"""Cells that say when a task is due, in whatever words: `trước 30/6/2026`, `Quý II`, `tháng 7`, `45838`, `hằng quý`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from camket.grammar.fold import fold
from camket.model.message import Message, message
from camket.model.task import Due
from camket.work.days import month_end
from camket.work.due import due_from_words
from camket.work.due_words import PARTS_OF_MONTH
from camket.work.rules import WorkRules
from camket.work.tracking.days import checked, days_in, is_zero_day, serial_day
from camket.work.tracking.reading import any_of, words

_BEFORE = re.compile(r"(?:trước|truoc)(?: ngày)?\s*$")
_MOVED = re.compile(r"gia hạn|lùi|điều chỉnh|lần 2|lần 3")
_YEAR = r"(?:\s*(?:/|năm|-|\.)\s*(?P<year>20\d\d|\d\d(?!\d)))?"
_MONTH = re.compile(
    r"(?<![\w/.])(?:(?P<part>đầu|giữa) )?(?:tháng|t\.?)\s?(?P<month>\d{1,2})(?!\d)"
    r"(?:\s*(?:-|,|và|đến)\s*(?:tháng )?(?P<last>\d{1,2})(?!\d|/\d{1,2}(?!\d)))?" + _YEAR
)
_BARE_MONTH = re.compile(r"(?<![\w/.-])(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>20\d\d)(?![\d/])")
_QUARTER = re.compile(
    r"(?<!\w)(?:quý|qúy|q\.?)\s?(?P<quarter>iv|i{1,3}|[1-4])(?!\w)"
    r"(?:\s*(?:-|,|và|đến)\s*(?:quý )?(?P<last>iv|i{1,3}|[1-4])(?!\w))?" + _YEAR
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS = re.compile(
    r"(?<!\w)(?P<count>6|9|sáu|chín) tháng(?: (?P<half>đầu|cuối) năm)?(?:\s*/?\s*(?:năm )?(?P<year>20\d\d))?"
)
_SPAN = re.compile(r"(?<!\d)20\d\d ?- ?(?P<year>20\d\d)(?!\d)")
_WHOLE_YEAR = re.compile(
    r"^(?:(?:trong|hết|cuối|đến hết|đến|cả|đến cuối)\s*)*(?:năm\s*)?(?P<year>20\d\d)\.?$"
    r"|(?:trong|hết|cuối|đến hết|cả) năm(?: (?P<named>20\d\d))?"
)
_SHORT = re.compile(r"(?<![\w/.-])(?P<day>\d{1,2}) ?(?P<sign>[/.-]) ?(?P<month>\d{1,2})(?![\w/.-]|%)")
_DAY_OF_MONTH = re.compile(r"(?<![\w/.])(?<!tuần )(?P<day>\d{1,2}) tháng (?P<month>\d{1,2})(?![\w/]| năm)")
_RECURRING = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi|từng|định kỳ)(?!\w)")
_SOON = re.compile(r"^(?:ngay|khẩn|khẩn trương|sớm|kịp thời|gấp|hỏa tốc)(?!\w)")


class DueFound(NamedTuple):
    """What a cell says.

    Attributes:
        due: the first due, with the words of the cell.
        moved: the day to which the cell says that it was put off; None else.
        trouble: what people should look at.
    """

    due: Due
    moved: date | None = None
    trouble: tuple[Message, ...] = ()


class _Ending(NamedTuple):
    start: int
    day: date | None
    trouble: Message | None


def due_of(
    cell: str, *, given: date | None = None, year: int | None = None, rules: WorkRules | None = None
) -> DueFound:
    """What a cell of the due says.

    Args:
        cell: its text.
        given: the day of the task's paper: a day without a year is the first after it.
        year: of the list, where there is no such day.
        rules: of the province: whether the day that `trước` stands before is late itself.
    """
    shown = " ".join(cell.split())
    text = " ".join(fold(cell).split()).strip(" ;")
    if _is_none(text):
        return DueFound(Due())
    serial = serial_day(text)
    if serial is not None:
        return DueFound(Due(kind="fixed", day=serial, words=shown))
    if _RECURRING.search(text):
        return _in_words(text, shown, given, rules)
    before_is_late = rules is None or not rules.before_includes_day
    endings = sorted(_endings(text, given, year, before_is_late=before_is_late))
    if not endings:
        return _in_words(text, shown, given, rules)
    good = [each for each in endings if each.day is not None]
    bad = tuple(each.trouble for each in endings if each.day is None and each.trouble is not None)
    if not good:
        return DueFound(Due(words=shown), trouble=bad)
    first = good[0] if len(good) > 1 and _MOVED.search(text) else good[-1]
    said = () if first.trouble is None else (first.trouble,)
    moved = good[-1].day if first is not good[-1] else None
    return DueFound(Due(kind="fixed", day=first.day, words=shown), moved, (*said, *bad))


def _is_none(text: str) -> bool:
    data = words()
    return not text or text in data.nothing or is_zero_day(text) or any_of(data.no_due).search(text) is not None


def _in_words(text: str, shown: str, given: date | None, rules: WorkRules | None) -> DueFound:
    """A due that comes back, runs from an event or waits for one, as papers too tell it."""
    due = due_from_words(shown, given, rules)
    if due.kind != "none":
        return DueFound(msgspec.structs.replace(due, words=shown))
    code = "tracking.due_soon_only" if _SOON.match(text) else "tracking.bad_due"
    return DueFound(Due(words=shown), trouble=(message(code, found=shown),))


def _endings(text: str, given: date | None, year: int | None, *, before_is_late: bool) -> Iterator[_Ending]:
    """Every time that the text names, as its last day."""
    taken: list[tuple[int, int]] = []

    def is_free(found: re.Match[str]) -> bool:
        return all(found.end() <= start or end <= found.start() for start, end in taken)

    for each in days_in(text, year):
        taken.append((each.start, each.end))
        day = each.day
        if day is not None and before_is_late and _BEFORE.search(text[: each.start]):
            day -= timedelta(days=1)
        yield _Ending(each.start, day, each.trouble)
    for pattern, ending in _KINDS:
        for found in pattern.finditer(text):
            if not is_free(found):
                continue
            taken.append((found.start(), found.end()))
            early = before_is_late and _BEFORE.search(text[: found.start()]) is not None
            yield _told(found, ending(found), given, year, early=early)


class _Last(NamedTuple):
    """The last day of a time: its year where it is written, its month, its day (0 is the month's last)."""

    year: int | None
    month: int
    day: int = 0


def _told(found: re.Match[str], last: _Last, given: date | None, year: int | None, *, early: bool) -> _Ending:
    """With the year that is written, else the first such day after the paper, else the year of the list."""
    written = found[0].strip()
    if not 1 <= last.month <= 12:
        return _Ending(found.start(), None, message("tracking.no_such_month", found=written, month=last.month))
    years = [last.year] if last.year else [given.year, given.year + 1] if given else [year] if year else []
    if not years:
        return _Ending(found.start(), None, message("tracking.no_year", found=written))
    for told in years:
        day, trouble = checked(told, last.month, last.day or month_end(told, last.month).day, written)
        if day is None:
            return _Ending(found.start(), None, trouble)
        if last.year or given is None or day >= given or told == years[-1]:
            if early and last.day:
                day -= timedelta(days=1)
            elif early:
                day = date(day.year, day.month, 1) - timedelta(days=1)
            said = None if last.year else message("tracking.year_added", found=written, year=told)
            return _Ending(found.start(), day, said)
    raise AssertionError(years)  # the last of them was taken


def _written_year(found: re.Match[str], name: str = "year") -> int | None:
    text = found[name]
    return None if text is None else int(text) if len(text) > 2 else 2000 + int(text)


def _of_months(found: re.Match[str]) -> _Last:
    nine = found["count"] in ("9", "chín")
    return _Last(_written_year(found), 9 if nine else 12 if found["half"] == "cuối" else 6)


def _of_quarter(found: re.Match[str]) -> _Last:
    told = found["last"] or found["quarter"]
    return _Last(_written_year(found), 3 * _ROMAN.get(told, 0) or 3 * int(told))


def _of_month(found: re.Match[str]) -> _Last:
    day = 0 if found["last"] else PARTS_OF_MONTH.get(found["part"] or "", 0)
    return _Last(_written_year(found), int(found["last"] or found["month"]), day)


_KINDS = (
    (_DAY_OF_MONTH, lambda found: _Last(None, int(found["month"]), int(found["day"]))),
    (_QUARTER, _of_quarter),
    (_MONTHS, _of_months),
    (_MONTH, _of_month),
    (_BARE_MONTH, lambda found: _Last(_written_year(found), int(found["month"]))),
    (_SPAN, lambda found: _Last(_written_year(found), 12)),
    (_WHOLE_YEAR, lambda found: _Last(_written_year(found) or _written_year(found, "named"), 12)),
    (_SHORT, lambda found: _Last(None, int(found["month"]), int(found["day"]))),
)
