"""What the times of a text say about its year."""

from __future__ import annotations

import re
from datetime import date
from functools import cached_property
from typing import NamedTuple

from camket.extract.head.news import is_day
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import holds
from camket.grammar.rule import Made
from camket.rules.period.item import When


class Guess(NamedTuple):
    """A year with the place in the folded text that told it."""

    year: int
    start: int
    end: int


_PLANNED = expression(
    r"(?<!\w)(?:mục tiêu|(?<!vượt )(?<!so với )(?<!đạt )(?<!hoàn thành )(?<!% )kế hoạch"
    r"|phấn đấu|dự toán|dự kiến|sẽ|giao(?! (?:ban|thông|dịch|lưu|tiếp))|phân bổ|bố trí|phải|cần|dự báo|định hướng"
    r"|phương hướng|đề nghị|yêu cầu|kịch bản|nhiệm vụ|trình|có thể)(?!\w)"
)
_TO_COME = expression(r"[^;.\n]{0,40}?(?<!\w)sẽ(?!\w)")
_SAME_SENTENCE = r"(?:[^;.\n]|\.(?=\d))"
_REPORTED = expression(
    rf"{_SAME_SENTENCE}{{0,70}}?(?<!\w)(?:đạt|tăng|giảm|hoàn thành|vượt|thu hút|đóng góp|ước|chiếm|xếp (?:thứ|hạng)"
    rf"|đứng|thực hiện|bằng)(?!\w){_SAME_SENTENCE}{{0,40}}?\d"
    rf"|{_SAME_SENTENCE}{{0,40}}?(?<!\w)\d+/\d+ (?:chỉ tiêu|nhiệm vụ)(?!\w)"
)
_REACHED_BEFORE = expression(
    r"(?<!\w)(?:xuống|xuống còn|còn|lên)(?: mức| khoảng| trên| gần| hơn)? \d[\d.,]* ?(?:%|[^\W\d]+(?: [^\W\d]+)?)"
    r"(?: vào| \()? ?$"
)
"""`tăng từ 25 triệu đồng lên 36 triệu đồng vào năm 2018`"""
_ESTIMATED = expression(
    rf"{_SAME_SENTENCE}{{0,160}}?(?<!\w)"
    r"(?:ước(?: cả năm)?(?: đạt| tính| thực hiện| tăng| giảm| thu| có)|mới đạt|mới thực hiện)(?!\w)"
)
_BORN = expression(r"(?<!\w)(?:sinh|sn|thành lập)(?!\w)")
_ESTIMATE_TO = expression(r"(?<!\w)ước(?: tính| thực hiện| đến| hết| cuối| cả| trong)* $")
_COMPARED = expression(r"(?<!\w)(?:(?:cao|thấp|lớn|nhiều|ít) hơn|bằng|so với)(?: mức| của| kết quả)* $")
_ENDED = expression(
    r"(?<!\w)(?:đến hết|hết|cuối|kết thúc) năm (?P<year>20\d\d)(?!\d)[^.;\n]{0,60}?(?<!\w)(?:đã(?!\w)|(?:là|có) \d)"
)
_ENDS_OF_YEARS = ("hết năm 20", "cuối năm 20", "kết thúc năm 20")
_YEAR_ENDS = 11
"""From this month on, what a year has at its end is told ahead."""
TASKS_OF = expression(r"(?:nhiệm vụ|phương hướng|chương trình công tác|kế hoạch|tết)(?!\w)[^.;\n]{0,40}$")
"""What leads to the time of tasks."""
_NEXT_YEARS = 2
"""A result told of one of so many next years shows that a year is too early; what is told of later ones is a vision."""


