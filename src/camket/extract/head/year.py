"""The year of a day that is printed without one (`Chiều 25/1`), told from the other times of the text.

Corpora of news have often lost the day of publication. A reader then dates an article by what it reports: these are
that reader's rules, tried in their order. What a rule finds stands only where nothing that is reported as done lies
after it; where no rule finds a year, the year is not known.
"""

from __future__ import annotations

from collections.abc import Callable

from camket.extract.head.clues import TASKS_OF, Clues, Guess
from camket.extract.head.congress import (
    LEAD_LENGTH,
    MAY,
    after_a_congress,
    aims_of_a_congress,
    congress_of_a_term,
)
from camket.extract.head.new_bodies import since_a_body
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.grammar.holding import Holding, holds
from camket.rules.period.item import When

_OPENING = expression(
    r"(?:thứ nhất|khai mạc|bầu|tái đắc cử|tái cử|nhiệm kỳ mới|nhiệm kỳ tới|đại hội"
    r"|kế hoạch (?:phát triển[^.;\n]{0,40} )?5 năm"
    r"|kế hoạch [^.;\n]{0,60}(?:5 năm|năm năm))"
)
_ADJUSTED = expression(
    r"(?<!\w)(?:điều chỉnh|bổ sung)(?!\w)[^.;\n]{0,30}? (?:kế hoạch|dự toán)[^.;\n]{0,40}? năm (?P<year>20\d\d)"
    r"(?!\d| ?[-–])"
)
_YEARS_OF = expression(
    r"(?P<count>\d\d?) năm (?:thực hiện|triển khai)(?: thực hiện| thi hành)? "
    r"(?P<paper>(?:nghị quyết|chỉ thị|kết luận|đề án|quyết định|quy định)(?: số)? \d[\w/-]*)"
)
_REVIEWED = expression(
    r"(?<!\w)(?:tổng kết|đánh giá (?:tình hình|kết quả)|kết quả (?:thực hiện|công tác))(?!\w)[^;.\n]{0,120}?"
    r" năm (?P<done>20\d\d)(?!\d)[^;.\n]{0,40}?(?<!\w)(?:triển khai|phương hướng|nhiệm vụ|kế hoạch)(?!\w)"
    r"[^;.\n]{0,100}? năm (?P<next>20\d\d)(?!\d)"
)
_AIMS_PASSED = expression(
    r"(?<!\w)(?:thông qua|quyết nghị|biểu quyết)(?!\w)[^.;\n]{0,60}?\s(?:chỉ tiêu|mục tiêu|nhiệm vụ|kế hoạch|dự toán)"
    r"(?!\w)[^.;\n]{0,70}? năm (?P<year>20\d\d)(?!\d| ?[-–])"
)
_BEFORE_THE_NEXT = expression(
    r"(?<!\w)(?:tình hình|kết quả)(?!\w)[^.;\n]{0,60}? năm (?P<done>20\d\d)(?!\d)[^.;\n]{0,40}?"
    r"(?<!\w)(?:phương hướng|nhiệm vụ|kế hoạch)(?!\w)[^.;\n]{0,40}? năm (?:sau|tới)(?!\w)"
)
_NAMED_EVENT = Holding(
    r"(?<!\w)(?:đại hội|hội nghị|hội thảo|liên hoan|lễ hội|hội thi|giải)(?!\w)[^.;\n]{0,80}? năm (?P<year>20\d\d)"
    r"(?: đã| sẽ)?(?: chính thức| được| vừa)* (?:khai mạc|bế mạc|diễn ra|tổ chức|kết thúc)(?!\w)",
    (" năm 20",),
)
_MONTHS_LEFT = Holding(
    r"(?<!\w)(?:những|các|mấy) tháng (?:cuối|còn lại)(?: của)? năm (?P<year>20\d\d)(?!\d)", ("tháng cu", "tháng còn")
)
_TITLE_LENGTH, _MONTHS_AHEAD = 250, 2
_SOON = 60
"""Days from a meeting to the due day of what it orders."""
_REVIEWS = ("tổng kết", "đánh giá tình hình", "đánh giá kết quả", "kết quả thực hiện", "kết quả công tác")
"""How such a review begins."""
_AIMS_OF = expression(
    r"(?<!\w)(?:giao|thông qua|đề ra|đặt|quyết định|quyết nghị|phương hướng|nhiệm vụ|dự toán)(?!\w)[^.;\n]{0,60}$"
)
"""What leads to the year that a title looks forward to."""


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


