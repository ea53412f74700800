"""When a task is due, as its own words say."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from camket.extract.scene import Scene
from camket.grammar.engine import Reading
from camket.grammar.expression import expression
from camket.rules.period.item import When, deadline

_HANDED_IN = expression(r"\b(?:báo cáo|gửi|nộp|trình|hoàn thành|hoàn tất|khởi công|khánh thành)\b")
"""What is done on the day that a task closes with."""
_DEADLINES = frozenset({"by", "before", "until"})
_WITHIN = expression(r"(?:\btrong|\bngay trong|\bvào|\bcuối|\bhết|\bxong|\bvào cuối|\bvào dịp)\s*$")
_RECURRING = expression(r"\s*(?:hằng|hàng|mỗi|các) (?:tháng|quý|năm|tuần)")
"""A day that comes back is no due."""
_NO_DUE = ("sau ", "tầm nhìn ", "định hướng ", "giai đoạn ", "thời kỳ ")
"""What stands before a year that a plan looks to: `quy hoạch đến năm 2030, tầm nhìn đến năm 2050`."""
_SITTING = expression(r"\bkỳ họp (?:thường lệ |thường kỳ )?(?P<when>giữa|cuối) năm(?: (?P<year>20\d\d))?")
_MONTHS = {"giữa": 7, "cuối": 12}
"""When the councils of the provinces hold their two yearly sittings."""
_SHORT_DAY = expression(
    r"\b(?P<mode>trước|đến hết|đến|hết|chậm nhất|muộn nhất)(?: là| vào| đến)?(?: ngày)?"
    r" (?P<day>[0-3]?\d)-(?P<month>1[0-2]|0?[1-9])(?![\d/.,%-]|-| ?(?:%|giờ|triệu|tỷ|ha|km|người|tháng|ngày|năm))"
)
"""A day written with a dash and no year, as newspapers do: `trước 30-9`."""
_FEAST = expression(
    r"\b(?P<mode>trước) (?:dịp|lễ|ngày lễ|kỳ nghỉ|ngày quốc khánh|quốc khánh|ngày giải phóng|tết độc lập)[^\d,;.]{0,30}"
    r" (?P<day>[0-3]?\d)[/-](?P<month>1[0-2]|0?[1-9])(?![\d/-])"
)
"""A day told by its feast: `trước dịp Quốc khánh 2/9`."""
_HALF_A_YEAR = 6
_TERM = expression(
    r"\b(?:trong(?: vòng| thời hạn| thời gian)?|chậm nhất(?: là)?(?: sau)?|không quá|sau) (?P<count>\d{1,3}) "
    r"(?P<unit>ngày|tuần|tháng)(?! làm việc),? (?:kể |tính )?từ (?:khi |ngày |thời điểm |hôm )?"
    r"(?P<since>ban hành|ký|có hiệu lực|nay|(?:thông báo|kết luận|chỉ thị|quyết định|kế hoạch|nghị quyết|văn bản) "
    r"(?:này )?(?:được )?(?:ban hành|ký))\b(?! (?:kết|hợp|giao|cam))"
)
"""A time that runs from the paper's day: `trong vòng 15 ngày kể từ ngày ban hành`."""
_HOUR = expression(
    r"\btrước \d{1,2} ?(?:giờ|h)(?: ?\d{1,2}(?: phút)?)?,? ngày (?P<day>[0-3]?\d)/(?P<month>1[0-2]|0?[1-9])"
    r"(?:/(?P<year>20\d\d))?(?!\d)"
)
"""An hour of a day, which is the due itself: `trước 16 giờ ngày 25/6`."""
_WEEK = expression(r"\btrong tuần (?P<which>này|tới|sau)\b")
"""A week told from the day that the paper speaks from; it ends on its Sunday."""


def due_within(reading: Reading, start: int, end: int, setting: Scene) -> str | None:
    """The due of the task in `[start, end)`: `by:2026-06-29`, the last where several are told; None where none is.

    A time is a due where it is a deadline (`trước ngày ...`, `đến hết năm ...`), where the task is to be done within it
    (`trong tháng 10`), or where it opens the task (`năm 2025, phấn đấu ...`). A recurring day is none.
    """
    dues = []
    for made in reading.items("period", start, end):
        when = made.item
        if not isinstance(when, When):
            continue
        due = _ahead(when, setting)
        if _is_due(reading, made.start, made.end, start, when) or (
            when.day is not None and _is_day_ahead(reading, (start, end), made.start, made.end, due, setting.day)
        ):
            dues.append(due)
    if sitting := _SITTING.search(reading.low, start, end):
        dues.append(_of_sitting(sitting, setting.year))
    if short := _SHORT_DAY.search(reading.low, start, end):
        dues.append(_of_short_day(short, setting.year))
    if not dues and (feast := _FEAST.search(reading.low, start, end)):
        dues.append(_of_short_day(feast, setting.year))
    if hour := _HOUR.search(reading.low, start, end):
        dues.append(_of_hour(hour, setting.year))
    if week := _WEEK.search(reading.low, start, end):
        dues.append(_of_week(week, setting.day))
    if term := _TERM.search(reading.low, start, end):
        dues.append(_of_term(term, setting))
    known = [due for due in dues if due is not None]
    return known[-1] if known else None