class Clues:
    """What the times of a text say about its year.

    Attributes:
        reported: single years with a result that has a figure (`năm 2018, GRDP tăng 8%`), with their places.
        estimated: single years whose result is still an estimate (`năm 2017 chỉ ước đạt`, `mới đạt`).
        days: full dates that are no deadlines.
        dues: full dates that are.
        coming: year and first month of quarters, halves and months whose tasks are given.
        parts: year, first and last month of quarters, halves, months and runs of months that are not planned.
        ranges: first and last year of ranges (`2016-2020`).
        named: every single year that is named at all, planned ones included.
    """

    def __init__(self, reading: Reading, day: int, month: int) -> None:
        self.reading, self.day, self.month = reading, day, month
        self.reported: list[Guess] = []
        self.estimated: list[Guess] = []
        self.days: list[tuple[date, Made]] = []
        self.dues: list[tuple[date, Made]] = []
        self.coming: list[tuple[int, int, Made]] = []
        self.parts: list[tuple[int, int, int, Made]] = []
        self.ranges: list[tuple[int, int, Made]] = []
        self.named: list[Guess] = []
        for made in reading.made.get("period", ()):
            if isinstance(made.item, When) and made.item.year is not None:
                self._take(made, made.item, made.item.year)

    def _take(self, made: Made, when: When, year: int) -> None:
        if when.high_year is not None:
            self.ranges.append((year, when.high_year, made))
        elif when.day is not None and when.month is not None:
            if when.mode in ("by", "before") and is_day(year, when.month, when.day):
                self.dues.append((date(year, when.month, when.day), made))
            told = when.mode == "at" or (when.mode == "until" and self.is_planned(made))
            if told and is_day(year, when.month, when.day) and not _BORN.search(self._before(made)):
                self.days.append((date(year, when.month, when.day), made))
        elif when.mode in ("in", "at"):
            self._take_current(made, when, year)
        elif when.mode in ("by", "until", "before"):
            self.named.append(Guess(year, made.start, made.end))
            if when.day is None and _ESTIMATE_TO.search(self._before(made)):
                self.estimated.append(self.named[-1])

    def _take_current(self, made: Made, when: When, year: int) -> None:
        months = _months(when)
        if months is not None:
            before = self._before(made)
            # Aims too are set beside what was: `phấn đấu cao hơn mức 6 tháng đầu năm 2017`.
            compared = _COMPARED.search(before) is not None
            if not compared and TASKS_OF.search(before):
                self.coming.append((year, months[0], made))
            elif compared or not (_PLANNED.search(before) or _TO_COME.match(self.reading.low, made.end)):
                self.parts.append((year, *months, made))
            return
        guess = Guess(year, made.start, made.end)
        self.named.append(guess)
        if self._is_reported(made):
            self.reported.append(guess)
        if _ESTIMATED.match(self.reading.low, made.end):
            self.estimated.append(guess)

    def _before(self, made: Made, reach: int = 60) -> str:
        return self._clause(made.start, reach)

    def _clause(self, end: int, reach: int = 60) -> str:
        return re.split(r"[.;\n]", self.reading.low[max(0, end - reach) : end])[-1]

    def is_planned(self, made: Made) -> bool:
        """Whether the words before a time plan what it tells of."""
        return _PLANNED.search(self._before(made, reach=140)) is not None

    def _is_reported(self, made: Made) -> bool:
        if _REACHED_BEFORE.search(self._before(made)) is not None and not self.is_planned(made):
            return True
        result = _REPORTED.match(self.reading.low, made.end)
        if result is None:
            return False
        before = self._before(made)
        return not _PLANNED.search(before) and not _PLANNED.search(result[0]) and not before.endswith("chỉ tiêu ")

    @cached_property
    def last_reported(self) -> Guess | None:
        """The latest year with a result."""
        return max(self.reported, default=None)

    @cached_property
    def ended(self) -> Guess | None:
        """The latest year of whose end a result is told: `đến hết năm 2016, toàn tỉnh đã có 33 cụm`."""
        low = self.reading.low
        told = _ENDED.finditer(low) if holds(low, _ENDS_OF_YEARS) else ()
        told = (each for each in told if not _PLANNED.search(self._clause(each.start())))
        return max((Guess(int(each["year"]), each.start(), each.end()) for each in told), default=None)

    def names(self, year: int) -> bool:
        """Whether the year is named, planned or not."""
        return any(one.year == year for one in self.named)

    def on(self, year: int) -> date | None:
        """The day in a year."""
        return date(year, self.month, self.day) if is_day(year, self.month, self.day) else None

    def allows(self, year: int) -> bool:
        """Whether nothing that is reported, and no day that is told, lies after the day in that year."""
        on = self.on(year)
        if on is None:
            return False
        late = any(year < one.year <= year + _NEXT_YEARS for one in self.reported)
        if self.ended is not None and year <= self.ended.year and self.month < _YEAR_ENDS:
            return False
        begun = all((part_year, first) <= (year, self.month) for part_year, first, _, _ in self.parts)
        return begun and not late and all((told - on).days <= 31 or self.is_planned(made) for told, made in self.days)


def _months(when: When) -> tuple[int, int] | None:
    if when.quarter is not None:
        return when.quarter * 3 - 2, when.quarter * 3
    if when.half is not None:
        return when.half * 6 - 5, when.half * 6
    if when.month is not None:
        return when.month, when.last_month or when.month
    return None