def months_left(clues: Clues) -> Guess | None:
    """From May on, the year whose last months' tasks are given: `giải pháp những tháng cuối năm 2022` -> 2022."""
    told = _MONTHS_LEFT.search(clues.reading.low, 0, LEAD_LENGTH) if clues.month >= MAY else None
    return Guess(int(told["year"]), told.start(), told.end()) if told is not None else None


def named_event(clues: Clues) -> Guess | None:
    """The year in the name of the meeting that is told: `Đại hội Thể dục thể thao tỉnh lần thứ 9 năm 2022 khai mạc`."""
    found = _NAMED_EVENT.search(clues.reading.low, 0, LEAD_LENGTH)
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
    if " năm 20" not in low:
        return None
    told = _BEFORE_THE_NEXT.search(low, 0, LEAD_LENGTH)
    if told is not None:
        return Guess(int(told["done"]) + (clues.month <= 3), told.start(), told.end())
    if not holds(low, _REVIEWS):
        return None
    for review in _REVIEWED.finditer(low):
        done = int(review["done"])
        if int(review["next"]) == done + 1:
            return Guess(done + (clues.month <= 3), review.start(), review.end())
    return None


_RANGE_REVIEWED = Holding(
    r"(?<!\w)tổng kết(?!\w)[^.;\n]{0,140}? (?:giai đoạn|thời kỳ) (?P<first>20\d\d) ?- ?(?P<last>20\d\d)(?!\d)",
    ("tổng kết",),
)


def range_reviewed(clues: Clues) -> Guess | None:
    """The last of the years that a meeting looks back on, up to March the one after: `tổng kết giai đoạn 2014-2019`."""
    told = _RANGE_REVIEWED.search(clues.reading.low, 0, LEAD_LENGTH)
    if told is None or int(told["last"]) <= int(told["first"]):
        return None
    return Guess(int(told["last"]) + (clues.month <= 3), told.start(), told.end())


def adjusted_plan(clues: Clues) -> Guess | None:
    """The latest year whose plan or budget is adjusted, which is done while it runs: `điều chỉnh dự toán năm 2020`."""
    low = clues.reading.low
    told = _ADJUSTED.finditer(low) if " năm 20" in low and ("điều chỉnh" in low or "bổ sung" in low) else ()
    return max((Guess(int(each["year"]), each.start(), each.end()) for each in told), default=None)


def after_an_end(clues: Clues) -> Guess | None:
    """Up to September, the year after the latest one of whose end a result is told."""
    ended = clues.ended
    return ended._replace(year=ended.year + 1) if ended is not None and clues.month <= 9 else None


def estimated_year(clues: Clues) -> Guess | None:
    """From April on, a year whose result is an estimate is the running one: `năm 2017 chỉ ước đạt 8,25%` -> 2017."""
    return max(clues.estimated, default=None) if clues.month >= 4 else None


def aims_passed(clues: Clues) -> Guess | None:
    """November or December: the year before that whose aims are passed: `thông qua các chỉ tiêu năm 2019` -> 2018."""
    told = _AIMS_PASSED.search(clues.reading.low, 0, LEAD_LENGTH) if clues.month >= 11 else None
    return Guess(int(told["year"]) - 1, told.start(), told.end()) if told is not None else None


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


def middle_of_year(clues: Clues) -> Guess | None:
    """April to September: the year that is named after the latest one with results, for which there are plans only."""
    last = clues.last_reported if 4 <= clues.month <= 9 else None
    return last._replace(year=last.year + 1) if last is not None and clues.names(last.year + 1) else None


