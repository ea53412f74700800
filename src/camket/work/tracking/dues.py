"""Cells that say when a task is due: the words of any due (`camket.work.due`), and what only cells have.

Those are numbers of a spreadsheet (`45838`), days that stand for none (`01/01/1970`), and a due that was put off beside
the first one.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

import msgspec

from camket.grammar.fold import fold
from camket.model.message import Message, message
from camket.model.task import Due
from camket.work.days import written
from camket.work.due import TypedDue, runs_from_paper, typed_due
from camket.work.rules import WorkRules
from camket.work.tracking.days import day_alone, is_zero_day, serial_day
from camket.work.tracking.reading import any_of, words
from camket.work.tracking.written import as_papers_write

_MOVED = re.compile(r"gia hạn|(?<!\w)gh(?!\w)|lùi|điều chỉnh|lần 2|lần 3|cũ(?!\w)[^a-z]*mới(?!\w)")
_SOON = re.compile(
    r"^(?:(?:làm|xử lý|thực hiện|hoàn thành|triển khai|báo cáo) )?(?:ngay|khẩn|khẩn trương|sớm|kịp thời|gấp|hỏa tốc)"
    r"(?!\w)|^theo (?:kh|kế hoạch|yêu cầu|chỉ đạo)(?: [^\d]*)?$"
)
_ALWAYS = frozenset(("tx", "t.x", "liên tục"))
_PARTS = re.compile(r"\s*(?:;|\n|->|→|=>)\s*")


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
    if text in _ALWAYS:
        return DueFound(Due(kind="standing", words=shown))
    serial = serial_day(text)
    if serial is not None:
        return DueFound(Due(kind="fixed", day=serial, words=shown))
    typed = typed_due(as_papers_write(shown), given, rules, year=year)
    if typed.chosen is not None:
        found = _of_days(typed, is_moved=_MOVED.search(text) is not None or _is_day_after_day(cell))
        return found._replace(due=msgspec.structs.replace(found.due, words=shown))
    if typed.due.kind != "none":
        return DueFound(msgspec.structs.replace(typed.due, words=shown), trouble=_from_paper(typed.due, shown, given))
    wrong = tuple(each.trouble for each in typed.named if each.trouble is not None)
    code = "tracking.due_soon_only" if _SOON.match(text) else "tracking.bad_due"
    return DueFound(typed.due, trouble=wrong or (message(code, found=shown),))


def _from_paper(due: Due, shown: str, given: date | None) -> tuple[Message, ...]:
    """Of a term that does not say from when it runs: that it was counted from the day of its paper."""
    if not runs_from_paper(due) or due.day is None or given is None:
        return ()
    return (message("tracking.from_paper", found=shown, day=written(given), due=written(due.day)),)


def _is_none(text: str) -> bool:
    data = words()
    if not text or text in data.nothing or text in data.marks:
        return True
    return is_zero_day(text) or any_of(data.no_due).search(text) is not None


def _is_day_after_day(cell: str) -> bool:
    """Whether a cell is two days, the later one below or behind the first: the first due and the one in force."""
    days = [day_alone(" ".join(fold(part).split())) for part in _PARTS.split(cell.strip(" ;\n"))]
    told = [day for day in days if day is not None]
    return len(told) == len(days) == 2 and told[0] < told[1]


def _of_days(typed: TypedDue, *, is_moved: bool) -> DueFound:
    """A day; of one that was put off the first is the due, and the last is where it was moved to."""
    good = [each for each in typed.named if each.due.day is not None]
    is_moved = is_moved and len(good) > 1
    taken = good[0] if is_moved else typed.chosen
    wrong = [each for each in typed.named if each.due.day is None]
    trouble = tuple(each.trouble for each in (taken, *wrong) if each is not None and each.trouble is not None)
    due = typed.due if taken is None else msgspec.structs.replace(typed.due, day=taken.due.day)
    return DueFound(due, good[-1].due.day if is_moved else None, trouble)
