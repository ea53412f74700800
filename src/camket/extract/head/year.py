"""The year of a day that is printed without one (`Chiều 25/1`), told from the other times of the text.

Corpora of news have often lost the day of publication. A reader then dates an article by what it reports: these are
that reader's rules, tried in their order. What a rule finds stands only where nothing that is reported as done lies
after it; where no rule finds a year, the year is not known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import NamedTuple

from camket.extract.head.news import is_day
from camket.grammar.engine import Reading
from camket.grammar.holding import holds
from camket.grammar.rule import Made
from camket.rules.period.item import When


class Guess(NamedTuple):
    """A year with the place in the folded text that told it."""

    year: int
    start: int
    end: int


_PLANNED = re.compile(
    r"(?<!\w)(?:mục tiêu|(?<!vượt )(?<!so với )(?<!đạt )(?<!hoàn thành )(?<!% )kế hoạch"
    r"|phấn đấu|dự toán|dự kiến|sẽ|giao|phân bổ|bố trí|phải|cần|dự báo|định hướng"
    r"|phương hướng|đề nghị|yêu cầu|kịch bản|nhiệm vụ|trình|có thể)(?!\w)"
)
_TO_COME = re.compile(r"[^;.\n]{0,40}?(?<!\w)sẽ(?!\w)")
_SAME_SENTENCE = r"(?:[^;.\n]|\.(?=\d))"
_REPORTED = re.compile(
    rf"{_SAME_SENTENCE}{{0,70}}?(?<!\w)(?:đạt|tăng|giảm|hoàn thành|vượt|thu hút|đóng góp|ước|chiếm|xếp (?:thứ|hạng)"
    rf"|đứng|thực hiện|bằng)(?!\w){_SAME_SENTENCE}{{0,40}}?\d"
    rf"|{_SAME_SENTENCE}{{0,40}}?(?<!\w)\d+/\d+ (?:chỉ tiêu|nhiệm vụ)(?!\w)"
)
_ESTIMATED = re.compile(
    rf"{_SAME_SENTENCE}{{0,160}}?(?<!\w)"
    r"(?:ước(?: cả năm)?(?: đạt| tính| thực hiện| tăng| giảm| thu| có)|mới đạt|mới thực hiện)(?!\w)"
)
_OPENING = re.compile(
    r"(?:thứ nhất|khai mạc|bầu|tái đắc cử|tái cử|nhiệm kỳ mới|nhiệm kỳ tới|đại hội"
    r"|kế hoạch (?:phát triển[^.;\n]{0,40} )?5 năm"
    r"|kế hoạch [^.;\n]{0,60}(?:5 năm|năm năm))"
)
_YEARS_OF = re.compile(
    r"(?P<count>\d\d?) năm (?:thực hiện|triển khai)(?: thực hiện| thi hành)? "
    r"(?P<paper>(?:nghị quyết|chỉ thị|kết luận|đề án|quyết định|quy định)(?: số)? \d[\w/-]*)"
)
_BORN = re.compile(r"(?<!\w)(?:sinh|sn|thành lập)(?!\w)")
_ESTIMATE_TO = re.compile(r"(?<!\w)ước(?: tính| thực hiện| đến| hết| cuối| cả| trong)* $")
_REVIEWED = re.compile(
    r"(?<!\w)(?:tổng kết|đánh giá (?:tình hình|kết quả)|kết quả (?:thực hiện|công tác))(?!\w)[^;.\n]{0,120}?"
    r" năm (?P<done>20\d\d)(?!\d)[^;.\n]{0,40}?(?<!\w)(?:triển khai|phương hướng|nhiệm vụ|kế hoạch)(?!\w)"
    r"[^;.\n]{0,100}? năm (?P<next>20\d\d)(?!\d)"
)
_NAMED_EVENT = re.compile(
    r"(?<!\w)(?:đại hội|hội nghị|hội thảo|liên hoan|lễ hội|hội thi|giải)(?!\w)[^.;\n]{0,80}? năm (?P<year>20\d\d)"
    r"(?: đã| sẽ)?(?: chính thức| được| vừa)* (?:khai mạc|bế mạc|diễn ra|tổ chức|kết thúc)(?!\w)"
)
_OF_A_CONGRESS = re.compile(
    r"(?:(?:quán triệt|học tập|triển khai|thực hiện|tuyên truyền)[^.\n]{0,60} nghị quyết "
    r"|(?<!\w)(?:tổ chức xong|khai mạc|bế mạc) )đại hội[^.\n]{0,80}? \(?nhiệm kỳ (?P<year>20\d\d) ?[-–]"
)
_LEAD_LENGTH, _TITLE_LENGTH, _MONTHS_AHEAD = 900, 250, 2
_SOON = 60
"""Days from a meeting to the due day of what it orders."""
_NEXT_YEARS = 2
"""A result told of one of so many next years shows that a year is too early; what is told of later ones is a vision."""
_REVIEWS = ("tổng kết", "đánh giá tình hình", "đánh giá kết quả", "kết quả thực hiện", "kết quả công tác")
"""How such a review begins."""
_AIMS_OF = re.compile(
    r"(?<!\w)(?:giao|thông qua|đề ra|đặt|quyết định|quyết nghị|phương hướng|nhiệm vụ|dự toán)(?!\w)[^.;\n]{0,60}$"
)
"""What leads to the year that a title looks forward to."""
_TASKS_OF = re.compile(r"(?:nhiệm vụ|phương hướng|chương trình công tác|kế hoạch|tết)(?!\w)[^.;\n]{0,40}$")


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
            if _TASKS_OF.search(self._before(made)):
                self.coming.append((year, months[0], made))
            elif not _PLANNED.search(self._before(made)) and not _TO_COME.match(self.reading.low, made.end):
                self.parts.append((year, *months, made))
            return
        guess = Guess(year, made.start, made.end)
        self.named.append(guess)
        if self._is_reported(made):
            self.reported.append(guess)
        if _ESTIMATED.match(self.reading.low, made.end):
            self.estimated.append(guess)

    def _before(self, made: Made, reach: int = 60) -> str:
        return re.split(r"[.;\n]", self.reading.low[max(0, made.start - reach) : made.start])[-1]

    def is_planned(self, made: Made) -> bool:
        """Whether the words before a time plan what it tells of."""
        return _PLANNED.search(self._before(made, reach=140)) is not None

    def _is_reported(self, made: Made) -> bool:
        result = _REPORTED.match(self.reading.low, made.end)
        if result is None:
            return False
        before = self._before(made)
        return not _PLANNED.search(before) and not _PLANNED.search(result[0]) and not before.endswith("chỉ tiêu ")

    @cached_property
    def last_reported(self) -> Guess | None:
        """The latest year with a result."""
        return max(self.reported, default=None)

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


def same_day(clues: Clues) -> Guess | None:
    """The same day is printed with its year elsewhere: `sáng 12/3` and `ngày 12/3/2018` -> 2018; of two the later."""
    same = [one for one in clues.days if (one[0].day, one[0].month) == (clues.day, clues.month)]
    told, made = max(same, key=lambda one: one[0], default=(None, None))
    return Guess(told.year, made.start, made.end) if told is not None and made is not None else None


def near_day(clues: Clues) -> Guess | None:
    """A full date within the month before, two weeks after, or planned for two months after.

    `6/1` and `ngày 28/12/2018` -> 2019. Of an anniversary (`19/4/1975 - 19/4/2025`) it is the later day.
    """
    near: list[tuple[int, int, Guess]] = []
    for told, made in clues.days:
        ahead = _SOON if clues.is_planned(made) else 14
        for year in (told.year, told.year + 1):
            on = clues.on(year)
            if on is not None and -ahead <= (on - told).days <= 31:
                near.append((abs((on - told).days), -year, Guess(year, made.start, made.end)))
    return min(near)[2] if near else None


def coming_part(clues: Clues) -> Guess | None:
    """The quarter, half or month whose tasks are given, where it begins from a month before to two months after.

    `Ngày 14/7` and `nhiệm vụ 6 tháng cuối năm 2020` -> 2020; `25/12` and `nhiệm vụ quý I năm 2025` -> 2024.
    """
    for year, first, made in sorted(clues.coming, key=lambda part: part[:2]):
        for told, ahead in ((year, first - clues.month), (year - 1, first + 12 - clues.month)):
            if -1 <= ahead <= _MONTHS_AHEAD:
                return Guess(told, made.start, made.end)
    return None


def named_event(clues: Clues) -> Guess | None:
    """The year in the name of the meeting that is told: `Đại hội Thể dục thể thao tỉnh lần thứ 9 năm 2022 khai mạc`."""
    found = _NAMED_EVENT.search(clues.reading.low, 0, _LEAD_LENGTH)
    return Guess(int(found["year"]), found.start(), found.end()) if found else None


def after_a_congress(clues: Clues) -> Guess | None:
    """From May on, the year in which a term began whose congress is carried out or has met: those meet in that year.

    `Sáng 17/9 ... quán triệt Nghị quyết Đại hội ... nhiệm kỳ 2025 - 2030` -> 2025.
    """
    found = _OF_A_CONGRESS.search(clues.reading.low, 0, _LEAD_LENGTH) if clues.month >= 5 else None
    return Guess(int(found["year"]), found.start(), found.end()) if found else None


def current_part(clues: Clues) -> Guess | None:
    """The latest quarter, half, month or run of months, where it runs at the day or has ended not long before.

    That is up to four months before for a quarter or run, of which reports tell, one for a single month: a story may
    tell of any. `quý I/2019` with a day in March -> 2019; `11 tháng năm 2018` with a day in January -> 2019.
    """
    if not clues.parts:
        return None
    year, first, last, made = max(clues.parts, key=lambda part: part[:3])
    told_from = first if last - first <= 2 else last - 1  # a long run is reported when it ends, a quarter while it runs
    counted = isinstance(made.item, When) and made.item.mode == "at"  # `nợ tính đến tháng 6/2019 là 6 tỷ đồng`
    within = 1 if first == last and not counted else 4
    if told_from <= clues.month <= last + within:
        return Guess(year, made.start, made.end)
    if clues.month < told_from and 12 - last + clues.month <= within:
        return Guess(year + 1, made.start, made.end)
    return None


def near_due(clues: Clues) -> Guess | None:
    """A task that is due within two months after the day: `Chiều 18/4` and `gửi hồ sơ trước ngày 28/4/2025` -> 2025."""
    for due, made in clues.dues:
        on = clues.on(due.year)
        if on is not None and 0 <= (due - on).days <= _SOON:
            return Guess(due.year, made.start, made.end)
    return None


def reviewed_year(clues: Clues) -> Guess | None:
    """A year under review, with the tasks of the next one: October to December it runs, up to March it is just over.

    `tổng kết công tác năm 2022, triển khai nhiệm vụ năm 2023` with a day in January -> 2023, in December -> 2022.
    """
    if 3 < clues.month < 10:
        return None
    low = clues.reading.low
    if " năm 20" not in low or not holds(low, _REVIEWS):
        return None
    for review in _REVIEWED.finditer(low):
        done = int(review["done"])
        if int(review["next"]) == done + 1:
            return Guess(done + (clues.month <= 3), review.start(), review.end())
    return None


def estimated_year(clues: Clues) -> Guess | None:
    """From April on, a year whose result is an estimate is the running one: `năm 2017 chỉ ước đạt 8,25%` -> 2017."""
    return max(clues.estimated, default=None) if clues.month >= 4 else None


def end_of_year(clues: Clues) -> Guess | None:
    """October to December: the year with results whose next year is named but has none: the plans for it are made.

    Without any results, the tasks of one year alone named in November or December are made the year before.
    """
    if clues.month < 10:
        return None
    last = clues.last_reported
    if last is not None:
        return last if clues.names(last.year + 1) else None
    tasks = _year_of_tasks(clues)
    return tasks._replace(year=tasks.year - 1) if tasks is not None and clues.month >= 11 else None


def year_of_the_top(clues: Clues) -> Guess | None:
    """October to December: the one year that the title names, where no later one is named: `đạt chuẩn năm 2017`.

    What a title of November or December aims at is of the year after: `thông qua chỉ tiêu năm 2025` -> 2024.
    """
    end = clues.reading.low.find("\n", 0, _TITLE_LENGTH)
    top = [one for one in clues.named if one.start < end] if clues.month >= 10 else []
    if len({one.year for one in top}) != 1 or any(one.year > top[0].year for one in clues.named):
        return None
    aimed = clues.month >= 11 and _AIMS_OF.search(clues.reading.low, 0, top[0].start) is not None
    return top[0]._replace(year=top[0].year - 1) if aimed and not clues.reported else top[0]


def new_year(clues: Clues) -> Guess | None:
    """January to March: the year after the latest whole year with results (`đến hết năm 2018, đã thu hút` -> 2019).

    Without any results, the tasks of one year alone named in January or February are those of the running year.
    """
    if clues.month > 3:
        return None
    last = clues.last_reported
    if last is not None:
        return last._replace(year=last.year + 1)
    return _year_of_tasks(clues) if clues.month <= 2 else None


def _year_of_tasks(clues: Clues) -> Guess | None:
    low = clues.reading.low
    found = [one for one in clues.named if _TASKS_OF.search(low, max(0, one.start - 60), one.start)]
    return found[0] if len({one.year for one in found}) == 1 else None


def opening_range(clues: Clues) -> Guess | None:
    """A term or five-year plan that begins: it follows on a range that ended, and the text tells of its opening.

    `nhiệm kỳ 2016-2021` after `2011-2016`: the year of the first session or congress, 2016. `kế hoạch 5 năm 2016-2020`
    after `2011-2015`: 2016 up to March, 2015 from October, unknown between.
    """
    ends = {last for _, last, _ in clues.ranges}
    opened = [(first, made) for first, _, made in clues.ranges if first in ends or first - 1 in ends]
    if not opened or not _OPENING.search(clues.reading.low, 0, 2500):
        return None
    first, made = max(opened, key=lambda one: one[0])
    if "nhiệm kỳ" in clues.reading.low[max(0, made.start - 12) : made.end] or clues.month <= 3:
        return Guess(first, made.start, made.end)
    return Guess(first - 1, made.start, made.end) if clues.month >= 10 else None


def years_of_a_paper(clues: Clues) -> Guess | None:
    """`2 năm triển khai Nghị quyết 120`, where a sentence dates the paper: `năm 2017 ... ban hành Nghị quyết 120`."""
    reading = clues.reading
    told = "năm thực hiện" in reading.low or "năm triển khai" in reading.low  # spares most texts the search
    counted = _YEARS_OF.search(reading.low) if told else None
    if counted is None:
        return None
    for sentence in reading.sentences:
        words = reading.low[sentence.start : sentence.end]
        if counted["paper"] in words and ("ban hành" in words or "ngày" in words):
            made = reading.items("period", sentence.start, sentence.end)
            years = {one.item.year for one in made if isinstance(one.item, When) and one.item.high_year is None}
            years.discard(None)
            if len(years) == 1:
                return Guess((years.pop() or 0) + int(counted["count"]), counted.start(), counted.end())
    return None


RULES: tuple[Callable[[Clues], Guess | None], ...] = (
    same_day,
    current_part,
    near_day,
    named_event,
    coming_part,
    reviewed_year,
    estimated_year,
    end_of_year,
    year_of_the_top,
    new_year,
    opening_range,
    after_a_congress,
    years_of_a_paper,
    near_due,
)


def infer_year(reading: Reading, day: int, month: int) -> Guess | None:
    """The year of a day without one, by the first rule whose year the rest of the text allows."""
    if not reading.made.get("period"):
        return None
    clues = Clues(reading, day, month)
    for rule in RULES:
        guess = rule(clues)
        if guess is not None and clues.allows(guess.year):
            return guess
    return None