def after_the_one_compared(clues: Clues) -> Guess | None:
    """October to December: the year after the last one that results are set beside: `tăng so với năm 2018` -> 2019."""
    if clues.month < 10:
        return None
    told = [
        Guess(one.item.year + 1, one.start, one.end)
        for one in clues.reading.made.get("period", ())
        if isinstance(one.item, When)
        and one.item.mode == "base"
        and one.item.year
        and one.item.is_year
        and not one.item.word
    ]
    return max(told, default=None)


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
    found = [one for one in clues.named if TASKS_OF.search(low, max(0, one.start - 60), one.start)]
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


_MID_TERM = expression(
    r"(?<!\w)(?:giữa (?:nhiệm )?kỳ|nửa (?:đầu )?nhiệm kỳ)(?!\w)[^.\n]{0,200}?"
    r"(?P<first>20\d\d) ?- ?(?P<last>20\d\d)"
)


def mid_term(clues: Clues) -> Guess | None:
    """The middle of the years whose half is reviewed: `đánh giá giữa kỳ Kế hoạch ... giai đoạn 2021-2025` -> 2023."""
    low = clues.reading.low
    found = _MID_TERM.search(low, 0, LEAD_LENGTH) if "giữa " in low or "nửa " in low else None
    if found is None or not 4 <= int(found["last"]) - int(found["first"]) <= 5:
        return None
    return Guess((int(found["first"]) + int(found["last"]) + 1) // 2, found.start(), found.end())


_RUNS = expression(
    r"(?<!\w)(?:kế hoạch|nhiệm vụ|chương trình|triển khai|thực hiện|trong|bắt đầu từ|hỗ trợ|bố trí|dự toán|mục tiêu"
    r"|chỉ tiêu|dự kiến|phấn đấu|vốn|tổng quỹ)(?: (?!đến|tới|hết|trước|sau|từ)[^\W\d]+){0,7} $"
)
_UP_TO = ("đến", "tới", "vào", "hết", "trước", "cuối", "sau")
_WITHIN_IT = expression(r"(?:ngay )?trong năm")


def running_year(clues: Clues) -> Guess | None:
    """Up to October, the first year that plans are told of and no whole result, or the one after where both are.

    `Ngày 8/2, Sở báo cáo kế hoạch thực hiện nhiệm vụ năm 2017` -> 2017. Later on, plans are of the next year.
    """
    low = clues.reading.low
    done = {one.year for one in clues.reported}
    told = {
        one.year: one
        for one in reversed(clues.named)
        if one.year not in done
        and not low.startswith(_UP_TO, one.start)
        and not any(first < one.year for first, _, _ in clues.ranges)
        and (_RUNS.search(low, max(0, one.start - 60), one.start) or _WITHIN_IT.match(low, one.start, one.end))
    }
    if clues.month > _LAST_OF_PLANS or not told:
        return None
    first = min(told)
    return told[first] if clues.month >= _LATE_IN_IT else told.get(first + 1, told[first])


_LATE_IN_IT = 7
"""From this month on of two years that are foreseen the first is the running one."""
_LAST_OF_PLANS = 10
"""The last month in which a paper's year is the one it runs in; after it papers speak of the year to come."""


RULES: tuple[Callable[[Clues], Guess | None], ...] = (
    same_day,
    congress_of_a_term,
    current_part,
    near_day,
    named_event,
    coming_part,
    months_left,
    mid_term,
    reviewed_year,
    estimated_year,
    adjusted_plan,
    aims_passed,
    end_of_year,
    after_the_one_compared,
    year_of_the_top,
    new_year,
    opening_range,
    after_a_congress,
    aims_of_a_congress,
    range_reviewed,
    years_of_a_paper,
    near_due,
    after_an_end,
    middle_of_year,
    running_year,
    since_a_body,
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