def _ahead(when: When, setting: Scene) -> str | None:
    """The deadline of a time; one without a year that would lie behind the paper's day is of the year to come.

    So it is where the paper is about that year, or where half a year and more lie between: `trước ngày 10/01` said in
    December.
    """
    dated = when.dated(setting.year)
    due = deadline(dated) if dated is not None else None
    if due is None or when.year is not None or setting.year is None or setting.day is None:
        return due
    told, today = due.removeprefix("by:"), setting.day
    if told >= today[: len(told)]:
        return due
    about = setting.reported is not None and setting.reported.year == setting.year + 1
    months = 12 * (int(today[:4]) - int(told[:4])) + int(today[5:7] or 0) - int(told[5:7] or 0)
    later = when.dated(setting.year + 1) if about or months >= _HALF_A_YEAR else None
    return deadline(later) if later is not None else due


def _of_sitting(sitting: re.Match[str], year: int | None) -> str | None:
    """The due of what is to be put before a sitting: `tại kỳ họp giữa năm 2025` is by July."""
    named = int(sitting["year"]) if sitting["year"] else year
    return f"by:{named}-{_MONTHS[sitting['when']]:02}" if named else None


def _of_short_day(found: re.Match[str], year: int | None) -> str | None:
    """The due of a day without a year, which is that of the context; `trước` does not count the day itself."""
    day, month = int(found["day"]), int(found["month"])
    if year is None or not 0 < day <= monthrange(year, month)[1]:
        return None
    due = date(year, month, day)
    return f"by:{due - timedelta(days=1) if found['mode'] == 'trước' else due}"


def _of_hour(found: re.Match[str], year: int | None) -> str | None:
    named = int(found["year"]) if found["year"] else year
    day, month = int(found["day"]), int(found["month"])
    if named is None or not 0 < day <= monthrange(named, month)[1]:
        return None
    return f"by:{date(named, month, day)}"


def _of_week(found: re.Match[str], day: str | None) -> str | None:
    if day is None or len(day) != len("2025-01-31"):
        return None
    today = date.fromisoformat(day)
    sunday = today + timedelta(days=6 - today.weekday() + (0 if found["which"] == "này" else 7))
    return f"by:{sunday}"


def _of_term(found: re.Match[str], setting: Scene) -> str | None:
    """The due of a term that runs from the day of the paper; `từ nay` from the day that it speaks from."""
    since = setting.day if found["since"] == "nay" else setting.head.date
    if since is None or len(since) != len("2025-01-31"):
        return None
    first, count = date.fromisoformat(since), int(found["count"])
    if found["unit"] != "tháng":
        return f"by:{first + timedelta(days=count * (7 if found['unit'] == 'tuần' else 1))}"
    year, month = divmod(first.year * 12 + first.month - 1 + count, 12)
    return f"by:{date(year, month + 1, min(first.day, monthrange(year, month + 1)[1]))}"


def _is_day_ahead(
    reading: Reading, clause: tuple[int, int], begin: int, after: int, due: str | None, today: str | None
) -> bool:
    """Whether a plain day that is still to come is the due: `khánh thành vào ngày 25/6`, `báo cáo ... ngày 25/6`."""
    if (
        due is None
        or today is None
        or due.removeprefix("by:") < today
        or reading.overlapping("reference", begin, after)
    ):
        return False
    start, end = clause
    if reading.low.startswith("vào ", begin) or reading.low.endswith("vào ", start, begin):
        return True
    return not reading.low[after:end].strip(" .;") and bool(_HANDED_IN.search(reading.low, start, begin))


def _is_due(reading: Reading, begin: int, after: int, start: int, when: When) -> bool:
    named = reading.overlapping("reference", begin, after)
    if named or reading.low.endswith(_NO_DUE, start, begin):
        return False
    if when.word or when.high_year is not None or _RECURRING.match(reading.low, after):
        return False
    if when.mode in _DEADLINES:
        return True
    if when.mode != "in":
        return False
    before = reading.low[max(start, begin - 16) : begin]
    return begin == start or bool(_WITHIN.search(before)) or reading.low.startswith(("trong ", "vào "), begin)
