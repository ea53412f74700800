"""Days: `ngày 24/11/2024`, `sáng 10/1`, `ngày 30 tháng 6 năm 2026`, `15-4`."""

from __future__ import annotations

import msgspec

from camket.grammar.engine import DIGITS, PAIR
from camket.grammar.rule import Found, Rule, example
from camket.rules.period.item import When, last_day
from camket.rules.period.lead import LEAD, MEASURED, mode_of

_DAY, _MONTH, _YEAR = r"(?P<day>0?[1-9]|[12]\d|3[01])", r"(?P<month>0?[1-9]|1[0-2])", r"(?P<year>(?:19|20)\d\d)"

_HOUR = r"(?:(?P<hour>\d{1,2}) ?(?:giờ|h|g)(?: ?\d\d)?(?: phút)?,? )?"


def _day(found: Found) -> When | None:
    mode = mode_of(found)
    if found["hour"] and mode == "before":
        mode = "by"  # `trước 16 giờ ngày 25/6`: on that day still
    year = int(found["year"]) if found["year"] else None
    return When(year=year, month=int(found["month"]), day=int(found["day"]), mode="at" if mode == "in" else mode)


FULL = Rule(
    name="period/full_date",
    anchor=PAIR,
    before=rf"{LEAD}{_HOUR}(?:ngày )?(?<![/\w])",
    pattern=rf"{_DAY} ?[/.-] ?{_MONTH} ?[/.-] ?{_YEAR}(?!\d)",
    produce=_day,
    weight=3,
    examples=(
        example("Kết luận số 09-KL/BCĐ ngày 24/11/2024", "ngày 24/11/2024 => at 2024-11-24"),
        example("Tờ trình ngày 5.4.2018", "ngày 5.4.2018 => at 2018-04-05"),
        example("hoàn thành trước ngày 30/6/2026", "trước ngày 30/6/2026 => before 2026-06-30"),
        example("chậm nhất ngày 05/7/2026 phải xong", "chậm nhất ngày 05/7/2026 => by 2026-07-05"),
        example("tính đến 31/12/2022, toàn tỉnh có", "tính đến 31/12/2022 => at 2022-12-31"),
        example("báo cáo trước 16 giờ ngày 25/6/2026", "trước 16 giờ ngày 25/6/2026 => by 2026-06-25"),
        example("thời hạn hoàn thành: 25/6/2026", "thời hạn hoàn thành: 25/6/2026 => by 2026-06-25"),
    ),
    counter_examples=("đạt 12/15 chỉ tiêu năm 2022", "số 123/BC-UBND"),
)

WRITTEN = Rule(
    name="period/written_date",
    anchor=DIGITS,
    cues=("tháng",),
    before=rf"{LEAD}{_HOUR}(?:ngày )?(?<!\w)(?<!kỳ )(?<!\d-)",
    pattern=rf"{_DAY} tháng {_MONTH}(?:,? (?:năm|tháng) {_YEAR})?(?![\d/]|[.,]\d| tháng| ?{MEASURED})",
    produce=_day,
    weight=3,
    examples=(
        example("Bắc Ninh, ngày 05 tháng 02 năm 2026", "ngày 05 tháng 02 năm 2026 => at 2026-02-05"),
        example("hoàn thành trước ngày 15 tháng 10", "trước ngày 15 tháng 10 => before ?-10-15"),
        example("thời điểm ngày 01 tháng 4 tháng 2012", "thời điểm ngày 01 tháng 4 tháng 2012 => at 2012-04-01"),
    ),
    counter_examples=(
        "trong 6 tháng 9 tháng",
        "thu nội địa 5 tháng 4.310 tỷ đồng",
        "xuất khẩu kỳ 1 tháng 11 đạt 11,5 tỷ USD",
        "bán lẻ 5 tháng 12.105 tỷ đồng",
        "bán lẻ 5 tháng 12 tỷ đồng",
        "date 2017-03 Tháng 9, CPI tăng",
    ),
)

SHORT = Rule(
    name="period/short_date",
    anchor=PAIR,
    cues=("ngày", "sáng", "chiều", "tối", "trưa", "hôm", "đêm"),
    before=(
        rf"{LEAD}{_HOUR}"
        r"(?P<part>ngày|sáng|chiều|tối|trưa|hôm|đêm|(?:sáng|chiều|tối) nay|chiều qua|(?:sáng|chiều) ngày),? "
        r"(?:\(?\d\d? ?- ?)?"
    ),
    pattern=rf"{_DAY} ?[/.-] ?{_MONTH}(?![\d/-]|[.,]\d| ?{MEASURED})",
    produce=_day,
    weight=2,
    examples=(
        example("tính đến ngày 10.4, các huyện", "tính đến ngày 10.4 => at ?-04-10"),
        example("Chiều 15-4, tại Tỉnh ủy", "Chiều 15-4 => at ?-04-15"),
        example("khai mạc sáng 25/9.", "sáng 25/9 => at ?-09-25"),
        example("trước ngày 30/6", "trước ngày 30/6 => before ?-06-30"),
    ),
    counter_examples=("đạt 22/26 chỉ tiêu", "số 15-4", "mỗi ngày 2.5 triệu lượt"),
)


def _days(found: Found) -> When:
    first = (
        int(found["first_year"]) if found["first_year"] else None,
        int(found["from_month"]),
        int(found["from_day"]),
    )
    year = int(found["year"]) if found["year"] else None
    return When(year=year, month=int(found["month"]), day=int(found["day"]), mode="until", since=first)


DAYS = Rule(
    name="period/days",
    anchor=PAIR,
    cues=("từ",),
    before=(
        r"(?<!\w)từ (?:ngày )?(?P<from_day>0?[1-9]|[12]\d|3[01])[/.](?P<from_month>0?[1-9]|1[0-2])"
        r"(?:[/.](?P<first_year>20\d\d))?(?: (?:đến|tới) (?:hết )?| - )(?:ngày )?"
    ),
    pattern=rf"{_DAY}[/.]{_MONTH}(?:[/.]{_YEAR})?(?![\d/])",
    produce=_days,
    weight=5,
    examples=(
        example(
            "từ ngày 15/5/2026 đến ngày 14/6/2026",
            "từ ngày 15/5/2026 đến ngày 14/6/2026 => until 2026-05-15/2026-06-14",
        ),
        example("nghỉ lễ (từ 31/8 - 3/9/2024)", "từ 31/8 - 3/9/2024 => until 2024-08-31/2024-09-03"),
        example("từ 15/12 đến 14/6/2026", "từ 15/12 đến 14/6/2026 => until 2025-12-15/2026-06-14"),
    ),
    counter_examples=("đến ngày 14/6/2026", "từ 12/15 lên 14/15 chỉ tiêu"),
)


def _since_new_year(found: Found) -> When | None:
    year = int(found["year"] or found["of_year"] or 0) or None
    when = When(year=year, month=int(found["month"]), day=int(found["day"]), mode="until", since=(None, 1, 1))
    last = last_day(msgspec.structs.replace(when, day=None, year=year or 2001))
    if last is not None and last.day == when.day:
        return When(year=year, month=1, last_month=when.month) if when.month and when.month > 1 else None
    return when


SINCE_NEW_YEAR = Rule(
    name="period/since_new_year",
    anchor=PAIR,
    cues=("từ đầu năm",),
    before=r"(?<!\w)từ đầu năm(?: (?P<of_year>20\d\d))? (?:đến|tới) (?:hết )?(?:ngày )?",
    pattern=rf"{_DAY}[/.]{_MONTH}(?:[/.]{_YEAR})?(?![\d/])",
    produce=_since_new_year,
    weight=6,
    examples=(
        example(
            "từ đầu năm đến hết ngày 20/11/2025 là 516 tỷ",
            "từ đầu năm đến hết ngày 20/11/2025 => until 2025-01-01/2025-11-20",
        ),
        example("Từ đầu năm đến ngày 31/5, toàn tỉnh cấp mới", "Từ đầu năm đến ngày 31/5 => ?-01/?-05"),
    ),
    counter_examples=("từ đầu năm đến nay", "đến ngày 31/5"),
)

DEADLINE_DAY = Rule(
    name="period/deadline_day",
    anchor=PAIR,
    cues=("trước", "chậm nhất", "đến", "hết"),
    before=r"(?<!\w)(?P<lead>trước|chậm nhất|đến hết|đến|hết) ",
    pattern=rf"{_DAY}/{_MONTH}(?![\d/-])(?! (?:chỉ tiêu|mục tiêu|nhiệm vụ|tiêu chí))",
    produce=_day,
    weight=2,
    examples=(
        example("hoàn thiện hồ sơ trước 30/6", "trước 30/6 => before ?-06-30"),
        example("Hết 15/9, xuất khẩu đạt 187 tỷ USD", "Hết 15/9 => until ?-09-15"),
    ),
    counter_examples=("đến 12/15 chỉ tiêu", "hoàn thành hết 5/9 tiêu chí"),
)
